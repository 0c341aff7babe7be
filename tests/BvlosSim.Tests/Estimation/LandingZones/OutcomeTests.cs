using BvlosSim.Environment;
using BvlosSim.Environment.Grids;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Terrain;
using BvlosSim.Estimation;
using BvlosSim.Estimation.LandingZones;
using static BvlosSim.Tests.Estimation.LandingZones.Scene;

namespace BvlosSim.Tests.Estimation.LandingZones;

/// <summary>What the check says, case by case.</summary>
public class OutcomeTests
{
    private static readonly LandingZone Near = PointZone("near", 4.002, 52.0, 5.0);
    private static readonly LandingZone Far = PointZone("far", 4.03, 52.0, 5.0);
    private static readonly Scene Base = new() { Zones = [Near, Far], Route = ShortRoute };

    [Fact]
    public void DoesNotRunWithoutFile()
    {
        (LandingZoneResult? block, MissionFailure? failure) = (Base with { Zones = null }).Run();
        Assert.Null(block);
        Assert.Null(failure);
    }

    [Fact]
    public void NeedsEnergyBeforeAnythingElse()
    {
        LandingZoneInput input = (Base with { Zones = [Bow("z")] }).Prepare() with { Energy = null };
        (LandingZoneResult? block, MissionFailure? failure) = LandingZoneCheck.Evaluate(input, CancellationToken.None);
        Assert.Null(block);
        Assert.Equal(FailureCode.MissingEnergyModel, failure!.Code);
        Assert.Equal(FailureKind.InvalidInput, failure.Kind);
        Assert.Empty(failure.Context);
    }

