namespace BvlosSim.Environment.Terrain;

/// <summary>The same elevation everywhere: for library callers who know the ground to be flat. No input file selects it.</summary>
public sealed class ConstantTerrain : TerrainProvider
{
    private readonly double _elevationM;

    /// <summary>Makes flat terrain.</summary>
    /// <param name="elevationM">Elevation, metres AMSL, finite.</param>
    /// <exception cref="ArgumentException">The elevation is NaN or infinite.</exception>
    public ConstantTerrain(double elevationM)
    {
        if (!double.IsFinite(elevationM))
            throw new ArgumentException("The elevation is not a finite number.", nameof(elevationM));
        _elevationM = elevationM;
    }

    /// <inheritdoc />
    public override string Id => "constant";

    /// <inheritdoc />
    public override double? ElevationAt(double latDeg, double lonDeg) => _elevationM;

    /// <inheritdoc />
    public override ElevationRange? RangeAlong(double lat1Deg, double lon1Deg, double lat2Deg, double lon2Deg) =>
        new(_elevationM, _elevationM);

    /// <inheritdoc />
    public override double SamplingIntervalM(double latDeg) => double.PositiveInfinity;
}
