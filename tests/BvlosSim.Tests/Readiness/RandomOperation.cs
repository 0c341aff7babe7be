using System.Collections.Immutable;
using BvlosSim.Environment;
using BvlosSim.Environment.Airspace;
using BvlosSim.Environment.Grids;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Environment.Population;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Links;
using BvlosSim.Missions;
using BvlosSim.Readiness;
using BvlosSim.Resources;
using BvlosSim.Vehicles;
using CsCheck;

namespace BvlosSim.Tests.Readiness;

/// <summary>
/// A mission drawn at random with every category of evidence, each limit of which it keeps about as often as not quite: of those drawn here
/// some are a GO, and the others fail by a little of one thing or another.
/// </summary>
/// <param name="Input">The input of its estimate.</param>
/// <param name="Middles">For every geofence a point from which all of its boundary is seen.</param>
internal sealed record RandomOperation(EstimationInput Input, ImmutableArray<GeoPoint> Middles)
{
    private const double HomeLatDeg = 52.30;
    private const double HomeLonDeg = 5.60;
    private const double HomeAltitudeM = 2.0;

    /// <summary>Operations.</summary>
    public static Gen<RandomOperation> Any { get; } = Gen.Int[0, int.MaxValue - 1].Select(seed => Of(new Random(seed)));

    /// <summary>The verdict.</summary>
    public OperationalReadiness Judge() =>
        OperationalReadiness.Judge(MissionEstimator.Estimate(Input), Input.Mission.Constraints.AcceptedWarningCodes);

    /// <summary>The same operation with other limits.</summary>
    public RandomOperation WithLimits(Func<MissionConstraints, MissionConstraints> change) =>
        WithMission(m => m.WithConstraints(change));

    /// <summary>The same operation with another mission.</summary>
    public RandomOperation WithMission(Func<Mission, Mission> change) => this with { Input = Input with { Mission = change(Input.Mission) } };

    /// <summary>The same operation with another vehicle.</summary>
    public RandomOperation WithVehicle(Func<Vehicle, Vehicle> change) => this with { Input = Input with { Vehicle = change(Input.Vehicle) } };

    /// <summary>The same operation with other geofences of a kind.</summary>
    public RandomOperation WithZones(GeofenceKind kind, Func<GeofenceZone, GeoPoint, GeofenceZone> change) => this with
    {
        Input = Input with
        {
            Geofences = [.. Input.Geofences!.Value.Zip(Middles, (zone, middle) => zone.Kind == kind ? change(zone, middle) : zone)],
        },
    };

    /// <summary>The same operation with one more landing zone, drawn at random.</summary>
    public RandomOperation WithOneMoreLandingZone(int seed)
    {
        var random = new Random(seed);
        LandingZone added = LandingZoneOf(random, random.Next(2), Place(random, 0.012)) with { Id = "added" };
        return this with { Input = Input with { LandingZones = Input.LandingZones!.Value.Add(added) } };
    }

    /// <summary>A ring around a place; every ray from there meets it once.</summary>
    private static ImmutableArray<GeoPoint> Star(GeoPoint centre, double[] radiiDeg)
    {
        GeoPoint[] corners = [.. radiiDeg.Select((r, i) => new GeoPoint(
            centre.LatDeg + (r * Math.Sin(Math.Tau * i / radiiDeg.Length)), centre.LonDeg + (1.6 * r * Math.Cos(Math.Tau * i / radiiDeg.Length))))];
        return [.. corners, corners[0]];
    }