    [Fact]
    public void InvalidZoneIsNamed()
    {
        (LandingZoneResult? block, MissionFailure? failure) = (Base with { Zones = [Near, Bow("b"), Bow("c")] }).Run();
        Assert.Null(block);
        Assert.Equal(FailureCode.InvalidGeometry, failure!.Code);
        Assert.Equal(FailureKind.InvalidInput, failure.Kind);
        Assert.Equal(FlightPlace.Mission, failure.Place);
        Assert.Equal("b", failure.Context.Find("zone_id").Text);
        Assert.StartsWith("Self-intersection", failure.Context.Find("reason").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void InvalidPartOfAZoneIsFoundToo()
    {
        LandingZone zone = AreaZone("m", 5.0, Box(52.0, 52.001, 4.0, 4.001), Bow("b").Polygons[0].Rings[0]);
        Assert.Equal(FailureCode.InvalidGeometry, (Base with { Zones = [zone] }).Run().Failure!.Code);
    }

    [Fact]
    public void AirspeedIsCheckedBeforeSampling()
    {
        LandingZoneInput input = Base.Prepare();
        input = input with { Mission = (Base with { CruiseSpeedMps = -1.0 }).Mission };
        MissionFailure? failure = LandingZoneCheck.Evaluate(input, CancellationToken.None).Failure;
        Assert.Equal(FailureCode.InvalidSpeedProfile, failure!.Code);
        Assert.Equal(-1.0, failure.Context.Find("tas_mps").Number);
    }

    [Fact]
    public void NoZones()
    {
        (LandingZoneResult? block, MissionFailure? failure) = (Base with { Zones = [] }).Run();
        Assert.Equal(FailureCode.NoReachableLandingZone, failure!.Code);
        Assert.Equal(FailureKind.Infeasible, failure.Kind);
        Assert.Equal(0, failure.Place.LegIndex);
        Assert.Equal(0, block!.CheckedZoneCount);
        Assert.All(block.States, state =>
        {
            Assert.Null(state.Nearest);
            Assert.Null(state.Diversion);
            Assert.False(state.ReserveOk);
            Assert.Equal(FailureCode.NoReachableLandingZone, state.Code);
            Assert.NotNull(state.Message);
        });
        Assert.Equal(default, failure.Context.Find("nearest_zone_id"));
        Assert.Equal(9, failure.Context.Count);
    }

    [Fact]
    public void AllZonesUnavailableOnOneLeg()
    {
        Scene scene = Base with { Unavailable = Unavailability((1, ["near", "far", "ghost"]), (2, ["far"]), (9, ["never flown"])) };
        (LandingZoneResult? block, MissionFailure? failure) = scene.Run();
        Assert.Equal(FailureCode.AllLandingZonesUnavailable, failure!.Code);
        Assert.Equal(FailureKind.Infeasible, failure.Kind);
        Assert.Equal(1, failure.Place.LegIndex);
        Assert.Equal("far ghost near", string.Join(' ', block!.UnavailableZoneIds));
        foreach (LandingZoneState state in block.States)
        {
            Assert.Equal(state.Leg.LegIndex switch { 0 => 2, 1 => 0, _ => 1 }, state.AvailableZoneCount);
            Assert.Equal(state.Leg.LegIndex == 1 ? FailureCode.AllLandingZonesUnavailable : null, state.Code);
            Assert.Equal(state.Leg.LegIndex == 1, state.Nearest is null);
        }
    }

    [Fact]
    public void UnavailabilityTakesAllZonesOfAnId()
    {
        LandingZone twin = PointZone("near", 4.001, 52.0, 5.0);
        Scene scene = Base with { Zones = [Near, twin, Far], Unavailable = Unavailability((0, ["near"])) };
        LandingZoneResult block = scene.Run().Block!;
        Assert.Equal(1, block.States[0].AvailableZoneCount);
        Assert.Equal("far", block.States[0].Nearest!.ZoneId);
        Assert.Equal(3, block.States[2].AvailableZoneCount);
        Assert.Equal("near", block.States[^1].Nearest!.ZoneId);
    }

    [Fact]
    public void AltitudeFailureNamesTheFirstAvailableZone()
    {
        Scene scene = Base with
        {
            Zones = [Near with { AltitudeAmslM = null }, Far with { AltitudeAmslM = null }],
            Unavailable = Unavailability((0, ["near"])),
        };
        MissionFailure? failure = scene.Run().Failure;
        Assert.Equal(FailureCode.TerrainCoverageMissing, failure!.Code);
        Assert.Equal("far", failure.Context.Find("zone_id").Text);
    }

    [Fact]
    public void ZoneWithoutAltitudeIsNoTarget()
    {
        Scene scene = Base with { Zones = [Near with { AltitudeAmslM = null }, Far] };
        (LandingZoneResult? block, MissionFailure? failure) = scene.Run();
        Assert.Null(failure);
        Assert.All(block!.States, state => Assert.Equal("far", state.Nearest!.ZoneId));
    }

    [Fact]
    public void TerrainGivesTheAltitude()
    {
        LandingZone zone = BoxZone("z", 51.999, 52.002, 3.999, 4.002, null);
        Scene scene = Base with { Zones = [zone], Terrain = new ConstantTerrain(30.0) };
        LandingZoneResult block = scene.Run().Block!;
        // Over the zone: down from 90 m to 30 m at 2 m/s and 300 W.
        Assert.Equal(0.0, block.States[1].Diversion!.DistanceM);
        Assert.Equal(300.0 * 30.0 / 3600.0, block.States[1].Diversion!.EnergyWh, 12);
    }

    [Fact]
    public void TerrainUnderTheTargetDecidesNotTerrainElsewhere()
    {
        // The grid ends between the western and the eastern edge of the zone.
        var grid = new TerrainGrid(new RegularGrid(new RegularAxis(51.9, 0.1, 3), new RegularAxis(4.0035, 0.1, 2), [5, 5, 5, 5, 5, 5]));
        LandingZone wide = BoxZone("wide", 51.9995, 52.0005, 4.003, 4.004, null);
        Scene scene = Base with { Zones = [wide, Far], Terrain = grid };
        LandingZoneResult block = scene.Run().Block!;
        Assert.Equal("far", block.States[0].Nearest!.ZoneId);
        Scene both = scene with { Zones = [BoxZone("covered", 51.9995, 52.0005, 4.0035, 4.004, null), Far] };
        Assert.Equal("covered", both.Run().Block!.States[0].Nearest!.ZoneId);
    }

    [Fact]
    public void ZoneOverTheAircraftMayHaveTerrainThoughItsBoundaryHasNone()
    {
        var grid = new TerrainGrid(new RegularGrid(new RegularAxis(51.9, 0.2, 2), new RegularAxis(3.9, 0.2, 2), [5, 5, 5, 5]));
        Scene scene = Base with { Zones = [BoxZone("z", 51.0, 53.0, 3.0, 5.0, null)], Terrain = grid };
        Assert.Null(scene.Run().Failure);
    }

    [Fact]
    public void CheapestIsNotAlwaysNearest()
    {
        // The nearest zone lies on a mountain.
        Scene scene = Base with { Zones = [PointZone("peak", 4.002, 52.0, 2000.0), Far] };
        LandingZoneState state = scene.Run().Block!.States[0];
        Assert.Equal("peak", state.Nearest!.ZoneId);
        Assert.Equal("far", state.Diversion!.ZoneId);
    }

    [Theory]
    [InlineData(false, FailureCode.CrabAngleLimitExceeded)]
    [InlineData(true, FailureCode.GroundspeedBelowMin)]
    public void WhenNoPathCanBeFlownTheFirstZoneOfTheFileSaysWhy(bool westFirst, FailureCode code)
    {
        LandingZone north = PointZone("north", 4.0, 52.05, 5.0);
        LandingZone west = PointZone("west", 3.999, 52.0, 5.0);
        Scene scene = Base with
        {
            Zones = westFirst ? [west, north] : [north, west],
            Route = [TakeOff(80.0), Return],
            Options = new EstimationOptions { WindEastMps = 15.0, MinGroundspeedMps = 6.0 },
        };
        (LandingZoneResult? block, MissionFailure? failure) = scene.Run();
        Assert.Equal(code, failure!.Code);
        Assert.All(block!.States, state => Assert.Equal(code, state.Code));
        Assert.All(block.States, state => Assert.Equal("west", state.Nearest!.ZoneId));
        Assert.All(block.States, state => Assert.Null(state.Diversion));
    }

    [Fact]
    public void ReserveThatIsJustKeptIsKept()
    {
        Scene scene = Base with { Zones = [Near with { AltitudeAmslM = 10.0 }], Route = [TakeOff(80.0), Return] };
        double energyWh = scene.Run().Block!.States[0].Diversion!.EnergyWh;
        // Three quarters of the battery may be used; a little more than one flight to the zone.
        LandingZoneState kept = (scene with { BatteryWh = energyWh / 0.75 * 1.000001 }).Run().Block!.States[0];
        Assert.True(kept.ReserveOk);
        LandingZoneState spent = (scene with { BatteryWh = energyWh / 0.75 * 0.999999 }).Run().Block!.States[0];
        Assert.True(spent.IsReachable);
        Assert.Equal(FailureCode.LandingZoneReachableButBelowReserve, spent.Code);
    }

    [Fact]
    public void EqualZonesKeepTheOrderOfTheFile()
    {
        LandingZone[] twins = [.. Enumerable.Range(0, 40).Select(i => PointZone($"t{i}", 4.002, 52.0, 5.0))];
        LandingZoneResult block = (Base with { Zones = [Far, .. twins] }).Run().Block!;
        Assert.All(block.States, state => Assert.Equal("t0", state.Nearest!.ZoneId));
        Assert.All(block.States, state => Assert.Equal("t0", state.Diversion!.ZoneId));
    }

    [Fact]
    public void InsideAHoleIsOutsideAndItsEdgeIsInside()
    {
        LandingZone zone = new()
        {
            Id = "z",
            Polygons = [new GeoPolygon([Box(51.99, 52.01, 3.99, 4.01), Box(51.9999, 52.0001, 3.9999, 4.0001)])],
            AltitudeAmslM = 5.0,
        };
        Assert.InRange((Base with { Zones = [zone] }).Run().Block!.States[0].Nearest!.DistanceM, 5.0, 20.0);
        LandingZone edge = zone with { Polygons = [new GeoPolygon([Box(51.99, 52.01, 3.99, 4.01), Box(52.0, 52.0001, 3.9999, 4.0001)])] };
        Assert.Equal(0.0, (Base with { Zones = [edge] }).Run().Block!.States[0].Nearest!.DistanceM);
    }

    [Fact]
    public void ZoneAtTheLimitPassesOnlyWhereSamplesLeaveNoGap()
    {
        double distanceM = Base.Run().Block!.States[0].Nearest!.DistanceM;
        LandingZoneResult block = (Base with { MaxDistanceM = distanceM }).Run().Block!;
        Assert.True(block.States[0].IsReachable);
        Assert.False((Base with { MaxDistanceM = Math.BitDecrement(distanceM) }).Run().Block!.States[0].IsReachable);
    }

    [Fact]
    public void DistancesCrossTheAntimeridian()
    {
        Scene scene = new()
        {
            Zones = [PointZone("far", 179.9, 52.0, 5.0), PointZone("near", -179.999, 52.0, 5.0)],
            HomeLonDeg = 179.999,
            Route = [TakeOff(80.0), Return],
        };
        LandingZoneState state = scene.Run().Block!.States[0];
        Assert.Equal("near", state.Nearest!.ZoneId);
        Assert.Equal(137.3, state.Nearest.DistanceM, 0);
    }

    [Fact]
    public void Cancels()
    {
        using var source = new CancellationTokenSource();
        LandingZoneInput input = Base.Prepare();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => LandingZoneCheck.Evaluate(input, source.Token));
        Assert.Throws<OperationCanceledException>(() => LandingSites.Compile([Near], source.Token));
    }

    /// <summary>A ring that crosses itself.</summary>
    private static LandingZone Bow(string id) => AreaZone(id, 5.0, Ring((4.0, 52.0), (4.01, 52.01), (4.01, 52.0), (4.0, 52.01)));
}
