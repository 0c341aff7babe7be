namespace BvlosSim.Estimation.Sizing;

/// <summary>The capacities that the search looks at: evenly spaced, both ends included.</summary>
/// <param name="LeastWh">The first.</param>
/// <param name="GreatestWh">The last, not below the first.</param>
internal readonly record struct CapacityScale(double LeastWh, double GreatestWh)
{
    /// <summary>Number of steps from the first to the last; more than is reasonable when the range is very wide, +∞ included.</summary>
    public double StepCount => Math.Ceiling(SpanWh / BatterySize.ToleranceWh);

    /// <summary>Index of the last.</summary>
    public int Last => (int)StepCount;

    private double SpanWh => GreatestWh - LeastWh;

    /// <summary>A capacity.</summary>
    /// <param name="index">Its index, 0…<see cref="Last"/>.</param>
    public double At(int index)
    {
        if (index == 0)
            return LeastWh;
        return index == Last ? GreatestWh : LeastWh + (SpanWh * index / Last);
    }

    /// <summary>An index after another, with nothing but capacities surely below a bound between the two.</summary>
    /// <param name="index">The other, not the last.</param>
    /// <param name="boundWh">The bound; may be +∞.</param>
    public int Next(int index, double boundWh)
    {
        // One step of the scale is far more than what rounding can do to this.
        double position = Math.Floor((boundWh - LeastWh) / SpanWh * Last);
        return position > index + 1 ? (int)Math.Min(position, Last) : index + 1;
    }
}
