using System.Collections.Immutable;
using BvlosSim.Environment.Terrain;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Sampling;

namespace BvlosSim.Estimation.Limits;

/// <summary>The place of a flight that is highest above the ground.</summary>
/// <param name="Leg">The leg.</param>
/// <param name="At">The place.</param>
/// <param name="ElapsedS">Seconds since departure there.</param>
/// <param name="GroundAmslM">Elevation of the ground there, metres AMSL.</param>
internal readonly record struct HeightAboveGround(Leg Leg, RouteSample At, double ElapsedS, double GroundAmslM)
{
    /// <summary>The height above the ground, metres.</summary>
    public double HeightM => At.AltitudeAmslM - GroundAmslM;

    /// <summary>
    /// Finds the place among the samples of a flight: at most 50 m and half a cell of the terrain apart, and at both ends of every leg,
    /// between which altitudes only rise or only fall.
    /// </summary>
    /// <param name="path">The flight.</param>
    /// <param name="terrain">The ground; null = level ground at the altitude of home.</param>
    /// <param name="homeAltitudeAmslM">Altitude of home, metres AMSL.</param>
    /// <param name="greatest">The first of the highest places.</param>
    /// <param name="cancellation">Ends a long search.</param>
    /// <returns>Why the height is not known, or null.</returns>
    public static string? Find(
        FlownPath path, TerrainProvider? terrain, double homeAltitudeAmslM, out HeightAboveGround greatest, CancellationToken cancellation)
    {
        greatest = default;
        Func<double, double>? interval = terrain is null ? null : terrain.SamplingIntervalM;
        if (path.Sample(out ImmutableArray<ImmutableArray<RouteSample>> samples, interval) is not null)
            return "the route cannot be sampled";
        double clockS = 0.0;
        HeightAboveGround? found = null;
        for (int i = 0; i < path.Legs.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Leg leg = path.Legs[i];
            for (int j = 0; j < samples[i].Length; j++)
            {
                RouteSample at = samples[i][j];
                double? groundM = terrain is null ? homeAltitudeAmslM : terrain.ElevationAt(at.LatDeg, at.LonDeg);
                if (groundM is not { } known)
                    return FormattableString.Invariant($"the terrain grid does not cover the route at {at.LatDeg:F6}, {at.LonDeg:F6}");
                if (found is { } highest && at.AltitudeAmslM - known <= highest.HeightM)
                    continue;
                // What outlasts the way of a leg ends with it.
                double legClockS = j > 0 && j == samples[i].Length - 1 ? leg.TimeS : leg.Timing.TimeAt(at.Fraction);
                found = new HeightAboveGround(leg, at, clockS + (j == 0 ? 0.0 : legClockS), known);
            }

            clockS += leg.TimeS;
        }

        greatest = found ?? default;
        return found is null ? "there is no leg" : null;
    }
}
