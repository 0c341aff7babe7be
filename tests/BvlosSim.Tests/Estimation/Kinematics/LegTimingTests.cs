using BvlosSim.Estimation.Kinematics;
using BvlosSim.Vehicles;

namespace BvlosSim.Tests.Estimation.Kinematics;

public class LegTimingTests
{
    private static LegTiming Timing { get; } = new([new(0, 0), new(0.25, 10), new(0.5, 10), new(0.5, 12), new(1, 20)], VerticalTimeS: 8);

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(0.125, 5.0)]
    [InlineData(0.25, 10.0)]
    [InlineData(0.4, 10.0)]
    [InlineData(0.5, 12.0)]
    [InlineData(0.75, 16.0)]
    [InlineData(0.999, 19.984)]
    [InlineData(1.0, 20.0)]
    [InlineData(1.5, 20.0)]
    public void Times_are_linear_between_the_points(double fraction, double expectedS) =>
        Assert.Equal(expectedS, Timing.TimeAt(fraction), 1e-12);

    [Fact]
    public void Points_that_all_but_coincide_give_the_smaller_time()
    {
        var timing = new LegTiming([new(0, 0), new(0.5, 10), new(0.5000000004, 30), new(1, 40)], 0);
        Assert.Equal(10, timing.TimeAt(0.5000000002));
        timing = new LegTiming([new(0, 0), new(0.5, 10), new(0.500000001, 30), new(1, 40)], 0);
        Assert.Equal(20, timing.TimeAt(0.5000000005), 1e-4);
    }

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(2.0, 0.25)]
    [InlineData(8.0, 1.0)]
    [InlineData(9.0, 1.0)]
    public void The_climb_is_done_at_full_rate_from_the_start(double timeS, double expected) =>
        Assert.Equal(expected, Timing.VerticalShareAt(timeS));

    [Fact]
    public void A_level_leg_has_always_climbed() => Assert.Equal(1, LegTiming.Stationary(10, 0).VerticalShareAt(0));

    [Fact]
    public void The_profile_of_a_stationary_leg()
    {
        LegTiming timing = LegTiming.Stationary(10, 4);
        Assert.Equal([new TimingPoint(0, 0), new TimingPoint(1, 10)], timing.Points.ToArray());
        Assert.Equal(4, timing.VerticalTimeS);
        Assert.Equal(2.5, timing.TimeAt(0.25));
    }

    [Fact]
    public void The_altitude_of_a_leg_in_flight()
    {
        var climb = new VerticalMove(30, 10);
        var flight = new LegFlight(default, "waypoint", 100, 500, climb, 15);
        Assert.Equal([500.0, 515, 530, 530], ((double[])[0, 5, 10, 11]).Select(flight.AltitudeAt));
        flight = flight with { Climb = new VerticalMove(0, 0) };
        Assert.Equal(500, flight.AltitudeAt(0));
    }

    [Theory]
    [InlineData(30, 10)]
    [InlineData(-30, 15)]
    [InlineData(0, 0)]
    public void A_vertical_move_is_timed_by_its_rate(double deltaM, double expectedS)
    {
        VehiclePerformance performance = TestVehicles.K.Performance;
        Assert.Null(VerticalMove.Plan(deltaM, performance, default, out VerticalMove move));
        Assert.Equal(new VerticalMove(deltaM, expectedS), move);
        Assert.Equal(Math.Abs(deltaM), move.DistanceM);
    }

    [Fact]
    public void A_level_move_asks_for_no_rate() => Assert.Null(VerticalMove.Plan(
        0, TestVehicles.K.Performance with { ClimbRateMps = 0, DescentRateMps = double.NaN }, default, out _));
}
