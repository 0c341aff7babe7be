using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>
/// Finds firmware and kind of vehicle in a log: the start-up text (MSG: <c>ArduCopter V4.3.0 (hash)</c>, <c>APM:Plane</c> …), the VER
/// message of firmware since 4.1 (build types of <c>AP_Vehicle_Type.h</c>), and the parameters <c>SYSID_SW_TYPE</c> and <c>Q_ENABLE</c>.
/// </summary>
internal static class VehicleRecognition
{
    private static readonly (string Start, VehicleKind Kind)[] Starts =
    [
        ("ArduCopter", VehicleKind.Copter),
        ("APM:Copter", VehicleKind.Copter),
        ("Copter", VehicleKind.Copter),
        ("ArduPlane", VehicleKind.Plane),
        ("APM:Plane", VehicleKind.Plane),
        ("Plane", VehicleKind.Plane),
        ("ArduRover", VehicleKind.Rover),
        ("APMrover2", VehicleKind.Rover),
        ("APM:Rover", VehicleKind.Rover),
        ("Rover", VehicleKind.Rover),
        ("ArduSub", VehicleKind.Sub),
        ("APM:Sub", VehicleKind.Sub),
        ("Sub", VehicleKind.Sub),
        ("Blimp", VehicleKind.Blimp),
        ("AntennaTracker", VehicleKind.Tracker),
        ("APM:Tracker", VehicleKind.Tracker),
    ];

    /// <summary>Looks for the name of a firmware at the start of a text, with its version behind it.</summary>
    /// <returns>The kind of vehicle; unknown = the text names none.</returns>
    public static VehicleKind KindOf(string text)
    {
        foreach ((string start, VehicleKind kind) in Starts)
        {
            if (text.StartsWith(start, StringComparison.Ordinal) && IsVersion(text.AsSpan(start.Length)))
                return kind;
        }

        return VehicleKind.Unknown;
    }

    /// <summary>The kind of a build type.</summary>
    public static VehicleKind KindOfBuild(long? build) => build switch
    {
        1 => VehicleKind.Rover,
        2 or 13 => VehicleKind.Copter,
        3 => VehicleKind.Plane,
        4 => VehicleKind.Tracker,
        7 => VehicleKind.Sub,
        12 => VehicleKind.Blimp,
        _ => VehicleKind.Unknown,
    };

    /// <summary>The kind of vehicle, after all messages.</summary>
    /// <param name="stated">What the messages state.</param>
    /// <param name="parameters">The parameters.</param>
    public static VehicleKind Decide(VehicleKind stated, ParameterHistory parameters)
    {
        VehicleKind kind = stated != VehicleKind.Unknown ? stated : KindOfSoftwareType(parameters.Find("SYSID_SW_TYPE"));
        return kind == VehicleKind.Plane && parameters.Find("Q_ENABLE") >= 1 ? VehicleKind.Quadplane : kind;
    }

    private static VehicleKind KindOfSoftwareType(double? type) => type switch
    {
        0 => VehicleKind.Plane,
        10 => VehicleKind.Copter,
        20 => VehicleKind.Rover,
        4 => VehicleKind.Tracker,
        40 => VehicleKind.Sub,
        _ => VehicleKind.Unknown,
    };

    // "V4.3.0", "v2.42", " 4.6", and "solo-1.2.19" of 3DR's own aircraft.
    private static bool IsVersion(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" -");
        if (rest.StartsWith("solo-", StringComparison.Ordinal))
            rest = rest["solo-".Length..];
        if (rest.Length > 0 && rest[0] is 'V' or 'v')
            rest = rest[1..];
        return rest.Length > 0 && char.IsAsciiDigit(rest[0]);
    }
}
