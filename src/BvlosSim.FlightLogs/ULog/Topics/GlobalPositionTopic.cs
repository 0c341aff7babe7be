using BvlosSim.FlightLogs.Rows;
using BvlosSim.FlightLogs.ULog.Definitions;

namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>The position of the autopilot's estimator, <c>vehicle_global_position</c>, where a log has no receiver.</summary>
/// <param name="instance">Its multi id.</param>
/// <param name="rank">Place of the topic among those of positions.</param>
/// <param name="layout">The layout of its bodies.</param>
/// <param name="rows">Where the rows go.</param>
internal sealed class GlobalPositionTopic(byte instance, int rank, ULogLayout layout, ULogRows rows) : TopicReader
{
    private const double MillimetresPerMetre = 1000.0;

    private readonly DegreesField _latitude = new(layout, "latitude_deg", "lat");
    private readonly DegreesField _longitude = new(layout, "longitude_deg", "lon");
    private readonly ULogField? _altitude = layout.Find("alt");
    private readonly ULogField? _north = layout.Find("vel_n");
    private readonly ULogField? _east = layout.Find("vel_e");
    private readonly ULogField? _isValid = layout.Find("lat_lon_valid");

    /// <inheritdoc />
    public override void Read(ReadOnlySpan<byte> body, long timeUs, int boot)
    {
        double? latitude = _latitude.Degrees(body);
        double? longitude = _longitude.Degrees(body);
        if (latitude is null || longitude is null)
            return;
        double? north = _north?.Finite(body);
        double? east = _east?.Finite(body);
        rows.AddPosition(rank, new GpsRow
        {
            TimeUs = timeUs,
            Boot = boot,
            Instance = instance,
            Status = _isValid?.Whole(body) == 0 ? 0 : null,
            LatitudeDeg = latitude,
            LongitudeDeg = longitude,
            AltitudeAmslM = _altitude is { IsInteger: true } ? _altitude.Value.Finite(body) / MillimetresPerMetre : _altitude?.Finite(body),
            GroundspeedMps = Velocity.Speed(north, east),
            TrackDeg = north is { } n && east is { } e ? Velocity.TrackDeg(Math.Atan2(e, n)) : null,
        });
    }
}
