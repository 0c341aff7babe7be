using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Geofence;
using BvlosSim.Estimation.Geofence.Readings;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Sampling;
using static BvlosSim.Tests.Estimation.Geofence.BaseFlight;

namespace BvlosSim.Tests.Estimation.Geofence.Readings;

/// <summary>Legs that pass a zone under one reading of its edges, or of themselves, only.</summary>
public sealed class GeofenceReadingTests
{
    private const double MetreDeg = 1.0 / 111_200.0;

    // 20 km towards east at 47°.
    private const double TwentyKmDeg = 0.2632;

    /// <summary>A zone south of the parallel of 47°, with a northern edge of 20 km.</summary>
    private static GeofenceZone South { get; } = Zones.Forbidden("S", Rectangle(46.9, 47.0, 8.0, 8.0 + TwentyKmDeg));

    /// <summary>200 m towards east over the middle of that edge, so many metres north of it.</summary>
    private static FlownPath Over(double northM) => SingleLeg(
        new GeoPoint(47.0 + (northM * MetreDeg), 8.0 + (TwentyKmDeg / 2) - 0.0013), new GeoPoint(47.0 + (northM * MetreDeg), 8.0 + (TwentyKmDeg / 2) + 0.0013));

    [Fact]
    public void Twenty_kilometres_at_47_degrees_differ_by_8_metres_in_the_middle()
    {
        MissionWarning warning = Assert.Single(Evaluate(Over(5.0), South));
        Assert.Equal((WarningCode.GeofenceChordAmbiguous, new FlightPlace(0, 1, "wp")), (warning.Code, warning.Place));
        Assert.Equal([5.0, 8.4], Metres(warning));
        Assert.Contains("'S'", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(8.2, true)]
    [InlineData(8.6, false)]
    [InlineData(100.0, false)]
    public void Only_a_leg_nearer_than_the_difference_hangs_on_the_reading(double northM, bool warns) =>
        Assert.Equal(warns, !Evaluate(Over(northM), South).IsEmpty);

    [Fact]
    public void On_the_other_side_of_a_zone_a_geodesic_edge_gives_way()
    {
        GeofenceZone north = Zones.Forbidden("N", Rectangle(47.0, 47.1, 8.0, 8.0 + TwentyKmDeg));
        Assert.Empty(Evaluate(Over(-5.0), north));
    }

    [Fact]
    public void A_leg_beside_an_edge_of_its_own_length_bends_with_it() => Assert.Empty(Evaluate(
        SingleLeg(new GeoPoint(47.0 + MetreDeg, 8.0), new GeoPoint(47.0 + MetreDeg, 8.0 + TwentyKmDeg)),
        South with { Polygons = [new([Rectangle(46.9, 47.0 - (10 * MetreDeg), 8.0, 8.0 + TwentyKmDeg)])] }));

    [Fact]
    public void Short_edges_have_one_reading()
    {
        GeoPoint[] northern = [.. Enumerable.Range(0, 401).Select(i => new GeoPoint(47.0, 8.0 + (TwentyKmDeg * i / 400)))];
        ImmutableArray<GeoPoint> ring = [new(46.9, 8.0), .. northern, new(46.9, 8.0 + TwentyKmDeg), new(46.9, 8.0)];
        Assert.Empty(Evaluate(Over(0.5), Zones.Forbidden("S", ring)));
    }

    [Fact]
    public void A_zone_at_other_altitudes_or_times_does_not_matter()
    {
        Assert.Empty(Evaluate(Over(5.0), South with { FloorM = 500 }));
        Assert.Empty(Evaluate(Over(5.0), South with { CeilingM = 20 }));
        var departure = new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
        GeofenceZone later = South with { ActiveFrom = departure.AddHours(1) };
        Assert.Empty(Evaluate(Over(5.0), departure, later));
        Assert.Single(Evaluate(Over(5.0), departure.AddHours(2), later));
        Assert.Single(Evaluate(Over(5.0), later));
    }

    [Fact]
    public void A_hole_shrinks_where_its_southern_edge_bends_into_it()
    {
        GeofenceZone holed = Zones.Forbidden("H", Rectangle(46.0, 48.0, 7.0, 9.0), Rectangle(47.0, 47.5, 8.0, 8.0 + TwentyKmDeg));
        Assert.Equal([5.0, 8.4], Metres(Assert.Single(Evaluate(Over(5.0), holed))));
    }

    [Fact]
    public void A_required_zone_that_would_not_hold_the_leg_is_ambiguous()
    {
        GeofenceZone required = Zones.Required("R", Rectangle(47.0, 47.1, 8.0, 8.0 + TwentyKmDeg));
        MissionWarning warning = Assert.Single(Evaluate(Over(5.0), required));
        Assert.Equal([5.0, 8.4], Metres(warning));
        Assert.Contains("required zone 'R'", warning.Message, StringComparison.Ordinal);
        Assert.Empty(Evaluate(Over(20.0), required));
        Assert.Empty(Evaluate(Over(-5.0), Zones.Required("R", Rectangle(46.9, 47.0, 8.0, 8.0 + TwentyKmDeg))));
    }

    [Fact]
    public void Required_zones_that_share_an_edge_hold_the_leg_under_any_reading() => Assert.Empty(Evaluate(
        SingleLeg(new GeoPoint(46.99, 8.1), new GeoPoint(47.01, 8.15)),
        Zones.Required("a", Rectangle(46.9, 47.0, 8.0, 8.0 + TwentyKmDeg)),
        Zones.Required("b", [.. Rectangle(47.0, 47.1, 8.0, 8.0 + TwentyKmDeg).Reverse()])));

    [Theory]
    [InlineData(-9.0)]
    [InlineData(-8.2)]
    [InlineData(-3.0)]
    [InlineData(-0.02)]
    [InlineData(0.0)]
    [InlineData(0.02)]
    [InlineData(3.0)]
    [InlineData(8.2)]
    [InlineData(9.0)]
    public void A_leg_beside_an_edge_that_required_zones_share_is_held_under_any_reading(double northM)
    {
        GeofenceZone south = Zones.Required("a", Rectangle(46.9, 47.0, 8.0, 8.0 + TwentyKmDeg));
        GeofenceZone north = Zones.Required("b", Rectangle(47.0, 47.1, 8.0, 8.0 + TwentyKmDeg));
        Assert.Empty(Evaluate(Over(northM), south, north));
        Assert.Empty(Evaluate(Over(northM), north, south));
        // Without the neighbour the same leg is ambiguous, where it lies within the bulge.
        if (northM > 0.0)
            Assert.Equal(northM < 8.4, !Evaluate(Over(northM), north).IsEmpty);
    }

    [Fact]
    public void A_long_leg_that_a_map_draws_through_a_zone_is_ambiguous()
    {
        FlownPath leg = SingleLeg(new GeoPoint(47.0, 8.0), new GeoPoint(47.0, 8.0 + TwentyKmDeg));
        GeofenceZone under = Zones.Forbidden("U", Rectangle(46.99, 47.0 + (5.0 * MetreDeg), 8.131, 8.132));
        Assert.Equal([3.4, 8.4], Metres(Assert.Single(Evaluate(leg, under))));
        Assert.Empty(Evaluate(leg, Zones.Forbidden("U", Rectangle(46.99, 47.0 - MetreDeg, 8.131, 8.132))));
    }

    [Fact]
    public void An_edge_over_the_equator_bends_both_ways()
    {
        ImmutableArray<GeoPoint> triangle = [new(-1.0, 10.0), new(1.0, 12.0), new(-1.0, 14.0), new(-1.0, 10.0)];
        GeofenceZone zone = Zones.Forbidden("E", triangle);
        // Beside the northern half of its western edge, on the outer side.
        GeoPoint near = new(0.5 + (2.0 * MetreDeg), 11.5 - (2.0 * MetreDeg));
        Assert.Single(Evaluate(SingleLeg(near, near with { LatDeg = near.LatDeg + 0.0001, LonDeg = near.LonDeg + 0.0001 }), zone));
    }

    [Fact]
    public void Each_zone_is_named_once_with_its_worst_leg_the_worst_zone_first()
    {
        GeoPoint west = new(47.0 + (6 * MetreDeg), 8.13);
        GeoPoint east = new(47.0 + (3 * MetreDeg), 8.134);
        FlownPath path = Path(west, [Waypoint("a", east.LatDeg, east.LonDeg), Waypoint("b", west.LatDeg, west.LonDeg)]);
        GeofenceZone lower = South with { Id = "L", Polygons = [new([Rectangle(46.9, 47.0 - (3 * MetreDeg), 8.0, 8.0 + TwentyKmDeg)])] };
        ImmutableArray<MissionWarning> warnings = Evaluate(path, lower, South);
        Assert.Equal(2, warnings.Length);
        Assert.Contains("'S'", warnings[0].Message, StringComparison.Ordinal);
        Assert.Contains("(3 such cases)", warnings[0].Message, StringComparison.Ordinal);
        Assert.NotEqual(0, warnings[0].Place.LegIndex);
        Assert.Contains("'L'", warnings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_far_away_never_matters() => Property.Holds(
        CsCheck.Gen.Select(Property.Between(-80, 80), Property.Between(-170, 170), Property.Between(0.05, 3.0), Property.Between(0.05, 3.0)),
        box =>
        {
            (double lat, double lon, double height, double width) = box;
            FlownPath path = SingleLeg(new GeoPoint(lat, lon), new GeoPoint(lat + 0.02, lon + 0.02));
            // A parallel of Δλ bends towards the pole by at most Δλ²/16, all in radians.
            double gap = 0.03 + (width * width * 0.0046);
            Assert.Empty(Evaluate(path, Zones.Forbidden("N", Rectangle(lat + gap, lat + gap + height, lon - width, lon + width))));
            Assert.Empty(Evaluate(path, Zones.Forbidden("S", Rectangle(lat - gap - height, lat - gap, lon - width, lon + width))));
        });

    [Fact]
    public void The_longitude_of_the_world_does_not_matter() => Property.Holds(
        CsCheck.Gen.Select(Property.Between(-60, 60), Property.Between(0.1, 20), Property.Between(0.05, 0.4)),
        scene =>
        {
            (double lat, double offM, double halfWidth) = scene;
            // The leg runs over the antimeridian, the zone stays west of it.
            MissionWarning[] here = [.. At(0.0)];
            Assert.Equal(here.Select(w => w.Message), At(179.9 - 8.0).Select(w => w.Message));

            ImmutableArray<MissionWarning> At(double shift)
            {
                double west = 8.0 - halfWidth + shift;
                var from = new GeoPoint(lat + (offM * MetreDeg), west + halfWidth);
                var to = new GeoPoint(from.LatDeg + 0.001, Math.IEEERemainder(from.LonDeg + 0.15, 360.0));
                GeofenceZone zone = Zones.Forbidden("Z", Rectangle(lat - 0.1, lat, west, 8.0999 + shift));
                return Evaluate(SingleLeg(from, to), zone);
            }
        });

    /// <summary>What the geodesic and the straight edge enclose, drawn by brute force.</summary>
    [Fact]
    public void The_verdict_is_that_of_a_finely_drawn_edge() => Property.Holds(
        CsCheck.Gen.Select(Property.Between(-75, 75), Property.Between(0.02, 2.0), Property.Between(-1.0, 1.0), Property.Between(-2.0, 2.0)),
        scene =>
        {
            (double lat, double lonStep, double latStep, double offset) = scene;
            (GeoPoint a, GeoPoint b) = (new GeoPoint(lat, 8.0), new GeoPoint(lat + latStep, 8.0 + lonStep));
            ImmutableArray<GeoPoint> ring = [a, b, new(b.LatDeg - 5, b.LonDeg), new(a.LatDeg - 5, a.LonDeg), a];
            var course = BvlosSim.Geodesy.Geodesic.Inverse(a.LatDeg, a.LonDeg, b.LatDeg, b.LonDeg);
            var line = new BvlosSim.Geodesy.GeodesicLine(a.LatDeg, a.LonDeg, course.Azimuth1Deg);
            var middle = line.Position(course.DistanceM / 2);
            double straightLat = a.LatDeg + (latStep * (middle.LonDeg - a.LonDeg) / lonStep);
            double bulge = middle.LatDeg - straightLat;
            // A point above the edge: within the bulge for 0 < offset < 1.
            var point = new GeoPoint(straightLat + (bulge * offset), middle.LonDeg);
            if (point.LatDeg <= straightLat || Math.Abs(bulge) * 1e5 < 0.02 || Math.Abs(offset - 1.0) < 0.01)
                return;
            FlownPath hover = SingleLeg(point, point);
            Assert.Equal(offset < 1.0 && bulge > 0, !Evaluate(hover, Zones.Forbidden("Z", ring)).IsEmpty);
        },
        count: 400);

    private static ImmutableArray<MissionWarning> Evaluate(FlownPath path, params ReadOnlySpan<GeofenceZone> zones) => Evaluate(path, null, zones);

    private static ImmutableArray<MissionWarning> Evaluate(FlownPath path, DateTimeOffset? departure, params ReadOnlySpan<GeofenceZone> zones)
    {
        Assert.True(Zones.Check(path, departure, zones).Block!.IsFeasible, "The leg must pass under the reading of the contract.");
        return GeofenceReadingCheck.Evaluate(
            GeofenceZones.Compile([.. zones], CancellationToken.None), path, departure, CancellationToken.None);
    }

    private static double[] Metres(MissionWarning warning) =>
        [.. Regex.Matches(warning.Message, @"([0-9.]+) m\b").Select(m => double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];
}
