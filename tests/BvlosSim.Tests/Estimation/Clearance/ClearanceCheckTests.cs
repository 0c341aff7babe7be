using System.Collections.Immutable;
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

/// <summary>The worked checks of the base mission, and the rules they stand for.</summary>
public sealed class ClearanceCheckTests
{
    private const double DegreeTolerance = 5e-9;
    private const double MetreTolerance = 6e-9;

    private static Obstacle Mast { get; } = Shape(ObstacleShape.Point, 150, new GeoPoint(52.005, 4.0105)) with { RadiusM = 5, UncertaintyM = 2.5 };

    [Fact]
    public void A_mast_is_met_on_the_way_out_and_back()
    {
        ClearanceResult found = Check(20, Mast).Block!;
        Assert.Equal((false, 1, 3), (found.IsFeasible, found.CheckedObstacleCount, found.CheckedLegCount));
        Assert.Equal((20.0, (double?)null), (found.MinObstacleClearanceM!.Value, found.MinTerrainClearanceM));
        Assert.Equal(2, found.Violations.Length);
        AssertRecord(found.Violations[0], 1, 52.005055954161506, 4.010109941111417, 130, 27.499507384239486, -20, 22.5);
        AssertRecord(found.Violations[1], 2, 52.005247101300554, 4.010492239927958, 41.62166501, 27.499495376981308, -108.37833499, 22.5);
    }

    [Fact]
    public void The_first_violation_is_the_failure()
    {
        MissionFailure failure = Check(20, Mast).Failure!;
        Assert.Equal((FailureKind.Infeasible, FailureCode.ObstacleClearanceViolated), (failure.Kind, failure.Code));
        Assert.Equal(new FlightPlace(1, 1, "wp1"), failure.Place);
        Assert.Equal(
            "sample_lat sample_lon sample_alt_amsl_m vertical_clearance_m required_clearance_m obstacle_id horizontal_distance_m",
            string.Join(' ', failure.Context.Select(e => e.Key)));
        Assert.Equal("o", failure.Context.Find("obstacle_id").Text);
    }

    [Fact]
    public void A_line_is_met_where_it_is_high_enough()
    {
        ClearanceViolation only = Assert.Single(Check(20, Shape(ObstacleShape.Line, 100, new(52.008, 4.008), new(52.002, 4.012))).Block!.Violations);
        AssertRecord(only, 2, 52.00511889, 4.01023582, 41.62166501, 20.0, -58.37833499, 20);
    }

    [Fact]
    public void An_area_is_met_at_its_rounded_corner()
    {
        var area = new Obstacle { Id = "o", Shape = ObstacleShape.Polygon, HeightM = 95, Positions = Rectangle(52.0045, 52.0055, 4.009, 4.011) };
        ClearanceViolation only = Assert.Single(Check(20, area).Block!.Violations);
        AssertRecord(only, 2, 52.00561373, 4.01122553, 51.44148001, 19.99978494, -43.55851999, 20);
    }

    [Fact]
    public void Inside_an_area_the_distance_is_zero()
    {
        var area = new Obstacle { Id = "o", Shape = ObstacleShape.Polygon, HeightM = 200, Positions = Rectangle(51, 53, 3, 5) };
        ImmutableArray<ClearanceViolation> found = Check(20, area).Block!.Violations;
        Assert.Equal([0, 1, 2], found.Select(v => v.Leg.LegIndex));
        Assert.All(found, v => Assert.Equal(0.0, v.HorizontalDistanceM));
        Assert.Equal([52.0, 52.0, 52.01], found.Select(v => Math.Round(v.SampleLatDeg, 9)));
    }

    [Fact]
    public void Without_any_size_only_the_point_itself_is_kept_out()
    {
        (ClearanceResult? block, _, WarningCode[] warnings) = Check(null, Shape(ObstacleShape.Point, 11, new GeoPoint(52, 4)));
        Assert.Equal([WarningCode.ObstacleKeepOutNotConfigured], warnings);
        AssertRecord(Assert.Single(block!.Violations), 0, 52, 4, 10, 0, -1, 0);
    }

    [Fact]
    public void A_point_beside_home_is_met_by_the_climb_and_by_the_return()
    {
        ImmutableArray<ClearanceViolation> found = Check(20, Shape(ObstacleShape.Point, 11, new GeoPoint(52.0, 4.0002))).Block!.Violations;
        Assert.Equal(2, found.Length);
        AssertRecord(found[0], 0, 52, 4, 10, 13.73560322, -1, 20);
        AssertRecord(found[1], 2, 52.00016243, 4.00032473, 10, 19.999906, -1, 20);
    }

    [Fact]
    public void A_dwell_is_a_point()
    {
        var loiter = new RouteItem { Id = "l", Action = RouteAction.LoiterTime, LatDeg = 52.01, LonDeg = 4.02, AltitudeM = 120, LoiterTimeS = 60 };
        FlownPath path = Path(new GeoPoint(52.0, 4.0), [loiter]);
        ImmutableArray<ClearanceViolation> found = Check(path, 20, Shape(ObstacleShape.Point, 120, new GeoPoint(52.0101, 4.02))).Block!.Violations;
        ClearanceViolation dwell = found[^1];
        Assert.Equal((2, 52.01, 4.02), (dwell.Leg.LegIndex, dwell.SampleLatDeg, dwell.SampleLonDeg));
        Assert.Equal(11.127, dwell.HorizontalDistanceM!.Value, 3);
        Assert.Empty(Check(path, 20, Shape(ObstacleShape.Point, 110, new GeoPoint(52.0101, 4.02))).Block!.Violations);
    }

