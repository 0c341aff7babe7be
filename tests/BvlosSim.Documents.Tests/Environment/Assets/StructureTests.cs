using System.Security.Cryptography;
using System.Text;
using BvlosSim.Documents.Environment;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Tests.Environment.Assets;

/// <summary>The root of a vector asset and the structure of its features.</summary>
public class StructureTests
{
    [Fact]
    public void AnEmptyCollectionIsAnAssetWithoutItems()
    {
        Assert.Empty(Vector.Geofences(Vector.Collection()).Items!.Value);
        Assert.Empty(Vector.LandingZones(Vector.Collection()).Items!.Value);
        Assert.Empty(Vector.Obstacles(Vector.Collection()).Items!.Value);
    }

    [Fact]
    public void AFeatureAndABareGeometryAreOneItem()
    {
        Assert.Equal("geofence-0", Vector.Geofences(Vector.Feature(Vector.Polygon(Vector.Square))).Items!.Value.Single().Id);
        Assert.Equal("geofence-0", Vector.Geofences(Vector.Polygon(Vector.Square)).Items!.Value.Single().Id);
        Assert.Equal("landing-zone-0", Vector.LandingZones("""{"type": "Point", "coordinates": [4, 52], "id": "x"}""").Items!.Value.Single().Id);
        Vector.Refuses("obstacles", Vector.Point(), "feature_index=0 property='height_m' stage='feature'");
    }

