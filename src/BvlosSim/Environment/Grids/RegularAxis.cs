namespace BvlosSim.Environment.Grids;

/// <summary>Where a coordinate falls on a <see cref="RegularAxis"/>: a cell and the fraction of it, in [0, 1].</summary>
/// <param name="Cell">Index of the node at the lower edge of the cell; always below the last node.</param>
/// <param name="Fraction">Part of the cell below the coordinate.</param>
public readonly record struct AxisCell(int Cell, double Fraction);

/// <summary>An axis of equally spaced nodes: origin, origin + step, … Immutable.</summary>
public readonly record struct RegularAxis
{
    // How far outside a coordinate may lie and still count as covered: in cells for a point, in degrees for a range.
    private const double CellTolerance = 1e-9;
    private const double RangeToleranceDeg = 1e-9;

    /// <summary>Makes an axis.</summary>
    /// <param name="originDeg">First node, degrees, finite.</param>
    /// <param name="stepDeg">Spacing, degrees, finite and &gt; 0.</param>
    /// <param name="count">Number of nodes, ≥ 2.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public RegularAxis(double originDeg, double stepDeg, int count)
    {
        if (!double.IsFinite(originDeg))
            throw new ArgumentException("The origin of an axis must be finite.", nameof(originDeg));
        if (!double.IsFinite(stepDeg) || stepDeg <= 0.0)
            throw new ArgumentException("The step of an axis must be finite and positive.", nameof(stepDeg));
        if (count < 2)
            throw new ArgumentException("An axis needs at least two nodes.", nameof(count));
        OriginDeg = originDeg;
        StepDeg = stepDeg;
        Count = count;
    }

    /// <summary>First node, degrees.</summary>
    public double OriginDeg { get; }

    /// <summary>Spacing, degrees.</summary>
    public double StepDeg { get; }

    /// <summary>Number of nodes.</summary>
    public int Count { get; }

    /// <summary>Last node, degrees.</summary>
    public double LastDeg => Node(Count - 1);

    /// <summary>A node.</summary>
    /// <param name="index">0-based.</param>
    public double Node(int index) => OriginDeg + (index * StepDeg);

    /// <summary>Finds the cell of a coordinate.</summary>
    /// <param name="valueDeg">The coordinate, degrees; NaN is covered nowhere.</param>
    /// <param name="cell">The cell; undefined when not covered.</param>
    /// <returns>False when the coordinate lies outside by more than 1e-9 of a cell.</returns>
    public bool TryLocate(double valueDeg, out AxisCell cell)
    {
        double position = (valueDeg - OriginDeg) / StepDeg;
        double last = Count - 1;
        if (!(position >= -CellTolerance && position <= last + CellTolerance))
        {
            cell = default;
            return false;
        }

        position = Math.Clamp(position, 0.0, last);
        int index = Math.Min((int)Math.Floor(position), Count - 2);
        cell = new AxisCell(index, position - index);
        return true;
    }

    /// <summary>
    /// Splits a range at the nodes: its two ends and every node between, so that a function that is linear in each cell has its extremes
    /// among the points.
    /// </summary>
    /// <param name="lowDeg">Lower end, degrees.</param>
    /// <param name="highDeg">Upper end, degrees, ≥ <paramref name="lowDeg"/>.</param>
    /// <param name="partition">The points; undefined when not covered.</param>
    /// <returns>False when the range leaves the axis by more than 1e-9 degrees.</returns>
    public bool TryPartition(double lowDeg, double highDeg, out AxisPartition partition)
    {
        double upperDeg = LastDeg;
        if (!(lowDeg >= OriginDeg - RangeToleranceDeg && highDeg <= upperDeg + RangeToleranceDeg))
        {
            partition = default;
            return false;
        }

        double low = Math.Max(lowDeg, OriginDeg);
        double high = Math.Min(highDeg, upperDeg);
        double first = Math.Max(0.0, Math.Ceiling((low - OriginDeg) / StepDeg));
        double last = Math.Min(Count - 1, Math.Floor((high - OriginDeg) / StepDeg));
        partition = first <= last
            ? new AxisPartition(this, low, high, (int)first, (int)(last - first) + 1)
            : new AxisPartition(this, low, high, 0, 0);
        return true;
    }
}
