namespace BvlosSim.Environment.Wind;

/// <summary>A wind with one or both components replaced by a constant; a component that is not replaced comes from the base.</summary>
public sealed class ComponentOverrideWind : WindProvider
{
    private readonly WindProvider? _base;
    private readonly double? _eastMps;
    private readonly double? _northMps;

    /// <summary>Makes the override.</summary>
    /// <param name="baseWind">Where a component that is not replaced comes from; null = 0.</param>
    /// <param name="eastMps">The component towards east, m/s; null = from the base.</param>
    /// <param name="northMps">The component towards north, m/s; null = from the base.</param>
    /// <exception cref="ArgumentException">Neither component is given: use the base itself then.</exception>
    public ComponentOverrideWind(WindProvider? baseWind, double? eastMps, double? northMps)
    {
        if (eastMps is null && northMps is null)
            throw new ArgumentException("An override replaces at least one component.", nameof(eastMps));
        _base = baseWind;
        _eastMps = eastMps;
        _northMps = northMps;
    }

    /// <inheritdoc />
    public override string Id => "component-override";

    /// <inheritdoc />
    public override WindVector At(double latDeg, double lonDeg, double altitudeAmslM, double elapsedS)
    {
        if (_eastMps is double east && _northMps is double north)
            return new WindVector(east, north);
        WindVector below = _base?.At(latDeg, lonDeg, altitudeAmslM, elapsedS) ?? default;
        return new WindVector(_eastMps ?? below.EastMps, _northMps ?? below.NorthMps);
    }

    internal override double SpeedBoundMps(double altitudeAmslM)
    {
        if (_eastMps is double east && _northMps is double north)
            return new WindVector(east, north).SpeedMps;
        // Neither component of a wind is greater than its speed.
        double below = _base?.SpeedBoundMps(altitudeAmslM) ?? 0.0;
        return new WindVector(_eastMps ?? below, _northMps ?? below).SpeedMps;
    }

    internal override WindGrid? GridAt(double elapsedS) =>
        _eastMps is not null && _northMps is not null ? null : _base?.GridAt(elapsedS);
}
