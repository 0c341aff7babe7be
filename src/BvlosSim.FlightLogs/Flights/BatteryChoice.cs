using System.Globalization;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Flights;

/// <summary>Which battery of a log is looked at.</summary>
/// <param name="Choice">The battery.</param>
/// <param name="Remark">What to know of the other batteries, one sentence; null = nothing.</param>
public readonly record struct BatteryChoice(InstanceChoice Choice, string? Remark)
{
    /// <summary>
    /// Chooses: the one that is asked for, else number 0, else the least number, of those that ever have a voltage above 0. A monitor that
    /// never has is connected to nothing.
    /// </summary>
    /// <param name="rows">Lines of all batteries.</param>
    /// <param name="wanted">The number asked for; null = by rule.</param>
    /// <returns>The choice; null when the wanted one is not there.</returns>
    public static BatteryChoice? Of(IEnumerable<BatteryRow> rows, long? wanted)
    {
        var isConnected = new SortedDictionary<long, bool>();
        foreach (BatteryRow row in rows)
        {
            if (row.Instance is { } number)
                isConnected[number] = isConnected.GetValueOrDefault(number) || row.VoltageV > 0.0;
        }

        bool areAllDead = !isConnected.ContainsValue(true);
        IEnumerable<long?> candidates = isConnected.Where(b => wanted is not null || areAllDead || b.Value).Select(b => (long?)b.Key);
        if (InstanceChoice.Of(candidates, wanted) is not { } choice)
            return null;
        string passed = string.Join(
            ", ", isConnected.Where(b => !areAllDead && !b.Value && b.Key < choice.Instance).Select(b => b.Key.ToString(CultureInfo.InvariantCulture)));
        return new BatteryChoice(
            choice with { Others = Math.Max(0, isConnected.Count - 1) },
            passed.Length == 0 ? null : $"Battery {passed} never has a voltage and is passed over.");
    }
}
