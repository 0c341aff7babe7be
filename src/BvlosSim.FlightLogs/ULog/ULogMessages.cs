using System.Buffers.Binary;
using System.Globalization;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.ULog.Definitions;
using BvlosSim.FlightLogs.ULog.Framing;
using BvlosSim.FlightLogs.ULog.Topics;

namespace BvlosSim.FlightLogs.ULog;

/// <summary>What the messages of a log mean, one after the other. Those that nobody asks for are counted and not decoded.</summary>
internal sealed class ULogMessages
{
    private const int MostFollowing = 3;
    private const int MostSteps = 100;
    private const int FarthestBytes = 1 << 19;

    private readonly FlightLogBuilder _builder;
    private readonly ULogSubscriptions _subscriptions;
    private readonly ULogCursor _cursor;
    private readonly ULogFormats _formats = new();
    private readonly ULogRows _rows;
    private readonly ULogClock _clock;
    private readonly ULogFacts _facts;
    private readonly Dropouts _dropouts;
    private readonly TimedMessage[] _following = new TimedMessage[MostFollowing];
    private readonly HashSet<ULogSeries> _firsts = [];
    private readonly long[] _unknownTypes = new long[byte.MaxValue + 1];

    /// <summary>Prepares the reading of a log.</summary>
    public ULogMessages(FlightLogBuilder builder, ULogSubscriptions subscriptions, ULogCursor cursor)
    {
        _builder = builder;
        _subscriptions = subscriptions;
        _cursor = cursor;
        _rows = new ULogRows(builder);
        _clock = new ULogClock(builder.Clock);
        _facts = new ULogFacts(builder);
        _dropouts = new Dropouts(builder);
    }

    /// <summary>Whether a time, in microseconds, can be that of a message here.</summary>
    public bool IsTimePossible(long timeUs) => _clock.IsPossible(timeUs);

    /// <summary>A log begins: nothing of the one before it holds.</summary>
    public void StartLog()
    {
        _rows.Close();
        _formats.Clear();
        _subscriptions.Clear();
        _clock.StartAgain();
    }

    /// <summary>The file ends.</summary>
    public void Close()
    {
        _rows.Close();
        _rows.AssumeAbsent();
        _facts.Close();
        _dropouts.Close();
        _subscriptions.CountInto(_builder);
        for (int type = 0; type < _unknownTypes.Length; type++)
        {
            long count = _unknownTypes[type];
            if (count > 0)
                _builder.Assume(string.Create(CultureInfo.InvariantCulture, $"{count} messages of unknown type 0x{type:X2} were skipped."));
        }
    }

    /// <summary>Takes the message at the cursor.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="message">It is whole.</param>
    /// <param name="isDoubtful">Whether the log does not go on after it.</param>
    public void Take(byte type, Candidate message, bool isDoubtful)
    {
        switch (type)
        {
            case (byte)'D':
                TakeData(message, isDoubtful);
                break;
            case (byte)'F' or (byte)'A' or (byte)'I' or (byte)'P' or (byte)'O':
                if (message.Likelihood != Likelihood.Sound || !TryDefine(type, message))
                    Damage(message, $"a message of type '{(char)type}' that cannot be read");
                break;
            case (byte)'B' or (byte)'M' or (byte)'Q' or (byte)'R' or (byte)'L' or (byte)'C' or (byte)'S':
                break;
            default:
                _unknownTypes[type]++;
                break;
        }
    }

    /// <summary>
    /// Takes data messages one after the other as long as each is plain: its length and that of the next one are right, and its time is
    /// near. Nearly all of a log is; the rest is for <see cref="Take"/>, which looks closer.
    /// </summary>
    /// <param name="bytes">The bytes at hand from the cursor on.</param>
    /// <returns>How many bytes were taken.</returns>
    public int TakePlain(ReadOnlySpan<byte> bytes)
    {
        int offset = 0;
        ULogSubscription? subscription = PlainAt(bytes, out int length);
        while (subscription is not null)
        {
            ULogSubscription? next = PlainAt(bytes[(offset + length)..], out int nextLength);
            ReadOnlySpan<byte> body = bytes.Slice(offset + MessageSigns.DataHeaderBytes, length - MessageSigns.DataHeaderBytes);
            if (next is null || subscription.TimeUs(body) is not { } timeUs || !_clock.IsNear(timeUs))
                break;
            subscription.Series.Count++;
            _clock.Take(subscription.Series, timeUs);
            subscription.Reader?.Read(body, timeUs, _clock.Boot);
            offset += length;
            (subscription, length) = (next, nextLength);
        }

        return offset;
    }

