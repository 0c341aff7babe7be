using System.Globalization;

namespace BvlosSim.Geodesy.Tests;

/// <summary>
/// One geodesic of the committed reference data.
/// </summary>
internal readonly record struct GeodesicReference(
    double Lat1, double Lon1, double Azimuth1, double Lat2, double Lon2, double Azimuth2, double DistanceM)
{
    public static List<GeodesicReference> Read(string name)
    {
        var references = new List<GeodesicReference>();
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", name)))
        {
            if (line.StartsWith('#'))
                continue;
            double[] v = [.. line.Split(' ').Select(x => double.Parse(x, CultureInfo.InvariantCulture))];
            references.Add(new GeodesicReference(v[0], v[1], v[2], v[3], v[4], v[5], v[6]));
        }

        return references;
    }
}
