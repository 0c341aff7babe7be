using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Tests;

/// <summary>Logs as a reader would give them.</summary>
internal static class ReadLogs
{
    public static FlightLog Of(
        IEnumerable<GpsRow> gps,
        IEnumerable<BatteryRow>? battery = null,
        IEnumerable<ModeRow>? modes = null,
        IEnumerable<WindRow>? wind = null,
        LogFormat format = LogFormat.DataFlashBinary) => new()
        {
            Format = format,
            Path = "/logs/a.bin",
            LengthBytes = 1000,
            Sha256 = new string('a', 64),
            Inventory = new LogInventory { Messages = [], Completeness = LogCompleteness.Complete },
            Rows = new LogRows([.. gps], [.. battery ?? []], [.. modes ?? []], [.. wind ?? []]),
        };

    public static GpsRow Fix(double timeS, double latitudeDeg = 47.0, double longitudeDeg = 8.0, int boot = 0) => new()
    {
        TimeUs = (long)(timeS * 1e6),
        Boot = boot,
        Status = 3,
        LatitudeDeg = latitudeDeg,
        LongitudeDeg = longitudeDeg,
        AltitudeAmslM = 500.0,
        GroundspeedMps = 10.0,
        TrackDeg = 90.0,
    };

    public static BatteryRow Battery(double timeS, double voltageV, long? instance = null, int boot = 0) => new()
    {
        TimeUs = (long)(timeS * 1e6),
        Boot = boot,
        Instance = instance,
        VoltageV = voltageV,
        CurrentA = 5.0,
        RemainingPercent = 80.0,
    };
}
