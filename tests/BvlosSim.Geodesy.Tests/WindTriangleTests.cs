using CsCheck;

namespace BvlosSim.Geodesy.Tests;

public class WindTriangleTests
{
    private static readonly Gen<(double Track, double Tas, double East, double North)> Winds =
        Gen.Select(Gen.Double[-10, 540], Gen.Double[0.5, 60], Gen.Double[-70, 70], Gen.Double[-70, 70]);

    [Fact]
    public void Worked_triangle_to_the_last_bit()
    {
        Assert.True(WindTriangle.TrySolve(0, 15, 3, -1, out WindTriangleSolution solution));
        Assert.Equal(
            new WindTriangleSolution(new WindComponents(-1, 3), 13.696938456699069, 348.4630409671845, -11.536959032815503),
            solution);
    }

    [Fact]
    public void Worked_oblique_triangle_to_the_last_bit()
    {
        double track = Geodesic.Inverse(47, 8, 47.02, 8.01).Azimuth1Deg;
        Assert.True(WindTriangle.TrySolve(track, 15, 3, -2.4, out WindTriangleSolution solution));
        Assert.Equal(
            new WindTriangleSolution(
                new WindComponents(-1.300290078023247, 3.615141174697649), 13.257551598784675, 4.931095077066521, -13.946124302288183),
            solution);
    }

    [Fact]
    public void Air_and_wind_add_up_to_a_ground_vector_on_the_track() => Property.Holds(
        Winds,
        v =>
        {
            (double track, double tas, double east, double north) = v;
            bool solved = WindTriangle.TrySolve(track, tas, east, north, out WindTriangleSolution s);
            Assert.Equal(Math.Abs(s.Wind.CrossMps) <= tas, solved);
            Assert.Equal(WindTriangle.Components(track, east, north), s.Wind);
            if (!solved)
            {
                Assert.True(double.IsNaN(s.GroundspeedMps) && double.IsNaN(s.HeadingDeg) && double.IsNaN(s.CrabDeg));
                return;
            }

            (double sinHeading, double cosHeading) = Math.SinCos(Angles.ToRadians(s.HeadingDeg));
            (double sinTrack, double cosTrack) = Math.SinCos(Angles.ToRadians(track));
            Assert.Equal(s.GroundspeedMps * sinTrack, (tas * sinHeading) + east, 1e-6);
            Assert.Equal(s.GroundspeedMps * cosTrack, (tas * cosHeading) + north, 1e-6);
            Assert.InRange(s.HeadingDeg, 0, 360);
            Assert.InRange(s.CrabDeg, -90.0001, 90.0001);
            Assert.Equal(0, Math.IEEERemainder(track + s.CrabDeg - s.HeadingDeg, 360), 1e-12);
            // The nose is on the side the wind comes from.
            Assert.True(Math.Abs(s.CrabDeg) < 1e-9 || Math.Sign(s.CrabDeg) == -Math.Sign(s.Wind.CrossMps));
        });

    [Fact]
    public void The_components_keep_the_length_of_the_wind() => Property.Holds(
        Winds,
        v =>
        {
            WindComponents wind = WindTriangle.Components(v.Track, v.East, v.North);
            Assert.Equal(Hypotenuse.Of(v.East, v.North), Hypotenuse.Of(wind.AlongMps, wind.CrossMps), 1e-12);
        });

    [Theory]
    [InlineData(0, 1, 0)] // no airspeed
    [InlineData(0, 0, 0)]
    [InlineData(-5, 1, 0)]
    [InlineData(double.NaN, 1, 0)]
    [InlineData(5, 5.000000000000001, 0)] // more crosswind than airspeed
    [InlineData(5, -5.000000000000001, 2)]
    [InlineData(5, double.NaN, 0)]
    [InlineData(5, 0, double.NaN)]
    [InlineData(5, double.PositiveInfinity, 0)]
    public void There_is_no_solution(double tas, double east, double north)
    {
        Assert.False(WindTriangle.TrySolve(0, tas, east, north, out WindTriangleSolution solution));
        Assert.Equal(WindTriangle.Components(0, east, north), solution.Wind);
        Assert.Equal(double.NaN, solution.GroundspeedMps);
        Assert.Equal(double.NaN, solution.HeadingDeg);
        Assert.Equal(double.NaN, solution.CrabDeg);
    }

    [Fact]
    public void An_unknown_track_has_no_solution() => Assert.False(WindTriangle.TrySolve(double.NaN, 15, 1, 0, out _));

    [Theory]
    [InlineData(5, -90)]
    [InlineData(-5, 90)]
    public void A_crosswind_equal_to_the_airspeed_is_held_square_to_the_track(double east, double crab)
    {
        Assert.True(WindTriangle.TrySolve(0, 5, east, 2, out WindTriangleSolution solution));
        Assert.Equal(2, solution.GroundspeedMps);
        Assert.Equal(crab, solution.CrabDeg);
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(-7, -2)]
    public void A_strong_headwind_is_a_solution_without_way(double north, double groundspeed)
    {
        Assert.True(WindTriangle.TrySolve(0, 5, 0, north, out WindTriangleSolution solution));
        Assert.Equal(groundspeed, solution.GroundspeedMps);
        Assert.Equal(0, solution.CrabDeg);
    }
}
