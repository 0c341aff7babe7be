using System.Numerics;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Tests.Binding;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Tests.Missions;

/// <summary>The forms of a departure time.</summary>
public class DepartureTimeTests
{
    [Theory]
    [InlineData("1700000000", "2023-11-14T22:13:20.000000", true)]
    [InlineData("2026", "1970-01-01T00:33:46.000000", true)]
    [InlineData("+5", "1970-01-01T00:00:05.000000", true)]
    [InlineData(".5", "1970-01-01T00:00:00.500000", true)]
    [InlineData("5.", "1970-01-01T00:00:05.000000", true)]
    [InlineData("-1.25", "1969-12-31T23:59:58.750000", true)]
    [InlineData("2026-01-02", "2026-01-02T00:00:00.000000", false)]
    [InlineData("2026-01-02T03:04", "2026-01-02T03:04:00.000000", false)]
    [InlineData("2026-01-02t03:04:05", "2026-01-02T03:04:05.000000", false)]
    [InlineData("2026-01-02 03:04:05Z", "2026-01-02T03:04:05.000000", true)]
    [InlineData("2026-01-02_03:04:05z", "2026-01-02T03:04:05.000000", true)]
    [InlineData("2026-01-02T03:04:05+02:00", "2026-01-02T01:04:05.000000", true)]
    [InlineData("2026-01-02T03:04:05-0230", "2026-01-02T05:34:05.000000", true)]
    [InlineData("2026-01-02T03:04:05\u221201:00", "2026-01-02T04:04:05.000000", true)]
    [InlineData("2026-01-02T03:04:05+23:59", "2026-01-01T03:05:05.000000", true)]
    [InlineData("2026-01-02T03:04:05.1234567", "2026-01-02T03:04:05.123456", false)]
    [InlineData("2026-01-02T03:04:05,9999999Z", "2026-01-02T03:04:05.999999", true)]
    [InlineData("2026-01-02T03:04:05.5", "2026-01-02T03:04:05.500000", false)]
    public void TextsAreRead(string text, string utc, bool hasOffset) => Gives(Tree.Text(text), utc, hasOffset);

    [Theory]
    [InlineData("", "datetime_from_date_parsing")]
    [InlineData("soon", "datetime_from_date_parsing")]
    [InlineData(" 2026-01-02", "datetime_from_date_parsing")]
    [InlineData("2026-01-02 ", "datetime_from_date_parsing")]
    [InlineData("2026-1-2", "datetime_from_date_parsing")]
    [InlineData("2026-02-30", "datetime_from_date_parsing")]
    [InlineData("2026-13-01", "datetime_from_date_parsing")]
    [InlineData("2026-01-02T24:00:00", "datetime_from_date_parsing")]
    [InlineData("2026-01-02T03:04:60", "datetime_from_date_parsing")]
    [InlineData("2026-01-02T03:60:00", "datetime_from_date_parsing")]
    [InlineData("2026-01-02T03:04:05.", "datetime_from_date_parsing")]
    [InlineData("2026-01-02T03:04:05+24:00", "datetime_from_date_parsing")]
    [InlineData("2026-01-02T03:04:05+02", "datetime_from_date_parsing")]
    [InlineData("2026-01-02T03:04:05 Z", "datetime_from_date_parsing")]
    [InlineData("2026-01-02T", "datetime_from_date_parsing")]
    [InlineData("9223372036854775808", "datetime_from_date_parsing")]
    [InlineData("1e3", "datetime_from_date_parsing")]
    [InlineData("+", "datetime_from_date_parsing")]
    [InlineData(".", "datetime_from_date_parsing")]
    [InlineData("0000-01-01", "datetime_parsing")]
    [InlineData("0000-01-01T00:00:00Z", "datetime_parsing")]
    [InlineData("9223372036854775807", "datetime_parsing")]
    [InlineData("0001-01-01T00:00:00+01:00", "datetime_parsing")]
    public void OtherTextsAreRefused(string text, string type) => Refuses(Tree.Text(text), type);

    [Theory]
    [InlineData(0.0, "1970-01-01T00:00:00.000000")]
    [InlineData(1700000000.25, "2023-11-14T22:13:20.250000")]
    [InlineData(1700000000.1234567, "2023-11-14T22:13:20.123457")]
    [InlineData(0.9999999, "1970-01-01T00:00:01.000000")]
    [InlineData(20000000000.0, "2603-10-11T11:33:20.000000")]
    [InlineData(20000000001.0, "1970-08-20T11:33:20.001000")]
    [InlineData(20000000001.5, "1970-08-20T11:33:20.001500")]
    [InlineData(-20000000001.0, "1969-05-14T12:26:39.999000")]
    [InlineData(253402300799999.0, "9999-12-31T23:59:59.999000")]
    [InlineData(-62135596800000.0, "0001-01-01T00:00:00.000000")]
    public void NumbersAreSecondsOrMilliseconds(double value, string utc)
    {
        Gives(Tree.Number(value), utc, true);
        if (Math.Floor(value) == value)
            Gives(Tree.Integer(new BigInteger(value)), utc, true);
    }

    [Fact]
    public void NumbersOutOfRangeAreRefused()
    {
        foreach (double value in new[] { double.NaN, double.PositiveInfinity, 253402300800000.0, -62135596800001.0, 1e300 })
            Refuses(Tree.Number(value), "datetime_parsing");
        Refuses(Tree.Integer(BigInteger.Pow(2, 64)), "datetime_parsing");
        Refuses(Tree.Integer(long.MinValue), "datetime_parsing");
    }

    [Fact]
    public void YamlTimesAreTaken()
    {
        Gives(Tree.Date(2026, 1, 2), "2026-01-02T00:00:00.000000", false);
        var local = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Unspecified);
        Gives(Tree.Time(local, null), "2026-01-02T03:04:05.000000", false);
        Gives(Tree.Time(local, TimeSpan.FromHours(2)), "2026-01-02T01:04:05.000000", true);
        Gives(Tree.Time(local, TimeSpan.FromHours(-23)), "2026-01-03T02:04:05.000000", true);
    }

    [Fact]
    public void OtherTypesAreRefused()
    {
        Refuses(Tree.Boolean(true), "datetime_type");
        Refuses(Tree.List(), "datetime_type");
        Refuses(Tree.EmptyMapping(), "datetime_type");
        Assert.Null(Outcome.BindMission(Samples.Mission.With("departure_time", Tree.Null())).DepartureTime);
        Assert.Null(Outcome.BindMission(Samples.Mission).DepartureTime);
    }

    private static void Gives(DocumentNode value, string utc, bool hasOffset)
    {
        DepartureTime departure = Outcome.BindMission(Samples.Mission.With("departure_time", value)).DepartureTime!.Value;
        Assert.Equal(utc, departure.Value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(hasOffset, departure.HasOffset);
    }

    private static void Refuses(DocumentNode value, string type) =>
        Outcome.One(Outcome.MissionError(Samples.Mission.With("departure_time", value)), "departure_time", type);
}
