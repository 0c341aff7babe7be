using BvlosSim.Environment;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Documents.Tests.Environment.Assets;

/// <summary>Positions, lines, rings and polygons.</summary>
public class GeometryTests
{
    [Fact]
    public void APolygonKeepsItsRingsAsRead()
    {
        const string hole = "[[4.02, 52.02, 7], [4.08, 52.02], [4.08, 52.08], [4.02, 52.02, null]]";
        GeoPolygon polygon = Vector.Geofences(Vector.Polygon(Vector.Square, hole)).Items!.Value[0].Polygons.Single();

        Assert.Equal(2, polygon.Rings.Length);
        Assert.Equal((GeoPoint[])[new(52, 4), new(52, 4.1), new(52.1, 4.1), new(52.1, 4), new(52, 4)], polygon.Rings[0].ToArray());
        Assert.Equal(new GeoPoint(52.02, 4.02), polygon.Rings[1][^1]);
    }

    [Fact]
    public void AMultiPolygonKeepsItsParts()
    {
        string json = $$"""{"type": "MultiPolygon", "coordinates": [[{{Vector.Square}}], [[[5, 52], [6, 52], [6, 53], [5, 52]]]]}""";

        Assert.Equal(2, Vector.Geofences(json).Items!.Value[0].Polygons.Length);
        Assert.Equal(2, Vector.LandingZones(json).Items!.Value[0].Polygons.Length);
    }

    [Fact]
    public void AnObstacleIsAPointALineOrAnExterior()
    {
        const string tall = """{"height_m": 5}""";
        string json = Vector.Collection(
            Vector.Feature(Vector.Point(), tall),
            Vector.Feature("""{"type": "LineString", "coordinates": [[4, 52], [4, 52]]}""", tall),
            Vector.Feature(Vector.Polygon(Vector.Square, Vector.Square), tall));
        Obstacle[] obstacles = [.. Vector.Obstacles(json).Items!];

        Assert.Equal([ObstacleShape.Point, ObstacleShape.Line, ObstacleShape.Polygon], obstacles.Select(o => o.Shape));
        Assert.Equal([1, 2, 5], obstacles.Select(o => o.Positions.Length));
    }

    [Theory]
    [InlineData("5", "feature_index=0 stage='geometry'")]
    [InlineData("null", "feature_index=0 stage='geometry'")]
    [InlineData("[]", "feature_index=0 stage='geometry'")]
    [InlineData("[5]", "feature_index=0 ring_index=0 stage='geometry'")]
    [InlineData("[[[4, 52]]]", "feature_index=0 ring_index=0 stage='geometry'")]
    [InlineData("[[[4, 52], [5, 52], [4, 52]]]", "feature_index=0 ring_index=0 stage='geometry'")]
    [InlineData("[[[4, 52], [5, 52], [5, 53], [4, 52.0000001]]]", "feature_index=0 ring_index=0 stage='geometry'")]
    [InlineData("[[[4, 52], [5, 52], [5, 53], [4, 52]], []]", "feature_index=0 ring_index=1 stage='geometry'")]
    [InlineData("[[[4, 52], 5, [5, 53], [4, 52]]]", "feature_index=0 position_index=1 ring_index=0 stage='geometry'")]
    [InlineData("[[[4, 52], [5], [5, 53], [4, 52]]]", "feature_index=0 position_index=1 ring_index=0 stage='geometry'")]
    [InlineData("[[[4, 52], {}, [5, 53], [4, 52]]]", "feature_index=0 position_index=1 ring_index=0 stage='geometry'")]
    [InlineData("[[[4, 52], [5, 52], [true, 53], [4, 52]]]", "coordinate='lon' feature_index=0 position_index=2 ring_index=0 stage='geometry' value_type='bool'")]
    [InlineData("[[[4, 52], [5, 52], [5, null], [4, 52]]]", "coordinate='lat' feature_index=0 position_index=2 ring_index=0 stage='geometry' value_type='NoneType'")]
    [InlineData("[[[4, 52], [\"5\", 99], [5, 53], [4, 52]]]", "coordinate='lon' feature_index=0 position_index=1 ring_index=0 stage='geometry' value_type='str'")]
    [InlineData("[[[181, 99], [5, 52], [5, 53], [181, 99]]]", "coordinate_order='geojson_lon_lat' feature_index=0 lon=181f position_index=0 ring_index=0 stage='geometry'")]
    [InlineData("[[[4, -90.5], [5, 52], [5, 53], [4, 52]]]", "coordinate_order='geojson_lon_lat' feature_index=0 lat=-90.5f position_index=0 ring_index=0 stage='geometry'")]
    [InlineData("[[[4, 52], [5, 52], [5, 53], [NaN, 52]]]", "coordinate_order='geojson_lon_lat' feature_index=0 lon=NaNf position_index=3 ring_index=0 stage='geometry'")]
    [InlineData("[[[4, 52], [5, 52], [5, 1e400], [4, 52]]]", "coordinate_order='geojson_lon_lat' feature_index=0 lat=Infinityf position_index=2 ring_index=0 stage='geometry'")]
    public void APolygonIsAListOfClosedRings(string coordinates, string expected)
    {
        string polygon = $$"""{"type": "Polygon", "coordinates": {{coordinates}}}""";

        Vector.Refuses("geofences", polygon, expected);
        Vector.Refuses("landing_zones", Vector.Feature(polygon), expected);
        Vector.Refuses("obstacles", Vector.Collection(Vector.Feature(polygon, """{"height_m": 5}""")), expected);
    }

