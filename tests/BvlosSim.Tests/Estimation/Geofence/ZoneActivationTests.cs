using System.Globalization;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Geofence;
using static BvlosSim.Tests.Estimation.Geofence.BaseFlight;

namespace BvlosSim.Tests.Estimation.Geofence;

/// <summary>When zones with a window are active.</summary>
public sealed class ZoneActivationTests
{
    [Theory]
    [InlineData("2026-06-01T08:01:00Z", null, null, "2026-06-01T08:00:00Z", true)]
    [InlineData("2026-06-01T08:01:00.000001Z", null, null, "2026-06-01T08:00:00Z", false)]
    [InlineData(null, "2026-06-01T08:00:00Z", null, "2026-06-01T08:00:00Z", true)]
    [InlineData(null, "2026-06-01T07:59:59.999999Z", null, "2026-06-01T08:00:00Z", false)]
    [InlineData("2026-06-01T10:00:30+02:00", null, null, "2026-06-01T08:00:00Z", true)]
    [InlineData("2026-06-01T08:00:30Z", "2026-06-01T08:00:10Z", null, "2026-06-01T08:00:00Z", true)]
    [InlineData("2026-06-01T08:02:30Z", "2026-06-01T08:00:10Z", null, "2026-06-01T08:00:00Z", false)]
    [InlineData("2030-01-01T07:00:00Z", "2030-01-01T09:00:00Z", Recurrence.Daily, "2026-06-01T08:00:00Z", true)]
    [InlineData("2026-06-01T06:00:00Z", "2026-06-01T08:00:00Z", Recurrence.Daily, "2026-06-01T08:00:00Z", true)]
    [InlineData("2026-06-01T09:00:00Z", "2026-06-01T10:00:00Z", Recurrence.Daily, "2026-06-01T08:00:00Z", false)]
    [InlineData("2026-06-01T22:00:00Z", "2026-06-01T02:00:00Z", Recurrence.Daily, "2026-06-01T01:00:00Z", true)]
    [InlineData("2026-06-01T22:00:00Z", "2026-06-01T02:00:00Z", Recurrence.Weekdays, "2026-06-01T01:00:00Z", false)]
    [InlineData("2026-06-01T22:00:00Z", "2026-06-01T02:00:00Z", Recurrence.Weekdays, "2026-06-06T01:00:00Z", true)]
    [InlineData(null, null, Recurrence.Weekdays, "2026-06-06T08:00:00Z", false)]
    [InlineData(null, null, Recurrence.Weekdays, "2026-06-07T23:59:30Z", true)]
    [InlineData(null, null, Recurrence.Weekdays, "2026-06-07T23:58:59Z", false)]
    [InlineData("2026-06-01T08:00:00Z", "2026-06-01T08:00:00Z", Recurrence.Daily, "2026-06-01T03:00:00Z", true)]
    [InlineData("2026-06-01T22:00:00Z", null, Recurrence.Daily, "2026-06-01T23:30:00Z", true)]
    [InlineData("2026-06-01T22:00:00Z", null, Recurrence.Daily, "2026-06-01T00:30:00Z", false)]
    [InlineData("2026-06-01T22:00:00+05:00", "2026-06-01T23:00:00+05:00", Recurrence.Daily, "2026-06-01T16:30:00Z", false)]
    [InlineData("2026-06-01T22:00:00+05:00", "2026-06-01T23:00:00+05:00", Recurrence.Daily, "2026-06-01T17:30:00Z", true)]
    public void A_leg_of_a_minute_meets_a_window_or_not(string? from, string? until, Recurrence? recurrence, string departure, bool active)
    {
        GeofenceZone zone = Zones.Forbidden("Z", Rectangle(0, 1, 0, 1)) with
        {
            ActiveFrom = Time(from),
            ActiveUntil = Time(until),
            Recurrence = recurrence,
        };
        Assert.Equal(active, ZoneActivation.IsActive(zone, TimeSpanUtc.OfLeg(Time(departure)!.Value, 0.0, 60.0)));
    }

