using System.Collections.Immutable;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Estimation;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Missions;
using static BvlosSim.Tests.Estimation.LandingZones.Scene;

namespace BvlosSim.Tests.Estimation.LandingZones;

/// <summary>The worked numbers of the specification.</summary>
public class WorkedCheckTests
{
    // The numbers are given to eight decimals at least.
    private const double Rounding = 0.51e-8;

    private static readonly LandingZone P1 = PointZone("P1", 4.01, 52.0, 5.0);
    private static readonly LandingZone Z2 = BoxZone("Z2", 51.998, 51.9985, 4.002, 4.003, 20.0);

    private static readonly Scene Short = new()
    {
        Zones = [P1, Z2],
        Route = ShortRoute,
        Options = new EstimationOptions { WindEastMps = 4.0, WindNorthMps = -3.0 },
        MaxDistanceM = 3000.0,
    };

    [Theory]
    [InlineData(0, 0, 52, 4, 10, 216.155631, 2.4773606075, 900, 897.52263939)]
    [InlineData(1, 0, 52, 4, 90, 216.155631, 4.0051383853, 888.88888889, 884.8837505)]
    [InlineData(2, 1, 52, 4, 90, 331.9875833479, 4.7253507793, 888.88888889, 884.16353811)]
    [InlineData(3, 1, 52.00033333, 4.00033333, 90, 369.05944254, 4.92736428, 888.60090492, 883.67354064)]
    [InlineData(6, 2, 52.001, 4.001, 90, 294.27889627, 4.48161636, 888.02493697, 883.54332061)]
    [InlineData(7, 2, 52.00066667, 4.00066666, 85.60236555, 270.26861455, 4.15029711, 887.8417022, 883.69140509)]
    [InlineData(9, 2, 52, 4, 76.80709664, 250.63078194, 3.67104171, 887.47523266, 883.80419096)]
    [InlineData(10, 2, 52, 4, 10, 250.63157651, 2.69297322, 884.69160364, 881.99863042)]
    public void StatesOfTheShortRoute(
        int index, int leg, double lat, double lon, double altitude, double distance, double energy, double before, double after)
    {
        LandingZoneResult block = Passing(Short);
        Assert.Equal(11, block.CheckedStateCount);
        Assert.Equal(2, block.CheckedZoneCount);
        Assert.Equal(3000.0, block.MaxAllowedDistanceM);
        Assert.Equal(225.0, block.ReserveThresholdWh);
        LandingZoneState state = block.States[index];
        Assert.Equal(index, state.StateIndex);
        Assert.Equal(leg, state.Leg.LegIndex);
        Assert.Equal(lat, state.Position.LatDeg, Rounding);
        Assert.Equal(lon, state.Position.LonDeg, Rounding);
        Assert.Equal(altitude, state.Position.AltitudeAmslM, Rounding);
        Assert.Equal("Z2", state.Nearest!.ZoneId);
        Assert.Equal("Z2", state.Diversion!.ZoneId);
        Assert.Equal(distance, state.Nearest.DistanceM, Rounding);
        Assert.Equal(distance, state.Diversion.DistanceM, Rounding);
        Assert.Equal(energy, state.Diversion.EnergyWh, Rounding);
        Assert.Equal(before, state.EnergyRemainingWh, Rounding);
        Assert.Equal(after, state.Diversion.ReserveAfterWh, Rounding);
        Assert.Null(state.AvailableZoneCount);
        Assert.Null(state.Code);
    }

    [Fact]
    public void NoZoneWithAltitude()
    {
        Scene scene = Short with { Zones = [P1 with { AltitudeAmslM = null }, Z2 with { AltitudeAmslM = null }] };
        (LandingZoneResult? block, MissionFailure? failure) = scene.Run();
        Assert.Equal(FailureKind.InvalidInput, failure!.Kind);
        Assert.Equal(FailureCode.TerrainCoverageMissing, failure.Code);
        Assert.Equal(0, failure.Place.LegIndex);
        Assert.Equal("to", failure.Place.RouteItemId);
        Assert.Single(failure.Context);
        Assert.Equal("P1", failure.Context.Find("zone_id").Text);
        Assert.Equal(11, block!.States.Length);
        Assert.False(block.IsFeasible);
        Assert.All(block.States, state => Assert.Equal(FailureCode.TerrainCoverageMissing, state.Code));
        Assert.All(block.States, state => Assert.Null(state.Nearest));
    }

    [Fact]
    public void LimitCountsTheWayBetweenSamples()
    {
        var scene = new Scene { Zones = [P1], MaxDistanceM = 700.0 };
        (LandingZoneResult? block, MissionFailure? failure) = scene.Run();
        Assert.Equal(FailureKind.Infeasible, failure!.Kind);
        Assert.Equal(FailureCode.NoReachableLandingZone, failure.Code);
        Assert.Equal(1, failure.Place.LegIndex);
        Assert.Equal(2, failure.Context.Find("state_index").Integer);
        Assert.Equal("P1", failure.Context.Find("nearest_zone_id").Text);
        Assert.Equal(691.14441428, failure.Context.Find("nearest_zone_distance_m").Number, 7);
        Assert.True(block!.States[0].IsReachable);
        Assert.True(block.States[1].IsReachable);
        Assert.False(block.States[2].IsReachable);
        Assert.Equal(691.14441428, block.States[2].Nearest!.DistanceM, 7);
    }

