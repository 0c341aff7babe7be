using System.Collections.Immutable;

namespace BvlosSim.Environment.Wind;

/// <summary>
/// Wind on a rectangular grid of time, altitude, latitude and longitude: linear between nodes along every axis, constant beyond the ends of
/// every axis.
/// </summary>
/// <remarks>
/// <para>
/// Interpolation runs along longitude, then latitude, then altitude, then time, each step a + (b − a)·w. Longitude is not wrapped: −179.9
/// on an axis that ends at 180 counts as far below its start. A NaN in a query gives NaN.
/// </para>
/// <para>One flat array of 16 bytes a node; a query costs four binary searches and 16 nodes, and allocates nothing.</para>
/// </remarks>
public sealed class WindGrid : WindProvider
{
    private readonly WindAxis _timeS;
    private readonly WindAxis _altitudeM;
    private readonly WindAxis _latDeg;
    private readonly WindAxis _lonDeg;
    private readonly ImmutableArray<WindVector> _nodes;
    private readonly double _greatestSpeedMps;

    /// <summary>Makes a grid.</summary>
    /// <param name="timeS">Time axis, seconds since departure; may be negative.</param>
    /// <param name="altitudeM">Altitude axis, metres AMSL.</param>
    /// <param name="latDeg">Latitude axis, degrees north, in [−90, 90].</param>
    /// <param name="lonDeg">Longitude axis, degrees east, in [−180, 180].</param>
    /// <param name="nodes">One finite wind a node; longitude varies fastest, then latitude, altitude, time.</param>
    /// <exception cref="ArgumentException">
    /// An axis has fewer than two numbers, is not strictly ascending or leaves its range; a wind is missing, left over or not finite.
    /// </exception>
    public WindGrid(
        ImmutableArray<double> timeS,
        ImmutableArray<double> altitudeM,
        ImmutableArray<double> latDeg,
        ImmutableArray<double> lonDeg,
        ImmutableArray<WindVector> nodes)
    {
        _timeS = new WindAxis(timeS, nameof(timeS));
        _altitudeM = new WindAxis(altitudeM, nameof(altitudeM));
        _latDeg = new WindAxis(latDeg, nameof(latDeg));
        _lonDeg = new WindAxis(lonDeg, nameof(lonDeg));
        if (_latDeg.First < -90 || _latDeg.Last > 90)
            throw new ArgumentException("A latitude lies beyond a pole.", nameof(latDeg));
        if (_lonDeg.First < -180 || _lonDeg.Last > 180)
            throw new ArgumentException("A longitude lies outside −180…180.", nameof(lonDeg));
        if (nodes.IsDefault || nodes.Length != (long)_timeS.Count * _altitudeM.Count * _latDeg.Count * _lonDeg.Count)
            throw new ArgumentException("The number of winds is not the product of the axis lengths.", nameof(nodes));
        foreach (WindVector node in nodes)
        {
            if (!double.IsFinite(node.EastMps) || !double.IsFinite(node.NorthMps))
                throw new ArgumentException("A wind is not finite.", nameof(nodes));
            _greatestSpeedMps = Math.Max(_greatestSpeedMps, node.SpeedMps);
        }

        _nodes = nodes;
        Extent = new WindGridExtent(_timeS, _altitudeM, _latDeg, _lonDeg, IsUniformInArea());
    }

    /// <summary>What the grid speaks of.</summary>
    internal WindGridExtent Extent { get; }

    /// <inheritdoc />
    public override string Id => "spatiotemporal_grid";

    /// <inheritdoc />
    public override WindVector At(double latDeg, double lonDeg, double altitudeAmslM, double elapsedS)
    {
        AxisPlace time = _timeS.Locate(elapsedS);
        AxisPlace altitude = _altitudeM.Locate(altitudeAmslM);
        AxisPlace lat = _latDeg.Locate(latDeg);
        AxisPlace lon = _lonDeg.Locate(lonDeg);
        return Lerp(Space(time.Lower, altitude, lat, lon), Space(time.Lower + 1, altitude, lat, lon), time.Weight);
    }

    // An interpolated wind is a mean of nodes, and a mean is no longer than the longest of its vectors.
    internal override double SpeedBoundMps(double altitudeAmslM) => _greatestSpeedMps;

    internal override WindGrid GridAt(double elapsedS) => this;

    private bool IsUniformInArea()
    {
        int area = _latDeg.Count * _lonDeg.Count;
        for (int i = 0; i < _nodes.Length; i++)
        {
            if (_nodes[i] != _nodes[i - (i % area)])
                return false;
        }

        return true;
    }

    private WindVector Space(int time, AxisPlace altitude, AxisPlace lat, AxisPlace lon)
    {
        int level = (time * _altitudeM.Count) + altitude.Lower;
        return Lerp(Plane(level, lat, lon), Plane(level + 1, lat, lon), altitude.Weight);
    }

    private WindVector Plane(int level, AxisPlace lat, AxisPlace lon)
    {
        int row = (level * _latDeg.Count) + lat.Lower;
        return Lerp(Row(row, lon), Row(row + 1, lon), lat.Weight);
    }

    private WindVector Row(int row, AxisPlace lon)
    {
        int node = (row * _lonDeg.Count) + lon.Lower;
        return Lerp(_nodes[node], _nodes[node + 1], lon.Weight);
    }

    private static WindVector Lerp(WindVector a, WindVector b, double weight) =>
        new(a.EastMps + ((b.EastMps - a.EastMps) * weight), a.NorthMps + ((b.NorthMps - a.NorthMps) * weight));
}
