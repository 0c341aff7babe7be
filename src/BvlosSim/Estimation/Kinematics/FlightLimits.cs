using BvlosSim.Environment.Wind;
using BvlosSim.Geodesy;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Kinematics;

/// <summary>A flight limit that a piece of flight breaks: the code and the numbers behind it.</summary>
internal sealed record LimitBreach(FailureCode Code, ScalarMap Numbers)
{
    /// <summary>The breach as an infeasible mission.</summary>
    /// <param name="place">Where in the flight.</param>
    /// <param name="context">What was flown when it happened.</param>
    public MissionFailure ToFailure(FlightPlace place, ScalarMap context) =>
        new(FailureKind.Infeasible, Code, Message, place, context.With([.. Numbers.Select(n => (n.Key, n.Value))]));

    private string Message => Code switch
    {
        FailureCode.WindTriangleNoSolution => "The wind across the track is stronger than the airspeed: the track cannot be held.",
        FailureCode.CrabAngleLimitExceeded => "Holding the track needs a larger crab angle than the vehicle allows.",
        FailureCode.GroundspeedNonPositive => "The headwind is at least as strong as the airspeed: the aircraft makes no way.",
        _ => "The ground speed falls below the least acceptable one.",
    };
}

/// <summary>The limits of flight through wind, in the order in which the first broken one is reported.</summary>
internal static class FlightLimits
{
    /// <summary>Solves the wind triangle of a piece of flight and checks its limits.</summary>
    /// <param name="trackDeg">Track in degrees.</param>
    /// <param name="tasMps">True airspeed in m/s.</param>
    /// <param name="wind">The wind.</param>
    /// <param name="settings">The limits.</param>
    /// <param name="solution">The triangle.</param>
    /// <returns>The first broken limit, or null.</returns>
    public static LimitBreach? Solve(
        double trackDeg, double tasMps, WindVector wind, FlightSettings settings, out WindTriangleSolution solution)
    {
        bool solved = WindTriangle.TrySolve(trackDeg, tasMps, wind.EastMps, wind.NorthMps, out solution);
        return FirstBroken(solved, solution, settings);
    }

    /// <summary>The first limit that a solved or unsolvable triangle breaks, or null.</summary>
    public static LimitBreach? FirstBroken(bool solved, in WindTriangleSolution solution, FlightSettings settings)
    {
        if (!solved)
            return new LimitBreach(FailureCode.WindTriangleNoSolution, ScalarMap.Empty);
        // Written so that a number that is not a number breaks the limit.
        if (!(Math.Abs(solution.CrabDeg) <= settings.MaxCrabAngleDeg))
        {
            return new LimitBreach(FailureCode.CrabAngleLimitExceeded, ScalarMap.Of(
                ("crab_angle_deg", solution.CrabDeg),
                ("max_crab_angle_deg", settings.MaxCrabAngleDeg)));
        }

        if (!(solution.GroundspeedMps > 0.0))
            return new LimitBreach(FailureCode.GroundspeedNonPositive, ScalarMap.Of(("groundspeed_mps", solution.GroundspeedMps)));
        if (!(solution.GroundspeedMps >= settings.MinGroundspeedMps))
        {
            return new LimitBreach(FailureCode.GroundspeedBelowMin, ScalarMap.Of(
                ("groundspeed_mps", solution.GroundspeedMps),
                ("min_groundspeed_mps", settings.MinGroundspeedMps)));
        }

        return null;
    }
}
