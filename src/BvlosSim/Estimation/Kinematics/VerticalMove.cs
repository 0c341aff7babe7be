using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation.Kinematics;

/// <summary>A climb or descent at full rate from the start of a leg on.</summary>
/// <param name="DeltaM">Change of altitude in metres, signed.</param>
/// <param name="TimeS">Duration in seconds; 0 without a change.</param>
internal readonly record struct VerticalMove(double DeltaM, double TimeS)
{
    /// <summary>Magnitude of the change in metres.</summary>
    public double DistanceM => Math.Abs(DeltaM);

    /// <summary>Share of the change that is done at a time of the leg, 0…1.</summary>
    public double ShareAt(double legClockS) => TimeS > 0.0 ? Math.Min(1.0, legClockS / TimeS) : 1.0;

    /// <summary>Times a change of altitude by the vehicle's rates.</summary>
    /// <param name="deltaM">The change in metres, signed.</param>
    /// <param name="performance">The rates.</param>
    /// <param name="place">The leg, for failures.</param>
    /// <param name="move">The move.</param>
    /// <returns>Why there is none, or null.</returns>
    public static MissionFailure? Plan(double deltaM, VehiclePerformance performance, FlightPlace place, out VerticalMove move)
    {
        move = new VerticalMove(deltaM, 0.0);
        if (deltaM == 0.0)
            return null;
        bool climbs = deltaM > 0.0;
        double rateMps = climbs ? performance.ClimbRateMps : performance.DescentRateMps;
        if (!(rateMps > 0.0 && double.IsFinite(rateMps)))
        {
            return new MissionFailure(
                FailureKind.InvalidInput,
                FailureCode.InvalidSpeedProfile,
                "The climb or descent rate must be positive.",
                place,
                ScalarMap.Of((climbs ? "climb_rate_mps" : "descent_rate_mps", rateMps)));
        }

        move = new VerticalMove(deltaM, Math.Abs(deltaM) / rateMps);
        return null;
    }
}
