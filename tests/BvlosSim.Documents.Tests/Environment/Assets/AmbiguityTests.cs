namespace BvlosSim.Documents.Tests.Environment.Assets;

/// <summary>What the contract would let pass and nobody should fly by.</summary>
public class AmbiguityTests
{
    [Theory]
    [InlineData("""{"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}""")]
    [InlineData("""{"type": "name", "properties": {"name": "EPSG:4326"}}""")]
    [InlineData("""{"type": "EPSG", "properties": {"code": 4326}}""")]
    [InlineData("\"wgs84\"")]
    [InlineData("null")]
    public void Wgs84IsUnderstood(string crs) =>
        Assert.Null(Vector.Geofences($$"""{"type": "FeatureCollection", "crs": {{crs}}, "features": []}""").Error);

    [Theory]
    [InlineData("""{"type": "name", "properties": {"name": "EPSG:28992"}}""", "EPSG:28992")]
    [InlineData("""{"type": "EPSG", "properties": {"code": 3857}}""", "EPSG:3857")]
    [InlineData("""{"type": "link", "properties": {"href": "x"}}""", "None")]
    [InlineData("5", "None")]
    public void AnotherCoordinateSystemIsRefused(string crs, string name)
    {
        Vector.Refuses(
            "geofences",
            $$"""{"type": "FeatureCollection", "crs": {{crs}}, "features": []}""",
            $"crs='{name}' reason='unsupported_crs' stage='geometry'");
        Vector.Refuses(
            "landing_zones",
            Vector.Collection(Vector.Feature(Vector.Point(), "null", $", \"crs\": {crs}")),
            $"crs='{name}' feature_index=0 reason='unsupported_crs' stage='geometry'");
        Vector.Refuses(
            "landing_zones",
            Vector.Collection(Vector.Feature($$"""{"type": "Point", "coordinates": [4, 52], "crs": {{crs}}}""")),
            $"crs='{name}' feature_index=0 reason='unsupported_crs' stage='geometry'");
    }

    [Theory]
    [InlineData("\"a\"", "\"a\"", "a")]
    [InlineData("5", "\"5\"", "5")]
    [InlineData("\"landing-zone-1\"", "null", "landing-zone-1")]
    public void AnIdThatStandsTwiceIsRefused(string first, string second, string id)
    {
        string json = Vector.Collection(
            Vector.Feature(Vector.Point(), "null", $", \"id\": {first}"), Vector.Feature(Vector.Point("[5, 52]"), "null", $", \"id\": {second}"));

        Vector.Refuses("landing_zones", json, $"feature_id='{id}' feature_index=1 first_feature_index=0 reason='duplicate_id' stage='feature'");
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("""{"a": 1}""")]
    public void AnIdIsNoList(string id) => Vector.Refuses(
        "landing_zones",
        Vector.Collection(Vector.Feature(Vector.Point(), "null", $", \"id\": {id}")),
        "feature_index=0 reason='invalid_id' stage='feature'");

    [Fact]
    public void AnEdgeAcrossTheAntimeridianIsRefused()
    {
        Vector.Refuses(
            "geofences",
            Vector.Polygon("[[179.9, 10], [-179.9, 10], [-179.9, 11], [179.9, 11], [179.9, 10]]"),
            "feature_index=0 position_index=1 reason='antimeridian' ring_index=0 stage='geometry'");
        Vector.Refuses(
            "obstacles",
            Vector.Feature("""{"type": "LineString", "coordinates": [[0, 0], [-100, 0], [100, 0]]}""", """{"height_m": 1}"""),
            "feature_index=0 position_index=2 reason='antimeridian' ring_index=null stage='geometry'");
    }

    [Fact]
    public void AGeometryThatIsSplitAtTheAntimeridianIsUnderstood() => Assert.Null(Vector.Geofences(
        """
        {"type": "MultiPolygon", "coordinates": [[[[179.9, 10], [180, 10], [180, 11], [179.9, 11], [179.9, 10]]],
          [[[-180, 10], [-179.9, 10], [-179.9, 11], [-180, 11], [-180, 10]]]]}
        """).Error);

    [Theory]
    [InlineData("""{"active_from": "2026-06-02", "active_until": "2026-06-01"}""", true)]
    [InlineData("""{"active_from": "2026-06-01T10:00:00+02:00", "active_until": "2026-06-01T07:59:59Z"}""", true)]
    [InlineData("""{"active_from": "2026-06-01T10:00:00+02:00", "active_until": "2026-06-01T08:00:00Z"}""", false)]
    [InlineData("""{"active_from": "2026-06-01T22:00:00Z", "active_until": "2026-06-01T02:00:00Z", "recurrence": "daily"}""", false)]
    public void AWindowThatEndsBeforeItBegins(string properties, bool refused)
    {
        if (refused)
            Vector.Refuses("geofences", Vector.Zone(properties), "feature_index=0 property='active_until' reason='inverted_window' stage='feature'");
        else
            Assert.Null(Vector.Geofences(Vector.Zone(properties)).Error);
    }

