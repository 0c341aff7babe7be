using System.Collections.Immutable;
using BvlosSim.Environment.Grids;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Environment.Terrain;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Checks;
using BvlosSim.Estimation.Clearance;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Sampling;
using BvlosSim.Missions;
using static BvlosSim.Tests.Estimation.Geofence.BaseFlight;

namespace BvlosSim.Tests.Estimation.Clearance;

/// <summary>Clearance from the terrain.</summary>
public sealed class TerrainClearanceTests
{
    private const double Tolerance = 6e-9;

    [Fact]
    public void Every_piece_that_is_too_low_is_listed()
    {
        CheckOutcome<ClearanceResult> outcome = Check(Path(), Grid(9), 75);
        ImmutableArray<ClearanceViolation> found = outcome.Block!.Violations;
        Assert.Equal(29, found.Length);
        Assert.All(found, v => Assert.Equal((2, FailureCode.TerrainClearanceViolated, 75.0), (v.Leg.LegIndex, v.Code, v.RequiredClearanceM)));
        AssertRecord(found[0], 52.00805582, 4.01611041, 95.6306475, 21.66656123, 73.96408627);
        AssertRecord(found[1], null, null, 90.72074001, 21.27765887, 69.44308114);
        AssertRecord(found[^1], 52.00055565, 4.00111088, 10.0, 10.77773795, -0.77773795);
        Assert.Equal(new FlightPlace(2, 2, "rtl"), outcome.Failure!.Place);
        Assert.Equal(
            "sample_lat sample_lon sample_alt_amsl_m vertical_clearance_m required_clearance_m terrain_elevation_m",
            string.Join(' ', outcome.Failure.Context.Select(e => e.Key)));
    }

    [Fact]
    public void Terrain_clearance_needs_terrain()
    {
        CheckOutcome<ClearanceResult> outcome = ClearanceCheck.Evaluate(
            [new Obstacle { Id = "o", Shape = ObstacleShape.Line, HeightM = 1, Positions = [new(0, 0), new(0, 0)] }],
            null,
            new MissionConstraints { MinTerrainClearanceM = 0 },
            Path(),
            out ImmutableArray<MissionWarning> warnings,
            CancellationToken.None);
        Assert.Equal((false, 0, 3), (outcome.Block!.IsFeasible, outcome.Block.CheckedObstacleCount, outcome.Block.CheckedLegCount));
        Assert.Equal(
            (FailureKind.InvalidInput, FailureCode.TerrainCoverageMissing, FlightPlace.Mission, 0),
            (outcome.Failure!.Kind, outcome.Failure.Code, outcome.Failure.Place, outcome.Failure.Context.Count));
        Assert.Equal(WarningCode.ObstacleKeepOutNotConfigured, Assert.Single(warnings).Code);
    }

    [Fact]
    public void Terrain_that_ends_under_the_route_fails_it()
    {
        CheckOutcome<ClearanceResult> outcome = Check(Path(), Grid(3), 75);
        Assert.Equal((false, 0), (outcome.Block!.IsFeasible, outcome.Block.Violations.Length));
        MissionFailure failure = outcome.Failure!;
        Assert.Equal((FailureKind.InvalidInput, FailureCode.TerrainCoverageMissing), (failure.Kind, failure.Code));
        Assert.Equal(new FlightPlace(1, 1, "wp1"), failure.Place);
        Assert.Equal(52.0, failure.Context.Find("sample_lat").Number, Tolerance);
        Assert.Equal(4.0, failure.Context.Find("sample_lon").Number, Tolerance);
        Assert.Equal(90.0, failure.Context.Find("sample_alt_amsl_m").Number, Tolerance);
    }

    [Fact]
    public void A_landing_and_a_take_off_may_come_to_the_ground()
    {
        FlownPath landing = Path(
            new GeoPoint(52.0, 4.0), [new RouteItem { Id = "land", Action = RouteAction.Land, LatDeg = 52.001, LonDeg = 4.001 }]);
        Assert.True(Check(landing, new ConstantTerrain(500), 75).Block!.IsFeasible);
    }

    [Fact]
    public void A_return_in_place_is_exempt_as_a_whole()
    {
        FlownPath hop = Path(new GeoPoint(52.0, 4.0), [Return]);
        Assert.Equal(LegPhase.RtlTransit, hop.Legs[^1].Phase);
        Assert.True(Check(hop, new ConstantTerrain(500), 75).Block!.IsFeasible);
    }

    [Fact]
    public void Exactly_the_clearance_is_clear()
    {
        FlownPath level = Path(new GeoPoint(52.0, 4.0), [Waypoint("wp", 52.01, 4.0, 80)]);
        Assert.True(Check(level, new ConstantTerrain(15), 75).Block!.IsFeasible);
        Assert.False(Check(level, new ConstantTerrain(15.000001), 75).Block!.IsFeasible);
    }

    [Fact]
    public void A_dwell_is_a_piece_without_length()
    {
        var loiter = new RouteItem { Id = "l", Action = RouteAction.LoiterTime, LatDeg = 52.01, LonDeg = 4.02, AltitudeM = 120, LoiterTimeS = 60 };
        ImmutableArray<ClearanceViolation> found = Check(Path(new GeoPoint(52.0, 4.0), [loiter]), new ConstantTerrain(100), 31).Block!.Violations;
        Assert.Single(found, v => v.Leg.Phase == LegPhase.LoiterDwell);
    }

    private static CheckOutcome<ClearanceResult> Check(FlownPath path, TerrainProvider terrain, double clearanceM) => ClearanceCheck.Evaluate(
        null, terrain, new MissionConstraints { MinTerrainClearanceM = clearanceM }, path, out _, CancellationToken.None);

    private static TerrainGrid Grid(int columns) => new(new RegularGrid(
        new RegularAxis(51.99, 0.005, 7),
        new RegularAxis(3.99, 0.005, columns),
        [.. Enumerable.Range(0, 7 * columns).Select(i => (3.0 * (i / columns)) + (2.0 * (i % columns)))]));

    private static void AssertRecord(ClearanceViolation found, double? lat, double? lon, double altitude, double terrain, double clearance)
    {
        Assert.Equal(lat ?? found.SampleLatDeg, found.SampleLatDeg, Tolerance);
        Assert.Equal(lon ?? found.SampleLonDeg, found.SampleLonDeg, Tolerance);
        Assert.Equal(altitude, found.SampleAltitudeAmslM, Tolerance);
        Assert.Equal(terrain, found.TerrainElevationM!.Value, Tolerance);
        Assert.Equal(clearance, found.VerticalClearanceM, Tolerance);
        Assert.Equal(((string?)null, (double?)null), (found.ObstacleId, found.HorizontalDistanceM));
    }
}
