using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>Reads ArduPilot DataFlash as the autopilot writes it (spec 08 §5).</summary>
internal static class DataFlashBinaryReader
{
    /// <summary>Reads a log. Damage is skipped and reported; no damage makes a log unreadable.</summary>
    /// <param name="file">The open log.</param>
    /// <param name="keepsWind">Whether rows of wind are kept.</param>
    /// <param name="refusal">Always null.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FlightLog? Read(LogFile file, bool keepsWind, out LogRefusal? refusal, CancellationToken cancellation)
    {
        refusal = null;
        var builder = new FlightLogBuilder { DropsStrayRows = true, KeepsWind = keepsWind };
        var scan = new BinaryScan(new LogWindow(file, cancellation), builder, BinaryScan.NoDefinitions());
        scan.Run();
        if (!scan.MissedMessages)
            return builder.Build(LogFormat.DataFlashBinary, file, cancellation);

        builder = new FlightLogBuilder { DropsStrayRows = true, KeepsWind = keepsWind };
        new BinaryScan(new LogWindow(file, cancellation), builder, scan.FirstDefinitions).Run();
        return builder.Build(LogFormat.DataFlashBinary, file, cancellation);
    }
}