    private static RandomOperation Of(Random random)
    {
        GeoPoint[] corners = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Place(random, 0.011))];
        GeoPoint[] middles = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Place(random, 0.02))];
        GeoPoint[] sites = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Place(random, 0.012))];
        // Some of the landing zones are closed: below the route, so that it may pass over them.
        GeoPoint[] closed = [.. sites.Where(_ => random.Next(4) == 0)];
        var input = new EstimationInput
        {
            Mission = MissionOver(random, corners),
            Vehicle = VehicleOf(random),
            Population = Population(random),
            Obstacles = [.. Enumerable.Range(0, random.Next(1, 5)).Select(i => ObstacleOf(random, i))],
            Geofences =
            [
                Zone("operation", GeofenceKind.Required, Rectangle(Between(random, 0.008, 0.03))) with { FloorM = -10.0, CeilingM = 150.0 },
                .. middles.Select((middle, i) => Forbidden(random, i, middle)),
                .. closed.Select((site, i) => Closed(random, i, site)),
            ],
            LandingZones = [.. sites.Select((site, i) => LandingZoneOf(random, i, site))],
        };
        return new RandomOperation(input, [new GeoPoint(HomeLatDeg, HomeLonDeg), .. middles, .. closed]);
    }

    private static Mission MissionOver(Random random, GeoPoint[] corners) => new()
    {
        MissionId = "m",
        VehicleProfile = TestVehicles.Id,
        DepartureTime = new DepartureTime(new DateTimeOffset(2026, 6, 18, 8, 0, 0, TimeSpan.Zero), true),
        PlannedHome = new PlannedHome(HomeLatDeg, HomeLonDeg, HomeAltitudeM),
        Route =
        [
            new RouteItem { Id = "up", Action = RouteAction.VtolTakeoff, AltitudeM = 90.0 },
            .. corners.Select((c, i) => new RouteItem
            {
                Id = $"w{i}", Action = RouteAction.Waypoint, LatDeg = c.LatDeg, LonDeg = c.LonDeg, AltitudeM = Between(random, 60.0, 120.0),
            }),
            new RouteItem { Id = "home", Action = RouteAction.Rtl },
        ],
        Estimation = new EstimationSettings
        {
            WindEastMps = Between(random, -8.0, 8.0),
            WindNorthMps = Between(random, -8.0, 8.0),
            MinGroundspeedMps = Between(random, 3.0, 15.0),
            Fidelity = random.Next(2) == 0 ? Fidelity.V1 : Fidelity.V2,
        },
        Constraints = new MissionConstraints
        {
            AcceptedWarningCodes = ["LOW_GROUNDSPEED_MARGIN", "HIGH_CRAB_MARGIN", "RESERVE_BELOW_FAILSAFE_WARN_THRESHOLD"],
            MinLandingReservePercent = Between(random, 1.0, 70.0),
            MaxWindMps = Between(random, 7.0, 14.0),
            MaxCrosswindMps = Between(random, 6.0, 13.0),
            MinObstacleClearanceM = Between(random, 5.0, 60.0),
            MinDistanceToLandingZoneM = Between(random, 700.0, 4000.0),
        },
        Sora = new SoraDeclaration
        {
            GroundRiskFootprint = new GroundRiskFootprint
            {
                OperationalVolumeMarginM = 30.0,
                GroundRiskBufferM = 110.0,
                VerticalContingencyMarginM = 20.0,
                MaximumHeightAglM = 120.0,
                Derivation = "1:1",
            },
        },
        LinkSystems = [new LinkSystem { LinkId = "radio", Kind = LinkKind.DirectRadio, MaxRangeM = Between(random, 1000.0, 6000.0) }],
    };

    private static Vehicle VehicleOf(Random random) => new()
    {
        VehicleId = TestVehicles.Id,
        Class = VehicleClass.Vtol,
        CharacteristicDimensionM = 2.9,
        Mass = new VehicleMass { EmptyKg = 11.2, MaxPayloadKg = 2.0, MaxTakeoffKg = 14.0, OperatingMassKg = 13.1 },
        Performance = new VehiclePerformance
        {
            CruiseSpeedMps = 22.0,
            HoverSpeedMps = 6.0,
            MaxSpeedMps = 30.0,
            ClimbRateMps = 3.5,
            DescentRateMps = 2.5,
            TurnRadiusM = 90.0,
            MaxWindMps = Between(random, 4.0, 16.0),
            MaxCrabAngleDeg = Between(random, 18.0, 45.0),
            MaxStationKeepWindMps = Between(random, 6.0, 22.0),
        },
        Energy = new VehicleEnergy
        {
            BatteryCapacityWh = Between(random, 50.0, 160.0),
            ReservePercentDefault = 20.0,
            CruisePowerW = 620.0,
            HoverPowerW = 2450.0,
            ClimbPowerW = 1150.0,
            DescentPowerW = 480.0,
            ReferenceMassKg = 12.5,
            ReferenceDensityKgm3 = 1.2,
        },
        ResourceSystems = [new ResourceSystem { ResourceId = "pack", Kind = ResourceKind.OnboardBattery }],
        Failsafe = new FailsafeLevels { LowBatteryWarnPercent = 80.0, LowBatteryAbortPercent = Between(random, 2.0, 70.0), EmergencyLandPercent = 1.0 },
        CalibrationStatus = CalibrationStatus.LogCalibrated,
    };

    private static PopulationGrid Population(Random random) => new(
        new RegularGrid(
            new RegularAxis(HomeLatDeg - 0.04, 0.01, 9),
            new RegularAxis(HomeLonDeg - 0.06, 0.01, 13),
            [.. Enumerable.Range(0, 117).Select(_ => random.Next(4, 40) * 1.0)]),
        evidence: null);

    private static Obstacle ObstacleOf(Random random, int index) => new()
    {
        Id = $"o{index}",
        Shape = ObstacleShape.Point,
        Positions = [Place(random, 0.014)],
        HeightM = Between(random, 20.0, 110.0),
        RadiusM = Between(random, 1.0, 20.0),
        UncertaintyM = Between(random, 0.0, 5.0),
    };

    private static LandingZone LandingZoneOf(Random random, int index, GeoPoint place)
    {
        var zone = new LandingZone { Id = $"l{index}", AltitudeAmslM = Between(random, 0.0, 50.0) };
        return index % 2 == 0
            ? zone with { Point = place }
            : zone with { Polygons = [new GeoPolygon([Star(place, Radii(random, 0.002))])] };
    }

    private static GeofenceZone Closed(Random random, int index, GeoPoint middle) =>
        Zone($"c{index}", GeofenceKind.Forbidden, Star(middle, Radii(random, 0.004))) with
        {
            FloorM = -10.0,
            CeilingM = Between(random, 30.0, 60.0),
        };

    private static GeofenceZone Forbidden(Random random, int index, GeoPoint middle) =>
        Zone($"f{index}", GeofenceKind.Forbidden, Star(middle, Radii(random, 0.008))) with
        {
            FloorM = Between(random, 0.0, 110.0),
            CeilingM = Between(random, 110.0, 600.0),
        };

    private static GeofenceZone Zone(string id, GeofenceKind kind, ImmutableArray<GeoPoint> ring) =>
        new() { Id = id, Kind = kind, Polygons = [new GeoPolygon([ring])] };

    private static ImmutableArray<GeoPoint> Rectangle(double halfDeg)
    {
        (double south, double north) = (HomeLatDeg - halfDeg, HomeLatDeg + halfDeg);
        (double west, double east) = (HomeLonDeg - (1.6 * halfDeg), HomeLonDeg + (1.6 * halfDeg));
        return [new(south, west), new(south, east), new(north, east), new(north, west), new(south, west)];
    }

    private static double[] Radii(Random random, double greatestDeg) =>
        [.. Enumerable.Range(0, random.Next(3, 9)).Select(_ => Between(random, 0.1, 1.0) * greatestDeg)];

    private static GeoPoint Place(Random random, double withinDeg) => new(
        HomeLatDeg + Between(random, -withinDeg, withinDeg), HomeLonDeg + (1.6 * Between(random, -withinDeg, withinDeg)));

    private static double Between(Random random, double low, double high) => low + ((high - low) * random.NextDouble());

    public override string ToString() => $"{Input.Mission} {Input.Mission.Constraints} {Input.Vehicle}";
}
