using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;
using CsCheck;

namespace BvlosSim.FlightLogs.Tests.Rows;

public sealed class RowListTests
{
    private static readonly double?[] Values = [null, double.NaN, double.NegativeInfinity, -0.0, 1.5];

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(9000)]
    public void RowsComeOutAsTheyWentIn(int count)
    {
        int[] numbers = [.. Enumerable.Range(0, count)];
        var taken = new RankedRows<int>(2);
        var moved = new RankedRows<int>(1);
        foreach (int number in numbers)
        {
            taken.Add(1, number);
            moved.Add(0, number);
        }

        var first = new RankedRows<int>(1);
        moved.MoveTo(first);
        var second = new RankedRows<int>(1);
        second.Add(0, -1);
        first.MoveTo(second);
        second.Add(0, -2);

        Assert.Equal([-1, .. numbers, -2], second.Take(0));
        Assert.Equal(numbers, taken.Take(null));
        Assert.Equal(numbers, RowList.Create<int>(numbers));
        Assert.Equal((0, 0), (taken.Count(1), first.Count(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => RowList.Create<int>(numbers)[count]);
    }

    [Fact]
    public void ARowKeepsWhatIsKnownAndWhatIsNot()
    {
        foreach (double? value in Values)
        {
            var gps = new GpsRow { TimeUs = null, Boot = 1, LatitudeDeg = value, TrackDeg = value, Instance = long.MaxValue, Status = -5, Clock = new GpsClock(2300, 604_799_999) };
            GpsRow without = gps with { LatitudeDeg = null, Clock = null };

            Assert.Equal((null, value, value, null), (gps.TimeUs, gps.LatitudeDeg, gps.TrackDeg, gps.AltitudeAmslM));
            Assert.Equal((32_767L, -5L, new GpsClock(2300, 604_799_999)), (gps.Instance, gps.Status, gps.Clock));
            Assert.Equal((null, null, value), (without.LatitudeDeg, without.Clock, without.TrackDeg));
            Assert.Equal(new WindRow(1, 2, value, null), new WindRow(1, 2, value, null));
            Assert.NotEqual(new WindRow(1, 2, 0.0, null), new WindRow(1, 2, null, null));
        }
    }

    [Fact]
    public void TheOrderByTimeIsThatOfAStableSort() => Gen.Long[0, 20].Array[0, 50].Sample(times =>
    {
        foreach (Func<long, bool> takes in (Func<long, bool>[])[t => t % 3 != 0, _ => true])
        {
            int[] expected = [.. Enumerable.Range(0, times.Length).Where(i => takes(times[i])).OrderBy(i => times[i])];
            var order = TimeOrder.Of(RowList.Create<long>(times), takes, t => t);

            Assert.Equal(expected, Enumerable.Range(0, order.Length).Select(i => order[i]));
        }
    });

    [Fact]
    public void TheMiddleIntervalIsThatOfTheSortedList() => Gen.Long[0, 9].Array[1, 40].Sample(intervals =>
    {
        var middle = new MiddleInterval();
        foreach (long interval in intervals)
            middle.Add(interval);

        Assert.Equal(intervals.Order().ElementAt(intervals.Length / 2), middle.Us);
        Assert.Null(new MiddleInterval().Us);
    });
}
