using System.Collections.Immutable;

namespace BvlosSim.Estimation.Kinematics;

/// <summary>A point of the timing profile of a leg.</summary>
/// <param name="Fraction">Share of the horizontal distance, 0…1.</param>
/// <param name="TimeS">Seconds since the start of the leg.</param>
public readonly record struct TimingPoint(double Fraction, double TimeS);

/// <summary>
/// Progress of a leg over time: when which share of the distance is flown, and how long the altitude changes. The
/// profile begins at (0, 0), ends at fraction 1 and never decreases in either coordinate.
/// </summary>
/// <param name="Points">The profile; its last time is that of the horizontal motion, which may be shorter than the leg.</param>
/// <param name="VerticalTimeS">Seconds from the start of the leg during which the altitude changes at full rate.</param>
public sealed record LegTiming(ImmutableArray<TimingPoint> Points, double VerticalTimeS)
{
    private const double RelativeEquality = 1e-9;

    /// <summary>The profile of a leg without horizontal motion.</summary>
    /// <param name="timeS">Duration.</param>
    /// <param name="verticalTimeS">Part of it in which the altitude changes.</param>
    public static LegTiming Stationary(double timeS, double verticalTimeS) => new([new(0.0, 0.0), new(1.0, timeS)], verticalTimeS);

    /// <summary>When a share of the horizontal distance is flown, in seconds since the start of the leg.</summary>
    /// <param name="fraction">Share of the distance, 0…1.</param>
    public double TimeAt(double fraction)
    {
        int upper = FirstBeyond(fraction);
        if (upper == Points.Length)
            return Points[^1].TimeS;
        TimingPoint high = Points[upper];
        TimingPoint low = Points[upper - 1];
        double span = high.Fraction - low.Fraction;
        if (Math.Abs(span) <= RelativeEquality * Math.Max(Math.Abs(high.Fraction), Math.Abs(low.Fraction)))
            return Math.Min(low.TimeS, high.TimeS);
        return low.TimeS + ((high.TimeS - low.TimeS) * ((fraction - low.Fraction) / span));
    }

    /// <summary>The share of the climb or descent that is done at a time.</summary>
    /// <param name="timeS">Seconds since the start of the leg.</param>
    /// <returns>0…1; 1 for a leg whose altitude does not change.</returns>
    public double VerticalShareAt(double timeS) => VerticalTimeS > 0.0 ? Math.Min(1.0, timeS / VerticalTimeS) : 1.0;

    private int FirstBeyond(double fraction)
    {
        int low = 1;
        int high = Points.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Points[middle].Fraction > fraction)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