    [Theory]
    [InlineData(null, "2026-03-02T12:00:00Z", null, null, "0:Z 1:Z 2:Z")]
    [InlineData("2026-03-02T12:00:00Z", "2026-03-02T12:01:55.1Z", null, null, "2:Z")]
    [InlineData("2026-03-02T12:00:00Z", null, "2026-03-02T12:00:26.666667Z", null, "0:Z 1:Z")]
    [InlineData("2026-03-02T12:00:00Z", null, "2026-03-02T12:00:26.666666Z", null, "0:Z")]
    [InlineData("2026-03-01T23:59:00Z", "2026-01-01T22:00:00Z", "2026-01-01T00:30:00Z", Recurrence.Weekdays, "")]
    [InlineData("2026-03-06T23:59:00Z", "2026-01-01T22:00:00Z", "2026-01-01T00:30:00Z", Recurrence.Weekdays, "0:Z 1:Z 2:Z")]
    [InlineData("2026-03-07T00:29:00Z", "2026-01-01T22:00:00Z", "2026-01-01T00:30:00Z", Recurrence.Weekdays, "0:Z 1:Z")]
    [InlineData("2026-03-02T13:00:00+02:00", "2026-01-01T11:01:00Z", null, Recurrence.Daily, "1:Z 2:Z")]
    [InlineData("2026-03-07T12:00:00Z", null, null, Recurrence.Weekdays, "")]
    public void Legs_are_held_against_zones_that_are_active_while_they_are_flown(
        string? departure, string? from, string? until, Recurrence? recurrence, string conflicts)
    {
        GeofenceZone zone = Zones.Forbidden("Z", Rectangle(51.99, 52.02, 3.99, 4.03)) with
        {
            FloorM = 0,
            CeilingM = 500,
            ActiveFrom = Time(from),
            ActiveUntil = Time(until),
            Recurrence = recurrence,
        };
        GeofenceOutcome found = Zones.Check(Path(), Time(departure), zone);
        Assert.Equal(conflicts, found.Conflicts);
        Assert.Equal(departure is null ? [WarningCode.DepartureTimeMissing] : [], found.Warnings);
    }

    [Fact]
    public void Required_zones_count_only_while_they_are_active()
    {
        DateTimeOffset departure = Time("2026-03-02T12:00:00Z")!.Value;
        GeofenceZone past = Zones.Required("P", Rectangle(10, 11, 10, 11)) with { ActiveUntil = departure.AddDays(-1) };
        Assert.Equal("", Zones.Check(Path(), departure, past).Conflicts);
        Assert.Equal("0:!N 1:!N 2:!N", Zones.Check(Path(), departure, past, Zones.Required("N", Rectangle(10, 11, 10, 11))).Conflicts);
    }

    [Theory]
    [InlineData(0.0000005, 0)]
    [InlineData(0.0000015, 2)]
    [InlineData(0.00000251, 3)]
    [InlineData(86400.0000004, 86_400_000_000)]
    public void Offsets_are_rounded_to_microseconds_with_halves_to_even(double seconds, long microseconds)
    {
        DateTimeOffset departure = Time("2026-03-02T12:00:00Z")!.Value;
        TimeSpanUtc span = TimeSpanUtc.OfLeg(departure, 0.0, seconds);
        Assert.Equal(microseconds * TimeSpan.TicksPerMicrosecond, span.EndTicks - span.BeginTicks);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z", 1e300, true)]
    [InlineData("0001-01-01T00:00:00Z", 0.0, true)]
    public void Flights_may_leave_the_calendar(string departure, double endS, bool active)
    {
        GeofenceZone zone = Zones.Forbidden("Z", Rectangle(0, 1, 0, 1)) with { Recurrence = Recurrence.Weekdays };
        Assert.Equal(active, ZoneActivation.IsActive(zone, TimeSpanUtc.OfLeg(Time(departure)!.Value, 0.0, endS)));
    }

    private static DateTimeOffset? Time(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
