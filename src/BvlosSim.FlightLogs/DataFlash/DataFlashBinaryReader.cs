using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>Reads ArduPilot DataFlash as the autopilot writes it (spec 08 §5).</summary>
internal static class DataFlashBinaryReader
{
    /// <summary>Reads a log. Damage is skipped and reported; no damage makes a log unreadable.</summary>
    /// <param name="file">The open log.</param>
    /// <param name="purpose">What it is read for.</param>
    /// <param name="refusal">Always null.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FlightLog? Read(LogFile file, ReadingPurpose purpose, out LogRefusal? refusal, CancellationToken cancellation)
    {
        refusal = null;
        var builder = new FlightLogBuilder { DropsStrayRows = true, Purpose = purpose };
        var scan = new BinaryScan(new LogWindow(file, cancellation), builder, BinaryScan.NoDefinitions());
        scan.Run();
        if (!scan.MissedMessages)
            return builder.Build(LogFormat.DataFlashBinary, file, cancellation);

        builder = new FlightLogBuilder { DropsStrayRows = true, Purpose = purpose };
        new BinaryScan(new LogWindow(file, cancellation), builder, scan.FirstDefinitions).Run();
        return builder.Build(LogFormat.DataFlashBinary, file, cancellation);
    }
}