    private ULogSubscription? PlainAt(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        if (bytes.Length < MessageSigns.DataHeaderBytes || bytes[2] != (byte)'D')
            return null;
        length = MessageSigns.HeaderBytes + BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        if (length > bytes.Length)
            return null;
        ULogSubscription? subscription = _subscriptions.Find(BinaryPrimitives.ReadUInt16LittleEndian(bytes[MessageSigns.HeaderBytes..]));
        return subscription is not null && subscription.Accepts(length - MessageSigns.DataHeaderBytes) ? subscription : null;
    }

    private bool TryDefine(byte type, Candidate message)
    {
        ReadOnlySpan<byte> payload = _cursor.Peek(0, message.LengthBytes)[MessageSigns.HeaderBytes..];
        switch (type)
        {
            case (byte)'F':
                return _formats.TryAdd(payload);
            case (byte)'A':
                if (_subscriptions.Add(payload) is not { } subscription)
                    return false;
                subscription.Resolve(_formats, _rows);
                return true;
            case (byte)'I':
                _facts.Information(ULogKeyValue.Parse(payload));
                return true;
            case (byte)'P':
                _facts.Parameter(ULogKeyValue.Parse(payload), _clock.LatestUs);
                return true;
            default:
                _dropouts.Add(_cursor.Position, BinaryPrimitives.ReadUInt16LittleEndian(payload));
                return true;
        }
    }

    private void TakeData(Candidate message, bool isDoubtful)
    {
        if (_cursor.SubscriptionOf(0, message.LengthBytes) is not { } subscription && !TryResolve(message, out subscription))
            return;
        subscription.Series.Count++;
        if (subscription.TimeUs(_cursor.BodyAt(0, message.LengthBytes)) is not { } timeUs)
        {
            DamagedTime(subscription, message);
            return;
        }

        if (_clock.IsNear(timeUs))
        {
            _clock.Take(subscription.Series, timeUs);
        }
        else if (isDoubtful
            ? !_clock.JudgeDoubtful(timeUs)
            : !_clock.Judge(subscription.Series, timeUs, Following(subscription.Series, message.LengthBytes)))
        {
            DamagedTime(subscription, message);
            return;
        }

        subscription.Reader?.Read(_cursor.BodyAt(0, message.LengthBytes), timeUs, _clock.Boot);
    }

    private bool TryResolve(Candidate message, out ULogSubscription subscription)
    {
        ReadOnlySpan<byte> idBytes = _cursor.Peek(MessageSigns.HeaderBytes, sizeof(ushort));
        subscription = _subscriptions.Find(BinaryPrimitives.ReadUInt16LittleEndian(idBytes))!;
        if (subscription is null)
        {
            Damage(message, "data of a message id that no subscription names");
            return false;
        }

        bool isNew = !subscription.HasLayout;
        subscription.Resolve(_formats, _rows);
        if (isNew && _cursor.SubscriptionOf(0, message.LengthBytes) is not null)
            return true;
        Damage(message, subscription.WhyUnreadable);
        return false;
    }

    /// <summary>
    /// Some of the messages after this one that have a time. The first of a series tells nothing: it may have been published long ago.
    /// </summary>
    private ReadOnlySpan<TimedMessage> Following(ULogSeries series, int offset)
    {
        int count = 0;
        _firsts.Clear();
        _firsts.Add(series);
        for (int i = 0; i < MostSteps && count < MostFollowing && offset < FarthestBytes; i++)
        {
            Candidate next = _cursor.At(offset);
            if (next.Likelihood is not (Likelihood.Sound or Likelihood.Possible) || next.IsTorn)
                break;
            if (_cursor.SubscriptionOf(offset, next.LengthBytes) is { } subscription
                && subscription.TimeUs(_cursor.BodyAt(offset, next.LengthBytes)) is { } timeUs
                && (subscription.Series.Boot == _clock.Boot || !_firsts.Add(subscription.Series)))
            {
                _following[count++] = new TimedMessage(subscription.Series, timeUs);
            }

            offset += next.LengthBytes;
        }

        return _following.AsSpan(0, count);
    }

    /// <summary>Topics that nobody asks for may carry any time: a mission keeps the one of the flight it was uploaded in.</summary>
    private void DamagedTime(ULogSubscription subscription, Candidate message)
    {
        if (subscription.Reader is not null)
            Damage(message, "a message whose time stamp cannot be, or is far from those around it");
    }

    private void Damage(Candidate message, string why) => _builder.Skipped.Damage(_cursor.Position, message.LengthBytes, why);
}
