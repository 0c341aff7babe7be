using BvlosSim.FlightLogs.Rows;
using BvlosSim.FlightLogs.ULog.Definitions;

namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>The wind estimate.</summary>
/// <param name="instance">Its multi id.</param>
/// <param name="rank">Place of the topic among those of the wind.</param>
/// <param name="layout">The layout of its bodies.</param>
/// <param name="rows">Where the rows go.</param>
internal sealed class WindTopic(byte instance, int rank, ULogLayout layout, ULogRows rows) : TopicReader
{
    private readonly TopicFields _north = TopicFields.Of(layout, "windspeed_north", "wind_north", "wind_velocity_north");
    private readonly TopicFields _east = TopicFields.Of(layout, "windspeed_east", "wind_east", "wind_velocity_east");

    /// <inheritdoc />
    public override void Read(ReadOnlySpan<byte> body, long timeUs, int boot) =>
        rows.AddWind(rank, instance, new WindRow(timeUs, boot, _north.Finite(body), _east.Finite(body)));
}
