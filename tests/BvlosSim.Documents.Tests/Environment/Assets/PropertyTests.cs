using BvlosSim.Environment.Airspace;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Obstacles;

namespace BvlosSim.Documents.Tests.Environment.Assets;

/// <summary>The properties of zones and obstacles.</summary>
public class PropertyTests
{
    [Fact]
    public void AGeofenceWithoutPropertiesForbidsEverything()
    {
        GeofenceZone zone = Vector.Geofences(Vector.Zone("{}")).Items!.Value[0];

        Assert.Equal(GeofenceKind.Forbidden, zone.Kind);
        Assert.Equal((null, null), (zone.FloorM, zone.CeilingM));
        Assert.False(zone.HasTimeWindow);
    }

    [Fact]
    public void AGeofenceWithAllProperties()
    {
        GeofenceZone zone = Vector.Geofences(Vector.Zone(
            """
            {"kind": "required", "floor_m": -5, "ceiling_m": 120.5, "active_from": "2026-06-01T22:00:00+02:00", "active_until": 1780261200,
             "recurrence": "weekdays", "name": "x", "other": {"deep": [1, 2]}}
            """)).Items!.Value[0];

        Assert.Equal(GeofenceKind.Required, zone.Kind);
        Assert.Equal((-5.0, 120.5), (zone.FloorM, zone.CeilingM));
        Assert.Equal(new DateTimeOffset(2026, 6, 1, 20, 0, 0, TimeSpan.Zero), zone.ActiveFrom);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1780261200), zone.ActiveUntil);
        Assert.Equal(Recurrence.Weekdays, zone.Recurrence);
    }

    [Theory]
    [InlineData("null", "None")]
    [InlineData("\"Forbidden\"", "Forbidden")]
    [InlineData("\"caution\"", "caution")]
    [InlineData("5", "5")]
    [InlineData("5.0", "5.0")]
    [InlineData("true", "True")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    public void AKindIsForbiddenOrRequired(string kind, string text) =>
        Vector.Refuses("geofences", Vector.Zone($$"""{"kind": {{kind}}}"""), $"feature_index=0 kind='{text}' stage='feature'");

    [Theory]
    [InlineData("floor_m", "null", "NoneType")]
    [InlineData("floor_m", "true", "bool")]
    [InlineData("ceiling_m", "\"5\"", "str")]
    [InlineData("ceiling_m", "[]", "list")]
    [InlineData("ceiling_m", "{}", "dict")]
    public void AFloorIsANumber(string name, string value, string type) => Vector.Refuses(
        "geofences",
        Vector.Zone($$"""{"{{name}}": {{value}}}"""),
        $"feature_index=0 property='{name}' stage='schema_validation' value_type='{type}'");

    [Theory]
    [InlineData("5", "5")]
    [InlineData("5", "4.9")]
    public void ACeilingIsAboveTheFloor(string floor, string ceiling) => Vector.Refuses(
        "geofences",
        Vector.Zone($$"""{"floor_m": {{floor}}, "ceiling_m": {{ceiling}}}"""),
        "feature_index=0 first_error_path=null first_error_type='value_error' stage='geometry' validation_error_count=1");

    [Theory]
    [InlineData("active_from", "true", "datetime_type")]
    [InlineData("active_from", "[]", "datetime_type")]
    [InlineData("active_until", "{}", "datetime_type")]
    [InlineData("active_until", "\"soon\"", "datetime_from_date_parsing")]
    [InlineData("active_from", "\"2026-06-01T24:00\"", "datetime_from_date_parsing")]
    [InlineData("active_from", "\" 2026-06-01\"", "datetime_from_date_parsing")]
    [InlineData("active_from", "NaN", "datetime_parsing")]
    [InlineData("active_from", "1e300", "datetime_parsing")]
    [InlineData("active_from", "\"0000-01-01\"", "datetime_parsing")]
    [InlineData("recurrence", "\"Daily\"", "enum")]
    [InlineData("recurrence", "5", "enum")]
    [InlineData("recurrence", "false", "enum")]
    public void ATimeOfActivity(string name, string value, string type) => Vector.Refuses(
        "geofences",
        Vector.Zone($$"""{"{{name}}": {{value}}}"""),
        $"feature_index=0 first_error_path='{name}' first_error_type='{type}' stage='geometry' validation_error_count=1");

    [Fact]
    public void BrokenRulesAreCountedInTheOrderOfTheRecord()
    {
        string json = Vector.Collection(Vector.Feature(
            """{"type": "MultiPolygon", "coordinates": []}""",
            """{"recurrence": "x", "active_until": "x", "active_from": "x", "floor_m": 5, "ceiling_m": 5}"""));

        Vector.Refuses("geofences", json, "feature_index=0 first_error_path='geometry.polygons' first_error_type='too_short' stage='geometry' validation_error_count=4");
        Assert.Equal(4, Vector.Error("geofences", json)!.Problems.Length);
    }

    [Fact]
    public void NullTimesAreNone() => Assert.False(
        Vector.Geofences(Vector.Zone("""{"active_from": null, "active_until": null, "recurrence": null}""")).Items!.Value[0].HasTimeWindow);

    [Theory]
    [InlineData("""{"altitude_amsl_m": 5}""", 5.0)]
    [InlineData("""{"altitude_amsl_m": -5.5}""", -5.5)]
    [InlineData("""{"altitude_amsl_m": null}""", null)]
    [InlineData("""{"surface": "grass"}""", null)]
    public void ALandingZone(string properties, double? altitude)
    {
        LandingZone zone = Vector.LandingZones(Vector.Collection(Vector.Feature(Vector.Point(), properties))).Items!.Value[0];

        Assert.Equal(altitude, zone.AltitudeAmslM);
        Assert.Equal((52.0, 4.0), (zone.Point!.Value.LatDeg, zone.Point.Value.LonDeg));
        Assert.Empty(zone.Polygons);
    }

    [Theory]
    [InlineData("\"5\"")]
    [InlineData("true")]
    [InlineData("NaN")]
    [InlineData("1e400")]
    [InlineData("[]")]
    public void AnAltitudeIsAFiniteNumber(string altitude) => Vector.Refuses(
        "landing_zones",
        Vector.Zone($$"""{"altitude_amsl_m": {{altitude}}}"""),
        "feature_index=0 first_error_path='altitude_amsl_m' first_error_type='value_error' stage='geometry' validation_error_count=1");

    [Theory]
    [InlineData("""{"height_m": 0}""", 0.0, 0.0, 0.0)]
    [InlineData("""{"height_m": 5.5, "radius_m": 2, "uncertainty_m": 3}""", 5.5, 2.0, 3.0)]
    public void AnObstacle(string properties, double height, double radius, double uncertainty)
    {
        Obstacle obstacle = Vector.Obstacles(Vector.Obstacle(properties)).Items!.Value[0];

        Assert.Equal((height, radius, uncertainty), (obstacle.HeightM, obstacle.RadiusM, obstacle.UncertaintyM));
    }

    [Theory]
    [InlineData("{}", "feature_index=0 property='height_m' stage='feature'")]
    [InlineData("""{"height_m": null}""", "feature_index=0 property='height_m' stage='feature' value_type='NoneType'")]
    [InlineData("""{"height_m": "5"}""", "feature_index=0 property='height_m' stage='feature' value_type='str'")]
    [InlineData("""{"height_m": 5, "radius_m": null}""", "feature_index=0 property='radius_m' stage='feature' value_type='NoneType'")]
    [InlineData("""{"height_m": 5, "uncertainty_m": true}""", "feature_index=0 property='uncertainty_m' stage='feature' value_type='bool'")]
    [InlineData("""{"height_m": -0.1}""", "feature_index=0 first_error_path='height_m' first_error_type='greater_than_equal' stage='geometry' validation_error_count=1")]
    [InlineData("""{"height_m": NaN}""", "feature_index=0 first_error_path='height_m' first_error_type='greater_than_equal' stage='geometry' validation_error_count=1")]
    [InlineData("""{"height_m": 5, "radius_m": -1, "uncertainty_m": -1e400}""", "feature_index=0 first_error_path='radius_m' first_error_type='greater_than_equal' stage='geometry' validation_error_count=2")]
    public void AnObstacleHasAHeight(string properties, string expected) => Vector.Refuses("obstacles", Vector.Obstacle(properties), expected);

    [Theory]
    [InlineData("\"a\"", "null", "a")]
    [InlineData("\" \"", "\"b\"", " ")]
    [InlineData("null", "\"b\"", "b")]
    [InlineData("\"\"", "7", "7")]
    [InlineData("0", "5.0", "5.0")]
    [InlineData("0.0", "1e20", "1e+20")]
    [InlineData("[]", "true", "True")]
    [InlineData("{}", "-7", "-7")]
    [InlineData("false", "\"\"", "geofence-0")]
    [InlineData("12345678901234567890", "null", "12345678901234567890")]
    public void AnIdIsTheFirstThatIsGiven(string own, string other, string id)
    {
        string feature = Vector.Feature(Vector.Polygon(Vector.Square), $$"""{"id": {{other}}}""", $", \"id\": {own}");

        Assert.Equal(id, Vector.Geofences(Vector.Collection(feature)).Items!.Value[0].Id);
    }

    [Fact]
    public void AnIdThatIsMissingIsThePlaceInTheFile()
    {
        string zone = Vector.Feature(Vector.Polygon(Vector.Square));

        Assert.Equal(["geofence-0", "geofence-1"], Vector.Geofences(Vector.Collection(zone, zone)).Items!.Value.Select(z => z.Id));
        Assert.Equal(["landing-zone-0", "landing-zone-1"], Vector.LandingZones(Vector.Collection(zone, zone)).Items!.Value.Select(z => z.Id));
    }
}
