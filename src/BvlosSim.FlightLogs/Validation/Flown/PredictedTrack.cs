using System.Collections.Immutable;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Sampling;

namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>The track of an estimate that succeeded.</summary>
internal static class PredictedTrack
{
    private const double SpacingM = 50.0;
    private const double FullPercent = 100.0;

    /// <summary>The track; null for an estimate without legs.</summary>
    public static FlightTrack? Of(EstimateResult estimate, CancellationToken cancellation)
    {
        if (estimate.Legs.IsEmpty)
            return null;
        // Half a hundred metres and finite legs: no reason is left to refuse the sampling.
        if (new FlownPath(estimate.Legs, SpacingM, cancellation).Sample(out ImmutableArray<ImmutableArray<RouteSample>> samples) is { } failure)
            throw new InvalidOperationException(failure.Message);
        ImmutableArray<TrackPoint>.Builder points = ImmutableArray.CreateBuilder<TrackPoint>();
        (double timeS, double wayM, double usedWh) = (0.0, 0.0, 0.0);
        for (int i = 0; i < estimate.Legs.Length; i++)
        {
            Leg leg = estimate.Legs[i];
            double legWayM = WayOf(leg);
            double legWh = estimate.Energy is { } energy && i < energy.Legs.Length ? energy.Legs[i].EnergyWh : 0.0;
            foreach (RouteSample sample in samples[i])
            {
                double sinceS = Math.Min(leg.TimeS, leg.Timing.TimeAt(sample.Fraction));
                double share = leg.TimeS > 0.0 ? sinceS / leg.TimeS : 1.0;
                points.Add(new TrackPoint(
                    timeS + sinceS,
                    wayM + (legWayM * sample.Fraction),
                    sample.LatDeg,
                    sample.LonDeg,
                    sample.AltitudeAmslM,
                    Charge(usedWh + (legWh * share))));
            }

            timeS += leg.TimeS;
            wayM += legWayM;
            usedWh += legWh;
            points.Add(new TrackPoint(timeS, wayM, leg.End.LatDeg, leg.End.LonDeg, leg.End.AltitudeAmslM, Charge(usedWh)));
        }

        return new FlightTrack(points.DrainToImmutable());

        double? Charge(double wh) => estimate.Energy is { } energy ? FullPercent * (1.0 - (wh / energy.BatteryCapacityWh)) : null;
    }

    /// <summary>Way over ground of a leg, metres: along an arc or a circle its length, of a vertical leg nothing.</summary>
    public static double WayOf(Leg leg) =>
        leg.Phase == LegPhase.LoiterDwell || !leg.ArcPoints.IsEmpty ? leg.PathDistanceM : leg.HorizontalDistanceM;
}
