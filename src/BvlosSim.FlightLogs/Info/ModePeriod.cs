using System.Collections.Immutable;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Info;

/// <summary>A flight mode and when it was entered.</summary>
/// <param name="Boot">Which start of the autopilot, 0-based.</param>
/// <param name="StartUs">Microseconds since the autopilot started.</param>
/// <param name="Mode">The mode.</param>
public sealed record ModePeriod(int Boot, long StartUs, string Mode)
{
    /// <summary>The modes that were flown, repetitions of one after itself left out.</summary>
    public static ImmutableArray<ModePeriod> Of(RowList<ModeRow> rows)
    {
        var periods = ImmutableArray.CreateBuilder<ModePeriod>();
        foreach (ModeRow row in rows)
        {
            if (string.IsNullOrEmpty(row.Mode))
                continue;
            if (periods.Count == 0 || periods[^1].Boot != row.Boot || !string.Equals(periods[^1].Mode, row.Mode, StringComparison.Ordinal))
                periods.Add(new ModePeriod(row.Boot, row.TimeUs, row.Mode));
        }

        return periods.ToImmutable();
    }
}
