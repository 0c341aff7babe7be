using BvlosSim.FlightLogs.Flights;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;
using BvlosSim.FlightLogs.Tests.DataFlash;
using BvlosSim.FlightLogs.Tests.ULog;

namespace BvlosSim.FlightLogs.Tests.Reading;

/// <summary>What the fuzz harness has found.</summary>
public sealed class FuzzedLogTests
{
    [Fact]
    public void DataTooShortForAMessageIdCostNothingButThemselves()
    {
        int sizeOfFix = sizeof(ushort) + ULogs.FixBody(6).Length;
        FlightLog log = ULogs.Read(file =>
        {
            file.DefineGps();
            // Its number stands in the one byte of the short message and the first one of the next, and its format never comes.
            file.Subscribe(0, (ushort)(7 | (sizeOfFix << 8)), "unknown_topic");
            file.Fix(5);
            file.Message('D', [7]);
            file.Fix(6);
            file.Fix(7);
        });

        Assert.Equal([5, 6, 7], log.Seconds());
        Assert.Equal(LogCompleteness.Damaged, log.Inventory.Completeness);
    }

    [Fact]
    public void AFlightWhoseTimesAreMillenniaApartHasNoDate()
    {
        GpsRow first = ReadLogs.Fix(1);
        GpsRow dated = ReadLogs.Fix(8e12) with { Clock = new GpsClock(2300, 0) };

        Flight flight = Assert.Single(FlightList.Of([first, dated], new InstanceChoice(null, 0)));

        Assert.Null(flight.StartUtc);
    }

    [Fact]
    public void AMessageThatGivesTwoRowsIsSkippedOnce()
    {
        var writer = new DataFlashWriter()
            .Define(2, "GPS", "BIHBcLLeeEcI", "Status,TimeMS,Week,NSats,HDop,Lat,Lng,RelAlt,Alt,Spd,GCrs,T")
            .Define(4, "MODE", "Mh", "Mode,ThrCrs")
            .Define(5, "ATT", "Icc", "TimeMS,Roll,Pitch");
        // The mode of old firmware has no time and waits for the first one, which is damaged here.
        writer.Write("MODE", 5, 300);
        writer.Write("GPS", 3, 1000, 1780, 9, 150, 471234567, 87654321, 0, 0, 0, 0, 900_000_000);
        for (int i = 0; i < 40; i++)
            writer.Write("ATT", 20_000 + (100 * i), 0, 0);

        FlightLog log = Logs.Read(writer.ToArray());

        (string _, int start, int length) = Assert.Single(writer.Messages, m => m.Name == "GPS");
        SkippedBytes skipped = Assert.Single(log.Inventory.Skipped);
        Assert.Equal((start, length), (skipped.OffsetBytes, skipped.Bytes));
    }
}
