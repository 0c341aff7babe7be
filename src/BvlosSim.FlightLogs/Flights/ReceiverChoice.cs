using System.Globalization;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Flights;

/// <summary>Which receiver of a log is looked at.</summary>
/// <param name="Choice">The receiver.</param>
/// <param name="Remark">What to know of the other receivers, one sentence; null = nothing.</param>
public readonly record struct ReceiverChoice(InstanceChoice Choice, string? Remark)
{
    /// <summary>A receiver is worth a remark when it has so many times the positions of the one that is looked at.</summary>
    public const int ManyTimes = 2;

    private const int FewPositions = 10;

    /// <summary>
    /// Chooses: the one that is asked for, else number 0, else the least number, of those that have a position. A receiver that had no fix
    /// all the time is passed over; one whose lines have no time is not, since its log is damaged rather than its sight of the sky.
    /// </summary>
    /// <param name="rows">Lines of all receivers.</param>
    /// <param name="wanted">The number asked for; null = by rule.</param>
    /// <param name="isPosition">Whether a line with a time is a position.</param>
    /// <returns>The choice; null when the wanted one is not there.</returns>
    public static ReceiverChoice? Of(IEnumerable<GpsRow> rows, long? wanted, Func<GpsRow, bool> isPosition)
    {
        var receivers = new SortedDictionary<long, Tally>();
        foreach (GpsRow row in rows)
        {
            if (row.Instance is not { } number)
                continue;
            Tally before = receivers.GetValueOrDefault(number);
            receivers[number] = row.TimeUs is null
                ? before
                : isPosition(row) ? before with { Positions = before.Positions + 1 } : before with { WithoutFix = before.WithoutFix + 1 };
        }

        if (receivers.Values.All(t => t.Positions == 0))
            return InstanceChoice.Of(receivers.Keys.Select(k => (long?)k), wanted) is { } any ? new ReceiverChoice(any, null) : null;
        IEnumerable<long> candidates = receivers.Where(r => wanted is not null || !r.Value.NeverHadFix).Select(r => r.Key);
        return InstanceChoice.Of(candidates.Select(k => (long?)k), wanted) is { Instance: { } chosen }
            ? new ReceiverChoice(new InstanceChoice(chosen, receivers.Count - 1), Remarks(receivers, chosen))
            : null;
    }

    private static string? Remarks(SortedDictionary<long, Tally> receivers, long chosen)
    {
        (long best, Tally most) = receivers.MaxBy(r => r.Value.Positions);
        int here = receivers[chosen].Positions;
        if (most.Positions >= Math.Max(FewPositions, ManyTimes * here) && best != chosen)
            return string.Create(CultureInfo.InvariantCulture, $"GPS receiver {chosen} has {here} positions, receiver {best} has {most.Positions}: --gps {best} reads that one.");
        string passed = string.Join(", ", receivers.Where(r => r.Value.NeverHadFix && r.Key < chosen).Select(r => r.Key.ToString(CultureInfo.InvariantCulture)));
        return passed.Length == 0 ? null : $"GPS receiver {passed} never had a fix and is passed over.";
    }

    private readonly record struct Tally(int Positions, int WithoutFix)
    {
        public bool NeverHadFix => Positions == 0 && WithoutFix > 0;
    }
}
