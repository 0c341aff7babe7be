using System.Globalization;

namespace BvlosSim.FlightLogs.Info;

/// <summary>How times, sizes and names of a log are written.</summary>
internal static class LogText
{
    /// <summary>An instant to the millisecond, as RFC 3339.</summary>
    public static string Utc(DateTimeOffset utc) => utc.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A name from a log, which may be damaged: what is no printable ASCII, a quote or a backslash becomes <c>%XX</c>.</summary>
    public static string Plain(string name) => name.All(IsPlain)
        ? name
        : string.Concat(name.Select(c => IsPlain(c) ? c.ToString() : "%" + ((int)c).ToString("X2", CultureInfo.InvariantCulture)));

    /// <summary>A size with its unit.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:F1} KiB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024.0):F1} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024.0 * 1024.0):F2} GiB"),
    };

    /// <summary>A duration as <c>h:mm:ss</c>, to the second.</summary>
    public static string Duration(double seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / 3600.0):F0}:{Math.Floor(seconds / 60.0 % 60.0):00}:{Math.Floor(seconds % 60.0):00}");

    private static bool IsPlain(char c) => c is >= ' ' and <= '~' and not ('"' or '\\');
}
