using System.Globalization;

namespace BvlosSim.Estimation.Kinematics;

/// <summary>Times of the flight as a person reads them.</summary>
internal static class TimeOfDay
{
    /// <summary>A time in UTC to the second; null without departure, or beyond the calendar.</summary>
    /// <param name="elapsedS">Seconds since departure.</param>
    /// <param name="departure">Departure; null = not known.</param>
    public static string? Of(double elapsedS, DateTimeOffset? departure) =>
        departure is { } start && elapsedS < (DateTimeOffset.MaxValue - start).TotalSeconds - 1.0
            ? start.ToUniversalTime().AddSeconds(elapsedS).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : null;
}
