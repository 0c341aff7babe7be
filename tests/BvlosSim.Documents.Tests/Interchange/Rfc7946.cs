using System.Text.Json;

namespace BvlosSim.Documents.Tests.Interchange;

/// <summary>Holds a feature collection against RFC 7946, section by section.</summary>
internal static class Rfc7946
{
    private const string RightHandRule = "3.1.6 right-hand rule";
    private const string Antimeridian = "3.1.9 antimeridian";

    /// <summary>The sections that a document breaks, each with the place.</summary>
    public static List<string> Problems(JsonElement document)
    {
        var problems = new List<string>();
        Check(TypeOf(document) == "FeatureCollection", "1.4 root", document);
        Check(Names(document).SequenceEqual(["type", "features"]), "3.3, 6.1 members", document);
        if (!document.TryGetProperty("features", out JsonElement features) || features.ValueKind != JsonValueKind.Array)
            return [.. problems, "3.3 features"];
        foreach (JsonElement feature in features.EnumerateArray())
        {
            Check(TypeOf(feature) == "Feature", "3.2 type", feature);
            Check(Names(feature).SequenceEqual(["type", "geometry", "properties"]), "3.2 members", feature);
            Check(Member(feature, "properties").ValueKind == JsonValueKind.Object, "3.2 properties", feature);
            CheckGeometry(Member(feature, "geometry"));
        }

        return problems;

        void Check(bool holds, string section, JsonElement place)
        {
            if (!holds)
                problems.Add($"{section}: {place.GetRawText()}");
        }

        void CheckGeometry(JsonElement geometry)
        {
            Check(Names(geometry).SequenceEqual(["type", "coordinates"]), "3.1, 7.1 members", geometry);
            JsonElement coordinates = Member(geometry, "coordinates");
            switch (TypeOf(geometry))
            {
                case "Point":
                    CheckPosition(coordinates);
                    break;
                case "LineString":
                    CheckPath(coordinates, 2, "3.1.4");
                    break;
                case "Polygon":
                    bool hasRings = coordinates.ValueKind == JsonValueKind.Array && coordinates.GetArrayLength() > 0;
                    Check(hasRings, "3.1.6 rings", geometry);
                    foreach (JsonElement ring in hasRings ? coordinates.EnumerateArray().ToArray() : [])
                        CheckRing(ring);
                    break;
                default:
                    Check(false, "3.1 type", geometry);
                    break;
            }
        }

        void CheckRing(JsonElement ring)
        {
            if (!CheckPath(ring, 4, "3.1.6 linear ring"))
                return;
            (double Lon, double Lat)[] points = [.. ring.EnumerateArray().Select(p => (p[0].GetDouble(), p[1].GetDouble()))];
            Check(ring[0].GetRawText() == ring[points.Length - 1].GetRawText(), "3.1.6 closed", ring);
            double area = points.Zip(points.Skip(1), (a, b) => ((a.Lon - points[0].Lon) * (b.Lat - points[0].Lat)) - ((b.Lon - points[0].Lon) * (a.Lat - points[0].Lat))).Sum();
            Check(area >= 0.0, RightHandRule, ring);
        }

        bool CheckPath(JsonElement path, int least, string section)
        {
            bool sound = path.ValueKind == JsonValueKind.Array && path.GetArrayLength() >= least && path.EnumerateArray().All(CheckPosition);
            Check(sound, section, path);
            if (sound)
                Check(!CrossesAntimeridian(path), Antimeridian, path);
            return sound;
        }

        bool CheckPosition(JsonElement position)
        {
            bool sound = position.ValueKind == JsonValueKind.Array
                && position.GetArrayLength() is 2 or 3
                && position.EnumerateArray().All(n => n.ValueKind == JsonValueKind.Number && double.IsFinite(n.GetDouble()));
            Check(sound, "3.1.1 position", position);
            if (sound)
                Check(Math.Abs(position[0].GetDouble()) <= 180.0 && Math.Abs(position[1].GetDouble()) <= 90.0, "4 longitude and latitude", position);
            return sound;
        }
    }

    private static bool CrossesAntimeridian(JsonElement path)
    {
        double[] longitudes = [.. path.EnumerateArray().Select(p => p[0].GetDouble())];
        return longitudes.Zip(longitudes.Skip(1), (a, b) => Math.Abs(a - b)).Any(d => d > 180.0);
    }

    private static string? TypeOf(JsonElement element) =>
        Member(element, "type") is { ValueKind: JsonValueKind.String } type ? type.GetString() : null;

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member) ? member : default;

    private static IEnumerable<string> Names(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(m => m.Name) : [];
}
