using System.Collections.Immutable;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Geofence;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Missions;
using static BvlosSim.Tests.Estimation.Geofence.BaseFlight;

namespace BvlosSim.Tests.Estimation.Geofence;

/// <summary>The worked checks of the base mission, and the rules they stand for.</summary>
public sealed class GeofenceCheckTests
{
    private static ImmutableArray<GeoPoint> Small { get; } = Rectangle(52.004, 52.006, 4.008, 4.012);

    private static ImmutableArray<GeoPoint> Around { get; } = Rectangle(51.99, 52.02, 3.99, 4.03);

    private static ImmutableArray<GeoPoint> HomeTriangle { get; } = [new(51.99, 3.99), new(51.99, 4.01), new(52.01, 3.99), new(51.99, 3.99)];

    [Fact]
    public void Every_conflict_is_listed_by_leg_then_in_file_order()
    {
        GeofenceOutcome found = Zones.Check(
            Path(),
            Zones.Forbidden("A", Small),
            Zones.Forbidden("B", Small) with { FloorM = 130, CeilingM = 200 },
            Zones.Forbidden("B2", Small) with { FloorM = 130.5 },
            Zones.Required("R", Around) with { FloorM = 10, CeilingM = 130 },
            Zones.Forbidden("T", HomeTriangle) with { CeilingM = 200 });

        Assert.Equal("0:T 1:A 1:B 1:T 2:A 2:B 2:T", found.Conflicts);
        Assert.Equal([WarningCode.GeofenceEvaluated2DOnly], found.Warnings);
        Assert.Equal((5, 3, false), (found.Block!.CheckedZoneCount, found.Block.CheckedLegCount, found.Block.IsFeasible));
        MissionFailure failure = found.Failure!;
        Assert.Equal((FailureKind.Infeasible, FailureCode.RouteEntersForbiddenZone), (failure.Kind, failure.Code));
        Assert.Equal(new FlightPlace(0, 0, "to"), failure.Place);
        Assert.Equal(("T", "forbidden"), (failure.Context.Find("zone_id").Text, failure.Context.Find("zone_kind").Text));
    }

    [Fact]
    public void A_required_zone_left_is_named()
    {
        GeofenceOutcome found = Zones.Check(Path(), Zones.Required("R1", Rectangle(51.99, 52.02, 3.99, 4.01)));
        Assert.Equal("1:!R1 2:!R1", found.Conflicts);
        Assert.Equal(FailureCode.RouteExitsRequiredZone, found.Failure!.Code);
    }

    [Fact]
    public void Several_required_zones_left_together_are_not_named()
    {
        GeofenceOutcome found = Zones.Check(
            Path(), Zones.Required("R1", Rectangle(51.99, 52.02, 3.99, 4.01)), Zones.Required("R2", Rectangle(51.99, 52.02, 4.01, 4.019)));
        Assert.Equal("1:!- 2:!-", found.Conflicts);
        Assert.Equal(BvlosSim.Values.ScalarKind.Null, found.Failure!.Context.Find("zone_id").Kind);
        Assert.Equal("required", found.Failure.Context.Find("zone_kind").Text);
    }

    [Fact]
    public void Required_zones_side_by_side_hold_the_route_together()
    {
        GeofenceOutcome found = Zones.Check(
            Path(), Zones.Required("R1", Rectangle(51.99, 52.02, 3.99, 4.01)), Zones.Required("R2", Rectangle(51.99, 52.02, 4.01, 4.03)));
        Assert.True(found.Block!.IsFeasible);
        Assert.Null(found.Failure);
    }

    [Fact]
    public void Stacked_required_zones_reject_each_others_legs()
    {
        GeofenceOutcome found = Zones.Check(
            Path(),
            Zones.Required("LO", Around) with { FloorM = 0, CeilingM = 100 },
            Zones.Required("HI", Around) with { FloorM = 100, CeilingM = 200 });
        Assert.Equal("0:!HI 1:!LO 2:!LO", found.Conflicts);
    }

    [Theory]
    [InlineData(4.02, "1:E 2:E")]
    [InlineData(4.0200000005, "1:E 2:E")]
    [InlineData(4.020000002, "")]
    public void Touching_within_a_billionth_of_a_degree_is_contact(double west, string conflicts) =>
        Assert.Equal(conflicts, Zones.Check(Path(), Zones.Forbidden("E", Rectangle(52.0, 52.02, west, 4.03))).Conflicts);

    [Theory]
    [InlineData(4.02, "")]
    [InlineData(4.0199999995, "")]
    [InlineData(4.019999998, "1:!E 2:!E")]
    public void A_required_zone_holds_its_boundary_and_a_billionth_of_a_degree_more(double east, string conflicts) =>
        Assert.Equal(conflicts, Zones.Check(Path(), Zones.Required("E", Rectangle(51.99, 52.02, 3.99, east))).Conflicts);

    [Fact]
    public void Nothing_is_checked_without_zones()
    {
        GeofenceOutcome found = Zones.Check(Path());
        Assert.Equal((true, 0, 3), (found.Block!.IsFeasible, found.Block.CheckedZoneCount, found.Block.CheckedLegCount));
        Assert.Equal([WarningCode.GeofenceZeroZones], found.Warnings);
        Assert.Null(found.Failure);
    }

