using System.Collections.Immutable;

namespace BvlosSim.Environment.Grids;

/// <summary>
/// Numbers on the nodes of a regular latitude–longitude grid. Row 0 is the southern edge, column 0 the western one. Immutable, one flat
/// array, safe across threads.
/// </summary>
/// <remarks>
/// A position counts as covered up to 1e-9 of a cell outside the nodes. Longitudes are not wrapped, so a grid cannot cross the antimeridian.
/// </remarks>
public sealed class RegularGrid
{
    // Length of a degree of latitude, metres: the scale by which sampling intervals are recommended.
    private const double MetresPerDegree = 111320.0;
    private const double LeastCosine = 1e-6;

    private readonly ImmutableArray<double> _values;

    /// <summary>Makes a grid.</summary>
    /// <param name="lat">Latitudes of the rows, from −90 to 90.</param>
    /// <param name="lon">Longitudes of the columns, from −180 to 180.</param>
    /// <param name="values">Finite numbers, row by row from the south, each row from the west.</param>
    /// <exception cref="ArgumentException">An axis leaves its range, or a number is missing, left over or not finite.</exception>
    public RegularGrid(RegularAxis lat, RegularAxis lon, ImmutableArray<double> values)
    {
        if (lat.OriginDeg < -90 || !(lat.LastDeg <= 90))
            throw new ArgumentException("A row lies beyond a pole.", nameof(lat));
        if (lon.OriginDeg < -180 || !(lon.LastDeg <= 180))
            throw new ArgumentException("A column lies outside −180…180.", nameof(lon));
        if (values.IsDefault || values.Length != (long)lat.Count * lon.Count)
            throw new ArgumentException("The number of values is not rows × columns.", nameof(values));
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
                throw new ArgumentException("A value is not finite.", nameof(values));
        }

        Lat = lat;
        Lon = lon;
        _values = values;
    }

    /// <summary>Latitudes of the rows.</summary>
    public RegularAxis Lat { get; }

    /// <summary>Longitudes of the columns.</summary>
    public RegularAxis Lon { get; }

    /// <summary>The number at a node.</summary>
    /// <param name="row">0-based, from the south.</param>
    /// <param name="column">0-based, from the west.</param>
    public double this[int row, int column] => _values[(row * Lon.Count) + column];

    /// <summary>
    /// The spacing of samples along a route, in metres, that meets every cell: half the shorter side of a cell at a latitude.
    /// </summary>
    /// <param name="latDeg">Latitude, degrees.</param>
    public double SamplingIntervalM(double latDeg)
    {
        double cosine = Math.Max(Math.Abs(Math.Cos(double.DegreesToRadians(latDeg))), LeastCosine);
        return 0.5 * Math.Min(Lat.StepDeg * MetresPerDegree, Lon.StepDeg * MetresPerDegree * cosine);
    }

    /// <summary>The bilinear interpolation inside a cell.</summary>
    /// <param name="lat">Place on <see cref="Lat"/>.</param>
    /// <param name="lon">Place on <see cref="Lon"/>.</param>
    public double Interpolate(AxisCell lat, AxisCell lon)
    {
        double t = lat.Fraction;
        double u = lon.Fraction;
        int south = (lat.Cell * Lon.Count) + lon.Cell;
        int north = south + Lon.Count;
        return ((1 - t) * (1 - u) * _values[south])
            + ((1 - t) * u * _values[south + 1])
            + (t * (1 - u) * _values[north])
            + (t * u * _values[north + 1]);
    }
}
