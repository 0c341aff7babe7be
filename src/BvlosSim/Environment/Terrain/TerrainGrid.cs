using BvlosSim.Environment.Grids;
using BvlosSim.Geodesy;

namespace BvlosSim.Environment.Terrain;

/// <summary>Elevations on a regular grid, bilinear between its nodes.</summary>
/// <remarks>
/// The range along a segment is that of the bounding box of nine points of its geodesic (its ends and seven between). A geodesic that bulges
/// out of the grid between its ends is reported as not covered: so is a leg flown exactly along the northern edge.
/// </remarks>
public sealed class TerrainGrid : TerrainProvider
{
    private const int InteriorPoints = 7;

    /// <summary>Makes terrain of a grid.</summary>
    /// <param name="elevationsM">Elevations, metres AMSL.</param>
    public TerrainGrid(RegularGrid elevationsM)
    {
        ArgumentNullException.ThrowIfNull(elevationsM);
        ElevationsM = elevationsM;
    }

    /// <summary>The elevations, metres AMSL.</summary>
    public RegularGrid ElevationsM { get; }

    /// <inheritdoc />
    public override string Id => "uniform_grid";

    /// <inheritdoc />
    public override double? ElevationAt(double latDeg, double lonDeg) =>
        ElevationsM.Lat.TryLocate(latDeg, out AxisCell lat) && ElevationsM.Lon.TryLocate(lonDeg, out AxisCell lon)
            ? ElevationsM.Interpolate(lat, lon)
            : null;

    /// <inheritdoc />
    public override double SamplingIntervalM(double latDeg) => ElevationsM.SamplingIntervalM(latDeg);

    /// <inheritdoc />
    public override ElevationRange? RangeAlong(double lat1Deg, double lon1Deg, double lat2Deg, double lon2Deg)
    {
        if (!TryBound(lat1Deg, lon1Deg, lat2Deg, lon2Deg, out Box box)
            || !ElevationsM.Lat.TryPartition(box.SouthDeg, box.NorthDeg, out AxisPartition lats)
            || !ElevationsM.Lon.TryPartition(box.WestDeg, box.EastDeg, out AxisPartition lons))
        {
            return null;
        }

        double min = double.PositiveInfinity;
        double max = double.NegativeInfinity;
        for (int row = 0; row < lats.Count; row++)
        {
            if (!ElevationsM.Lat.TryLocate(lats[row], out AxisCell lat))
                return null;
            for (int column = 0; column < lons.Count; column++)
            {
                if (!ElevationsM.Lon.TryLocate(lons[column], out AxisCell lon))
                    return null;
                double elevation = ElevationsM.Interpolate(lat, lon);
                min = Math.Min(min, elevation);
                max = Math.Max(max, elevation);
            }
        }

        return new ElevationRange(min, max);
    }

    private static bool TryBound(double lat1Deg, double lon1Deg, double lat2Deg, double lon2Deg, out Box box)
    {
        box = new Box(
            Math.Min(lat1Deg, lat2Deg), Math.Max(lat1Deg, lat2Deg), Math.Min(lon1Deg, lon2Deg), Math.Max(lon1Deg, lon2Deg));
        GeodesicInverse path = Geodesic.Inverse(lat1Deg, lon1Deg, lat2Deg, lon2Deg);
        if (!double.IsFinite(path.DistanceM))
            return false;
        // At length zero the azimuth means nothing and the interior points are the ends.
        if (path.DistanceM > 0.0)
        {
            var line = new GeodesicLine(lat1Deg, lon1Deg, path.Azimuth1Deg);
            for (int k = 1; k <= InteriorPoints; k++)
            {
                GeodesicDirect point = line.Position(k * path.DistanceM / (InteriorPoints + 1));
                box = box.Including(point.LatDeg, point.LonDeg);
            }
        }

        return box.EastDeg - box.WestDeg <= 180.0;
    }

    private readonly record struct Box(double SouthDeg, double NorthDeg, double WestDeg, double EastDeg)
    {
        public Box Including(double latDeg, double lonDeg) => new(
            Math.Min(SouthDeg, latDeg), Math.Max(NorthDeg, latDeg), Math.Min(WestDeg, lonDeg), Math.Max(EastDeg, lonDeg));
    }
}
