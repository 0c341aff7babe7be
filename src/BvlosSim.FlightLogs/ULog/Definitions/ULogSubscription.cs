using System.Buffers.Binary;
using BvlosSim.FlightLogs.ULog.Topics;

namespace BvlosSim.FlightLogs.ULog.Definitions;

/// <summary>What a message id stands for, from the message that says so on.</summary>
/// <param name="topic">Name of the topic.</param>
/// <param name="instance">Its multi id.</param>
/// <param name="series">Where its messages count.</param>
internal sealed class ULogSubscription(string topic, byte instance, ULogSeries series)
{
    private int _formatsVersion;
    private string? _awaited;
    private int _bodyBytes = -1;
    private int _paddedBytes = -1;
    private ULogField? _time;
    private int _plainTimeOffset = -1;
    private string? _whyUnreadable;

    /// <summary>Where its messages count.</summary>
    public ULogSeries Series => series;

    /// <summary>Whether a format for it has been found.</summary>
    public bool HasLayout => _bodyBytes >= 0;

    /// <summary>Why a body that is not accepted cannot be read.</summary>
    public string WhyUnreadable => _whyUnreadable ??= HasLayout
        ? $"data of {series.Name} whose length is not that of the format"
        : $"data of {series.Name}, whose format has not been read";

    /// <summary>Reads its bodies; null = nobody asks for them.</summary>
    public TopicReader? Reader { get; private set; }

    /// <summary>Whether a body of this length is one of the topic, with or without the padding at its end.</summary>
    public bool Accepts(int bodyBytes) => bodyBytes >= 0 && (bodyBytes == _bodyBytes || bodyBytes == _paddedBytes);

    /// <summary>The time stamp of a body that is accepted, microseconds; null = it has none that can be.</summary>
    public long? TimeUs(ReadOnlySpan<byte> body)
    {
        long? timeUs = _plainTimeOffset >= 0
            ? unchecked((long)BinaryPrimitives.ReadUInt64LittleEndian(body[_plainTimeOffset..]))
            : _time?.Whole(body);
        return timeUs is >= 0 ? timeUs : null;
    }

    /// <summary>Looks for the format when the one that was missing has come since the last time.</summary>
    public void Resolve(ULogFormats formats, ULogRows rows)
    {
        if (HasLayout || formats.VersionOf(_awaited ?? topic) <= _formatsVersion)
            return;
        _formatsVersion = formats.Version;
        if (formats.Layout(topic, out _awaited) is not { } layout)
            return;
        _whyUnreadable = null;
        _bodyBytes = layout.BodyBytes;
        _paddedBytes = layout.PaddedBytes;
        _time = layout.Find("timestamp");
        _plainTimeOffset = _time is { Type: ULogType.UInt64 } time ? time.OffsetBytes : -1;
        Reader = _time is null ? null : TopicReaders.Create(topic, instance, layout, rows);
    }
}
