using System.Globalization;
using System.Text;
using BvlosSim.Documents.Environment;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Kinematics;
using CsCheck;

namespace BvlosSim.Documents.Tests.Environment.Assets;

/// <summary>Whatever is valid loads as it is written; whatever else a file holds is told, not thrown.</summary>
public class GeneratedAssetTests
{
    private static readonly Gen<GeoPoint[]> Ring = Gen.Select(Gen.Double[-89.0, 89.0], Gen.Double[-90.0, 90.0]).Array[3, 12]
        .Select(points => points.Select(p => new GeoPoint(p.Item1, p.Item2)).ToArray());

    private static readonly Gen<GeoPoint[][]> Rings = Ring.Array[1, 3];

    private static readonly string Sound = Vector.Collection(
        Vector.Feature(Vector.Polygon(Vector.Square, Vector.Square), """{"kind": "required", "floor_m": 5, "ceiling_m": 50.5, "active_from": "2026-06-01T08:00Z"}"""),
        Vector.Feature("""{"type": "MultiPolygon", "coordinates": [[[[4, 52], [5, 52, 9], [5, 53], [4, 52]]]]}""", """{"altitude_amsl_m": 5, "recurrence": null}"""),
        Vector.Feature("""{"type": "LineString", "coordinates": [[4, 52], [5, 52]]}""", """{"height_m": 5, "radius_m": 0, "id": 7}"""),
        Vector.Feature(Vector.Point(), """{"height_m": 5, "uncertainty_m": 1e1}""", ", \"id\": \"p\""));

    private static readonly string[] Tokens =
        ["null", "true", "-1", "NaN", "1e999", "\"x\"", "[]", "{}", "[[1, 2]]", "181", "\"\\ud800\"", "{\"type\": \"Point\"}", "123456789012345678901234567890"];

    [Fact]
    public void AnyPolygonLoadsAsItIsWritten() => Rings.Sample(
        rings =>
        {
            GeofenceZone zone = Vector.Geofences(Write(rings)).Items!.Value.Single();
            return zone.Polygons.Single().Rings.Select(r => r.ToArray()).SequenceEqual(rings.Select(Close), new PointsComparer());
        },
        iter: 300);

    [Fact]
    public void ARingMayStartAnywhere() => Gen.Select(Ring, Gen.Int[0, 11]).Sample(
        (ring, shift) =>
        {
            GeoPoint[] turned = [.. ring.Skip(shift % ring.Length), .. ring.Take(shift % ring.Length)];
            return PositionsOf(ring).SequenceEqual(PositionsOf(turned));
        },
        iter: 200);

    [Fact]
    public void AnyNumberOfFeaturesKeepsItsOrder() => Gen.Int[0, 50].Sample(
        count =>
        {
            string[] features = [.. Enumerable.Range(0, count).Select(i => Vector.Feature(Vector.Point($"[{i}, 1]")))];
            return Vector.LandingZones(Vector.Collection(features)).Items!.Value.Select(z => z.Point!.Value.LonDeg).SequenceEqual(Enumerable.Range(0, count).Select(i => (double)i));
        },
        iter: 50);

    [Fact]
    public void AnyByteChangedIsReadOrRefused() => Gen.Select(Gen.Int[0, Sound.Length - 1], Gen.Byte, Gen.Int[0, 3]).Array[1, 4].Sample(
        changes =>
        {
            List<byte> bytes = [.. Encoding.UTF8.GetBytes(Sound)];
            foreach ((int at, byte value, int how) in changes)
            {
                int index = Math.Min(at, bytes.Count - 1);
                if (how == 0)
                    bytes.RemoveAt(index);
                else if (how == 1)
                    bytes.Insert(index, value);
                else
                    bytes[index] = value;
            }

            return AreSettled([.. bytes]);
        },
        iter: 3000);

    [Fact]
    public void AnyValueChangedIsReadOrRefused()
    {
        int[] starts = [.. Enumerable.Range(0, Sound.Length).Where(i => Sound[i] is ' ' or '[')];
        Gen.Select(Gen.Int[0, starts.Length - 1], Gen.Int[0, Tokens.Length - 1]).Array[1, 3].Sample(
            changes =>
            {
                string text = Sound;
                foreach ((int start, int token) in changes)
                {
                    int from = Math.Min(starts[start] + 1, text.Length - 1);
                    int end = text.IndexOfAny([',', ']', '}'], from);
                    text = end < 0 ? text : text[..from] + Tokens[token] + text[end..];
                }

                return AreSettled(Encoding.UTF8.GetBytes(text));
            },
            iter: 3000);
    }

    private static bool AreSettled(byte[] bytes) =>
        IsSettled(GeofenceReader.Parse("/f.geojson", bytes))
        && IsSettled(LandingZoneReader.Parse("/f.geojson", bytes))
        && IsSettled(ObstacleReader.Parse("/f.geojson", bytes));

    private static bool IsSettled<T>(VectorLoadResult<T> loaded) => loaded.Error is { } error
        ? loaded.Items is null && error.Message.Length > 10 && error.Problems.All(p => p.Message.Length > 10 && !p.Message.Contains('\n', StringComparison.Ordinal))
        : loaded.Items is not null && loaded.Identity is not null;

    private static IEnumerable<(double, double)> PositionsOf(GeoPoint[] ring) => Vector.Geofences(Write([ring])).Items!.Value[0].Polygons[0].Rings[0]
        .Skip(1)
        .Select(p => (p.LatDeg, p.LonDeg))
        .Order();

    private static GeoPoint[] Close(GeoPoint[] ring) => [.. ring, ring[0]];

    private static string Write(GeoPoint[][] rings) =>
        Vector.Polygon([.. rings.Select(r => $"[{string.Join(", ", Close(r).Select(p => string.Create(CultureInfo.InvariantCulture, $"[{p.LonDeg:R}, {p.LatDeg:R}]")))}]")]);

    private sealed class PointsComparer : IEqualityComparer<GeoPoint[]>
    {
        public bool Equals(GeoPoint[]? x, GeoPoint[]? y) => x!.SequenceEqual(y!);

        public int GetHashCode(GeoPoint[] obj) => obj.Length;
    }
}
