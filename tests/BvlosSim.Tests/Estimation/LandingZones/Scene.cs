using System.Collections.Immutable;
using BvlosSim.Environment;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Terrain;
using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Checks;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Estimation.Sampling;
using BvlosSim.Missions;
using BvlosSim.Vehicles;

namespace BvlosSim.Tests.Estimation.LandingZones;

/// <summary>A mission with its landing zones: everything that the check looks at.</summary>
internal sealed record Scene
{
    public required ImmutableArray<LandingZone>? Zones { get; init; }

    public ImmutableArray<RouteItem> Route { get; init; } = BaseRoute;

    public double HomeLonDeg { get; init; } = 4.0;

    public double? MaxDistanceM { get; init; }

    public EstimationOptions? Options { get; init; }

    public WindProvider? Wind { get; init; }

    public TerrainProvider? Terrain { get; init; }

    public IReadOnlyDictionary<int, IReadOnlySet<string>>? Unavailable { get; init; }

    public double BatteryWh { get; init; } = 900.0;

    public double? TurnRadiusM { get; init; } = 80.0;

    public double? CruiseSpeedMps { get; init; } = 20.0;

    public double ReferenceDensityKgm3 { get; init; }

    public double? MaxCrabAngleDeg { get; init; } = 35.0;

    public static RouteItem Return { get; } = new() { Id = "rtl", Action = RouteAction.Rtl };

    /// <summary>Up to 90 m, 1.8 km to the north-east at 130 m, and back.</summary>
    public static ImmutableArray<RouteItem> BaseRoute { get; } =
    [
        TakeOff(80.0),
        To("wp1", 52.01, 4.02, 120.0),
        Return,
    ];

    /// <summary>Up to 90 m, 130 m to the north-east, and back.</summary>
    public static ImmutableArray<RouteItem> ShortRoute { get; } = [TakeOff(80.0), To("wp1", 52.001, 4.001, 80.0), Return];

    public Vehicle Vehicle => new()
    {
        VehicleId = "v",
        Class = VehicleClass.Vtol,
        CharacteristicDimensionM = 2.0,
        Mass = new VehicleMass { EmptyKg = 8.0, MaxPayloadKg = 2.0, MaxTakeoffKg = 12.0 },
        Performance = new VehiclePerformance
        {
            CruiseSpeedMps = 20.0,
            HoverSpeedMps = 5.0,
            MaxSpeedMps = 30.0,
            ClimbRateMps = 3.0,
            DescentRateMps = 2.0,
            TurnRadiusM = TurnRadiusM,
            MaxCrabAngleDeg = MaxCrabAngleDeg,
            MaxStationKeepWindMps = 8.0,
        },
        Energy = new VehicleEnergy
        {
            BatteryCapacityWh = BatteryWh,
            ReservePercentDefault = 25.0,
            CruisePowerW = 450.0,
            HoverPowerW = 1200.0,
            ClimbPowerW = 1500.0,
            DescentPowerW = 300.0,
            ReferenceDensityKgm3 = ReferenceDensityKgm3 > 0.0 ? ReferenceDensityKgm3 : null,
        },
        Capabilities = new VehicleCapabilities(Hover: true, ForwardFlight: true),
        CalibrationStatus = CalibrationStatus.ManufacturerDerived,
    };

    public Mission Mission => new()
    {
        MissionId = "m",
        VehicleProfile = "v",
        PlannedHome = new PlannedHome(52.0, HomeLonDeg, 10.0),
        Defaults = new MissionDefaults { CruiseSpeedMps = CruiseSpeedMps },
        Route = Route,
        Constraints = new MissionConstraints { MinDistanceToLandingZoneM = MaxDistanceM },
    };

    public FlightSettings Settings
    {
        get
        {
            Assert.Null(FlightSettings.Resolve(Mission, Vehicle, Options, Wind, out FlightSettings? settings));
            return settings!;
        }
    }

    public static RouteItem TakeOff(double altitudeM) => new() { Id = "to", Action = RouteAction.VtolTakeoff, AltitudeM = altitudeM };

    public static RouteItem To(string id, double latDeg, double lonDeg, double altitudeM) =>
        new() { Id = id, Action = RouteAction.Waypoint, LatDeg = latDeg, LonDeg = lonDeg, AltitudeM = altitudeM };

    public static LandingZone PointZone(string id, double lonDeg, double latDeg, double? altitudeM) =>
        new() { Id = id, Point = new GeoPoint(latDeg, lonDeg), AltitudeAmslM = altitudeM };

    public static LandingZone BoxZone(string id, double southDeg, double northDeg, double westDeg, double eastDeg, double? altitudeM) =>
        AreaZone(id, altitudeM, Box(southDeg, northDeg, westDeg, eastDeg));

    public static LandingZone AreaZone(string id, double? altitudeM, params ImmutableArray<GeoPoint>[] polygons) =>
        new() { Id = id, Polygons = [.. polygons.Select(ring => new GeoPolygon([ring]))], AltitudeAmslM = altitudeM };

    /// <summary>A rectangle, counter-clockwise from its south-western corner.</summary>
    public static ImmutableArray<GeoPoint> Box(double southDeg, double northDeg, double westDeg, double eastDeg) =>
        Ring((westDeg, southDeg), (eastDeg, southDeg), (eastDeg, northDeg), (westDeg, northDeg));

    /// <summary>A closed ring of longitudes and latitudes.</summary>
    public static ImmutableArray<GeoPoint> Ring(params (double LonDeg, double LatDeg)[] corners) =>
        [.. corners.Append(corners[0]).Select(corner => new GeoPoint(corner.LatDeg, corner.LonDeg))];

    public static Dictionary<int, IReadOnlySet<string>> Unavailability(params (int Leg, string[] Ids)[] legs) =>
        legs.ToDictionary(leg => leg.Leg, leg => (IReadOnlySet<string>)leg.Ids.ToHashSet());

    /// <summary>Whether the aircraft can fly the route at all.</summary>
    public bool IsFlyable => Fly() is { Failure: null } route
        && EnergyEvaluation.Evaluate(Mission, Vehicle, Settings, route.Legs, out _, CancellationToken.None) is null;

    /// <summary>Flies the mission and prepares the check.</summary>
    public LandingZoneInput Prepare()
    {
        FlightSettings settings = Settings;
        FlownRoute route = Fly();
        Assert.Null(route.Failure);
        Assert.Null(EnergyEvaluation.Evaluate(Mission, Vehicle, settings, route.Legs, out EnergyResult? energy, CancellationToken.None));
        return new LandingZoneInput
        {
            Mission = Mission,
            Vehicle = Vehicle,
            Settings = settings,
            Path = new FlownPath(route.Legs, settings.MaxSegmentLengthM, CancellationToken.None),
            Energy = energy,
            Sites = Zones is { } zones ? LandingSites.Compile(zones, CancellationToken.None) : null,
            Terrain = Terrain,
            UnavailableByLeg = Unavailable,
        };
    }

    public CheckOutcome<LandingZoneResult> Run() => LandingZoneCheck.Evaluate(Prepare(), CancellationToken.None);

    private FlownRoute Fly() => RouteFlight.Fly(Mission, Vehicle, Settings, Terrain, CancellationToken.None);
}
