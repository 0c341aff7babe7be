using System.Collections.Immutable;
using BvlosSim.Environment.Terrain;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Sampling;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Clearance;

/// <summary>Holds a leg against the terrain under it.</summary>
/// <param name="Terrain">The terrain.</param>
/// <param name="ClearanceM">Least height above it, metres.</param>
internal readonly record struct TerrainClearance(TerrainProvider Terrain, double ClearanceM)
{
    /// <summary>Evaluates a leg. What must come to the ground is exempt: take-offs, landings, and the last piece of a return.</summary>
    /// <param name="leg">The leg.</param>
    /// <param name="samples">Its samples.</param>
    /// <param name="violations">A violation for every piece that is too low, in flight order.</param>
    /// <param name="cancellation">Ends a long evaluation.</param>
    /// <returns>That the terrain does not cover the leg; null when it does.</returns>
    public MissionFailure? Evaluate(
        Leg leg, ImmutableArray<RouteSample> samples, out ImmutableArray<ClearanceViolation> violations, CancellationToken cancellation)
    {
        violations = [];
        if (leg.Phase is LegPhase.VerticalTakeoff or LegPhase.LandingTransit)
            return null;
        ImmutableArray<ClearanceViolation>.Builder found = ImmutableArray.CreateBuilder<ClearanceViolation>();
        int pieces = Math.Max(1, samples.Length - 1) - (leg.Phase == LegPhase.RtlTransit ? 1 : 0);
        for (int i = 0; i < pieces; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            (RouteSample start, RouteSample end) = (samples[i], samples[Math.Min(i + 1, samples.Length - 1)]);
            RouteSample lower = end.AltitudeAmslM < start.AltitudeAmslM ? end : start;
            if (Terrain.RangeAlong(start.LatDeg, start.LonDeg, end.LatDeg, end.LonDeg) is not { } range)
                return NotCovered(leg, lower);
            double clearanceM = lower.AltitudeAmslM - range.MaxM;
            if (clearanceM < ClearanceM)
                found.Add(Violation(leg, lower, range.MaxM, clearanceM));
        }

        violations = found.ToImmutable();
        return null;
    }

    private ClearanceViolation Violation(Leg leg, in RouteSample at, double elevationM, double clearanceM) => new()
    {
        Code = FailureCode.TerrainClearanceViolated,
        Message = "The leg comes too close to the ground.",
        Leg = leg,
        SampleLatDeg = at.LatDeg,
        SampleLonDeg = at.LonDeg,
        SampleAltitudeAmslM = at.AltitudeAmslM,
        VerticalClearanceM = clearanceM,
        RequiredClearanceM = ClearanceM,
        TerrainElevationM = elevationM,
    };

    private static MissionFailure NotCovered(Leg leg, in RouteSample at) => new(
        FailureKind.InvalidInput,
        FailureCode.TerrainCoverageMissing,
        "The terrain grid does not cover the route. Use a larger grid.",
        leg.Place,
        ScalarMap.Of(("sample_lat", at.LatDeg), ("sample_lon", at.LonDeg), ("sample_alt_amsl_m", at.AltitudeAmslM)));
}