    [Theory]
    [InlineData("geofences", """{"ceilling_m": 5}""", "ceilling_m")]
    [InlineData("geofences", """{"Kind": "required"}""", "Kind")]
    [InlineData("geofences", """{"floor": 5}""", "floor")]
    [InlineData("geofences", """{"ceiling_ft": 5, "floor_m": 0}""", "ceiling_ft")]
    [InlineData("geofences", """{"activeFrom": "x"}""", "activeFrom")]
    [InlineData("geofences", """{"recurence": "daily"}""", "recurence")]
    [InlineData("landing_zones", """{"altitude": 5}""", "altitude")]
    [InlineData("landing_zones", """{"altitude_m": 5}""", "altitude_m")]
    [InlineData("obstacles", """{"height_m": 5, "radius": 5}""", "radius")]
    [InlineData("obstacles", """{"height_m": 5, "uncertanty_m": 5}""", "uncertanty_m")]
    public void AMisspeltPropertyIsRefused(string asset, string properties, string name) => Vector.Refuses(
        asset,
        Vector.Collection(Vector.Feature(asset == "geofences" ? Vector.Polygon(Vector.Square) : Vector.Point(), properties)),
        $"feature_index=0 property='{name}' reason='misspelt_property' stage='feature'");

    [Theory]
    [InlineData("geofences", """{"name": "x", "type": "R", "icaoClass": "D", "lower": 1, "country": "NL", "ceiling_m": 5, "ceiling": 5, "id": "k"}""")]
    [InlineData("landing_zones", """{"surface": "grass", "ele": 5, "name": "x", "altitude_amsl_m": 5, "altitude": 5}""")]
    [InlineData("obstacles", """{"height_m": 5, "height": 5, "source": "x", "name": "kin", "material": "steel", "lit": true}""")]
    public void OtherPropertiesMeanNothing(string asset, string properties) => Assert.Null(
        Vector.Error(asset, Vector.Collection(Vector.Feature(asset == "geofences" ? Vector.Polygon(Vector.Square) : Vector.Point(), properties))));

    [Fact]
    public void APropertyBesideThePropertiesIsRefused()
    {
        string square = Vector.Polygon(Vector.Square);
        Vector.Refuses(
            "geofences",
            Vector.Collection(Vector.Feature(square, "{}", ", \"floor_m\": 5")),
            "feature_index=0 property='floor_m' reason='misspelt_property' stage='feature'");
        Vector.Refuses(
            "geofences",
            Vector.Collection($$"""{"type": "Feature", "propertes": {"kind": "required"}, "geometry": {{square}}}"""),
            "feature_index=0 property='propertes' reason='misspelt_property' stage='feature'");
    }

    [Theory]
    [InlineData("""{"floor_m": NaN}""", "feature_index=0 property='floor_m' reason='not_finite' stage='schema_validation'")]
    [InlineData("""{"ceiling_m": 1e400}""", "feature_index=0 property='ceiling_m' reason='not_finite' stage='schema_validation'")]
    [InlineData("""{"other": [1, {"x": -Infinity}]}""", "feature_index=0 reason='not_finite' stage='feature'")]
    public void ANumberThatIsNoneIsRefusedWhereverItStands(string properties, string expected) =>
        Vector.Refuses("geofences", Vector.Zone(properties), expected);

    [Fact]
    public void ANumberThatIsNoneInOtherPlaces()
    {
        Vector.Refuses("obstacles", Vector.Obstacle("""{"height_m": 1e999}"""), "feature_index=0 property='height_m' reason='not_finite' stage='feature'");
        Vector.Refuses("landing_zones", Vector.Feature(Vector.Point("[4, 52, NaN]")), "reason='not_finite' stage='schema_validation'");
        Vector.Refuses("landing_zones", Vector.Collection(Vector.Feature(Vector.Point("[4, 52, NaN]"))), "feature_index=0 reason='not_finite' stage='feature'");
        Vector.Refuses("geofences", """{"type": "FeatureCollection", "bbox": [0, Infinity], "features": []}""", "reason='not_finite' stage='schema_validation'");
    }

    [Fact]
    public void EveryNumberThatIsNoneIsToldOnce() => Assert.Equal(
        ["features.0.geometry.coordinates.0.1.0", "features.0.properties.floor_m", "features.0", "features.0"],
        Vector.Error("geofences", Vector.Collection(Vector.Feature(
            Vector.Polygon("[[4, 52], [NaN, 52], [5, 53], [4, 52, Infinity]]"), """{"floor_m": -Infinity, "x": NaN}""")))!.Problems.Select(p => p.Path));

    [Fact]
    public void TheContractIsToldFirst()
    {
        string json = Vector.Collection(
            Vector.Feature(Vector.Polygon(Vector.Square), """{"ceilling_m": 5, "id": "a"}"""),
            Vector.Feature(Vector.Polygon(Vector.Square), """{"kind": "x", "id": "a"}"""));

        Vector.Refuses("geofences", json, "feature_index=1 kind='x' stage='feature'");
        Assert.Equal(
            ["enum", "misspelt_property", "duplicate_id"], Vector.Error("geofences", json)!.Problems.Select(p => p.Type));
    }
}
