using System.Collections.Immutable;
using BvlosSim.Estimation.Energy;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation;

/// <summary>Holds the landing reserve against the battery failsafe of the autopilot.</summary>
internal static class FailsafeWarnings
{
    /// <summary>The warning of the lowest level that the landing reserve undershoots; at most one.</summary>
    public static ImmutableArray<MissionWarning> Of(FailsafeLevels levels, EnergyResult energy)
    {
        double percent = energy.ReserveAtLandingPercent;
        if (percent < levels.LowBatteryAbortPercent)
        {
            return [new MissionWarning(
                WarningCode.ReserveBelowFailsafeAbortThreshold,
                "The mission lands below the failsafe abort level: the autopilot would break it off.",
                FlightPlace.Mission)];
        }

        return percent < levels.LowBatteryWarnPercent
            ? [new MissionWarning(
                WarningCode.ReserveBelowFailsafeWarnThreshold,
                "The mission lands below the failsafe warning level.",
                FlightPlace.Mission)]
            : [];
    }
}
