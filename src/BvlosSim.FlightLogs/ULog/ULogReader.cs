using System.Buffers.Binary;
using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.ULog.Framing;

namespace BvlosSim.FlightLogs.ULog;

/// <summary>
/// Reads PX4 ULog files (docs.px4.io, "ULog File Format"): what a trace needs, and what the log holds. Damage costs the messages it is in,
/// and is told.
/// </summary>
internal static class ULogReader
{
    /// <summary>Reads a log once, in one pass.</summary>
    /// <param name="file">The log; it begins as a ULog does.</param>
    /// <param name="purpose">What it is read for.</param>
    /// <param name="refusal">Why it cannot be read; null on success.</param>
    /// <param name="cancellation">Looked at for every MiB.</param>
    /// <returns>
    /// What was read: without a position too. Null when its first bytes are no header, or it states that it cannot be followed.
    /// </returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static FlightLog? Read(LogFile file, ReadingPurpose purpose, out LogRefusal? refusal, CancellationToken cancellation)
    {
        refusal = CheckHeader(file, out long startedUs);
        if (refusal is not null)
            return null;
        var builder = new FlightLogBuilder { Purpose = purpose, StartedUs = startedUs };
        refusal = new ULogScanner(file, builder, cancellation).Run();
        return refusal is null ? builder.Build(LogFormat.ULog, file, cancellation) : null;
    }

    private static LogRefusal? CheckHeader(LogFile file, out long startedUs)
    {
        Span<byte> header = stackalloc byte[MessageSigns.FileHeaderBytes];
        int count = file.Read(0, header);
        startedUs = BinaryPrimitives.ReadInt64LittleEndian(header[MessageSigns.StartTimeOffset..]);
        if (!header[..count].StartsWith(MessageSigns.Magic))
            return new LogRefusal(LogRefusalReason.UnsupportedFormat, "The file does not begin as a ULog does.", 0);
        return count < header.Length
            ? new LogRefusal(LogRefusalReason.ParseError, "The ULog ends inside its header: nothing was recorded.", count)
            : null;
    }
}
