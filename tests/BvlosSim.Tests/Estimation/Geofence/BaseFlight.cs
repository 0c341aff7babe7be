using System.Collections.Immutable;
using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Sampling;
using BvlosSim.Missions;
using BvlosSim.Vehicles;

namespace BvlosSim.Tests.Estimation.Geofence;

/// <summary>The base mission and vehicle of the worked checks, flown without wind, and flights like them.</summary>
internal static class BaseFlight
{
    public const double HomeAltitudeM = 10.0;

    private const double DefaultSegmentLengthM = 500.0;

    private static Vehicle Vehicle { get; } = new()
    {
        VehicleId = "v",
        Class = VehicleClass.Vtol,
        Mass = new VehicleMass { EmptyKg = 8, MaxPayloadKg = 2, MaxTakeoffKg = 12 },
        Performance = new VehiclePerformance
        {
            CruiseSpeedMps = 20,
            HoverSpeedMps = 5,
            MaxSpeedMps = 30,
            ClimbRateMps = 3,
            DescentRateMps = 2,
            TurnRadiusM = 80,
            MaxCrabAngleDeg = 35,
            MaxStationKeepWindMps = 8,
        },
        Energy = new VehicleEnergy { BatteryCapacityWh = 900, ReservePercentDefault = 25, CruisePowerW = 450, HoverPowerW = 1200 },
    };

    /// <summary>The base mission: vertical take-off to 90 m, to (52.01, 4.02) at 130 m, and back.</summary>
    public static FlownPath Path(double maxSegmentLengthM = DefaultSegmentLengthM) =>
        Path(new GeoPoint(52.0, 4.0), [Waypoint("wp1", 52.01, 4.02), Return], maxSegmentLengthM);

    /// <summary>A take-off at home, and then the given items.</summary>
    public static FlownPath Path(
        GeoPoint home, IEnumerable<RouteItem> items, double maxSegmentLengthM = DefaultSegmentLengthM, Fidelity fidelity = Fidelity.V1)
    {
        var mission = new Mission
        {
            MissionId = "m",
            VehicleProfile = "v",
            PlannedHome = new PlannedHome(home.LatDeg, home.LonDeg, HomeAltitudeM),
            Route = [new RouteItem { Id = "to", Action = RouteAction.VtolTakeoff, AltitudeM = 80 }, .. items],
        };
        var options = new EstimationOptions { Fidelity = fidelity };
        Assert.Null(FlightSettings.Resolve(mission, Vehicle, options, ConstantWind.Calm, out FlightSettings? settings));
        FlownRoute route = RouteFlight.Fly(mission, Vehicle, settings!, null, CancellationToken.None);
        Assert.Null(route.Failure);
        return new FlownPath(route.Legs, maxSegmentLengthM, CancellationToken.None);
    }

    /// <summary>A leg by itself, level at 100 m.</summary>
    public static FlownPath SingleLeg(GeoPoint start, GeoPoint end)
    {
        Leg leg = Path(start, [Waypoint("wp", end.LatDeg, end.LonDeg)]).Legs[1];
        return new FlownPath([leg with { LegIndex = 0 }], DefaultSegmentLengthM, CancellationToken.None);
    }

    public static RouteItem Waypoint(string id, double latDeg, double lonDeg, double altitudeM = 120) =>
        new() { Id = id, Action = RouteAction.Waypoint, LatDeg = latDeg, LonDeg = lonDeg, AltitudeM = altitudeM };

    public static RouteItem Return { get; } = new() { Id = "rtl", Action = RouteAction.Rtl };

    /// <summary>A closed ring around a rectangle.</summary>
    public static ImmutableArray<GeoPoint> Rectangle(double south, double north, double west, double east) =>
        [new(south, west), new(south, east), new(north, east), new(north, west), new(south, west)];
}
