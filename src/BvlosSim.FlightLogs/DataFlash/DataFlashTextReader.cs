using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>Reads ArduPilot DataFlash converted to comma-separated text (spec 08 §4).</summary>
internal static class DataFlashTextReader
{
    /// <summary>Reads a log.</summary>
    /// <param name="file">The open log.</param>
    /// <param name="purpose">What it is read for.</param>
    /// <param name="refusal">Why it cannot be used: it is not UTF-8; null on success.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FlightLog? Read(LogFile file, ReadingPurpose purpose, out LogRefusal? refusal, CancellationToken cancellation)
    {
        var builder = new FlightLogBuilder { Purpose = purpose };
        var scan = new TextScan(new TextLines(new LogWindow(file, cancellation)), builder, definitions: null);
        if (!scan.Run(file.Path, out refusal))
            return null;
        if (!scan.DefinedTooLate)
            return builder.Build(LogFormat.DataFlashText, file, cancellation);

        builder = new FlightLogBuilder { Purpose = purpose };
        scan = new TextScan(new TextLines(new LogWindow(file, cancellation)), builder, scan.Definitions);
        return scan.Run(file.Path, out refusal) ? builder.Build(LogFormat.DataFlashText, file, cancellation) : null;
    }
}