    [Theory]
    [InlineData("5", "feature_index=0 geojson_type='MultiPolygon' stage='geometry'")]
    [InlineData("{}", "feature_index=0 geojson_type='MultiPolygon' stage='geometry'")]
    [InlineData("[5]", "feature_index=0 stage='geometry'")]
    [InlineData("[[]]", "feature_index=0 stage='geometry'")]
    [InlineData("[[[[4, 52]]]]", "feature_index=0 ring_index=0 stage='geometry'")]
    [InlineData("[[[[4, 52], [5, 52], [5, 53], [4, 52]]], [[[4, 52], [5, 52], [5, 530], [4, 52]]]]", "coordinate_order='geojson_lon_lat' feature_index=0 lat=530f position_index=2 ring_index=0 stage='geometry'")]
    public void AMultiPolygonIsAListOfPolygons(string coordinates, string expected) =>
        Vector.Refuses("geofences", $$"""{"type": "MultiPolygon", "coordinates": {{coordinates}}}""", expected);

    [Fact]
    public void AMultiPolygonWithoutPartsIsNoZone()
    {
        const string json = """{"type": "MultiPolygon", "coordinates": []}""";

        Vector.Refuses("geofences", json, "feature_index=0 first_error_path='geometry.polygons' first_error_type='too_short' stage='geometry' validation_error_count=1");
        Vector.Refuses("landing_zones", json, "feature_index=0 first_error_path='geometry' first_error_type='value_error' stage='geometry' validation_error_count=1");
    }

    [Theory]
    [InlineData("null", "feature_index=0 position_index=0 ring_index=null stage='geometry'")]
    [InlineData("[4]", "feature_index=0 position_index=0 ring_index=null stage='geometry'")]
    [InlineData("[false, 52]", "coordinate='lon' feature_index=0 position_index=0 ring_index=null stage='geometry' value_type='bool'")]
    [InlineData("[4, 91.0]", "coordinate_order='geojson_lon_lat' feature_index=0 lat=91f position_index=0 ring_index=null stage='geometry'")]
    public void APointIsOnePosition(string coordinates, string expected) =>
        Vector.Refuses("landing_zones", Vector.Feature(Vector.Point(coordinates)), expected);

    [Theory]
    [InlineData("null", "feature_index=0 stage='geometry'")]
    [InlineData("[[4, 52]]", "feature_index=0 stage='geometry'")]
    [InlineData("[[4, 52], [4, 52, 5], [-181, 52]]", "coordinate_order='geojson_lon_lat' feature_index=0 lon=-181f position_index=2 ring_index=null stage='geometry'")]
    public void ALineIsTwoPositionsAtLeast(string coordinates, string expected) => Vector.Refuses(
        "obstacles",
        Vector.Feature($$"""{"type": "LineString", "coordinates": {{coordinates}}}""", """{"height_m": 5}"""),
        expected);

    [Fact]
    public void GeometryWithoutCoordinates() => Vector.Refuses("geofences", """{"type": "Polygon"}""", "feature_index=0 stage='geometry'");

    [Fact]
    public void ASwappedPositionIsHintedAt() => Assert.Contains(
        "Is the latitude written first?", Vector.Error("landing_zones", Vector.Point("[52, 104]"))!.Message, StringComparison.Ordinal);

    [Fact]
    public void AnInvalidRingThatIsClosedLoads() =>
        Assert.Null(Vector.Geofences(Vector.Polygon("[[4, 52], [5, 53], [5, 52], [4, 53], [4, 52]]")).Error);
}