    [Theory]
    [InlineData(double.PositiveInfinity, true)]
    [InlineData(double.PositiveInfinity, false)]
    [InlineData(0.005, true)]
    [InlineData(0.005, false)]
    public void A_route_that_cannot_be_sampled_fails(double maxSegmentLengthM, bool hasZone)
    {
        GeofenceZone[] zones = hasZone ? [Zones.Forbidden("A", Small)] : [];
        GeofenceOutcome found = Zones.Check(Path(maxSegmentLengthM), zones);
        Assert.Null(found.Block);
        Assert.Equal((FailureKind.InvalidInput, FailureCode.InvalidGeometry), (found.Failure!.Kind, found.Failure.Code));
        Assert.Equal("geofence_route_sampling", found.Failure.Context.Find("stage").Text);
        Assert.Equal(new FlightPlace(0, 0, "to"), found.Failure.Place);
        Assert.Equal([hasZone ? WarningCode.GeofenceEvaluated2DOnly : WarningCode.GeofenceZeroZones], found.Warnings);
    }

    [Fact]
    public void The_first_invalid_zone_fails_the_mission_however_far_and_inactive_it_is()
    {
        ImmutableArray<GeoPoint> bowTie = [new(-30, 100), new(-29, 101), new(-29, 100), new(-30, 101), new(-30, 100)];
        GeofenceOutcome found = Zones.Check(
            Path(double.PositiveInfinity),
            new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero),
            Zones.Forbidden("A", Small),
            Zones.Required("X", bowTie) with { ActiveUntil = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) },
            Zones.Forbidden("Y", bowTie));

        Assert.Null(found.Block);
        Assert.Equal((FailureKind.InvalidInput, FailureCode.InvalidGeometry), (found.Failure!.Kind, found.Failure.Code));
        Assert.Equal(FlightPlace.Mission, found.Failure.Place);
        Assert.Equal(("X", "required"), (found.Failure.Context.Find("zone_id").Text, found.Failure.Context.Find("zone_kind").Text));
        Assert.Equal("Self-intersection[100.5 -29.5]", found.Failure.Context.Find("reason").Text);
        Assert.Equal([WarningCode.GeofenceEvaluated2DOnly], found.Warnings);
    }

    [Fact]
    public void Inside_a_hole_is_outside_the_zone_and_its_boundary_is_not()
    {
        ImmutableArray<GeoPoint> hole = Rectangle(51.999, 52.011, 3.999, 4.021);
        ImmutableArray<GeoPoint> touchingHole = Rectangle(51.999, 52.011, 3.999, 4.02);
        Assert.Equal("", Zones.Check(Path(), Zones.Forbidden("H", Around, hole)).Conflicts);
        Assert.Equal("1:T 2:T", Zones.Check(Path(), Zones.Forbidden("T", Around, touchingHole)).Conflicts);
        Assert.Equal("0:!H 1:!H 2:!H", Zones.Check(Path(), Zones.Required("H", Around, hole)).Conflicts);
    }

    [Fact]
    public void A_required_hole_on_the_way_is_left()
    {
        ImmutableArray<GeoPoint> pinhole = Rectangle(52.00499, 52.00501, 4.00999, 4.01001);
        Assert.Equal("1:!H 2:!H", Zones.Check(Path(), Zones.Required("H", Around, pinhole)).Conflicts);
        Assert.Equal("", Zones.Check(Path(), Zones.Required("H", Around, pinhole), Zones.Required("P", pinhole)).Conflicts);
    }

    [Fact]
    public void A_dwell_is_a_point()
    {
        var loiter = new RouteItem { Id = "l", Action = RouteAction.LoiterTime, LatDeg = 52.01, LonDeg = 4.02, AltitudeM = 120, LoiterTimeS = 60 };
        var path = Path(new GeoPoint(52.0, 4.0), [loiter]);
        Assert.Equal("1:E 2:E", Zones.Check(path, Zones.Forbidden("E", Rectangle(52.0, 52.02, 4.02, 4.03))).Conflicts);
        Assert.Equal("2:I", Zones.Check(path, Zones.Forbidden("I", Rectangle(52.0, 52.02, 4.01, 4.03)) with { FloorM = 130 }).Conflicts[4..]);
        Assert.Equal("0:!E 1:!E", Zones.Check(path, Zones.Required("E", Rectangle(52.0, 52.02, 4.02, 4.03))).Conflicts);
    }

    [Fact]
    public void Forbidden_conflicts_of_a_leg_come_before_its_required_one()
    {
        GeofenceOutcome found = Zones.Check(Path(), Zones.Required("R1", Rectangle(51.99, 52.02, 3.99, 4.01)), Zones.Forbidden("A", Small));
        Assert.Equal("1:A 1:!R1 2:A 2:!R1", found.Conflicts);
    }

    [Fact]
    public void The_warning_names_five_flat_zones_and_counts_the_others()
    {
        ImmutableArray<MissionWarning> warnings = GeofenceWarnings.BeforeEvaluation(
            [.. Enumerable.Range(1, 7).Select(i => Zones.Forbidden($"z{i}", Small)), Zones.Forbidden("high", Small) with { FloorM = 100 }]);
        string message = Assert.Single(warnings).Message;
        Assert.EndsWith("'z1', 'z2', 'z3', 'z4', 'z5' and 2 more.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_ends_the_check()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => GeofenceZones.Compile([Zones.Forbidden("A", Small)], source.Token));
        GeofenceZones compiled = GeofenceZones.Compile([Zones.Forbidden("A", Small)], CancellationToken.None);
        Assert.Throws<OperationCanceledException>(() => GeofenceCheck.Evaluate(compiled, Path(), null, out _, source.Token));
    }
}
