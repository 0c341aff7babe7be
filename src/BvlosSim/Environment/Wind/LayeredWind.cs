using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace BvlosSim.Environment.Wind;

/// <summary>
/// Wind by altitude, in steps: the layer with the greatest altitude not above the query applies, and below the lowest layer the lowest
/// one. Nothing is interpolated.
/// </summary>
public sealed class LayeredWind : WindProvider
{
    private readonly double[] _altitudesM;
    private readonly WindVector[] _winds;

    /// <summary>Makes a layered wind.</summary>
    /// <param name="layers">One or more layers in any order, finite, with distinct altitudes.</param>
    /// <exception cref="ArgumentException">There is no layer, a number is not finite, or two layers share an altitude.</exception>
    public LayeredWind(ImmutableArray<WindLayer> layers)
    {
        string? problem = FindProblem(layers);
        if (problem is not null)
            throw new ArgumentException(problem, nameof(layers));

        WindLayer[] sorted = Sorted(layers);
        _altitudesM = Array.ConvertAll(sorted, layer => layer.AltitudeM);
        _winds = Array.ConvertAll(sorted, layer => new WindVector(layer.WindEastMps, layer.WindNorthMps));
    }

    /// <inheritdoc />
    public override string Id => "layered";

    /// <summary>Makes a layered wind, or says why the layers make none.</summary>
    /// <param name="layers">The layers, in any order.</param>
    /// <param name="wind">The wind; null when there is a problem.</param>
    /// <param name="problem">What is wrong, for a person; null when there is a wind.</param>
    public static bool TryCreate(
        ImmutableArray<WindLayer> layers,
        [NotNullWhen(true)] out LayeredWind? wind,
        [NotNullWhen(false)] out string? problem)
    {
        problem = FindProblem(layers);
        wind = problem is null ? new LayeredWind(layers) : null;
        return wind is not null;
    }

    /// <inheritdoc />
    public override WindVector At(double latDeg, double lonDeg, double altitudeAmslM, double elapsedS) =>
        _winds[Math.Max(0, SortedAxis.CountNotAbove(_altitudesM, altitudeAmslM) - 1)];

    internal override double SpeedBoundMps(double altitudeAmslM) => At(0.0, 0.0, altitudeAmslM, 0.0).SpeedMps;

    private static string? FindProblem(ImmutableArray<WindLayer> layers)
    {
        if (layers.IsDefaultOrEmpty)
            return "There is no wind layer: give at least one.";
        foreach (WindLayer layer in layers)
        {
            if (!double.IsFinite(layer.AltitudeM) || !double.IsFinite(layer.WindEastMps) || !double.IsFinite(layer.WindNorthMps))
                return "A wind layer has a number that is not finite.";
        }

        WindLayer[] sorted = Sorted(layers);
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].AltitudeM == sorted[i - 1].AltitudeM)
                return $"Two wind layers start at {sorted[i].AltitudeM} m: each altitude may appear once.";
        }

        return null;
    }

    private static WindLayer[] Sorted(ImmutableArray<WindLayer> layers)
    {
        WindLayer[] sorted = [.. layers];
        Array.Sort(sorted, (a, b) => a.AltitudeM.CompareTo(b.AltitudeM));
        return sorted;
    }
}