    [Theory]
    [InlineData(110.0, 0)]
    [InlineData(110.000001, 1)]
    public void Above_by_exactly_the_clearance_is_clear(double heightM, int count) =>
        Assert.Equal(
            count,
            Check(20, Shape(ObstacleShape.Point, heightM, new GeoPoint(52.0055, 4.011))).Block!.Violations.Count(v => v.Leg.LegIndex == 1));

    [Fact]
    public void Obstacles_of_a_leg_come_in_file_order()
    {
        Obstacle near = Mast with { Id = "near" };
        Obstacle early = Mast with { Id = "early", Positions = [new GeoPoint(52.001, 4.002)] };
        ImmutableArray<ClearanceViolation> found = Check(20, near, early).Block!.Violations;
        Assert.Equal(["near", "early", "near", "early"], found.Select(v => v.ObstacleId));
    }

    [Fact]
    public void Without_file_and_terrain_clearance_nothing_is_checked()
    {
        CheckOutcome<ClearanceResult> outcome = ClearanceCheck.Evaluate(
            null, null, new MissionConstraints(), Path(), out ImmutableArray<MissionWarning> warnings, CancellationToken.None);
        Assert.Equal(((ClearanceResult?)null, (MissionFailure?)null), (outcome.Block, outcome.Failure));
        Assert.Empty(warnings);
        _ = ClearanceCheck.Evaluate(
            null, null, new MissionConstraints { MinObstacleClearanceM = 0 }, Path(), out warnings, CancellationToken.None);
        Assert.Equal(WarningCode.ObstacleZeroFeatures, Assert.Single(warnings).Code);
    }

    [Fact]
    public void A_file_without_obstacles_is_clear()
    {
        (ClearanceResult? block, MissionFailure? failure, WarningCode[] warnings) = Check(20);
        Assert.Equal((true, 0, 3), (block!.IsFeasible, block.CheckedObstacleCount, block.CheckedLegCount));
        Assert.Null(failure);
        Assert.Equal([WarningCode.ObstacleZeroFeatures], warnings);
    }

    [Fact]
    public void The_first_invalid_obstacle_fails_the_mission()
    {
        GeoPoint[] crossed = [new(-30, 100), new(-29, 101), new(-29, 100), new(-30, 101), new(-30, 100)];
        Obstacle bowTie = Shape(ObstacleShape.Polygon, 10, crossed) with { Id = "x" };
        Obstacle dot = Shape(ObstacleShape.Line, 10, new(-30, 100), new(-30, 100)) with { Id = "y" };
        (ClearanceResult? block, MissionFailure? failure, _) = Check(Path(double.PositiveInfinity), 20, Mast, dot, bowTie);
        Assert.Null(block);
        Assert.Equal((FailureKind.InvalidInput, FailureCode.InvalidGeometry, FlightPlace.Mission), (failure!.Kind, failure.Code, failure.Place));
        Assert.Equal("y", failure.Context.Find("obstacle_id").Text);
    }

    [Fact]
    public void A_route_that_cannot_be_sampled_fails_with_the_block()
    {
        (ClearanceResult? block, MissionFailure? failure, _) = Check(Path(double.PositiveInfinity), 20, Mast);
        Assert.Equal((false, 1, 3, 0), (block!.IsFeasible, block.CheckedObstacleCount, block.CheckedLegCount, block.Violations.Length));
        Assert.Equal((FailureCode.InvalidGeometry, 0), (failure!.Code, failure.Context.Count));
    }

    [Fact]
    public void Cancellation_ends_the_check()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => ObstacleSet.Compile([Mast], 20, source.Token));
        ObstacleSet compiled = ObstacleSet.Compile([Mast], 20, CancellationToken.None);
        Assert.Throws<OperationCanceledException>(() => ClearanceCheck.Evaluate(compiled, null, new MissionConstraints(), Path(), source.Token));
        var terrain = new MissionConstraints { MinTerrainClearanceM = 10 };
        Assert.Throws<OperationCanceledException>(() => ClearanceCheck.Evaluate(null, new ConstantTerrain(0), terrain, Path(), source.Token));
    }

    private static (ClearanceResult? Block, MissionFailure? Failure, WarningCode[] Warnings) Check(
        double? clearanceM, params ReadOnlySpan<Obstacle> obstacles) => Check(Path(), clearanceM, obstacles);

    private static (ClearanceResult? Block, MissionFailure? Failure, WarningCode[] Warnings) Check(
        FlownPath path, double? clearanceM, params ReadOnlySpan<Obstacle> obstacles)
    {
        CheckOutcome<ClearanceResult> outcome = ClearanceCheck.Evaluate(
            [.. obstacles],
            null,
            new MissionConstraints { MinObstacleClearanceM = clearanceM },
            path,
            out ImmutableArray<MissionWarning> warnings,
            CancellationToken.None);
        return (outcome.Block, outcome.Failure, [.. warnings.Select(w => w.Code)]);
    }

    private static Obstacle Shape(ObstacleShape shape, double heightM, params ReadOnlySpan<GeoPoint> positions) =>
        new() { Id = "o", Shape = shape, HeightM = heightM, Positions = [.. positions] };

    private static void AssertRecord(
        ClearanceViolation found, int leg, double lat, double lon, double altitude, double horizontal, double vertical, double required)
    {
        Assert.Equal(leg, found.Leg.LegIndex);
        Assert.Equal(lat, found.SampleLatDeg, DegreeTolerance);
        Assert.Equal(lon, found.SampleLonDeg, DegreeTolerance);
        Assert.Equal(altitude, found.SampleAltitudeAmslM, MetreTolerance);
        Assert.Equal(horizontal, found.HorizontalDistanceM!.Value, MetreTolerance);
        Assert.Equal(vertical, found.VerticalClearanceM, MetreTolerance);
        Assert.Equal(required, found.RequiredClearanceM);
        Assert.Null(found.TerrainElevationM);
    }
}
