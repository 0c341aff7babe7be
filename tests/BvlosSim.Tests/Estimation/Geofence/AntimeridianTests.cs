using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Sampling;
using static BvlosSim.Tests.Estimation.Geofence.BaseFlight;

namespace BvlosSim.Tests.Estimation.Geofence;

/// <summary>Routes across the antimeridian, where zones must be split.</summary>
public sealed class AntimeridianTests
{
    private static FlownPath BaseAcross { get; } = Path(new GeoPoint(0.0, 179.99), [Waypoint("wp1", 0.0, -179.99), Return]);

    private static FlownPath LegAcross { get; } = SingleLeg(new GeoPoint(10.0, 179.995), new GeoPoint(10.0, -179.995));

    private static FlownPath LegBack { get; } = SingleLeg(new GeoPoint(10.0, -179.995), new GeoPoint(10.0, 179.995));

    [Theory]
    [InlineData(-0.001, 0.001, -179.996, -179.994, "1:F 2:F")]
    [InlineData(-0.001, 0.001, 179.994, 179.996, "1:F 2:F")]
    [InlineData(-1.0, 1.0, -179.0, 179.0, "")]
    public void Forbidden_zones_on_either_side_are_met(double south, double north, double west, double east, string conflicts) =>
        Assert.Equal(conflicts, Zones.Check(BaseAcross, Zones.Forbidden("F", Rectangle(south, north, west, east))).Conflicts);

    [Fact]
    public void A_split_required_zone_holds_the_route() => Assert.Equal("", Zones.Check(
        BaseAcross, Zones.Parts("R", GeofenceKind.Required, Rectangle(-1, 1, 179, 180), Rectangle(-1, 1, -180, -179))).Conflicts);

    [Theory]
    [InlineData(-179.999, -179.998)]
    [InlineData(179.997, 179.998)]
    public void A_single_leg_meets_zones_on_either_side(double west, double east)
    {
        GeofenceZone zone = Zones.Forbidden("F", Rectangle(9.9, 10.1, west, east));
        Assert.Equal("0:F", Zones.Check(LegAcross, zone).Conflicts);
        Assert.Equal("0:F", Zones.Check(LegBack, zone).Conflicts);
    }

    [Fact]
    public void Half_of_a_required_zone_does_not_hold_a_leg()
    {
        GeofenceZone half = Zones.Required("R", Rectangle(9.9, 10.1, 179.9, 180));
        GeofenceZone both = Zones.Parts("R", GeofenceKind.Required, Rectangle(9.9, 10.1, 179.9, 180), Rectangle(9.9, 10.1, -180, -179.9));
        Assert.Equal("0:!R", Zones.Check(LegAcross, half).Conflicts);
        Assert.Equal("0:!R", Zones.Check(LegBack, half).Conflicts);
        Assert.Equal("", Zones.Check(LegAcross, both).Conflicts);
        Assert.Equal("", Zones.Check(LegBack, both).Conflicts);
    }

    [Fact]
    public void An_unsplit_ring_spans_the_other_way_round() =>
        Assert.Equal("", Zones.Check(LegAcross, Zones.Forbidden("U", Rectangle(9.9, 10.1, 179.9, -179.9))).Conflicts);
}
