using System.Collections.Immutable;
using BvlosSim.FlightLogs.Segmentation;

namespace BvlosSim.FlightLogs.Validation.Terms;

/// <summary>
/// Where an error of time comes from. On the way, the time of a phase is way × slowness (slowness = time ÷ way), and each has its part; on the
/// spot it is height ÷ rate, or merely a duration.
/// </summary>
internal static class TimeTerms
{
    private static readonly FlightPhase[] OnTheWay = [FlightPhase.Climb, FlightPhase.Transit, FlightPhase.Descent];
    private static readonly FlightPhase[] OnTheSpot = [FlightPhase.Takeoff, FlightPhase.Loiter, FlightPhase.Landing, FlightPhase.Unknown];

    /// <summary>The parts; they add up to the difference of the durations.</summary>
    public static ImmutableArray<ErrorShare> Of(MotionProfile predicted, MotionProfile observed) =>
        [.. Moving(predicted, observed), .. OnTheSpot.SelectMany(p => Staying(predicted.In(p), observed.In(p)))];

    private static IEnumerable<ErrorShare> Moving(MotionProfile predicted, MotionProfile observed)
    {
        double ofWays = 0.0;
        foreach (FlightPhase phase in OnTheWay)
        {
            (PhaseTotals p, PhaseTotals o) = (predicted.In(phase), observed.In(phase));
            (double ofWay, double ofSlowness) = Difference.SplitAverage(p.WayM, p.TimeS, o.WayM, o.TimeS);
            ofWays += ofWay;
            foreach (ErrorShare share in Speeds(p, o, ofSlowness))
                yield return share;
        }

        double ofLength = OfLength(predicted, observed);
        yield return new ErrorShare(ErrorTerm.WayLength, null, ofLength);
        yield return new ErrorShare(ErrorTerm.PhaseMix, null, ofWays - ofLength);
    }

    /// <summary>What the longer way takes at the middle slowness of all phases.</summary>
    private static double OfLength(MotionProfile predicted, MotionProfile observed)
    {
        (double wayM0, double timeS0) = (OnTheWay.Sum(p => predicted.In(p).WayM), OnTheWay.Sum(p => predicted.In(p).TimeS));
        (double wayM1, double timeS1) = (OnTheWay.Sum(p => observed.In(p).WayM), OnTheWay.Sum(p => observed.In(p).TimeS));
        // Without a way on one side, all of the other's is the difference.
        return wayM0 > 0.0 && wayM1 > 0.0 ? Difference.Split(wayM0, timeS0 / wayM0, wayM1, timeS1 / wayM1).OfA : timeS1 - timeS0;
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
            (double ofHeight, double ofRate) = Difference.SplitAverage(heightM0, predicted.TimeS, heightM1, observed.TimeS);
            yield return new ErrorShare(ErrorTerm.Height, predicted.Phase, ofHeight);
            yield return new ErrorShare(ErrorTerm.VerticalRate, predicted.Phase, ofRate);
        }
        else if (predicted.TimeS != 0.0 || observed.TimeS != 0.0)
        {
            yield return new ErrorShare(ErrorTerm.Duration, predicted.Phase, observed.TimeS - predicted.TimeS);
        }
    }
}
