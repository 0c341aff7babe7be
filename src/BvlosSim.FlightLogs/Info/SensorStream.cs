using System.Collections.Immutable;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Info;

/// <summary>The lines of one receiver or one battery monitor.</summary>
/// <param name="Instance">Its number; null = the log does not number them.</param>
/// <param name="RowCount">How many lines it has.</param>
/// <param name="FixCount">How many of them are positions on Earth, of a receiver; 0 of a battery.</param>
/// <param name="RateHz">Lines a second, from the middle of all intervals; null with fewer than two lines.</param>
public sealed record SensorStream(long? Instance, int RowCount, int FixCount, double? RateHz)
{
    /// <summary>The streams of a kind of sensor, by number; lines without a number first.</summary>
    /// <param name="rows">The instance, the start of the autopilot, the time of every line and whether it is a position, in file order.</param>
    public static ImmutableArray<SensorStream> Of(IEnumerable<(long? Instance, int Boot, long? TimeUs, bool IsFix)> rows)
    {
        var streams = new SortedDictionary<long, OpenStream>();
        foreach ((long? instance, int boot, long? timeUs, bool isFix) in rows)
        {
            long key = instance ?? long.MinValue;
            if (!streams.TryGetValue(key, out OpenStream? stream))
                streams[key] = stream = new OpenStream(instance);
            stream.Add(boot, timeUs, isFix);
        }

        return [.. streams.Values.Select(s => s.Close())];
    }

    private sealed class OpenStream(long? instance)
    {
        private readonly MiddleInterval _intervals = new();
        private (int Boot, long TimeUs)? _last;
        private int _count;
        private int _fixes;

        public void Add(int boot, long? time, bool isFix)
        {
            _count++;
            if (isFix)
                _fixes++;
            if (time is not { } timeUs)
                return;
            if (_last is { } before && before.Boot == boot && timeUs > before.TimeUs)
                _intervals.Add(unchecked(timeUs - before.TimeUs));
            _last = (boot, timeUs);
        }

        public SensorStream Close() => new(instance, _count, _fixes, _intervals.Us is { } middleUs and > 0 ? 1e6 / middleUs : null);
    }
}
