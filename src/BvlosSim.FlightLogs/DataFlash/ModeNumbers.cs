using System.Collections.Frozen;
using System.Globalization;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>
/// What the mode numbers of ArduPilot are called, by kind of vehicle: <c>Mode::Number</c> in <c>ArduCopter/mode.h</c>,
/// <c>ArduPlane/mode.h</c>, <c>Rover/mode.h</c>, <c>ArduSub/mode.h</c>, <c>Blimp/mode.h</c> and <c>AntennaTracker/mode.h</c>, with the spelling of the ground stations (pymavlink,
/// <c>mode_mapping_acm</c> and its siblings), which is that of text logs too.
/// </summary>
internal static class ModeNumbers
{
    private static readonly FrozenDictionary<int, string> Copter = new Dictionary<int, string>
    {
        [0] = "STABILIZE",
        [1] = "ACRO",
        [2] = "ALT_HOLD",
        [3] = "AUTO",
        [4] = "GUIDED",
        [5] = "LOITER",
        [6] = "RTL",
        [7] = "CIRCLE",
        [8] = "POSITION",
        [9] = "LAND",
        [10] = "OF_LOITER",
        [11] = "DRIFT",
        [13] = "SPORT",
        [14] = "FLIP",
        [15] = "AUTOTUNE",
        [16] = "POSHOLD",
        [17] = "BRAKE",
        [18] = "THROW",
        [19] = "AVOID_ADSB",
        [20] = "GUIDED_NOGPS",
        [21] = "SMART_RTL",
        [22] = "FLOWHOLD",
        [23] = "FOLLOW",
        [24] = "ZIGZAG",
        [25] = "SYSTEMID",
        [26] = "AUTOROTATE",
        [27] = "AUTO_RTL",
        [28] = "TURTLE",
        [29] = "RATE_ACRO",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, string> Plane = new Dictionary<int, string>
    {
        [0] = "MANUAL",
        [1] = "CIRCLE",
        [2] = "STABILIZE",
        [3] = "TRAINING",
        [4] = "ACRO",
        [5] = "FBWA",
        [6] = "FBWB",
        [7] = "CRUISE",
        [8] = "AUTOTUNE",
        [10] = "AUTO",
        [11] = "RTL",
        [12] = "LOITER",
        [13] = "TAKEOFF",
        [14] = "AVOID_ADSB",
        [15] = "GUIDED",
        [16] = "INITIALISING",
        [17] = "QSTABILIZE",
        [18] = "QHOVER",
        [19] = "QLOITER",
        [20] = "QLAND",
        [21] = "QRTL",
        [22] = "QAUTOTUNE",
        [23] = "QACRO",
        [24] = "THERMAL",
        [25] = "LOITERALTQLAND",
        [26] = "AUTOLAND",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, string> Rover = new Dictionary<int, string>
    {
        [0] = "MANUAL",
        [1] = "ACRO",
        [2] = "LEARNING",
        [3] = "STEERING",
        [4] = "HOLD",
        [5] = "LOITER",
        [6] = "FOLLOW",
        [7] = "SIMPLE",
        [8] = "DOCK",
        [9] = "CIRCLE",
        [10] = "AUTO",
        [11] = "RTL",
        [12] = "SMART_RTL",
        [15] = "GUIDED",
        [16] = "INITIALISING",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, string> Sub = new Dictionary<int, string>
    {
        [0] = "STABILIZE",
        [1] = "ACRO",
        [2] = "ALT_HOLD",
        [3] = "AUTO",
        [4] = "GUIDED",
        [7] = "CIRCLE",
        [9] = "SURFACE",
        [16] = "POSHOLD",
        [19] = "MANUAL",
        [20] = "MOTOR_DETECT",
        [21] = "SURFTRAK",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, string> Blimp = new Dictionary<int, string>
    {
        [0] = "LAND",
        [1] = "MANUAL",
        [2] = "VELOCITY",
        [3] = "LOITER",
        [4] = "RTL",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, string> Tracker = new Dictionary<int, string>
    {
        [0] = "MANUAL",
        [1] = "STOP",
        [2] = "SCAN",
        [3] = "SERVO_TEST",
        [4] = "GUIDED",
        [10] = "AUTO",
        [16] = "INITIALISING",
    }.ToFrozenDictionary();

    /// <summary>The name of a mode.</summary>
    /// <param name="vehicle">The kind of vehicle.</param>
    /// <param name="mode">A number or already a name; null = absent.</param>
    /// <returns>The name; the mode as it is where it is no number, or one that the vehicle does not have.</returns>
    public static string? NameOf(VehicleKind vehicle, string? mode) =>
        TableOf(vehicle) is { } table
        && int.TryParse(mode, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && table.TryGetValue(number, out string? name)
            ? name
            : mode;

    private static FrozenDictionary<int, string>? TableOf(VehicleKind vehicle) => vehicle switch
    {
        VehicleKind.Copter => Copter,
        VehicleKind.Plane or VehicleKind.Quadplane => Plane,
        VehicleKind.Rover => Rover,
        VehicleKind.Sub => Sub,
        VehicleKind.Blimp => Blimp,
        VehicleKind.Tracker => Tracker,
        _ => null,
    };
}
