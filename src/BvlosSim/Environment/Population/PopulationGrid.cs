using BvlosSim.Environment.Grids;

namespace BvlosSim.Environment.Population;

/// <summary>
/// Population density at the nodes of a grid, people per km². Without evidence, densities between nodes are interpolated;
/// with evidence, the greatest of the surrounding nodes counts, and assemblies of people raise it to at least 50 000.
/// </summary>
public sealed class PopulationGrid
{
    /// <summary>Contract name of the provider.</summary>
    public const string ProviderId = "uniform_grid";

    private const double AssemblyDensityPplKm2 = 50_000.0;
    private const double LeastMetresPerLatDegree = 110_000.0;
    private const double LeastMetresPerLonDegree = 111_000.0;

    private readonly RegularGrid _densities;

    /// <summary>Makes a grid.</summary>
    /// <param name="densitiesPplKm2">Densities at the nodes, finite and ≥ 0.</param>
    /// <param name="evidence">What makes it evidence; null = a diagnostic grid.</param>
    public PopulationGrid(RegularGrid densitiesPplKm2, PopulationEvidence? evidence)
    {
        _densities = densitiesPplKm2;
        Evidence = evidence;
    }

    /// <summary>What makes the grid evidence; null = a diagnostic grid.</summary>
    public PopulationEvidence? Evidence { get; }

    /// <summary>Recommended distance between samples in metres at a latitude: half a cell.</summary>
    public double SamplingIntervalM(double latDeg) => _densities.SamplingIntervalM(latDeg);

    /// <summary>Density at a position; null outside the grid.</summary>
    public double? DensityAt(double latDeg, double lonDeg)
    {
        if (!_densities.Lat.TryLocate(latDeg, out AxisCell lat) || !_densities.Lon.TryLocate(lonDeg, out AxisCell lon))
            return null;
        if (Evidence is not { } evidence)
            return _densities.Interpolate(lat, lon);
        double greatest = Math.Max(
            Math.Max(_densities[lat.Cell, lon.Cell], _densities[lat.Cell, lon.Cell + 1]),
            Math.Max(_densities[lat.Cell + 1, lon.Cell], _densities[lat.Cell + 1, lon.Cell + 1]));
        return evidence.AssembliesPresent ? Math.Max(greatest, AssemblyDensityPplKm2) : greatest;
    }

    /// <summary>
    /// The greatest density within a radius of a position, over a rectangle of degrees that certainly holds the circle.
    /// </summary>
    /// <param name="latDeg">Latitude of the centre.</param>
    /// <param name="lonDeg">Longitude of the centre.</param>
    /// <param name="radiusM">Radius in metres; 0 = the point itself.</param>
    /// <returns>People per km²; null when the rectangle is not wholly inside the grid, or the radius is negative or not finite.</returns>
    public double? GreatestDensityWithin(double latDeg, double lonDeg, double radiusM)
    {
        if (!double.IsFinite(latDeg) || !double.IsFinite(lonDeg) || !double.IsFinite(radiusM) || radiusM < 0.0)
            return null;
        if (radiusM == 0.0)
            return DensityAt(latDeg, lonDeg);
        double deltaLat = radiusM / LeastMetresPerLatDegree;
        (double south, double north) = (latDeg - deltaLat, latDeg + deltaLat);
        if (south <= -90.0 || north >= 90.0)
            return null;
        double metresPerLonDegree = LeastMetresPerLonDegree * Math.Cos(Geodesy.Angles.ToRadians(Math.Max(Math.Abs(south), Math.Abs(north))));
        if (metresPerLonDegree <= 0.0)
            return null;
        double deltaLon = radiusM / metresPerLonDegree;
        (double west, double east) = (lonDeg - deltaLon, lonDeg + deltaLon);
        if (west < -180.0 || east > 180.0)
            return null;
        return GreatestIn(south, north, west, east);
    }

    private double? GreatestIn(double south, double north, double west, double east)
    {
        if (!_densities.Lat.TryPartition(south, north, out AxisPartition lats) || !_densities.Lon.TryPartition(west, east, out AxisPartition lons))
            return null;
        double greatest = double.NegativeInfinity;
        for (int i = 0; i < lats.Count; i++)
        {
            for (int j = 0; j < lons.Count; j++)
            {
                if (DensityAt(lats[i], lons[j]) is not { } density)
                    return null;
                greatest = Math.Max(greatest, density);
            }
        }

        return greatest;
    }
}
