using System.Collections.Immutable;
using BvlosSim.FlightLogs.Segmentation;

namespace BvlosSim.FlightLogs.Validation.Terms;

/// <summary>
/// Where an error of time comes from. On the way, the time is way × Σ share × slowness over the phases (slowness = time ÷ way), and each factor
/// has its part; on the spot it is height ÷ rate, or merely a duration.
/// </summary>
internal static class TimeTerms
{
    private static readonly FlightPhase[] OnTheWay = [FlightPhase.Climb, FlightPhase.Transit, FlightPhase.Descent];
    private static readonly FlightPhase[] OnTheSpot = [FlightPhase.Takeoff, FlightPhase.Loiter, FlightPhase.Landing, FlightPhase.Unknown];

    /// <summary>The parts; they add up to the difference of the durations.</summary>
    public static ImmutableArray<ErrorShare> Of(MotionProfile predicted, MotionProfile observed)
    {
        FlightPhase[] moving = [.. OnTheWay.Where(p => HasWay(predicted.In(p)) && HasWay(observed.In(p)))];
        double wayM0 = moving.Sum(p => predicted.In(p).WayM);
        double wayM1 = moving.Sum(p => observed.In(p).WayM);
        // Without a way on both sides there is no share of it.
        if (wayM0 == 0.0 || wayM1 == 0.0)
            moving = [];
        FlightPhase[] staying = [.. OnTheSpot, .. OnTheWay.Except(moving)];
        return
        [
            .. moving.Length == 0 ? [] : Moving(moving, predicted, observed, wayM0, wayM1),
            .. staying.SelectMany(p => Staying(predicted.In(p), observed.In(p))),
        ];
    }

    private static bool HasWay(PhaseTotals totals) => totals.WayM > 0.0 || totals.TimeS == 0.0;

    private static IEnumerable<ErrorShare> Moving(
        FlightPhase[] phases, MotionProfile predicted, MotionProfile observed, double wayM0, double wayM1)
    {
        double slowness0 = phases.Sum(p => predicted.In(p).TimeS) / wayM0;
        double slowness1 = phases.Sum(p => observed.In(p).TimeS) / wayM1;
        (double ofWay, _) = Midpoint.Split(wayM0, slowness0, wayM1, slowness1);
        yield return new ErrorShare(ErrorTerm.WayLength, null, ofWay);
        double middleM = (wayM0 + wayM1) / 2.0;
        double mix = 0.0;
        foreach (FlightPhase phase in phases)
        {
            (PhaseTotals p, PhaseTotals o) = (predicted.In(phase), observed.In(phase));
            (double q0, double q1) = Midpoint.Averages(p.WayM, p.TimeS, o.WayM, o.TimeS);
            (double ofShare, double ofSlowness) = Midpoint.Split(p.WayM / wayM0, q0, o.WayM / wayM1, q1);
            mix += middleM * ofShare;
            foreach (ErrorShare share in Speeds(p, o, middleM * ofSlowness))
                yield return share;
        }

        yield return new ErrorShare(ErrorTerm.PhaseMix, null, mix);
    }

    /// <summary>Divides the part of a ground speed between the airspeed and what the wind adds to it, in proportion of their differences.</summary>
    private static IEnumerable<ErrorShare> Speeds(PhaseTotals predicted, PhaseTotals observed, double amountS)
    {
        if (predicted.TimeS == 0.0 || observed.TimeS == 0.0)
            yield break;
        double speedDifference = (observed.WayM / observed.TimeS) - (predicted.WayM / predicted.TimeS);
        if (observed.AirspeedMps - predicted.AirspeedMps is not { } airDifference || speedDifference == 0.0)
        {
            yield return new ErrorShare(ErrorTerm.Groundspeed, predicted.Phase, amountS);
            yield break;
        }

        double perMps = amountS / speedDifference;
        yield return new ErrorShare(ErrorTerm.Airspeed, predicted.Phase, perMps * airDifference);
        yield return new ErrorShare(ErrorTerm.Wind, predicted.Phase, perMps * (speedDifference - airDifference));
    }

    private static IEnumerable<ErrorShare> Staying(PhaseTotals predicted, PhaseTotals observed)
    {
        double sign = predicted.Phase == FlightPhase.Landing ? -1.0 : 1.0;
        bool isVertical = predicted.Phase is FlightPhase.Takeoff or FlightPhase.Landing;
        if (isVertical && sign * predicted.ClimbedM is > 0.0 and { } heightM0 && sign * observed.ClimbedM is > 0.0 and { } heightM1)
        {
            (double ofHeight, double ofRate) = Midpoint.SplitAverage(heightM0, predicted.TimeS, heightM1, observed.TimeS);
            yield return new ErrorShare(ErrorTerm.Height, predicted.Phase, ofHeight);
            yield return new ErrorShare(ErrorTerm.VerticalRate, predicted.Phase, ofRate);
        }
        else if (predicted.TimeS != 0.0 || observed.TimeS != 0.0)
        {
            yield return new ErrorShare(ErrorTerm.Duration, predicted.Phase, observed.TimeS - predicted.TimeS);
        }
    }
}
