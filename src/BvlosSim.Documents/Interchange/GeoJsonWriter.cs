using System.Buffers;
using System.Text;
using System.Text.Json;
using BvlosSim.Documents.Json;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Documents.Interchange;

/// <summary>Writes a GeoJSON feature collection: members in the order written, numbers and texts by the canonical rules.</summary>
internal sealed class GeoJsonWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;

    public GeoJsonWriter() => _json = new Utf8JsonWriter(
        _buffer, new JsonWriterOptions { Indented = true, IndentSize = 2, NewLine = "\n", SkipValidation = true });

    public void StartCollection()
    {
        _json.WriteStartObject();
        _json.WriteString("type", "FeatureCollection");
        _json.WriteStartArray("features");
    }

    public byte[] Finish()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
        return _buffer.WrittenSpan.ToArray();
    }

    public void StartFeature()
    {
        _json.WriteStartObject();
        _json.WriteString("type", "Feature");
    }

    public void StartProperties() => _json.WriteStartObject("properties");

    public void EndFeature()
    {
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    public void Point(GeoPoint point)
    {
        StartGeometry("Point");
        Position(point);
        _json.WriteEndObject();
    }

    public void LineString(IEnumerable<GeoPoint> points)
    {
        StartGeometry("LineString");
        Positions(points);
        _json.WriteEndObject();
    }

    public void LineString(IEnumerable<FlightPoint> points)
    {
        StartGeometry("LineString");
        _json.WriteStartArray();
        foreach (FlightPoint point in points)
        {
            _json.WriteStartArray();
            Number(point.LonDeg);
            Number(point.LatDeg);
            Number(point.AltitudeAmslM);
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    public void Polygon(IEnumerable<GeoPoint> exterior)
    {
        StartGeometry("Polygon");
        _json.WriteStartArray();
        Positions(exterior);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    public void Text(string key, string? value)
    {
        _json.WritePropertyName(key);
        if (value is null)
            _json.WriteNullValue();
        else
            _json.WriteRawValue(Encoding.ASCII.GetBytes(AsciiText.Quote(value)), skipInputValidation: true);
    }

    public void Integer(string key, int value) => _json.WriteNumber(key, value);

    public void Number(string key, double? value)
    {
        _json.WritePropertyName(key);
        if (value is { } number)
            Number(number);
        else
            _json.WriteNullValue();
    }

    public void Boolean(string key, bool? value)
    {
        _json.WritePropertyName(key);
        if (value is { } truth)
            _json.WriteBooleanValue(truth);
        else
            _json.WriteNullValue();
    }

    public void Dispose() => _json.Dispose();

    private void StartGeometry(string type)
    {
        _json.WriteStartObject("geometry");
        _json.WriteString("type", type);
        _json.WritePropertyName("coordinates");
    }

    private void Positions(IEnumerable<GeoPoint> points)
    {
        _json.WriteStartArray();
        foreach (GeoPoint point in points)
            Position(point);
        _json.WriteEndArray();
    }

    private void Position(GeoPoint point)
    {
        _json.WriteStartArray();
        Number(point.LonDeg);
        Number(point.LatDeg);
        _json.WriteEndArray();
    }

    private void Number(double value)
    {
        Span<byte> text = stackalloc byte[CanonicalNumber.MaxLength];
        _json.WriteRawValue(text[..CanonicalNumber.WriteRounded(value, text)], skipInputValidation: true);
    }
}
