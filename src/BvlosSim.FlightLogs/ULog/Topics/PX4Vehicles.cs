using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>The kinds of vehicle by the numbers that PX4 knows them by.</summary>
internal static class PX4Vehicles
{
    private const int SeriesOfAirframes = 1000;

    /// <summary>By <c>vehicle_status.vehicle_type</c> (msg/VehicleStatus.msg).</summary>
    public static VehicleKind OfVehicleType(long? number) => number switch
    {
        1 => VehicleKind.Copter,
        2 => VehicleKind.Plane,
        3 => VehicleKind.Rover,
        _ => VehicleKind.Unknown,
    };

    /// <summary>By <c>MAV_TYPE</c> of MAVLink: <c>vehicle_status.system_type</c>, and the parameter of that name.</summary>
    public static VehicleKind OfMavType(long? number) => number switch
    {
        1 => VehicleKind.Plane,
        2 or 3 or 4 or 13 or 14 or 15 or 29 or 35 => VehicleKind.Copter,
        10 or 11 => VehicleKind.Rover,
        12 => VehicleKind.Sub,
        >= 19 and <= 25 => VehicleKind.Quadplane,
        _ => VehicleKind.Unknown,
    };

    /// <summary>By the series that the airframe belongs to: the parameter <c>SYS_AUTOSTART</c> (PX4 airframes reference).</summary>
    public static VehicleKind OfAirframe(long? number) => (number / SeriesOfAirframes) switch
    {
        2 or 3 => VehicleKind.Plane,
        (>= 4 and <= 12) or 14 or 15 or 24 => VehicleKind.Copter,
        13 => VehicleKind.Quadplane,
        50 or 51 => VehicleKind.Rover,
        60 => VehicleKind.Sub,
        _ => VehicleKind.Unknown,
    };
}
