using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.ULog.Definitions;

namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>The state of the vehicle: <c>vehicle_status</c>. Its mode, and what kind of vehicle it is.</summary>
/// <param name="layout">The layout of its bodies.</param>
/// <param name="rows">Where the rows go.</param>
internal sealed class StatusTopic(ULogLayout layout, ULogRows rows) : TopicReader
{
    private readonly ULogField? _mode = layout.Find("nav_state");
    private readonly ULogField? _isVtol = layout.Find("is_vtol");
    private readonly ULogField? _systemType = layout.Find("system_type");
    private readonly ULogField? _vehicleType = layout.Find("vehicle_type");
    private readonly ULogField? _isRotaryWing = layout.Find("is_rotary_wing");

    /// <inheritdoc />
    public override void Read(ReadOnlySpan<byte> body, long timeUs, int boot)
    {
        rows.AddMode(timeUs, boot, _mode?.Whole(body));
        rows.NoteVehicle(KindOf(body));
    }

    private VehicleKind KindOf(ReadOnlySpan<byte> body)
    {
        if (_isVtol?.Whole(body) is not (null or 0))
            return VehicleKind.Quadplane;
        if (PX4Vehicles.OfMavType(_systemType?.Whole(body)) is var ofSystem and not VehicleKind.Unknown)
            return ofSystem;
        if (PX4Vehicles.OfVehicleType(_vehicleType?.Whole(body)) is var ofVehicle and not VehicleKind.Unknown)
            return ofVehicle;
        return _isRotaryWing?.Whole(body) is not (null or 0) ? VehicleKind.Copter : VehicleKind.Unknown;
    }
}
