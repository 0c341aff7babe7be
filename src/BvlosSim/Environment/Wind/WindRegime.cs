namespace BvlosSim.Environment.Wind;

/// <summary>What holds at a moment once schedules, also nested ones, are unwrapped.</summary>
/// <param name="Active">The provider in force; never a <see cref="TimeVaryingWind"/>.</param>
/// <param name="NextChangeS">
/// The earliest scheduled change strictly after the moment, over all levels unwrapped; seconds since departure, +∞ when none follows.
/// </param>
/// <remarks>A schedule hidden inside another wrapper (component override, east overlay) is not seen.</remarks>
public readonly record struct WindRegime(WindProvider Active, double NextChangeS)
{
    /// <summary>The regime of a provider at a time.</summary>
    /// <param name="provider">Any provider.</param>
    /// <param name="elapsedS">Seconds since departure.</param>
    public static WindRegime At(WindProvider provider, double elapsedS)
    {
        double next = double.PositiveInfinity;
        while (provider is TimeVaryingWind schedule)
        {
            next = Math.Min(next, schedule.NextChangeAfter(elapsedS));
            provider = schedule.ActiveAt(elapsedS);
        }

        return new WindRegime(provider, next);
    }

    /// <summary>
    /// The scheduled changes c of a provider with <paramref name="afterS"/> &lt; c ≤ <paramref name="untilS"/>, ascending, each once.
    /// </summary>
    /// <param name="provider">Any provider; only a <see cref="TimeVaryingWind"/> has changes.</param>
    /// <param name="afterS">Start of the interval, exclusive; seconds since departure.</param>
    /// <param name="untilS">End of the interval, inclusive; seconds since departure.</param>
    public static IEnumerable<double> ChangesWithin(WindProvider provider, double afterS, double untilS) =>
        provider is TimeVaryingWind ? Enumerate(provider, afterS, untilS) : [];

    private static IEnumerable<double> Enumerate(WindProvider provider, double afterS, double untilS)
    {
        double change = At(provider, afterS).NextChangeS;
        while (change <= untilS && double.IsFinite(change))
        {
            yield return change;
            change = At(provider, change).NextChangeS;
        }
    }
}
