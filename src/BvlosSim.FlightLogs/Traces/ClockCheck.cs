using System.Globalization;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>How the times of a receiver's positions follow each other, in the order of the log.</summary>
internal sealed record ClockSteps
{
    /// <summary>Positions.</summary>
    public int Positions { get; private set; }

    /// <summary>Starts of the autopilot that have positions.</summary>
    public int Boots { get; private set; }

    /// <summary>Steps from one position to the next of the same start.</summary>
    public int Steps => Positions - Boots;

    /// <summary>Steps back in time.</summary>
    public int Back { get; private set; }

    /// <summary>Steps to another fix at the same time. The same fix again is no step to another.</summary>
    public int Still { get; private set; }

    /// <summary>The time to which the first step back leads, microseconds; null = there is none.</summary>
    public long? FirstBackUs { get; private set; }

    /// <summary>Counts.</summary>
    /// <param name="positions">The positions of one receiver with a time each, in the order of the log.</param>
    public static ClockSteps Of(IEnumerable<GpsRow> positions)
    {
        var steps = new ClockSteps();
        GpsRow? last = null;
        foreach (GpsRow row in positions)
        {
            steps.Add(last, row);
            last = row;
        }

        return steps;
    }

    private void Add(GpsRow? last, in GpsRow row)
    {
        Positions++;
        if (last is not { } before || before.Boot != row.Boot)
        {
            Boots++;
            return;
        }

        if (row.TimeUs < before.TimeUs)
        {
            Back++;
            FirstBackUs ??= row.TimeUs;
        }
        else if (row.TimeUs == before.TimeUs && !IsSameFix(before, row))
        {
            Still++;
        }
    }

    private static bool IsSameFix(in GpsRow one, in GpsRow other) =>
        one.LatitudeDeg == other.LatitudeDeg && one.LongitudeDeg == other.LongitudeDeg && one.Clock == other.Clock;
}

/// <summary>
/// Refuses positions whose clock cannot be followed: sorted by it, they would make a flight that nobody flew. Logs that are merely out of
/// order, as programs convert them, pass.
/// </summary>
internal static class ClockCheck
{
    /// <summary>The greatest share of steps back in time in a log as the autopilot wrote it.</summary>
    public const double MostBack = 0.2;

    /// <summary>The same in a text log: its lines may be in any order, and in no order at all half of the steps go back.</summary>
    public const double MostBackInText = 0.75;

    /// <summary>The greatest share of steps that do not move the clock.</summary>
    public const double MostStill = 0.5;

    /// <summary>Fewer steps than this tell nothing.</summary>
    public const int FewestSteps = 10;

    /// <summary>So many starts of the autopilot with fewer positions each than <see cref="FewestPositions"/> are none.</summary>
    public const int ManyBoots = 10;

    /// <summary>Positions of the shortest start that is believed where there are many.</summary>
    public const int FewestPositions = 10;

    /// <summary>Why the positions cannot be used; null = they can.</summary>
    /// <param name="steps">How their times follow each other.</param>
    /// <param name="isText">Whether they are of a text log.</param>
    public static LogRefusal? Check(ClockSteps steps, bool isText)
    {
        if (steps.Boots >= ManyBoots && steps.Positions < (long)steps.Boots * FewestPositions)
            return Refuse($"The clock of the log falls back again and again: {steps.Boots} starts of the autopilot with {steps.Positions} positions in all");
        if (steps.Steps < FewestSteps)
            return null;
        if (steps.Back > (isText ? MostBackInText : MostBack) * steps.Steps)
            return Refuse($"The clock of the GPS receiver runs backwards in {steps.Back} of {steps.Steps} steps between positions, first to {steps.FirstBackUs / 1e6:F3} s");
        return steps.Still > MostStill * steps.Steps
            ? Refuse($"The clock of the GPS receiver stands still in {steps.Still} of {steps.Steps} steps between positions")
            : null;
    }

    private static LogRefusal Refuse(FormattableString what) => new(
        LogRefusalReason.ParseError,
        what.ToString(CultureInfo.InvariantCulture) + ": no trace can be made of it. Copy or convert the original log once more; log-info tells what it holds.");
}
