using BvlosSim.Environment;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Readiness;
using CsCheck;

namespace BvlosSim.Tests.Readiness;

/// <summary>
/// What never turns a GO into a NO-GO. A weaker limit is one that is further off, not one that is gone: what is not limited is not evaluated,
/// and that is missing evidence.
/// </summary>
public class GoMonotonyTests
{
    private const int Operations = 600;

    private static Gen<(RandomOperation Operation, double Factor)> Any { get; } = Gen.Select(RandomOperation.Any, Property.Between(1.0, 2.5));

    [Fact]
    public void The_operations_drawn_here_are_a_go_often_and_often_not()
    {
        int go = 0;
        var failed = new SortedSet<string>(StringComparer.Ordinal);
        Property.Holds(
            RandomOperation.Any,
            operation =>
            {
                OperationalReadiness verdict = operation.Judge();
                go += verdict.IsGo ? 1 : 0;
                failed.UnionWith(verdict.FailedChecks);
            },
            Operations);
        Assert.InRange(go, Operations / 10, Operations * 7 / 8);
        Assert.Superset(
            new HashSet<string>(["geofence", "landing_zone", "resource", "link", "obstacle", "weather", "warnings"]),
            failed);
    }

    [Fact]
    public void A_larger_battery_at_the_same_mass() => Stays(
        (o, factor) => o.WithVehicle(v => v.WithEnergy(e => e with { BatteryCapacityWh = e.BatteryCapacityWh * factor })));

    [Fact]
    public void A_smaller_landing_reserve() => Stays(
        (o, factor) => o.WithLimits(c => c with { MinLandingReservePercent = c.MinLandingReservePercent / factor }));

    [Fact]
    public void A_weaker_wind_limit_of_the_mission() => Stays((o, factor) => o.WithLimits(c => c with { MaxWindMps = c.MaxWindMps * factor }));

    [Fact]
    public void A_weaker_crosswind_limit() => Stays((o, factor) => o.WithLimits(c => c with { MaxCrosswindMps = c.MaxCrosswindMps * factor }));

    [Fact]
    public void A_smaller_clearance_from_obstacles() =>
        Stays((o, factor) => o.WithLimits(c => c with { MinObstacleClearanceM = c.MinObstacleClearanceM / factor }));

    [Fact]
    public void A_greater_distance_to_a_landing_zone() =>
        Stays((o, factor) => o.WithLimits(c => c with { MinDistanceToLandingZoneM = c.MinDistanceToLandingZoneM * factor }));

    [Fact]
    public void One_more_landing_zone() => Stays((o, factor) => o.WithOneMoreLandingZone((int)(factor * 1e8)));

    [Fact]
    public void A_link_of_greater_range() => Stays((o, factor) => o.WithMission(
        m => m with { LinkSystems = [.. m.LinkSystems.Select(l => l with { MaxRangeM = l.MaxRangeM * factor })] }));

    [Fact]
    public void A_lower_least_ground_speed() => Stays(
        (o, factor) => o.WithMission(m => m.WithEstimation(e => e with { MinGroundspeedMps = e.MinGroundspeedMps / factor })));

    [Fact]
    public void A_greater_crab_angle() => Stays(
        (o, factor) => o.WithVehicle(v => v.WithPerformance(p => p with { MaxCrabAngleDeg = Math.Min(89.0, p.MaxCrabAngleDeg!.Value * factor) })));

    [Fact]
    public void A_weaker_wind_limit_of_the_vehicle() => Stays((o, factor) => o.WithVehicle(v => v.WithPerformance(p => p with
    {
        MaxWindMps = p.MaxWindMps * factor,
        MaxStationKeepWindMps = p.MaxStationKeepWindMps * factor,
    })));

    [Fact]
    public void Lower_failsafe_levels() => Stays((o, factor) => o.WithVehicle(v => v with
    {
        Failsafe = v.Failsafe with
        {
            LowBatteryWarnPercent = v.Failsafe.LowBatteryWarnPercent / factor,
            LowBatteryAbortPercent = v.Failsafe.LowBatteryAbortPercent / factor,
        },
    }));

    [Fact]
    public void A_smaller_forbidden_zone() =>
        Stays((o, factor) => o.WithZones(GeofenceKind.Forbidden, (zone, middle) => Scaled(zone, middle, 1.0 / factor)));

    [Fact]
    public void A_forbidden_zone_with_a_lower_ceiling_and_a_higher_floor() => Stays((o, factor) => o.WithZones(GeofenceKind.Forbidden, (zone, _) =>
    {
        double lessM = (zone.CeilingM!.Value - zone.FloorM!.Value) * (0.5 - (0.5 / factor));
        return zone with { FloorM = zone.FloorM + lessM, CeilingM = zone.CeilingM - lessM };
    }));

    [Fact]
    public void A_forbidden_zone_that_is_active_less_long() => Stays((o, factor) => o.WithZones(
        GeofenceKind.Forbidden,
        (zone, _) => zone with { ActiveFrom = o.Input.Mission.DepartureTime!.Value.Value.AddSeconds(600.0 * factor) }));

    [Fact]
    public void One_forbidden_zone_less() =>
        Stays((o, _) => o with { Input = o.Input with { Geofences = o.Input.Geofences!.Value[..^1] } });

    [Fact]
    public void A_larger_required_zone() =>
        Stays((o, factor) => o.WithZones(GeofenceKind.Required, (zone, middle) => Scaled(zone, middle, factor)));

    /// <summary>A GO stays a GO under a change, and some NO-GO becomes a GO by it.</summary>
    private static void Stays(Func<RandomOperation, double, RandomOperation> change)
    {
        int won = 0;
        Property.Holds(
            Any,
            drawn =>
            {
                bool before = drawn.Operation.Judge().IsGo;
                OperationalReadiness after = change(drawn.Operation, drawn.Factor).Judge();
                Assert.True(!before || after.IsGo, string.Join(", ", [.. after.MissingEvidence, .. after.FailedChecks]));
                won += !before && after.IsGo ? 1 : 0;
            },
            Operations);
        Assert.True(won > 0, "The change never mattered.");
    }

    /// <summary>The zone scaled about a point from which all of its boundary is seen: a part of the zone when it shrinks.</summary>
    private static GeofenceZone Scaled(GeofenceZone zone, GeoPoint middle, double scale) => zone with
    {
        Polygons =
        [
            new GeoPolygon([[.. zone.Polygons[0].Rings[0].Select(p => new GeoPoint(
                middle.LatDeg + ((p.LatDeg - middle.LatDeg) * scale), middle.LonDeg + ((p.LonDeg - middle.LonDeg) * scale)))]]),
        ],
    };
}
