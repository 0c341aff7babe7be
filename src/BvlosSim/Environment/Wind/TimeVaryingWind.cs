using System.Collections.Immutable;

namespace BvlosSim.Environment.Wind;

/// <summary>From a moment on, another wind.</summary>
/// <param name="AtS">Seconds since departure, finite and ≥ 0.</param>
/// <param name="Provider">The wind from then on. It is asked with the time since departure, not since the change.</param>
public readonly record struct WindChange(double AtS, WindProvider Provider);

/// <summary>A wind that is replaced by another at scheduled times: a change applies from its own moment on, inclusive.</summary>
/// <remarks>Of several changes at the same time the one listed last applies. Providers may themselves be time-varying.</remarks>
public sealed class TimeVaryingWind : WindProvider
{
    private readonly WindProvider _before;
    private readonly double[] _timesS;
    private readonly WindProvider[] _providers;

    /// <summary>Makes a schedule of winds.</summary>
    /// <param name="before">The wind before the first change.</param>
    /// <param name="changes">The changes, in any order.</param>
    /// <exception cref="ArgumentException">A time is negative, NaN or infinite, or a provider is missing.</exception>
    public TimeVaryingWind(WindProvider before, ImmutableArray<WindChange> changes)
    {
        ArgumentNullException.ThrowIfNull(before);
        foreach (WindChange change in changes)
        {
            if (!double.IsFinite(change.AtS) || change.AtS < 0.0)
                throw new ArgumentException("The time of a wind change must be a finite number of seconds, not negative.", nameof(changes));
            if (change.Provider is null)
                throw new ArgumentException("A wind change has no provider.", nameof(changes));
        }

        _before = before;
        // OrderBy is stable: of equal times the one listed last stays last.
        WindChange[] sorted = [.. changes.OrderBy(change => change.AtS)];
        _timesS = Array.ConvertAll(sorted, change => change.AtS);
        _providers = Array.ConvertAll(sorted, change => change.Provider);
    }

    /// <inheritdoc />
    public override string Id => "time-varying";

    /// <summary>The provider in force at a time.</summary>
    /// <param name="elapsedS">Seconds since departure.</param>
    public WindProvider ActiveAt(double elapsedS)
    {
        int count = SortedAxis.CountNotAbove(_timesS, elapsedS);
        return count == 0 ? _before : _providers[count - 1];
    }

    /// <summary>The time of the first change strictly after a time, or +∞ when none follows. Nested schedules are not looked into.</summary>
    /// <param name="elapsedS">Seconds since departure.</param>
    public double NextChangeAfter(double elapsedS)
    {
        int next = SortedAxis.CountNotAbove(_timesS, elapsedS);
        return next == _timesS.Length ? double.PositiveInfinity : _timesS[next];
    }

    /// <inheritdoc />
    public override WindVector At(double latDeg, double lonDeg, double altitudeAmslM, double elapsedS) =>
        ActiveAt(elapsedS).At(latDeg, lonDeg, altitudeAmslM, elapsedS);

    internal override double SpeedBoundMps(double altitudeAmslM)
    {
        double bound = _before.SpeedBoundMps(altitudeAmslM);
        foreach (WindProvider provider in _providers)
            bound = Math.Max(bound, provider.SpeedBoundMps(altitudeAmslM));
        return bound;
    }

    internal override WindGrid? GridAt(double elapsedS) => ActiveAt(elapsedS).GridAt(elapsedS);
}
