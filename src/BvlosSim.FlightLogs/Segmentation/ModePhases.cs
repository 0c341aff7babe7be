using System.Collections.Frozen;
using BvlosSim.Values;

namespace BvlosSim.FlightLogs.Segmentation;

/// <summary>Which flight modes a segmentation knows.</summary>
public enum ModeTable
{
    /// <summary>All modes of ArduPilot and PX4 that tell a phase.</summary>
    All,

    /// <summary>The modes of the contracts <c>validation-report.v2</c> and <c>calibration-profile.v1</c> alone; any other is unknown.</summary>
    Contract,
}

/// <summary>The tokens of <see cref="ModeTable"/>.</summary>
public static class ModeTables
{
    /// <summary>Tokens of <see cref="ModeTable"/>, the default first.</summary>
    public static ClosedSet<ModeTable> Set { get; } = new((ModeTable.All, "all"), (ModeTable.Contract, "contract"));
}

/// <summary>
/// What a flight mode tells of the phase. Names are those of the autopilots' own logs: ArduPilot's <c>Mode::name()</c> and the names of
/// pymavlink, PX4's <c>nav_state</c>. The contract's are exact and case-sensitive; the others in any spelling.
/// </summary>
internal static class ModePhases
{
    /// <summary>The autopilot flies the aircraft from place to place: its motion tells the phase.</summary>
    private static readonly string[] Moving = ["AUTO", "GUIDED", "GUIDED_NOGPS", "AUTO_MISSION", "OFFBOARD", "AUTO_FOLLOW_TARGET"];

    private static readonly FrozenDictionary<string, FlightPhase?> Contract = Table(
        (FlightPhase.Takeoff, ["TAKEOFF", "AUTO_TAKEOFF", "AUTO_VTOL_TAKEOFF"]),
        (FlightPhase.Rtl, ["RTL", "SMART_RTL", "AUTO_RTL"]),
        (FlightPhase.Landing, ["LAND", "AUTO_LAND", "AUTO_PRECLAND", "DESCEND"]),
        (FlightPhase.Loiter, ["LOITER", "LOITER_UNLIMITED", "LOITER_TO_ALT", "POSHOLD", "AUTO_LOITER", "ORBIT"]),
        (null, Moving));

    // What is absent is unknown on purpose. Flown by hand (MANUAL, STABILIZE, QSTABILIZE, TRAINING, ACRO, QACRO, FBWA, STEERING, SIMPLE,
    // DRIFT, SPORT, STAB, RATTITUDE), being tested (AUTOTUNE, QAUTOTUNE, SYSTEMID), evading or falling (AVOID_ADSB, FLIP, THROW, TURTLE,
    // AUTOROTATE, TERMINATION), soaring (THERMAL) or not flying (INITIALISING, DOCK, SURFACE): neither the speed nor the rate is one
    // that a prediction of the mission could be held against.
    private static readonly FrozenDictionary<string, FlightPhase?> All = Table(
        [
            .. Contract.Select(m => (m.Value, (string[])[Plain(m.Key)])),
            (FlightPhase.Rtl, ["QRTL", "SMARTRTL", "AUTORTGS"]),
            (FlightPhase.Landing, ["QLAND", "LOITERALTQLAND", "AUTOLANDENGFAIL", "AUTOLANDGPSFAIL"]),
            (FlightPhase.Loiter, ["QLOITER", "CIRCLE", "BRAKE", "FLOWHOLD", "OFLOITER", "POSITION", "HOLD"]),
            (null, ["CRUISE", "FBWB", "FLYBYWIREB", "QHOVER", "ALTHOLD", "FOLLOW", "ZIGZAG"]),
            (null, ["ALTCTL", "POSCTL", "POSITIONSLOW", "GUIDEDCOURSE", "ALTITUDECRUISE"]),
        ]);

    /// <summary>What a mode tells.</summary>
    /// <param name="table">The modes that are known.</param>
    /// <param name="mode">Name of the mode; null = not logged.</param>
    /// <returns>The phase; null = the motion of the aircraft tells it.</returns>
    public static FlightPhase? PhaseOf(ModeTable table, string? mode)
    {
        if (mode is null)
            return null;
        FrozenDictionary<string, FlightPhase?> modes = table == ModeTable.Contract ? Contract : All;
        return modes.TryGetValue(table == ModeTable.Contract ? mode : Plain(mode), out FlightPhase? phase) ? phase : FlightPhase.Unknown;
    }

    // Ground stations that convert a log, and autopilots that print it, write AltHold, Alt_Hold or ALT HOLD.
    private static string Plain(string mode) => string.Concat(mode.Where(c => c is not ('_' or ' '))).ToUpperInvariant();

    private static FrozenDictionary<string, FlightPhase?> Table(params (FlightPhase? Phase, string[] Modes)[] rows) =>
        rows.SelectMany(r => r.Modes.Select(m => KeyValuePair.Create(m, r.Phase))).ToFrozenDictionary(StringComparer.Ordinal);
}
