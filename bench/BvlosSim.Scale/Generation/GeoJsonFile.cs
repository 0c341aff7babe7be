using System.Globalization;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Scale.Generation;

/// <summary>Writes a feature collection, one feature a line, coordinates to a centimetre.</summary>
internal sealed class GeoJsonFile : IDisposable
{
    private readonly StreamWriter _text;
    private bool _any;

    /// <summary>Begins a file.</summary>
    public GeoJsonFile(string path)
    {
        _text = new StreamWriter(path) { NewLine = "\n" };
        _text.Write("{\"type\": \"FeatureCollection\", \"features\": [\n");
    }

    /// <summary>A number as JSON.</summary>
    public static string Number(double value, string format = "0.#") => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Adds a feature of one point.</summary>
    public void AddPoint(string id, string properties, GeoPoint point) => Add(id, properties, "Point", () => Write(point));

    /// <summary>Adds a feature of one line.</summary>
    public void AddLine(string id, string properties, IReadOnlyList<GeoPoint> line) => Add(id, properties, "LineString", () => Write(line));

    /// <summary>Adds a feature of one closed ring.</summary>
    public void AddArea(string id, string properties, IReadOnlyList<GeoPoint> ring) => Add(id, properties, "Polygon", () =>
    {
        _text.Write('[');
        Write(ring);
        _text.Write(']');
    });

    /// <summary>Ends the file.</summary>
    public void Dispose()
    {
        _text.Write("\n]}\n");
        _text.Dispose();
    }

    private void Add(string id, string properties, string type, Action coordinates)
    {
        if (_any)
            _text.Write(",\n");
        _any = true;
        _text.Write($"{{\"type\": \"Feature\", \"id\": \"{id}\", \"properties\": {{{properties}}}, \"geometry\": {{\"type\": \"{type}\", \"coordinates\": ");
        coordinates();
        _text.Write("}}");
    }

    private void Write(IReadOnlyList<GeoPoint> points)
    {
        _text.Write('[');
        for (int i = 0; i < points.Count; i++)
        {
            if (i > 0)
                _text.Write(", ");
            Write(points[i]);
        }

        _text.Write(']');
    }

    private void Write(GeoPoint point) => _text.Write($"[{Number(point.LonDeg, "0.0000000")}, {Number(point.LatDeg, "0.0000000")}]");
}
