namespace BvlosSim.Environment.Wind;

/// <summary>A wind with a constant added to its component towards east: one step of a sensitivity sweep.</summary>
public sealed class EastOverlayWind : WindProvider
{
    private readonly WindProvider? _base;
    private readonly double _addedEastMps;

    /// <summary>Makes the overlay.</summary>
    /// <param name="baseWind">The wind to add to; null = calm.</param>
    /// <param name="addedEastMps">What to add, m/s towards east. NaN and ±∞ are passed on to every answer.</param>
    public EastOverlayWind(WindProvider? baseWind, double addedEastMps)
    {
        _base = baseWind;
        _addedEastMps = addedEastMps;
    }

    /// <inheritdoc />
    public override string Id => "sensitivity_east_overlay";

    /// <inheritdoc />
    public override WindVector At(double latDeg, double lonDeg, double altitudeAmslM, double elapsedS)
    {
        WindVector below = _base?.At(latDeg, lonDeg, altitudeAmslM, elapsedS) ?? default;
        return below with { EastMps = below.EastMps + _addedEastMps };
    }

    internal override double SpeedBoundMps(double altitudeAmslM) =>
        (_base?.SpeedBoundMps(altitudeAmslM) ?? 0.0) + Math.Abs(_addedEastMps);

    internal override WindGrid? GridAt(double elapsedS) => _base?.GridAt(elapsedS);
}