    [Fact]
    public void BelowReserve()
    {
        var scene = new Scene { Zones = [PointZone("FAR", 4.2, 52.0, 5.0)], Route = ShortRoute, BatteryWh = 60.0, MaxDistanceM = null };
        (LandingZoneResult? block, MissionFailure? failure) = scene.Run();
        Assert.Equal(FailureKind.Infeasible, failure!.Kind);
        Assert.Equal(FailureCode.LandingZoneReachableButBelowReserve, failure.Code);
        Assert.Equal(
            ["state_index", "nearest_zone_id", "nearest_zone_distance_m", "reachable_zone_id", "reachable_zone_distance_m",
                "divert_energy_wh", "energy_remaining_before_divert_wh", "reserve_after_divert_wh", "reserve_after_divert_percent"],
            failure.Context.Select(entry => entry.Key));
        Assert.Equal(0, failure.Context.Find("state_index").Integer);
        Assert.Equal(13735.59888558, failure.Context.Find("reachable_zone_distance_m").Number, 6);
        LandingZoneState state = block!.States[0];
        Assert.True(state.IsReachable);
        Assert.False(state.ReserveOk);
        Assert.Equal(86.05582637, state.Diversion!.EnergyWh, 7);
        Assert.Equal(-26.05582637, state.Diversion.ReserveAfterWh, 7);
        Assert.Equal(-43.42637728, state.Diversion.ReserveAfterPercent, 7);
    }

    [Fact]
    public void ZoneUnderTheWholeRoute()
    {
        Scene scene = Short with { Zones = [BoxZone("A", 51.99, 52.01, 3.99, 4.01, 10.0)] };
        LandingZoneResult block = Passing(scene);
        Assert.All(block.States, state => Assert.Equal(0.0, state.Nearest!.DistanceM));
        foreach (LandingZoneState state in block.States.Skip(1).Take(6))
            Assert.Equal(3.33333333, state.Diversion!.EnergyWh, 8);
    }

    [Theory]
    [InlineData(500.0, 76)]
    [InlineData(30.0, 122)]
    public void CountsOfStates(double maxSegmentLengthM, int count)
    {
        var scene = new Scene { Zones = [P1], Options = new EstimationOptions { MaxSegmentLengthM = maxSegmentLengthM } };
        Assert.Equal(count, Passing(scene).CheckedStateCount);
    }

    [Fact]
    public void DwellHasTwoStates()
    {
        ImmutableArray<RouteItem> route =
        [
            TakeOff(80.0),
            To("wp1", 52.01, 4.02, 120.0),
            To("hold", 52.01, 4.021, 120.0) with { Action = RouteAction.LoiterTime, LoiterTimeS = 90.0 },
            Return,
        ];
        LandingZoneResult block = Passing(new Scene { Zones = [P1], Route = route });
        LandingZoneState[] dwell = [.. block.States.Where(state => state.Leg.Phase == BvlosSim.Estimation.Kinematics.LegPhase.LoiterDwell)];
        Assert.Equal(2, dwell.Length);
        Assert.Equal(873.52356618, dwell[0].EnergyRemainingWh, Rounding);
        Assert.Equal(30.0, dwell[0].EnergyRemainingWh - dwell[1].EnergyRemainingWh, 9);
    }

    [Fact]
    public void EndlessSegmentsCannotBeSampled()
    {
        var scene = new Scene { Zones = [P1], Options = new EstimationOptions { MaxSegmentLengthM = double.PositiveInfinity } };
        (LandingZoneResult? block, MissionFailure? failure) = scene.Run();
        Assert.Null(block);
        Assert.Equal(FailureKind.InvalidInput, failure!.Kind);
        Assert.Equal(FailureCode.InvalidGeometry, failure.Code);
        Assert.Equal(0, failure.Place.LegIndex);
        Assert.Empty(failure.Context);
    }

    [Fact]
    public void FailingPathOfALaterStateOutranksAnEarlierStateOutOfRange()
    {
        // The wind blows along the route, so that only the way to the zone, across it, needs a crab angle.
        // Without turn radius the way home needs none.
        Scene scene = new()
        {
            Zones = [PointZone("E", 4.02, 52.001, 5.0)],
            Options = new EstimationOptions { WindEastMps = 7.0, WindNorthMps = 5.6 },
            MaxDistanceM = 1000.0,
            MaxCrabAngleDeg = 20.0,
            TurnRadiusM = null,
        };
        (LandingZoneResult? block, MissionFailure? failure) = scene.Run();
        LandingZoneState outOfRange = block!.States.First(state => state.Code is not null);
        LandingZoneState failing = block.States.First(state => state.Code == failure!.Code);
        Assert.Equal(FailureCode.NoReachableLandingZone, outOfRange.Code);
        Assert.True(failing.StateIndex > outOfRange.StateIndex);
        Assert.Equal(FailureKind.Infeasible, failure!.Kind);
        Assert.Equal(FailureCode.CrabAngleLimitExceeded, failure.Code);
        Assert.Equal(failing.Leg.Place, failure.Place);
        Assert.Equal(failure.Message, failing.Message);
        Assert.Equal("E", failing.Nearest!.ZoneId);
        Assert.Null(failing.Diversion);
        Assert.NotEqual(default, failure.Context.Find("n_segments"));
    }

    private static LandingZoneResult Passing(Scene scene)
    {
        (LandingZoneResult? block, MissionFailure? failure) = scene.Run();
        Assert.Null(failure);
        Assert.True(block!.IsFeasible);
        return block;
    }
}
