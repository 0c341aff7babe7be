using BvlosSim.Estimation;
using BvlosSim.Estimation.HomePlausibility;
using BvlosSim.Geodesy;
using BvlosSim.Missions;
using CsCheck;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.HomePlausibility;

/// <summary>A home that has nothing to do with the route.</summary>
public class HomeWarningTests
{
    private const double SpanDeg = 0.01;

    private static readonly double SpanM = Geodesic.Inverse(47.0, 8.0, 47.0 + SpanDeg, 8.0).DistanceM;

    /// <summary>Two waypoints 1.1 km apart, seen from a home that many metres south of the nearer one.</summary>
    private static Mission From(double distanceM, params RouteItem[] more)
    {
        GeodesicDirect home = Geodesic.Direct(47.0, 8.0, 180.0, distanceM);
        return K([Waypoint(47.0, 8.0, 100), Waypoint(47.0 + SpanDeg, 8.0, 100), .. more]) with
        {
            PlannedHome = new PlannedHome(home.LatDeg, home.LonDeg, HomeAltitudeM),
        };
    }

    private static MissionWarning? Of(Mission mission) => HomeWarning.Of(mission, CancellationToken.None);

    [Fact]
    public void Home_is_far_from_five_spans_of_the_route_on()
    {
        Assert.Null(Of(From((5 * SpanM) - 0.01)));
        MissionWarning warning = Of(From((5 * SpanM) + 0.01))!;

        Assert.Equal(WarningCode.HomeFarFromRoute, warning.Code);
        Assert.Equal(new FlightPlace(null, 0, "w1"), warning.Place);
        Assert.Equal((5 * SpanM) + 0.01, warning.Context.Find("home_distance_m").Number, 6);
        Assert.Equal(SpanM, warning.Context.Find("route_span_m").Number, 6);
        Assert.Contains(FormattableString.Invariant($"{5 * SpanM:F0} m from the nearest waypoint w1, while no two waypoints are more than {SpanM:F0} m apart"), warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Within_a_kilometre_home_is_never_far()
    {
        Mission Near(double distanceM)
        {
            GeodesicDirect home = Geodesic.Direct(47.0, 8.0, 180.0, distanceM);
            return K(Waypoint(47.0, 8.0, 100), Waypoint(47.0001, 8.0, 100)) with
            {
                PlannedHome = new PlannedHome(home.LatDeg, home.LonDeg, HomeAltitudeM),
            };
        }

        Assert.Null(Of(Near(999.99)));
        Assert.NotNull(Of(Near(1000.01)));
    }

    [Fact]
    public void A_positioned_item_near_home_says_that_home_is_meant()
    {
        Mission far = From(9000);
        Assert.NotNull(Of(far));
        PlannedHome home = far.PlannedHome;
        Assert.Null(Of(From(9000, Land(home.LatDeg, home.LonDeg + 0.001))));
        // Items that only mean home do not: the default would be theirs as well.
        Assert.NotNull(Of(From(9000, VtolTakeoff(50), Rtl())));
    }

    [Fact]
    public void A_single_place_has_no_span_to_compare_with()
    {
        Mission Out(double distanceM)
        {
            GeodesicDirect home = Geodesic.Direct(47.0, 8.0, 180.0, distanceM);
            return K(Waypoint(47.0, 8.0, 100), Loiter(47.0, 8.0, 100, 60), Rtl()) with
            {
                PlannedHome = new PlannedHome(home.LatDeg, home.LonDeg, HomeAltitudeM),
            };
        }

        Assert.Null(Of(Out(99_999)));
        Assert.Contains("the only place of the route", Of(Out(100_001))!.Message, StringComparison.Ordinal);
        Assert.Null(Of(K(VtolTakeoff(50), Rtl())));
    }

    [Fact]
    public void It_explains_a_failure_too_and_nobody_can_accept_it()
    {
        EstimateResult result = Estimates.Run(From(4_000_000), TestVehicles.K);
        Assert.NotNull(result.Failure);
        Assert.Equal(WarningCode.HomeFarFromRoute, result.Warnings[^1].Code);
        Assert.False(WarningCodes.IsWaivable(WarningCode.HomeFarFromRoute));
    }

    [Fact]
    public void Home_beyond_the_antimeridian_is_near()
    {
        Mission mission = K(Waypoint(10, 179.999, 100), Waypoint(10.001, 179.999, 100));
        Assert.Null(Of(mission with { PlannedHome = new PlannedHome(10, -179.999, 0) }));
        Assert.NotNull(Of(mission with { PlannedHome = new PlannedHome(10, -179.9, 0) }));
    }

    private static readonly Gen<(double LatDeg, double LonDeg)[]> Clouds =
        from count in Gen.Int[0, 300]
        from latDeg in Property.Between(-85, 85)
        from lonDeg in Property.Between(-180, 180)
        from size in Gen.Int[0, 3].Select(i => new[] { 1e-6, 1e-3, 0.1, 4.0 }[i])
        from shape in Gen.Int[0, 2]
        from places in (from a in Property.Between(-1, 1) from b in Property.Between(-1, 1) select (a, b)).Array[count]
        select places.Select(p => shape switch
        {
            0 => (latDeg + (p.a * size), Wrapped(lonDeg + (p.b * size))),
            1 => (latDeg + (Math.Cos(p.a * Math.PI) * size), Wrapped(lonDeg + (Math.Sin(p.a * Math.PI) * size))),
            _ => (latDeg, Wrapped(lonDeg + (Math.Round(p.b * 8) * size))),
        }).ToArray();

    private static double Wrapped(double lonDeg) => lonDeg > 180 ? lonDeg - 360 : lonDeg < -180 ? lonDeg + 360 : lonDeg;

    [Fact]
    public void The_span_is_that_of_all_pairs() => Property.Holds(Clouds, points =>
    {
        double greatestM = 0;
        for (int i = 0; i < points.Length; i++)
        {
            for (int j = i + 1; j < points.Length; j++)
                greatestM = Math.Max(greatestM, Geodesic.Inverse(points[i].LatDeg, points[i].LonDeg, points[j].LatDeg, points[j].LonDeg).DistanceM);
        }

        Assert.InRange(RouteSpan.Of(points, CancellationToken.None), greatestM - 1e-7, greatestM + 1e-7);
    });

    [Fact]
    public void A_ring_of_many_waypoints_is_measured()
    {
        (double, double)[] ring = [.. Enumerable.Range(0, 100_000).Select(i => (Math.Sin(i * 1e-5 * Math.Tau) * 0.1, Math.Cos(i * 1e-5 * Math.Tau) * 0.1))];
        double widthM = Geodesic.Inverse(0, -0.1, 0, 0.1).DistanceM;
        Assert.InRange(RouteSpan.Of(ring, CancellationToken.None), widthM - 1e-6, widthM + 1e-6);
    }

    [Fact]
    public void The_warning_is_that_of_the_definition() => Property.Holds(
        from points in Clouds from azimuth in Property.Between(0, 360) from spans in Property.Between(3, 8) select (points, azimuth, spans),
        sample =>
        {
            (double LatDeg, double LonDeg)[] points = sample.points;
            if (points.Length < 2)
                return;
            double spanM = points.Max(a => points.Max(b => Geodesic.Inverse(a.LatDeg, a.LonDeg, b.LatDeg, b.LonDeg).DistanceM));
            GeodesicDirect home = Geodesic.Direct(points[0].LatDeg, points[0].LonDeg, sample.azimuth, Math.Min(sample.spans * spanM, 5e6));
            double nearestM = points.Min(p => Geodesic.Inverse(p.LatDeg, p.LonDeg, home.LatDeg, home.LonDeg).DistanceM);
            Mission mission = K([.. points.Select(p => Waypoint(p.LatDeg, p.LonDeg, 100))]) with
            {
                PlannedHome = new PlannedHome(home.LatDeg, home.LonDeg, 0),
            };
            bool isFar = spanM <= 1 ? nearestM > 100_000 : nearestM > Math.Max(1000, 5 * spanM);
            Assert.Equal(isFar, Of(mission) is not null);
        },
        count: 20);
}
