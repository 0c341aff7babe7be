using BvlosSim.FlightLogs.DataFlash;
using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.ULog;

namespace BvlosSim.FlightLogs.Reading;

/// <summary>Reads a flight log of any known format.</summary>
public static class FlightLogReader
{
    /// <summary>Reads a log from its start to its end, once where the log allows it, with memory that does not grow with its size.</summary>
    /// <param name="file">The open log.</param>
    /// <param name="refusal">Why it cannot be used; null on success. A log without a position is read: what it lacks is the caller's to judge.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static FlightLog? Read(LogFile file, out LogRefusal? refusal, CancellationToken cancellation) =>
        Read(file, ReadingPurpose.Trace, out refusal, cancellation);

    /// <summary>Reads a log to tell what it holds: the same, without what only a trace needs.</summary>
    /// <param name="file">The open log.</param>
    /// <param name="refusal">Why it cannot be used; null on success.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The log; it has no rows of wind, and what of a text is not UTF-8 is damage.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static FlightLog? ReadForSummary(LogFile file, out LogRefusal? refusal, CancellationToken cancellation) =>
        Read(file, ReadingPurpose.Summary, out refusal, cancellation);

    private static FlightLog? Read(LogFile file, ReadingPurpose purpose, out LogRefusal? refusal, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return ReadDetected(file, purpose, out refusal, cancellation);
        }
        catch (IOException e)
        {
            refusal = new LogRefusal(LogRefusalReason.ReadError, $"{file.Path} cannot be read: {e.Message}");
            return null;
        }
    }

    private static FlightLog? ReadDetected(LogFile file, ReadingPurpose purpose, out LogRefusal? refusal, CancellationToken cancellation)
    {
        if (file.HasBytesBeyondItsSize())
        {
            refusal = new LogRefusal(LogRefusalReason.NonRegularFile, $"{file.Path} is a device, not a file. Copy the log into a file first.");
            return null;
        }

        byte[] start = new byte[(int)Math.Min(file.LengthBytes, FormatDetection.DamagedStartBytes)];
        file.Read(0, start);
        return FormatDetection.Detect(file.Path, start, purpose, out refusal) switch
        {
            LogFormat.DataFlashText => DataFlashTextReader.Read(file, purpose, out refusal, cancellation),
            LogFormat.DataFlashBinary => DataFlashBinaryReader.Read(file, purpose, out refusal, cancellation),
            LogFormat.ULog => ULogReader.Read(file, purpose, out refusal, cancellation),
            _ => null,
        };
    }
}
