namespace BvlosSim.Environment.Grids;

/// <summary>A range of a <see cref="RegularAxis"/> split at the nodes: low end, nodes between in ascending order, high end.</summary>
/// <remarks>An end that is a node appears twice. Made by <see cref="RegularAxis.TryPartition"/>.</remarks>
public readonly record struct AxisPartition
{
    private readonly RegularAxis _axis;
    private readonly double _lowDeg;
    private readonly double _highDeg;
    private readonly int _firstNode;
    private readonly int _nodeCount;

    internal AxisPartition(RegularAxis axis, double lowDeg, double highDeg, int firstNode, int nodeCount)
    {
        _axis = axis;
        _lowDeg = lowDeg;
        _highDeg = highDeg;
        _firstNode = firstNode;
        _nodeCount = nodeCount;
    }

    /// <summary>Number of points, ≥ 2.</summary>
    public int Count => _nodeCount + 2;

    /// <summary>A point, degrees.</summary>
    /// <param name="index">0-based.</param>
    public double this[int index] =>
        index == 0 ? _lowDeg
        : index <= _nodeCount ? _axis.Node(_firstNode + index - 1)
        : _highDeg;
}
