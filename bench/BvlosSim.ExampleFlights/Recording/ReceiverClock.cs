namespace BvlosSim.ExampleFlights.Recording;

/// <summary>GPS time: weeks since 6 January 1980 and the milliseconds in them, 18 s ahead of UTC since 2017.</summary>
internal static class ReceiverClock
{
    private const long WeekMs = 604_800_000;
    private static readonly DateTimeOffset Epoch = new(1980, 1, 6, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan AheadOfUtc = TimeSpan.FromSeconds(18);

    /// <summary>Week and millisecond of a time.</summary>
    public static (long Week, long Ms) Of(DateTimeOffset utc) =>
        Math.DivRem((long)Math.Round((utc + AheadOfUtc - Epoch).TotalMilliseconds), WeekMs);
}
