using BvlosSim.FlightLogs.Files;

namespace BvlosSim.FlightLogs.ULog;

/// <summary>Reads PX4 ULog.</summary>
internal static class ULogReader
{
    /// <summary>Reads a log.</summary>
    public static FlightLog? Read(LogFile file, out LogRefusal? refusal, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        refusal = new LogRefusal(LogRefusalReason.UnsupportedFormat, $"{file.Path} is a PX4 ULog, which this version does not read yet.");
        return null;
    }
}
