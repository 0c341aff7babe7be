using BvlosSim.Values;

namespace BvlosSim.FlightLogs;

/// <summary>How a flight log is written.</summary>
public enum LogFormat
{
    /// <summary>ArduPilot DataFlash, converted to comma-separated text.</summary>
    DataFlashText,

    /// <summary>ArduPilot DataFlash as the autopilot writes it.</summary>
    DataFlashBinary,

    /// <summary>PX4 ULog.</summary>
    ULog,
}

/// <summary>The contract tokens of <see cref="LogFormat"/>.</summary>
public static class LogFormatTokens
{
    /// <summary>Tokens of <see cref="LogFormat"/>.</summary>
    public static ClosedSet<LogFormat> Set { get; } = new(
        (LogFormat.DataFlashText, "ardupilot_dataflash_text"),
        (LogFormat.DataFlashBinary, "ardupilot_dataflash_binary"),
        (LogFormat.ULog, "px4_ulog"));
}
