using System.Collections.Immutable;
using System.Globalization;

namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>The names of <c>vehicle_status.nav_state</c> (PX4, msg/VehicleStatus.msg).</summary>
internal static class NavStates
{
    private static readonly ImmutableArray<string> Names =
    [
        "MANUAL", "ALTCTL", "POSCTL", "AUTO_MISSION", "AUTO_LOITER", "AUTO_RTL", "POSITION_SLOW", "GUIDED_COURSE", "ALTITUDE_CRUISE",
        "FREE3",
        "ACRO", "FREE2", "DESCEND", "TERMINATION", "OFFBOARD", "STAB", "FREE1", "AUTO_TAKEOFF", "AUTO_LAND", "AUTO_FOLLOW_TARGET",
        "AUTO_PRECLAND", "ORBIT", "AUTO_VTOL_TAKEOFF",
        "EXTERNAL1", "EXTERNAL2", "EXTERNAL3", "EXTERNAL4", "EXTERNAL5", "EXTERNAL6", "EXTERNAL7", "EXTERNAL8",
    ];

    /// <summary>The name of a state; <c>NAV_STATE_n</c> for one that has none.</summary>
    public static string NameOf(long state) =>
        state >= 0 && state < Names.Length ? Names[(int)state] : string.Create(CultureInfo.InvariantCulture, $"NAV_STATE_{state}");
}
