using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.ULog.Definitions;

/// <summary>The subscriptions of a log by message id, and the series that they feed.</summary>
internal sealed class ULogSubscriptions
{
    /// <summary>The most series that are told apart; PX4 has some 300.</summary>
    public const int MostSeries = 65_536;

    private const int FixedBytes = 3;

    private readonly Dictionary<string, ULogSeries> _series = new(StringComparer.Ordinal);
    private ULogSubscription?[] _byId = [];

    /// <summary>What a message id stands for; null = nothing yet.</summary>
    public ULogSubscription? Find(int id) => (uint)id < (uint)_byId.Length ? _byId[id] : null;

    /// <summary>Enters a subscription. An older one of the same id ends; what it brought stays.</summary>
    /// <param name="payload">Payload of the message, its topic checked.</param>
    /// <returns>Null when there are too many series.</returns>
    public ULogSubscription? Add(ReadOnlySpan<byte> payload)
    {
        byte instance = payload[0];
        int id = BinaryPrimitives.ReadUInt16LittleEndian(payload[1..]);
        string topic = Encoding.ASCII.GetString(payload[FixedBytes..]);
        string name = string.Create(CultureInfo.InvariantCulture, $"{topic}[{instance}]");
        if (!_series.TryGetValue(name, out ULogSeries? series))
        {
            if (_series.Count >= MostSeries)
                return null;
            series = new ULogSeries(name);
            _series.Add(name, series);
        }

        if (id >= _byId.Length)
            Array.Resize(ref _byId, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)id + 1));
        return _byId[id] = new ULogSubscription(topic, instance, series);
    }

    /// <summary>Forgets what the message ids stand for: another log begins. The series go on.</summary>
    public void Clear() => Array.Clear(_byId);

    /// <summary>Counts the messages of all series.</summary>
    public void CountInto(FlightLogBuilder builder)
    {
        foreach (ULogSeries series in _series.Values.Where(s => s.Count > 0))
            builder.Count(series.Name, series.Count);
    }
}
