using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Missions;
using BvlosSim.Vehicles;

namespace BvlosSim.Bench;

/// <summary>One estimate, in process: the flight, its energy and the way home from every leg.</summary>
[MemoryDiagnoser]
public class EstimateBenchmarks
{
    private static readonly ConstantWind Wind = new(new WindVector(4.2, -1.1));

    private EstimationInput _sixLegs = null!;
    private EstimationInput _sixLegsInWindGrid = null!;
    private EstimationInput _sixLegsWithArcs = null!;
    private EstimationInput _manyLegs = null!;

    /// <summary>Makes the inputs.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _sixLegs = new EstimationInput { Mission = Mission(5, Fidelity.V1), Vehicle = Quadplane, Wind = Wind };
        _sixLegsInWindGrid = _sixLegs with { Wind = Grid() };
        _sixLegsWithArcs = _sixLegs with { Mission = Mission(5, Fidelity.V2) };
        _manyLegs = _sixLegs with { Mission = Mission(1999, Fidelity.V1) };
    }

    /// <summary>Six legs of about 1.5 km in constant wind.</summary>
    [Benchmark(Baseline = true)]
    public EstimateResult SixLegs() => MissionEstimator.Estimate(_sixLegs);

    /// <summary>The same through a wind grid.</summary>
    [Benchmark]
    public EstimateResult SixLegsInWindGrid() => MissionEstimator.Estimate(_sixLegsInWindGrid);

    /// <summary>The same with turn arcs.</summary>
    [Benchmark]
    public EstimateResult SixLegsWithArcs() => MissionEstimator.Estimate(_sixLegsWithArcs);

    /// <summary>Two thousand legs in constant wind.</summary>
    [Benchmark]
    public EstimateResult TwoThousandLegs() => MissionEstimator.Estimate(_manyLegs);

    private static Vehicle Quadplane { get; } = new()
    {
        VehicleId = "q",
        Class = VehicleClass.Vtol,
        Mass = new VehicleMass { EmptyKg = 11.2, MaxTakeoffKg = 14.0, OperatingMassKg = 13.1 },
        Performance = new VehiclePerformance
        {
            CruiseSpeedMps = 22.0,
            HoverSpeedMps = 6.0,
            MaxSpeedMps = 30.0,
            ClimbRateMps = 3.5,
            DescentRateMps = 2.5,
            TurnRadiusM = 90.0,
        },
        Energy = new VehicleEnergy
        {
            BatteryCapacityWh = 1e6,
            ReservePercentDefault = 20.0,
            CruisePowerW = 620.0,
            HoverPowerW = 2450.0,
            ReferenceMassKg = 12.5,
            ReferenceDensityKgm3 = 1.112,
        },
    };

    /// <summary>A takeoff, then a zigzag around home, then a return.</summary>
    private static Mission Mission(int waypoints, Fidelity fidelity)
    {
        ImmutableArray<RouteItem>.Builder route = ImmutableArray.CreateBuilder<RouteItem>();
        for (int i = 0; i < waypoints; i++)
        {
            double angle = 1.2 * i;
            route.Add(new RouteItem
            {
                Id = "w" + i,
                Action = RouteAction.Waypoint,
                LatDeg = 46.61 + (0.008 * Math.Sin(angle)),
                LonDeg = 7.90 + (0.012 * Math.Cos(angle)),
                AltitudeM = 100.0 + (i % 7),
            });
        }

        route.Add(new RouteItem { Id = "home", Action = RouteAction.Rtl });
        return new Mission
        {
            MissionId = "bench",
            VehicleProfile = "q",
            PlannedHome = new PlannedHome(46.61, 7.90, 640.0),
            Route = route.ToImmutable(),
            Estimation = new EstimationSettings { Fidelity = fidelity },
        };
    }

    private static WindGrid Grid()
    {
        ImmutableArray<WindVector> values = [.. Enumerable.Range(0, 16).Select(i => new WindVector(3.0 + (0.1 * i), -1.0 - (0.05 * i)))];
        return new WindGrid([0.0, 3600.0], [600.0, 1200.0], [46.5, 46.7], [7.8, 8.0], values);
    }
}
