using BvlosSim.Values;

namespace BvlosSim.FlightLogs.Info;

/// <summary>How a <see cref="LogInfo"/> is shown.</summary>
public enum LogInfoFormat
{
    /// <summary>For a person at a terminal.</summary>
    Text,

    /// <summary><c>log-info.v1</c>.</summary>
    Json,
}

/// <summary>The formats of a <see cref="LogInfo"/>.</summary>
public static class LogInfoFormats
{
    /// <summary>Their tokens, the default first.</summary>
    public static ClosedSet<LogInfoFormat> Set { get; } = new((LogInfoFormat.Text, "text"), (LogInfoFormat.Json, "json"));

    /// <summary>Renders it.</summary>
    public static byte[] Render(LogInfo info, LogInfoFormat format, string toolVersion) =>
        format == LogInfoFormat.Json ? LogInfoJson.Render(info, toolVersion) : LogInfoText.Render(info);
}
