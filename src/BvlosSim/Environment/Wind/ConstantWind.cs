namespace BvlosSim.Environment.Wind;

/// <summary>The same wind everywhere and always.</summary>
public sealed class ConstantWind : WindProvider
{
    private readonly WindVector _wind;

    /// <summary>Makes a constant wind.</summary>
    /// <param name="wind">The wind, both components finite.</param>
    /// <exception cref="ArgumentException">A component is NaN or infinite.</exception>
    public ConstantWind(WindVector wind)
    {
        if (!double.IsFinite(wind.EastMps) || !double.IsFinite(wind.NorthMps))
            throw new ArgumentException("A wind component is not a finite number.", nameof(wind));
        _wind = wind;
    }

    /// <summary>No wind.</summary>
    public static ConstantWind Calm { get; } = new(default);

    /// <inheritdoc />
    public override string Id => "constant";

    /// <inheritdoc />
    public override WindVector At(double latDeg, double lonDeg, double altitudeAmslM, double elapsedS) => _wind;

    internal override double SpeedBoundMps(double altitudeAmslM) => _wind.SpeedMps;
}
