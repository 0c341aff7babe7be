using System.Collections.Immutable;

namespace BvlosSim.FlightLogs.Info;

/// <summary>The lines of one receiver or one battery monitor.</summary>
/// <param name="Instance">Its number; null = the log does not number them.</param>
/// <param name="RowCount">How many lines it has.</param>
/// <param name="RateHz">Lines a second, from the middle of all intervals; null with fewer than two lines.</param>
public sealed record SensorStream(long? Instance, int RowCount, double? RateHz)
{
    /// <summary>The streams of a kind of sensor, by number; lines without a number first.</summary>
    /// <param name="rows">The instance, the start of the autopilot and the time of every line, in file order.</param>
    public static ImmutableArray<SensorStream> Of(IEnumerable<(long? Instance, int Boot, long? TimeUs)> rows) =>
    [
        .. rows.GroupBy(r => r.Instance).OrderBy(g => g.Key ?? long.MinValue)
            .Select(g => new SensorStream(g.Key, g.Count(), Rate(g))),
    ];

    private static double? Rate(IEnumerable<(long? Instance, int Boot, long? TimeUs)> rows)
    {
        var intervalsUs = new List<long>();
        (int Boot, long TimeUs)? last = null;
        foreach ((_, int boot, long? time) in rows)
        {
            if (time is not { } timeUs)
                continue;
            if (last is { } before && before.Boot == boot && timeUs > before.TimeUs)
                intervalsUs.Add(unchecked(timeUs - before.TimeUs));
            last = (boot, timeUs);
        }

        if (intervalsUs.Count == 0)
            return null;
        intervalsUs.Sort();
        long middleUs = intervalsUs[intervalsUs.Count / 2];
        return middleUs > 0 ? 1e6 / middleUs : null;
    }
}
