using BvlosSim.FlightLogs.Rows;
using BvlosSim.FlightLogs.ULog.Definitions;

namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>A satellite receiver: <c>vehicle_gps_position</c>, <c>sensor_gps</c>.</summary>
/// <param name="instance">Its multi id.</param>
/// <param name="rank">Place of the topic among those of positions.</param>
/// <param name="layout">The layout of its bodies.</param>
/// <param name="rows">Where the rows go.</param>
internal sealed class ReceiverTopic(byte instance, int rank, ULogLayout layout, ULogRows rows) : TopicReader
{
    private const double MillimetresPerMetre = 1000.0;

    // The year 9999, beyond which there is no instant; which dates are believed is said elsewhere.
    private const long MostUtcUs = 253_370_764_800_000_000;

    private readonly DegreesField _latitude = new(layout, "latitude_deg", "lat");
    private readonly DegreesField _longitude = new(layout, "longitude_deg", "lon");
    private readonly TopicFields _altitudeM = TopicFields.Of(layout, "altitude_msl_m", "alt_amsl_m");
    private readonly ULogField? _altitudeMm = layout.Find("alt");
    private readonly ULogField? _fix = layout.Find("fix_type");
    private readonly ULogField? _speed = layout.Find("vel_m_s");
    private readonly ULogField? _north = layout.Find("vel_n_m_s");
    private readonly ULogField? _east = layout.Find("vel_e_m_s");
    private readonly ULogField? _course = layout.Find("cog_rad");
    private readonly ULogField? _utc = layout.Find("time_utc_usec");

    /// <inheritdoc />
    public override void Read(ReadOnlySpan<byte> body, long timeUs, int boot)
    {
        double? latitude = _latitude.Degrees(body);
        double? longitude = _longitude.Degrees(body);
        if (latitude is null || longitude is null)
            return;
        rows.AddPosition(rank, new GpsRow
        {
            TimeUs = timeUs,
            Boot = boot,
            Instance = instance,
            Status = _fix?.Whole(body),
            LatitudeDeg = latitude,
            LongitudeDeg = longitude,
            AltitudeAmslM = _altitudeM.Finite(body) ?? (_altitudeMm?.Finite(body) / MillimetresPerMetre),
            GroundspeedMps = _speed?.Finite(body) ?? Velocity.Speed(_north?.Finite(body), _east?.Finite(body)),
            TrackDeg = _course?.Finite(body) is { } course ? Velocity.TrackDeg(course) : null,
            Clock = ClockOf(_utc?.Whole(body)),
        });
    }

    private static GpsClock? ClockOf(long? utcUs) =>
        utcUs is > 0 and <= MostUtcUs ? GpsTime.Dated(GpsTime.OfUtc(DateTimeOffset.UnixEpoch.AddMicroseconds(utcUs.Value))) : null;
}
