using System.Collections.Immutable;
using BvlosSim.FlightLogs.ULog.Definitions;

namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>The topics that a trace is made of.</summary>
internal static class TopicReaders
{
    /// <summary>Where positions come from, best first.</summary>
    public static readonly ImmutableArray<string> Positions = ["vehicle_gps_position", "sensor_gps", "vehicle_global_position"];

    /// <summary>Where the wind comes from, best first.</summary>
    public static readonly ImmutableArray<string> Winds = ["wind", "estimator_wind", "wind_estimate"];

    /// <summary>The reader of a topic; null = nobody asks for it.</summary>
    public static TopicReader? Create(string topic, byte instance, ULogLayout layout, ULogRows rows)
    {
        if (Positions.IndexOf(topic) is var position and >= 0)
        {
            return position == Positions.Length - 1
                ? new GlobalPositionTopic(instance, position, layout, rows)
                : new ReceiverTopic(instance, position, layout, rows);
        }

        if (Winds.IndexOf(topic) is var wind and >= 0)
            return new WindTopic(instance, wind, layout, rows);
        return topic switch
        {
            "battery_status" => new BatteryTopic(instance, layout, rows),
            "vehicle_status" => new StatusTopic(layout, rows),
            _ => null,
        };
    }
}
