using System.Collections.Immutable;
using BvlosSim.FlightLogs.Flights;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Tests.Flights;

public class FlightListTests
{
    [Fact]
    public void A_flight_has_its_start_duration_and_distance()
    {
        GpsRow first = ReadLogs.Fix(10);
        // 0.001 degrees of latitude at 47° N are 111.2 m.
        ImmutableArray<GpsRow> rows = [first, ReadLogs.Fix(15, 47.001) with { Clock = new GpsClock(1930, 23_000) }, ReadLogs.Fix(20, 47.002)];
        Flight flight = Assert.Single(FlightList.Of(rows, default));
        Assert.Equal(1, flight.Number);
        Assert.Equal(10.0, flight.DurationS);
        Assert.Equal(222.4, flight.DistanceM, 0.1);
        Assert.Equal(new DateTimeOffset(2017, 1, 1, 0, 0, 0, TimeSpan.Zero), flight.StartUtc);
    }

    [Fact]
    public void Noise_at_rest_is_no_distance()
    {
        ImmutableArray<GpsRow> rows = [.. Enumerable.Range(0, 100).Select(i => ReadLogs.Fix(i, 47.0 + (i % 2 * 0.00002)))];
        Assert.Equal(0.0, Assert.Single(FlightList.Of(rows, default)).DistanceM);
    }

    [Theory]
    [InlineData(new long[] { 2, 0, 1 }, null, 0L, 2)]
    [InlineData(new long[] { 2, 1, 1 }, null, 1L, 1)]
    [InlineData(new long[] { 2, 1 }, 2L, 2L, 1)]
    [InlineData(new long[] { }, null, null, 0)]
    public void The_first_sensor_is_chosen_unless_another_is_asked_for(long[] instances, long? wanted, long? chosen, int others) =>
        Assert.Equal(new InstanceChoice(chosen, others), InstanceChoice.Of(instances.Select(i => (long?)i), wanted));

    [Fact]
    public void A_sensor_that_is_not_there_is_not_chosen() => Assert.Null(InstanceChoice.Of([0L, null], 1L));
}