    [Fact]
    public void TheIdentityIsThatOfTheBytes()
    {
        const string json = """{"type":"FeatureCollection","features":[]}""";

        Assert.Equal(
            new DocumentIdentity("geojson", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))), Vector.Geofences(json).Identity);
    }

    [Theory]
    [InlineData("geofences", """{"type": "Point", "coordinates": [4, 52]}""", "UNSUPPORTED_GEOMETRY_TYPE geometry_type='Point'")]
    [InlineData("geofences", """{"features": []}""", "UNSUPPORTED_GEOMETRY_TYPE geometry_type='None'")]
    [InlineData("geofences", """{"type": null}""", "UNSUPPORTED_GEOMETRY_TYPE geometry_type='None'")]
    [InlineData("geofences", """{"type": true}""", "UNSUPPORTED_GEOMETRY_TYPE geometry_type='True'")]
    [InlineData("geofences", """{"type": 5.0}""", "UNSUPPORTED_GEOMETRY_TYPE geometry_type='5.0'")]
    [InlineData("geofences", """{"type": ["Polygon"]}""", "UNSUPPORTED_GEOMETRY_TYPE geometry_type='list'")]
    [InlineData("geofences", """{"type": "featurecollection", "features": []}""", "UNSUPPORTED_GEOMETRY_TYPE geometry_type='featurecollection'")]
    [InlineData("landing_zones", """{"type": "LineString", "coordinates": []}""", "UNSUPPORTED_LANDING_ZONE_GEOMETRY geometry_type='LineString'")]
    [InlineData("obstacles", """{"type": "MultiPolygon", "coordinates": []}""", "UNSUPPORTED_GEOMETRY_TYPE geometry_type='MultiPolygon'")]
    [InlineData("obstacles", """{"type": "GeometryCollection", "geometries": []}""", "UNSUPPORTED_GEOMETRY_TYPE geometry_type='GeometryCollection'")]
    public void AnyOtherRootIsUnsupported(string asset, string json, string expected) =>
        Assert.Equal($"unsupported {expected} stage='geometry'", Vector.Show(Vector.Error(asset, json)));

    [Theory]
    [InlineData("geofences", "Point", "UNSUPPORTED_GEOMETRY_TYPE")]
    [InlineData("geofences", "LineString", "UNSUPPORTED_GEOMETRY_TYPE")]
    [InlineData("geofences", "GeometryCollection", "UNSUPPORTED_GEOMETRY_TYPE")]
    [InlineData("landing_zones", "MultiPoint", "UNSUPPORTED_LANDING_ZONE_GEOMETRY")]
    [InlineData("landing_zones", "LineString", "UNSUPPORTED_LANDING_ZONE_GEOMETRY")]
    [InlineData("obstacles", "MultiPolygon", "UNSUPPORTED_GEOMETRY_TYPE")]
    [InlineData("obstacles", "MultiLineString", "UNSUPPORTED_GEOMETRY_TYPE")]
    public void AGeometryThatTheAssetDoesNotHave(string asset, string type, string code)
    {
        string json = Vector.Collection(Vector.Feature($$"""{"type": "{{type}}", "coordinates": []}""", """{"height_m": 5}"""));

        Assert.Equal($"unsupported {code} feature_index=0 geometry_type='{type}' stage='geometry'", Vector.Show(Vector.Error(asset, json)));
    }

    [Fact]
    public void AGeometryWithoutType() => Assert.Equal(
        "unsupported UNSUPPORTED_GEOMETRY_TYPE feature_index=0 geometry_type='None' stage='geometry'",
        Vector.Show(Vector.Error("geofences", Vector.Collection(Vector.Feature("{}")))));

    [Theory]
    [InlineData("{}", "geojson_type='FeatureCollection' stage='feature'")]
    [InlineData("null", "geojson_type='FeatureCollection' stage='feature'")]
    public void FeaturesMustBeAList(string features, string expected)
    {
        Vector.Refuses("geofences", $$"""{"type": "FeatureCollection", "features": {{features}}}""", expected);
        Vector.Refuses("geofences", """{"type": "FeatureCollection"}""", expected);
    }

    [Theory]
    [InlineData("5", "feature_index=0 feature_type='int' stage='feature'")]
    [InlineData("5.5", "feature_index=0 feature_type='float' stage='feature'")]
    [InlineData("\"x\"", "feature_index=0 feature_type='str' stage='feature'")]
    [InlineData("null", "feature_index=0 feature_type='NoneType' stage='feature'")]
    [InlineData("true", "feature_index=0 feature_type='bool' stage='feature'")]
    [InlineData("[]", "feature_index=0 feature_type='list' stage='feature'")]
    [InlineData("{}", "feature_index=0 geojson_type='None' stage='feature'")]
    [InlineData("""{"type": "feature"}""", "feature_index=0 geojson_type='feature' stage='feature'")]
    [InlineData("""{"type": 1e20}""", "feature_index=0 geojson_type='1e+20' stage='feature'")]
    [InlineData("""{"type": false}""", "feature_index=0 geojson_type='False' stage='feature'")]
    [InlineData("""{"type": "Feature", "properties": 5}""", "feature_index=0 stage='feature'")]
    [InlineData("""{"type": "Feature", "properties": [1]}""", "feature_index=0 stage='feature'")]
    [InlineData("""{"type": "Feature", "properties": "x"}""", "feature_index=0 stage='feature'")]
    [InlineData("""{"type": "Feature", "properties": {}}""", "feature_index=0 stage='geometry'")]
    [InlineData("""{"type": "Feature", "geometry": null}""", "feature_index=0 stage='geometry'")]
    [InlineData("""{"type": "Feature", "geometry": []}""", "feature_index=0 stage='geometry'")]
    public void AFeatureMustBeAnObjectWithAGeometry(string feature, string expected) =>
        Vector.Refuses("geofences", Vector.Collection(feature), expected);

    [Theory]
    [InlineData("null")]
    [InlineData("false")]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void EmptyPropertiesAreNone(string properties) => Assert.Null(Vector.Geofences(Vector.Zone(properties)).Error);

    [Fact]
    public void StructureIsToldBeforeAnythingElse()
    {
        string json = Vector.Collection(
            Vector.Feature(Vector.Polygon("[[4, 52]]"), """{"kind": "x"}"""),
            Vector.Feature(Vector.Polygon(Vector.Square)),
            Vector.Feature("null"));
        VectorLoadError error = Vector.Error("geofences", json)!;

        Assert.Equal("invalid_input INVALID_GEOMETRY feature_index=2 stage='geometry'", Vector.Show(error));
        Assert.Equal(["features.2.geometry", "features.0.properties.kind", "features.0.geometry.coordinates.0"], error.Problems.Select(p => p.Path));
    }

    [Fact]
    public void EveryProblemNamesTheFeatureAndItsPlace()
    {
        const string json = """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "id": "ok", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[4, 52], [5, 52], [5, 53], [4, 52]]]}},
              {"type": "Feature", "id": "EHR 4", "properties": {}, "geometry": {"type": "MultiPolygon", "coordinates": [
                [[[4, 52], [5, 52], [5, 53], [4, 52]]],
                [[[4, 52], [5, 52], [5, 53], [4, 52]], [[4.1, 52.1], [4.2, 52.1], [152.2, 52.2, 5], [4.1, 52.1]], [[4, 52], [5, "x"], [5, 93], [4, 52]]]]}}
            ]}
            """;
        VectorLoadError error = Vector.Error("geofences", json)!;

        Assert.Equal(["features.1.geometry.coordinates.1.2.1.1", "features.1.geometry.coordinates.1.2.2.1"], error.Problems.Select(p => p.Path));
        Assert.Equal(5, error.Problems[0].Line);
        Assert.StartsWith("Feature 1 (\"EHR 4\"): part 1, ring 2, position 1 has the text \"x\" for its latitude", error.Problems[0].Message, StringComparison.Ordinal);
        Assert.StartsWith($"Line 5, column {error.Problems[0].Column}: Feature 1", error.Message, StringComparison.Ordinal);
    }
}
