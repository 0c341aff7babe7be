using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BvlosSim.Environment.Airspace;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Estimation;
using BvlosSim.Missions;
using BvlosSim.Tests.Estimation.LandingZones;
using static BvlosSim.Tests.Estimation.Geofence.BaseFlight;

namespace BvlosSim.Tests.Estimation.Geofence.Emergencies;

/// <summary>Places and ways of emergencies in forbidden zones, in whole missions.</summary>
public sealed class EmergencyZoneTests
{
    private static DateTimeOffset Departure { get; } = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>East, then north: the way back from the corner in the north-east leads over what lies in between.</summary>
    private static ImmutableArray<RouteItem> Corner { get; } =
        [Scene.TakeOff(80.0), Scene.To("east", 52.0, 4.03, 80.0), Scene.To("north", 52.02, 4.03, 80.0)];

    /// <summary>Between home and the corner in the north-east: 0.004° high, 0.006° wide, on the diagonal.</summary>
    private static GeofenceZone Between { get; } = Zones.Forbidden("B", Rectangle(52.008, 52.012, 4.012, 4.018)) with { FloorM = 0, CeilingM = 500 };

    [Fact]
    public void A_return_home_through_a_zone_is_told_with_its_length_inside()
    {
        MissionWarning warning = Assert.Single(Run(Corner, [Between]));
        Assert.Equal((WarningCode.EmergencyPathCrossesForbiddenZone, new FlightPlace(2, 2, "north")), (warning.Code, warning.Place));
        Match length = Regex.Match(warning.Message, "^The return home crosses the forbidden zone 'B' for ([0-9]+) m of its way");
        // The diagonal of the zone is 606 m; the turn at the start shifts the way off it.
        Assert.InRange(int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture), 450, 605);
        Assert.Matches("from leg 2 [(]52[.]0[0-9]{4}, 4[.]03000[)], 2[0-4][0-9] s after departure, between 10 and 90 m AMSL[.]", warning.Message);
        Assert.Equal("B", warning.Context.Find("zone_id").Text);
        Assert.InRange(warning.Context.Find("lat").Number, 52.01, 52.02);
        Assert.Equal(4.03, warning.Context.Find("lon").Number, 6);
        Assert.InRange(warning.Context.Find("inside_m").Number, 450, 605);
    }

    [Theory]
    [InlineData(90.0, null, true)]
    [InlineData(90.5, null, false)]
    [InlineData(null, 10.0, true)]
    [InlineData(null, 9.5, false)]
    public void All_altitudes_between_the_route_and_the_ground_count(double? floorM, double? ceilingM, bool warns) =>
        Assert.Equal(warns, !Run(Corner, [Between with { FloorM = floorM, CeilingM = ceilingM }]).IsEmpty);

    [Fact]
    public void A_mission_without_a_limit_for_the_reserve_of_the_return_is_warned_too() =>
        Assert.Equal(Assert.Single(Run(Corner, [Between])).Message, Assert.Single(Run(Corner, [Between], requireReturn: false)).Message);

    [Theory]
    [InlineData(-60, 180, false)]
    [InlineData(-60, 210, true)]
    [InlineData(400, 900, true)]
    [InlineData(500, 900, false)]
    public void Only_the_time_from_the_first_return_through_the_zone_to_the_last_arrival_counts(int fromS, int untilS, bool warns)
    {
        GeofenceZone timed = Between with { ActiveFrom = Departure.AddSeconds(fromS), ActiveUntil = Departure.AddSeconds(untilS) };
        Assert.Equal(warns, !Run(Corner, [timed], departure: Departure).IsEmpty);
        Assert.Single(Run(Corner, [timed]), w => w.Code == WarningCode.EmergencyPathCrossesForbiddenZone);
    }

    [Fact]
    public void A_return_from_the_middle_of_a_leg_counts()
    {
        // From west to east past the north of home. The zone lies between the middle of the leg and home; from its ends the way is clear.
        ImmutableArray<RouteItem> route = [Scene.TakeOff(80.0), Scene.To("west", 52.02, 3.97, 80.0), Scene.To("east", 52.02, 4.03, 80.0)];
        GeofenceZone middle = Zones.Forbidden("M", Rectangle(52.009, 52.011, 3.9995, 4.0005)) with { FloorM = 0, CeilingM = 500 };
        MissionWarning warning = Assert.Single(Run(route, [middle]));
        Assert.Equal((WarningCode.EmergencyPathCrossesForbiddenZone, 2), (warning.Code, warning.Place.LegIndex));
        Assert.InRange(warning.Context.Find("inside_m").Number, 200.0, 230.0);
        // Halfway along a leg of 4.1 km that begins 188 s after departure.
        Assert.InRange(warning.Context.Find("start_elapsed_time_s").Number, 270.0, 310.0);
    }

    [Fact]
    public void Home_that_closes_during_the_flight_is_no_home()
    {
        GeofenceZone home = Zones.Forbidden("H", Rectangle(51.999, 52.001, 3.999, 4.002)) with { ActiveFrom = Departure.AddSeconds(200) };
        MissionWarning warning = Assert.Single(Run(Corner, [home], departure: Departure));
        Assert.Equal((WarningCode.HomeInForbiddenZone, 1), (warning.Code, warning.Place.LegIndex));
        Assert.Equal((52.0, 4.0), (warning.Context.Find("lat").Number, warning.Context.Find("lon").Number));
        Assert.Contains("Home (52.00000, 4.00000) lies 69 m inside the forbidden zone 'H'", warning.Message, StringComparison.Ordinal);
        Assert.Equal(warning.Message, Assert.Single(Run(Corner, [home], departure: Departure, requireReturn: false)).Message);
        Assert.Empty(Run(Corner, [home with { FloorM = 600 }], departure: Departure));
        Assert.Empty(Run(Corner, [home with { ActiveFrom = Departure.AddHours(1) }], departure: Departure));
    }

    [Fact]
    public void A_landing_zone_that_is_chosen_must_not_lie_in_a_zone()
    {
        LandingZone[] sites = [Scene.PointZone("good", 4.0, 52.0, 10.0), Scene.PointZone("bad", 4.025, 52.01, 5.0)];
        GeofenceZone around = Zones.Forbidden("F", Rectangle(52.009, 52.011, 4.023, 4.027)) with { CeilingM = 8 };
        MissionWarning warning = Assert.Single(Run(Corner, [around], sites: sites, limitM: 1500.0));
        Assert.Equal(WarningCode.LandingZoneInForbiddenZone, warning.Code);
        Assert.Contains("Landing zone 'bad' (52.01000, 4.02500) lies 111 m inside the forbidden zone 'F'", warning.Message, StringComparison.Ordinal);
        Assert.Matches("; so do [0-9]+ of [0-9]+ states", warning.Message);
        // The other one is in reach, nobody goes there, or nothing is forbidden there.
        Assert.Empty(Run(Corner, [around], sites: sites));
        Assert.Empty(Run([Scene.TakeOff(80.0), Scene.To("west", 52.0, 3.99, 80.0)], [around], sites: sites));
        Assert.Empty(Run(Corner, [around with { CeilingM = 4 }], sites: sites));
        Assert.Empty(Run(Corner, [around with { Kind = GeofenceKind.Required, Polygons = [new([Rectangle(51, 53, 3, 5)])], CeilingM = null }], sites: sites));
    }

    [Theory]
    [InlineData(null, 30.0, 0)]
    [InlineData(5000.0, 30.0, 0)]
    [InlineData(2000.0, 30.0, 1)]
    [InlineData(null, 96.0, 1)]
    public void A_closed_landing_zone_does_not_matter_where_an_open_one_is_in_reach(double? limitM, double reservePercent, int warnings)
    {
        // The closed one lies 0.2 km beside the route, the open one 3.3 km.
        ImmutableArray<RouteItem> route = [Scene.TakeOff(80.0), Scene.To("east", 52.0, 4.03, 80.0)];
        LandingZone[] sites = [Scene.PointZone("open", 4.015, 51.97, 5.0), Scene.PointZone("closed", 4.015, 52.002, 40.0)];
        GeofenceZone around = Zones.Forbidden("F", Rectangle(52.001, 52.003, 4.014, 4.016)) with { FloorM = 39, CeilingM = 41 };
        ImmutableArray<MissionWarning> found = Run(route, [around], sites: sites, requireReturn: false, limitM: limitM, reservePercent: reservePercent);
        Assert.Equal(warnings, found.Count(w => w.Code == WarningCode.LandingZoneInForbiddenZone));
    }

    [Fact]
    public void A_diversion_through_a_zone_is_told_once_for_each_zone_the_worst_first()
    {
        LandingZone[] sites = [Scene.PointZone("lz", 4.02, 52.005, 5.0)];
        GeofenceZone thin = Zones.Forbidden("thin", Rectangle(52.0035, 52.0036, 4.0, 4.025)) with { CeilingM = 500 };
        GeofenceZone thick = Zones.Forbidden("thick", Rectangle(52.002, 52.003, 4.0, 4.025)) with { CeilingM = 500 };
        MissionWarning[] warnings =
            [.. Run(Corner, [thin, thick], sites: sites).Where(w => !w.Message.Contains("return home", StringComparison.Ordinal))];
        Assert.All(warnings, w => Assert.Equal(WarningCode.EmergencyPathCrossesForbiddenZone, w.Code));
        Assert.Equal(["thick", "thin"], warnings.Select(w => w.Message.Contains("'thick'", StringComparison.Ordinal) ? "thick" : "thin"));
        Assert.All(warnings, w => Assert.Contains("diversion to landing zone 'lz' crosses", w.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_turn_that_swings_into_a_zone_counts()
    {
        // Flying north, home in the south: the aircraft turns by 80 m to the side first.
        ImmutableArray<RouteItem> route = [Scene.TakeOff(80.0), Scene.To("n", 52.02, 4.0, 80.0)];
        GeofenceZone beside = Zones.Forbidden("E", Rectangle(52.0195, 52.021, 4.001, 4.002)) with { CeilingM = 500 };
        Assert.Single(Run(route, [beside]));
        Assert.Empty(Run(route, [beside], turnRadiusM: null));
    }

    [Fact]
    public void A_zone_far_away_never_matters() => Property.Holds(
        CsCheck.Gen.Select(Property.Between(0.05, 1.0), Property.Between(0.0, Math.Tau)),
        place =>
        {
            (double off, double angle) = place;
            (double lat, double lon) = (52.01 + (off * Math.Sin(angle)), 4.015 + (off * Math.Cos(angle) * 1.6));
            GeofenceZone zone = Zones.Forbidden("far", Rectangle(lat - 0.02, lat + 0.02, lon - 0.02, lon + 0.02)) with { CeilingM = 500 };
            Assert.Empty(Run(Corner, [zone], sites: [Scene.PointZone("lz", 4.02, 52.005, 5.0)]));
        },
        count: 50);

    [Theory]
    [InlineData(175.985)]
    [InlineData(-183.985)]
    [InlineData(60.0)]
    public void The_longitude_of_the_world_does_not_matter(double shift)
    {
        RouteItem[] there = [.. Corner.Select(i => i with { LonDeg = i.LonDeg is { } lon ? Math.IEEERemainder(lon + shift, 360.0) : null })];
        double west = Math.IEEERemainder(4.012 + shift, 360.0);
        double east = Math.IEEERemainder(4.018 + shift, 360.0);
        GeofenceZone moved = east > west
            ? Between with { Polygons = [new([Rectangle(52.008, 52.012, west, east)])] }
            : Between with
            {
                Polygons = [new([Rectangle(52.008, 52.012, west, 180.0)]), new([Rectangle(52.008, 52.012, -180.0, east)])],
            };
        MissionWarning here = Assert.Single(Run(Corner, [Between]));
        MissionWarning moving = Assert.Single(Run([.. there], [moved], homeLonDeg: Math.IEEERemainder(4.0 + shift, 360.0)));
        Assert.Equal(here.Context.Find("inside_m").Number, moving.Context.Find("inside_m").Number, 3);
        Assert.Equal(here.Context.Find("start_elapsed_time_s").Number, moving.Context.Find("start_elapsed_time_s").Number, 6);
        Assert.Equal((here.Code, here.Place), (moving.Code, moving.Place));
    }

    private static ImmutableArray<MissionWarning> Run(
        ImmutableArray<RouteItem> route,
        GeofenceZone[] zones,
        LandingZone[]? sites = null,
        DateTimeOffset? departure = null,
        bool requireReturn = true,
        double homeLonDeg = 4.0,
        double? turnRadiusM = 80.0,
        double? limitM = null,
        double? reservePercent = null)
    {
        var scene = new Scene { Zones = null, Route = route, HomeLonDeg = homeLonDeg, TurnRadiusM = turnRadiusM };
        EstimateResult result = MissionEstimator.Estimate(new EstimationInput
        {
            Mission = scene.Mission with
            {
                DepartureTime = departure is { } time ? new DepartureTime(time, HasOffset: true) : null,
                Constraints = new MissionConstraints
                {
                    RequireRthReserve = requireReturn,
                    MinDistanceToLandingZoneM = limitM,
                    MinLandingReservePercent = reservePercent,
                },
            },
            Vehicle = scene.Vehicle,
            Geofences = [.. zones],
            LandingZones = sites is null ? null : [.. sites],
        });
        Assert.Null(result.Failure);
        return [.. result.Warnings.Where(w => w.Code is not (WarningCode.DepartureTimeMissing or WarningCode.GeofenceEvaluated2DOnly))];
    }
}
