using System.Text;
using BvlosSim.Documents.Environment;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Tests.Environment.Assets;

/// <summary>Files as other programs write them: understood, or refused in words that say what to do.</summary>
public sealed class AwkwardFileTests
{
    private const string Deep = "[[4, 52], [4.1, 52], [4.1, 52.1], [4, 52]]";

    [Theory]
    [InlineData("geofences", """{"type": "GeometryCollection", "geometries": []}""", "geometry.type", "\"GeometryCollection\": make each of its parts a feature")]
    [InlineData("landing_zones", """{"type": "MultiPoint", "coordinates": [[4, 52]]}""", "geometry.type", "make each of its parts a feature")]
    [InlineData("obstacles", """{"type": "MultiPolygon", "coordinates": []}""", "geometry.type", "make each of its parts a feature")]
    [InlineData("geofences", """{"type": "polygon", "coordinates": []}""", "geometry.type", "did you mean `Polygon`")]
    [InlineData("geofences", "null", "geometry", "not null: give the feature one, or remove it.")]
    [InlineData("geofences", """{"type": "Polygon", "coordinates": [[4, 52], [5, 52], [5, 53], [4, 52]]}""", "geometry.coordinates.0", "a position stands where a ring is due: a Polygon is")]
    [InlineData("geofences", $$"""{"type": "MultiPolygon", "coordinates": [{{Deep}}]}""", "geometry.coordinates.0.0", "part 0, a position stands where a ring is due: a MultiPolygon is")]
    [InlineData("geofences", $$"""{"type": "Polygon", "coordinates": [[{{Deep}}]]}""", "geometry.coordinates.0", "one pair of brackets too many, or its `type` should be MultiPolygon")]
    [InlineData("geofences", """{"type": "Polygon", "coordinates": [[[4, 52], [5, 52], [5, 53]]]}""", "geometry.coordinates.0", "at least four positions, the last the same as the first, and has 3")]
    [InlineData("landing_zones", """{"type": "Point", "coordinates": [680000, 5790000]}""", "geometry.coordinates.0", "Is it in metres of a projection?")]
    [InlineData("landing_zones", """{"type": "Point", "coordinates": [355.5, 52]}""", "geometry.coordinates.0", "from 0 to 360? Subtract 360.")]
    [InlineData("landing_zones", """{"type": "Point", "coordinates": [-190, 52]}""", "geometry.coordinates.0", "Add 360.")]
    [InlineData("landing_zones", """{"type": "Point", "coordinates": [NaN, 52]}""", "geometry.coordinates.0", "it is NaN (not a number).")]
    [InlineData("landing_zones", """{"type": "Point", "coordinates": [[4, 52]]}""", "geometry.coordinates", "it has one element.")]
    [InlineData("landing_zones", """{"type": "Point", "coordinates": []}""", "geometry.coordinates", "it has 0 elements.")]
    public void A_geometry_is_told_once_with_what_to_do(string asset, string geometry, string path, string words)
    {
        VectorLoadError error = Vector.Error(asset, Vector.Collection(Vector.Feature(geometry, """{"height_m": 5}""")))!;

        Problem problem = Assert.Single(error.Problems);
        Assert.Equal("features.0." + path, problem.Path);
        Assert.StartsWith("Feature 0 (no id): ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ring_in_metres_does_not_hide_the_features_after_it()
    {
        string ring = string.Join(", ", Enumerable.Range(0, 500).Select(i => $"[{680_000 + i}, 5790000]"));
        string nan = string.Join(", ", Enumerable.Repeat("[NaN, 52]", 500));
        VectorLoadError error = Vector.Error("geofences", Vector.Collection(
            Vector.Feature(Vector.Polygon($"[{ring}]")), Vector.Feature(Vector.Polygon($"[{nan}]")), Vector.Feature("null")))!;

        Assert.Equal(
            [
                "features.2.geometry",
                .. Enumerable.Range(0, 3).Select(i => $"features.0.geometry.coordinates.0.{i}.0"),
                "features.0.geometry.coordinates.0.3",
                .. Enumerable.Range(0, 3).Select(i => $"features.1.geometry.coordinates.0.{i}.0"),
                "features.1.geometry.coordinates.0.3",
            ],
            error.Problems.Select(p => p.Path!));
        Assert.EndsWith("ring 0, position 3 and later: 497 more of its positions are wrong.", error.Problems[4].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OGC:CRS84h")]
    [InlineData("urn:ogc:def:crs:OGC::CRS84h")]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84")]
    [InlineData("urn:ogc:def:crs:OGC:2:84")]
    public void A_name_of_WGS84_is_understood(string name)
    {
        string crs = $$$"""{"type": "name", "properties": {"name": "{{{name}}}"}}""";
        Assert.Null(Vector.Error("geofences", $$"""{"type": "FeatureCollection", "crs": {{crs}}, "features": []}"""));
    }

    [Fact]
    public void Heights_and_foreign_members_and_other_line_ends_are_understood()
    {
        string ring = "[[4, 52, 1], [4.1, 52, 2, 3], [4.1, 52, 1, \"x\"], [4.1, 52.1, null], [4, 52, 9]]";
        string file = Vector.Collection(Vector.Feature(Vector.Polygon(ring), "null", ", \"style\": {\"a\": [1]}, \"bbox\": [4, 52, 5, 53]"));

        Assert.Null(Vector.Error("geofences", file.Replace(", ", ",\r\n", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "It is not JSON: the file is empty.")]
    [InlineData(" \n", "It is not JSON: the file is empty.")]
    [InlineData("""{"type": "FeatureCollection", "features": [1, ]}""", "a comma stands before the closing bracket. Remove it.")]
    [InlineData("""{"type": "FeatureCollection", }""", "a comma stands before the closing bracket. Remove it.")]
    public void What_is_not_JSON_is_told_in_plain_words(string text, string words) =>
        Assert.EndsWith(words, Vector.Error("geofences", text)!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Another_encoding_is_named(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Vector.Collection())];
        VectorLoadError error = GeofenceReader.Parse("/f.geojson", bytes).Error!;

        Assert.Equal("Line 1, column 1: The file is UTF-16 or UTF-32: save it as UTF-8 without a byte-order mark.", error.Message);
        Assert.Equal("UnicodeDecodeError", error.Details.Find("parse_error_type").Text);
    }
}
