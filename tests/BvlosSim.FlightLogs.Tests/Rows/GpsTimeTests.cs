using BvlosSim.FlightLogs.Rows;
using CsCheck;

namespace BvlosSim.FlightLogs.Tests.Rows;

public class GpsTimeTests
{
    [Theory]
    [InlineData(1980, 1, 0)]
    [InlineData(1999, 1, 13)]
    [InlineData(2014, 6, 16)]
    [InlineData(2015, 6, 16)]
    [InlineData(2015, 7, 17)]
    [InlineData(2017, 1, 18)]
    [InlineData(2026, 11, 18)]
    public void Leap_seconds_go_by_date(int year, int month, int seconds) =>
        Assert.Equal(seconds, GpsTime.LeapSecondsAt(new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void A_week_and_its_milliseconds_are_an_instant()
    {
        // IGS: GPS week 1930 started on Sunday 2017-01-01, 18 s before the UTC day did.
        Assert.Equal(new DateTimeOffset(2016, 12, 31, 23, 59, 43, TimeSpan.Zero), GpsTime.ToUtc(new GpsClock(1930, 0)));
        Assert.Equal(new DateTimeOffset(2017, 1, 1, 0, 0, 0, TimeSpan.Zero), GpsTime.ToUtc(new GpsClock(1930, 18_000)));
        // A flight of 2014: 16 s, not 18.
        Assert.Equal(new DateTimeOffset(2014, 3, 2, 0, 0, 0, TimeSpan.Zero), GpsTime.ToUtc(new GpsClock(1782, 16_000)));
    }

    [Fact]
    public void There_and_back_is_the_same_instant() =>
        Gen.Long[631_152_000_000, 2_000_000_000_000].Sample(unixMs =>
        {
            DateTimeOffset utc = DateTimeOffset.FromUnixTimeMilliseconds(unixMs);
            Assert.Equal(utc, GpsTime.ToUtc(GpsTime.OfUtc(utc)!.Value));
        });

    [Fact]
    public void Before_the_first_week_there_is_no_clock() =>
        Assert.Null(GpsTime.OfUtc(new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero)));
}
