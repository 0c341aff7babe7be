using System.Collections.Immutable;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.WindCoverage;
using BvlosSim.Geodesy;
using BvlosSim.Missions;
using CsCheck;

namespace BvlosSim.Tests.Estimation.WindCoverage;

/// <summary>Where a flight leaves its wind grid: up to 90 m, out to 52.01 N 4.02 E at 130 m, and back down to 10 m.</summary>
public class WindCoverageTests
{
    private static readonly Mission Limited = BaseMission.Mission.WithConstraints(c => c with { MaxWindMps = 20 });

    /// <summary>A grid around the whole flight.</summary>
    private sealed record Box
    {
        public double FirstS { get; init; } = -10_000;

        public double LastS { get; init; } = 3600;

        public double LowM { get; init; }

        public double HighM { get; init; } = 200;

        public double SouthDeg { get; init; } = 51.9;

        public double NorthDeg { get; init; } = 52.1;

        public double WestDeg { get; init; } = 3.9;

        public double EastDeg { get; init; } = 4.1;

        public bool IsUniform { get; init; } = true;

        public WindGrid Grid => new(
            [FirstS, LastS],
            [LowM, HighM],
            [SouthDeg, NorthDeg],
            [WestDeg, EastDeg],
            [.. Enumerable.Range(0, 16).Select(i => new WindVector(2, IsUniform ? 1 : 1 + (0.1 * (i % 4))))]);
    }

    private static EstimateResult Fly(WindProvider wind, Mission? mission = null, ImmutableArray<LandingZone>? zones = null) =>
        MissionEstimator.Estimate(new EstimationInput
        {
            Mission = mission ?? Limited,
            Vehicle = BaseMission.Vehicle,
            Wind = wind,
            LandingZones = zones,
        });

    private static MissionWarning[] Of(EstimateResult result) =>
        [.. result.Warnings.Where(w => w.Code == WarningCode.WindGridExtrapolated)];

    private static double Number(MissionWarning warning, string key) => warning.Context.Find(key).Number;

    [Fact]
    public void A_grid_that_holds_the_flight_and_its_ways_home_says_nothing() => Assert.Empty(Of(Fly(new Box().Grid)));

