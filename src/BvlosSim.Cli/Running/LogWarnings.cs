using System.Globalization;
using BvlosSim.FlightLogs;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.Cli.Running;

/// <summary>Tells a person what of a flight log could not be used, and what to know before the rest is.</summary>
internal static class LogWarnings
{
    private const int ListedStretches = 10;

    /// <summary>Prints what was skipped: where, how much and why; and what the reader warns of.</summary>
    public static void Print(FlightLog log)
    {
        LogInventory inventory = log.Inventory;
        foreach (SkippedBytes skipped in inventory.Skipped.Take(ListedStretches))
            HumanText.Warning(string.Create(CultureInfo.InvariantCulture, $"{log.Path}: {skipped.Bytes} bytes at offset {skipped.OffsetBytes}: {skipped.Why}"));
        long rest = inventory.SkippedCount - ListedStretches;
        if (rest > 0)
            HumanText.Warning(string.Create(CultureInfo.InvariantCulture, $"{log.Path}: and {rest} more stretches; log-info --format json lists them."));
        foreach (string warning in log.Warnings)
            HumanText.Warning($"{log.Path}: {warning}");
    }

    /// <summary>Prints that the log of a trace was cut or damaged.</summary>
    public static void Print(FlightTrace trace)
    {
        if (trace.Provenance.LogDefect is { } defect)
            HumanText.Warning($"{trace.TraceId}: the log of this trace was {defect}.");
    }
}
