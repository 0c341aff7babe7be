using System.Collections.Immutable;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Validation.Flown;

namespace BvlosSim.FlightLogs.Validation.Terms;

/// <summary>
/// Where an error of the reserve comes from: phase by phase, charge used = time × power, both sides in percentage points of the modelled
/// capacity. With voltage and current, the power is that which was drawn, and what the charge gauge says beyond that is a part of its own.
/// </summary>
internal static class ReserveTerms
{
    /// <summary>The parts; they add up to the difference of the charges left. Empty when a charge is not known.</summary>
    public static ImmutableArray<ErrorShare> Of(FlightSide predicted, MotionProfile predictedProfile, FlightSide observed, MotionProfile observedProfile)
    {
        if (Charges(predicted) is not var (from0, to0) || Charges(observed) is not var (from1, to1))
            return [];
        double? capacityWh = from0 > to0 ? 100.0 * Energy(predictedProfile) / (from0 - to0) : null;
        bool isMeasured = capacityWh is > 0.0 && Energy(observedProfile) is not null;
        ImmutableArray<ErrorShare>.Builder shares = ImmutableArray.CreateBuilder<ErrorShare>();
        shares.Add(new(ErrorTerm.ChargeAtTakeoff, null, from1 - from0));
        double usedPoints = 0.0;
        foreach (FlightPhase phase in predictedProfile.Totals.Concat(observedProfile.Totals).Select(t => t.Phase).Distinct().Order())
        {
            (PhaseTotals p, PhaseTotals o) = (predictedProfile.In(phase), observedProfile.In(phase));
            double used1 = (isMeasured ? 100.0 * o.EnergyWh!.Value / capacityWh!.Value : o.UsedPoints) ?? 0.0;
            usedPoints += used1;
            (double ofTime, double ofPower) = Difference.SplitAverage(p.TimeS, p.UsedPoints ?? 0.0, o.TimeS, used1);
            shares.Add(new(ErrorTerm.Duration, phase, -ofTime));
            shares.Add(new(ErrorTerm.Power, phase, -ofPower));
        }

        if (isMeasured)
            shares.Add(new(ErrorTerm.ChargeGauge, null, -(from1 - to1 - usedPoints)));
        return shares.DrainToImmutable();
    }

    /// <summary>Charge at the start and at the end in percent; null when one of them is not known.</summary>
    public static (double From, double To)? Charges(FlightSide side) =>
        FlightCharges.AtStart(side.Track) is { } from && FlightCharges.AtEnd(side.Track) is { } to ? (from, to) : null;

    private static double? Energy(MotionProfile profile) => profile.Totals.Aggregate((double?)0.0, (sum, phase) => sum + phase.EnergyWh);
}