    [Fact]
    public void Out_of_the_area_every_leg_says_where_when_and_how_far()
    {
        EstimateResult result = Fly(new Box { EastDeg = 4.01 }.Grid);
        MissionWarning[] warnings = Of(result);

        Assert.Equal([1, 2], warnings.Select(w => w.Place.LegIndex!.Value));
        Assert.Equal("wp1", warnings[0].Place.RouteItemId);
        double beyondM = Geodesic.Inverse(52.01, 4.02, 52.01, 4.01).DistanceM;
        Expect.Context(
            warnings[0].Context,
            ("path", "leg"), ("area_beyond_m", beyondM), ("area_lat", 52.01), ("area_lon", 4.02), ("area_alt_amsl_m", 130.0),
            ("area_elapsed_time_s", result.Legs[0].TimeS + result.Legs[1].TimeS));
        Assert.Contains(FormattableString.Invariant($": {beyondM:F1} m out of its area at 52.010000, 4.020000, 130.0 m AMSL, "), warnings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_departure_the_time_of_day_is_named()
    {
        Mission mission = Limited with { DepartureTime = new DepartureTime(new DateTimeOffset(2026, 6, 18, 10, 0, 0, TimeSpan.FromHours(2)), HasOffset: true) };
        EstimateResult result = Fly(new Box { EastDeg = 4.01 }.Grid, mission);
        MissionWarning warning = Of(result)[0];

        double elapsedS = Number(warning, "area_elapsed_time_s");
        Assert.Equal(
            new DateTime(2026, 6, 18, 8, 0, 0, DateTimeKind.Utc).AddSeconds(elapsedS).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
            warning.Context.Find("area_utc").Text);
        Assert.Contains(warning.Context.Find("area_utc").Text, warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 120, 0, 0)]
    [InlineData(0, 119.9, 10.1, 1)]
    [InlineData(20, 200, 0, 0)]
    [InlineData(20.1, 200, -10.1, 0)]
    public void A_level_reaches_ten_metres_up_and_down(double lowM, double highM, double beyondM, int leg)
    {
        MissionWarning[] warnings = Of(Fly(new Box { LowM = lowM, HighM = highM }.Grid));
        if (beyondM == 0)
        {
            Assert.Empty(warnings);
            return;
        }

        Assert.Equal(leg, warnings[0].Place.LegIndex);
        Assert.Equal(beyondM, Number(warnings[0], "altitude_beyond_m"), 9);
        Assert.Contains(beyondM > 0 ? "10.1 m above its highest level" : "10.1 m below its lowest level", warnings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void After_the_last_time_a_forecast_is_no_evidence_of_the_weather()
    {
        double flightS = Fly(new Box().Grid).Totals.TimeS;
        WindGrid grid = new Box { LastS = flightS - 310 }.Grid;
        MissionWarning last = Of(Fly(grid))[^1];

        Assert.Equal(new FlightPlace(2, 2, "rtl"), last.Place);
        Assert.Equal("leg", last.Context.Find("path").Text);
        Assert.Equal(310, Number(last, "time_beyond_s"), 6);
        Assert.Equal(flightS, Number(last, "time_elapsed_time_s"), 6);
        // Five minutes after the last time that one still speaks.
        Assert.DoesNotContain(Of(Fly(new Box { LastS = flightS - 300 }.Grid)), w => w.Place.LegIndex == 2);
        // Without a weather limit the weather is missing evidence, and there is no GO to take back.
        Assert.Empty(Of(Fly(grid, BaseMission.Mission)));
    }

    [Fact]
    public void Before_the_first_time_is_beyond_as_well()
    {
        MissionWarning first = Of(Fly(new Box { FirstS = 310 }.Grid))[0];
        Assert.Equal(0, first.Place.LegIndex);
        Assert.Equal(-310, Number(first, "time_beyond_s"), 9);
    }

    [Fact]
    public void The_way_home_counts_where_the_leg_itself_is_covered()
    {
        Mission outbound = Limited with { Route = Limited.Route.RemoveAt(2) };
        EstimateResult result = Fly(new Box().Grid, outbound);
        result = Fly(new Box { LastS = result.Totals.TimeS - 300 }.Grid, outbound);
        MissionWarning warning = Assert.Single(Of(result));

        Assert.Equal(1, warning.Place.LegIndex);
        Assert.Equal("way_home", warning.Context.Find("path").Text);
        Assert.InRange(Number(warning, "time_beyond_s"), 360, 430);
    }

    [Fact]
    public void A_divert_counts_where_leg_and_way_home_are_covered()
    {
        var zone = new LandingZone { Id = "east", Point = new GeoPoint(52.01, 4.03), AltitudeAmslM = 0 };
        MissionWarning[] warnings = Of(Fly(new Box { SouthDeg = 51.99, NorthDeg = 52.02, WestDeg = 3.99, EastDeg = 4.0225 }.Grid, zones: [zone]));

        Assert.NotEmpty(warnings);
        Assert.All(warnings, w => Assert.Equal("divert", w.Context.Find("path").Text));
        Assert.Contains("the divert from this leg to east", warnings[0].Message, StringComparison.Ordinal);
    }

    private static Box Column(double latDeg, double lonDeg) =>
        new() { SouthDeg = latDeg - 1e-6, NorthDeg = latDeg + 1e-6, WestDeg = lonDeg - 1e-6, EastDeg = lonDeg + 1e-6 };

    [Fact]
    public void A_column_over_one_point_holds_for_the_cell_around_it()
    {
        // 20 km south of the flight.
        Box column = Column(51.83, 4);
        Assert.Empty(Of(Fly(column.Grid)));
        Assert.Equal(3, Of(Fly((column with { IsUniform = false }).Grid)).Length);
        Assert.Equal(3, Of(Fly((column with { EastDeg = 4 + 1e-4 }).Grid)).Length);
    }

    [Theory]
    [InlineData(-33.9, 151.2)]
    [InlineData(53, 5)]
    [InlineData(51.75, 4)]
    public void A_column_of_another_place_says_how_far_away_it_is(double latDeg, double lonDeg)
    {
        MissionWarning[] warnings = Of(Fly(Column(latDeg, lonDeg).Grid));
        Assert.Equal([0, 1, 2], warnings.Select(w => w.Place.LegIndex!.Value));
        Assert.All(warnings, w =>
        {
            double awayM = Geodesic.Inverse(latDeg, lonDeg, Number(w, "area_lat"), Number(w, "area_lon")).DistanceM;
            Assert.True(awayM > WindGridExtent.PointReachM);
            Assert.Equal(awayM, Number(w, "area_beyond_m"), 0.2);
        });
    }

    [Fact]
    public void A_column_reaches_25_km_in_every_direction() => Property.Holds(
        from lat in Property.Between(-90 + 1e-6, 90 - 1e-6)
        from lon in Property.Between(-180 + 1e-6, 180 - 1e-6)
        from bearing in Property.Between(0, 360)
        from distanceM in Property.Between(0, 50_000)
        select (lat, lon, bearing, distanceM),
        sample =>
        {
            if (Math.Abs(sample.distanceM - WindGridExtent.PointReachM) < 0.5)
                return;
            WindGridExtent extent = Column(sample.lat, sample.lon).Grid.Extent;
            GeodesicDirect place = Geodesic.Direct(sample.lat, sample.lon, sample.bearing, sample.distanceM);
            double lonDeg = Math.IEEERemainder(place.LonDeg, 360);
            Assert.Equal(sample.distanceM < WindGridExtent.PointReachM, extent.HoldsArea(new WindQuery(place.LatDeg, lonDeg, 100, 0)));
        });

    [Fact]
    public void The_two_sides_of_the_antimeridian_are_one_place_for_a_column_there()
    {
        static bool Holds(Box box, double lonDeg) => box.Grid.Extent.HoldsArea(new WindQuery(52, lonDeg, 100, 0));
        Box column = new Box { WestDeg = 180 - 1e-6, EastDeg = 180 };
        Assert.True(Holds(column, -180));
        Assert.False(Holds(column, -179.9));
        Assert.True(Holds(column with { SouthDeg = 52 - 1e-6, NorthDeg = 52 }, -179.9));
        // The contract answers with the wind at 170 degrees east, which is 10 degrees away.
        Box wide = new Box { WestDeg = 170, EastDeg = 180 };
        Assert.True(Holds(wide, 180));
        Assert.False(Holds(wide, -180));
        Assert.False(Holds(wide, double.NaN));
        EdgeAnswer answer = WindOvershoot.None.With((wide with { SouthDeg = -1, NorthDeg = 1 }).Grid, new WindQuery(0, -180, 100, 0)).Area!.Value;
        Assert.Equal((170.0, 10.0), (answer.Answered.LonDeg, answer.Amount));
    }

    [Fact]
    public void Winds_made_of_a_grid_count_as_the_grid()
    {
        WindGrid narrow = new Box { EastDeg = 4.01 }.Grid;
        Assert.Equal(2, Of(Fly(new EastOverlayWind(narrow, 1))).Length);
        Assert.Equal(2, Of(Fly(new ComponentOverrideWind(narrow, 1, null))).Length);
        Assert.Empty(Of(Fly(new ComponentOverrideWind(narrow, 1, 1))));
        Assert.Empty(Of(Fly(Estimates.Constant(2, 1))));
    }

    [Fact]
    public void A_grid_counts_up_to_the_change_that_replaces_it()
    {
        WindGrid first = new Box { LastS = -240 }.Grid;
        Assert.Empty(Of(Fly(new TimeVaryingWind(first, [new WindChange(50, Estimates.Constant(2, 1))]))));
        MissionWarning[] late = Of(Fly(new TimeVaryingWind(first, [new WindChange(65, Estimates.Constant(2, 1))])));
        Assert.Equal(305, Number(late.Single(w => w.Context.Find("path").Text == "leg"), "time_beyond_s"), 6);
    }

    [Fact]
    public void A_dwell_and_a_turn_arc_are_followed()
    {
        Mission loitering = Limited with
        {
            Route = Limited.Route.Insert(2, new RouteItem { Id = "stay", Action = RouteAction.LoiterTime, LatDeg = 52.01, LonDeg = 4.02, AltitudeM = 120, LoiterTimeS = 600 }),
        };
        EstimateResult covered = Fly(new Box().Grid, loitering);
        double arrivedS = covered.Legs[..3].Sum(l => l.TimeS);
        MissionWarning dwell = Of(Fly(new Box { LastS = arrivedS + 200 }.Grid, loitering)).First(w => w.Context.Find("path").Text == "leg");
        Assert.Equal(LegPhase.LoiterDwell, covered.Legs[dwell.Place.LegIndex!.Value].Phase);
        Assert.Equal(400, Number(dwell, "time_beyond_s"), 6);

        Mission turning = Limited.V2() with
        {
            Route = Limited.Route.Insert(2, new RouteItem { Id = "wp2", Action = RouteAction.Waypoint, LatDeg = 52.0, LonDeg = 4.02, AltitudeM = 120 }),
        };
        ImmutableArray<Leg> legs = Fly(new Box().Grid, turning).Legs;
        Leg arc = legs.First(l => l.Phase == LegPhase.TurnArc);
        double bulgeDeg = arc.ArcPoints.Max(p => p.LonDeg);
        double endsDeg = Math.Max(arc.Start.LonDeg, arc.End.LonDeg);
        Assert.True(bulgeDeg >= endsDeg);
        MissionWarning[] outside = Of(Fly(new Box { EastDeg = arc.Start.LonDeg + 1e-7 }.Grid, turning));
        Assert.Contains(arc.LegIndex, outside.Select(w => w.Place.LegIndex!.Value));
    }

    [Fact]
    public void Nobody_can_accept_it() => Assert.False(WarningCodes.IsWaivable(WarningCode.WindGridExtrapolated));

    private static readonly Gen<Mission> Missions =
        from points in (from lat in Property.Between(51.98, 52.02) from lon in Property.Between(3.97, 4.03) from alt in Property.Between(40, 150) select (lat, lon, alt)).Array[1, 6]
        from v2 in Gen.Bool
        select (v2 ? Limited.V2() : Limited) with
        {
            Route =
            [
                Limited.Route[0],
                .. points.Select((p, i) => new RouteItem { Id = $"p{i}", Action = RouteAction.Waypoint, LatDeg = p.lat, LonDeg = p.lon, AltitudeM = p.alt }),
                Limited.Route[2],
            ],
        };

    [Fact]
    public void A_grid_that_contains_the_path_never_warns() => Property.Holds(Missions, mission =>
        Assert.Empty(Of(Fly(new Box { LowM = 10, LastS = 20_000 }.Grid, mission))));

    [Fact]
    public void A_grid_that_leaves_a_waypoint_out_always_warns() => Property.Holds(
        from mission in Missions from share in Property.Between(0, 1) select (mission, share),
        sample =>
        {
            EstimateResult covered = Fly(new Box { LastS = 20_000 }.Grid, sample.mission);
            // A corner that does not fit ends the flight before there is a path to look at.
            if (covered.TotalsArePartial)
                return;
            ImmutableArray<Leg> legs = covered.Legs;
            double eastDeg = legs.Max(l => Math.Max(l.Start.LonDeg, l.End.LonDeg));
            double cutDeg = 3.9 + ((eastDeg - 2e-5 - 3.9) * sample.share);
            MissionWarning[] warnings = Of(Fly(new Box { LastS = 20_000, EastDeg = cutDeg }.Grid, sample.mission));
            int[] own = [.. warnings.Where(w => w.Context.Find("path").Text == "leg").Select(w => w.Place.LegIndex!.Value)];
            Assert.NotEmpty(own);
            Assert.Superset(
                legs.Where(l => Math.Max(l.Start.LonDeg, l.End.LonDeg) > cutDeg + 2e-5).Select(l => l.LegIndex).ToHashSet(), own.ToHashSet());
            Assert.Equal(warnings.Length, warnings.Select(w => w.Place.LegIndex).Distinct().Count());
        });
}
