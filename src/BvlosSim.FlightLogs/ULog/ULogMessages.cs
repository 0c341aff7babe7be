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
    private const int MostFollowing = 5;
    private const int MostSteps = 16;
    private const int FarthestBytes = 1 << 19;

    private readonly FlightLogBuilder _builder;
    private readonly ULogSubscriptions _subscriptions;
    private readonly ULogCursor _cursor;
    private readonly ULogFormats _formats = new();
    private readonly ULogRows _rows;
    private readonly ULogClock _clock;
    private readonly ULogFacts _facts;
    private readonly TimedMessage[] _following = new TimedMessage[MostFollowing];
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
    }

    /// <summary>Whether a time, in microseconds, is about that of the messages before.</summary>
    public bool IsTimeNear(long timeUs) => _clock.IsNear(timeUs);

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
        _subscriptions.CountInto(_builder);
        for (int type = 0; type < _unknownTypes.Length; type++)
        {
            if (_unknownTypes[type] > 0)
                _builder.Assume(string.Create(CultureInfo.InvariantCulture, $"{_unknownTypes[type]} messages of the unknown type 0x{type:X2} were skipped."));
        }
    }

    /// <summary>Takes the message at the cursor.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="message">It is whole.</param>
    public void Take(byte type, Candidate message)
    {
        switch (type)
        {
            case (byte)'D':
                TakeData(message);
                break;
            case (byte)'F' or (byte)'A' or (byte)'I' or (byte)'P' or (byte)'O':
                if (message.Likelihood != Likelihood.Sound || !TryDefine(type, _cursor.Peek(0, message.LengthBytes)[MessageSigns.HeaderBytes..]))
                    Damage(message, string.Create(CultureInfo.InvariantCulture, $"a message of type '{(char)type}' that cannot be read"));
                break;
            case (byte)'B' or (byte)'M' or (byte)'Q' or (byte)'R' or (byte)'L' or (byte)'C' or (byte)'S':
                break;
            default:
                _unknownTypes[type]++;
                break;
        }
    }

    private bool TryDefine(byte type, ReadOnlySpan<byte> payload)
    {
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
                _builder.Skipped.Damage(_cursor.Position, 0, string.Create(CultureInfo.InvariantCulture, $"dropout of {BinaryPrimitives.ReadUInt16LittleEndian(payload)} ms"));
                return true;
        }
    }

    private void TakeData(Candidate message)
    {
        if (_cursor.SubscriptionOf(0, message.LengthBytes) is not { } subscription && !TryResolve(message, out subscription))
            return;
        subscription.Series.Count++;
        if (subscription.TimeUs(_cursor.BodyAt(0, message.LengthBytes)) is not { } timeUs)
        {
            if (subscription.Reader is not null)
                Damage(message, "a message whose time stamp cannot be");
            return;
        }

        if (_clock.IsNear(timeUs))
        {
            _clock.Take(subscription.Series, timeUs);
        }
        else if (!_clock.Judge(subscription.Series, timeUs, Following(message.LengthBytes)))
        {
            Damage(message, "a message whose time stamp is far from those around it");
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

    /// <summary>The messages after this one that have a time, as many as can be had at little cost.</summary>
    private ReadOnlySpan<TimedMessage> Following(int offset)
    {
        int count = 0;
        for (int i = 0; i < MostSteps && count < MostFollowing && offset < FarthestBytes; i++)
        {
            Candidate next = _cursor.At(offset);
            if (next.Likelihood is not (Likelihood.Sound or Likelihood.Possible) || next.IsTorn)
                break;
            if (_cursor.SubscriptionOf(offset, next.LengthBytes) is { } subscription
                && subscription.TimeUs(_cursor.BodyAt(offset, next.LengthBytes)) is { } timeUs)
            {
                _following[count++] = new TimedMessage(subscription.Series, timeUs);
            }

            offset += next.LengthBytes;
        }

        return _following.AsSpan(0, count);
    }

    private void Damage(Candidate message, string why) => _builder.Skipped.Damage(_cursor.Position, message.LengthBytes, why);
}
