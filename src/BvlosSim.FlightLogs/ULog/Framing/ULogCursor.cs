using System.Buffers.Binary;
using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.ULog.Definitions;

namespace BvlosSim.FlightLogs.ULog.Framing;

/// <summary>
/// A place in a log, and what begins there and after it. A message of data counts as sound when its length is that of its topic, so that
/// the whole container can be checked without a checksum.
/// </summary>
/// <param name="window">The bytes.</param>
/// <param name="lengthBytes">Size of the log.</param>
/// <param name="subscriptions">What the message ids stand for.</param>
internal sealed class ULogCursor(LogWindow window, long lengthBytes, ULogSubscriptions subscriptions)
{
    /// <summary>How many messages that cannot be checked may follow one another before one that can.</summary>
    private const int MostUnchecked = 8;

    private const int DataIdBytes = 2;
    private const int SearchedAtOnce = 1 << 16;

    /// <summary>Where this part of the log ends: the end of the file, or where appended data begin.</summary>
    public long End { get; set; } = lengthBytes;

    /// <summary>The place, bytes from the start of the log.</summary>
    public long Position => window.Position;

    /// <summary>Moves on.</summary>
    public void Skip(int count) => window.Skip(count);

    /// <summary>Moves to any place.</summary>
    public void Seek(long position) => window.Seek(position);

    /// <summary>The bytes from the place on that are in memory, as far as this part of the log goes.</summary>
    public ReadOnlySpan<byte> AtHand
    {
        get
        {
            ReadOnlySpan<byte> bytes = window.Bytes;
            return bytes[..(int)Math.Min(bytes.Length, Math.Max(0, End - window.Position))];
        }
    }

    /// <summary>Bytes from the place on, as many as there are of the number asked for.</summary>
    public ReadOnlySpan<byte> Peek(int offset, int count)
    {
        ReadOnlySpan<byte> bytes = window.Bytes;
        if (bytes.Length < offset + count)
        {
            window.Has((int)Math.Min(offset + count, window.Remaining));
            bytes = window.Bytes;
        }

        return bytes.Slice(offset, Math.Min(count, bytes.Length - offset));
    }

    /// <summary>What begins some bytes after the place.</summary>
    public Candidate At(int offset)
    {
        long left = End - window.Position - offset;
        if (left < MessageSigns.HeaderBytes)
            return left <= 0 ? new Candidate(Likelihood.End, 0, IsTorn: false) : Candidate.Stub((int)left);
        ReadOnlySpan<byte> head = Peek(offset, MessageSigns.HeaderBytes + MessageSigns.LookedAtBytes);
        int size = BinaryPrimitives.ReadUInt16LittleEndian(head);
        byte type = head[2];
        int length = MessageSigns.HeaderBytes + size;
        if (size == 0 || type == 0)
            return new Candidate(Likelihood.Impossible, length, IsTorn: false);
        if (type == MessageSigns.Magic[2] && head.StartsWith(MessageSigns.Magic))
            return new Candidate(Likelihood.Header, MessageSigns.FileHeaderBytes, left < MessageSigns.FileHeaderBytes);
        ReadOnlySpan<byte> payload = head.Slice(MessageSigns.HeaderBytes, Math.Min(size, head.Length - MessageSigns.HeaderBytes));
        Likelihood likelihood = type == (byte)'D' ? OfData(size, payload) : MessageSigns.Of(type, size, payload);
        return new Candidate(likelihood, length, length > left);
    }

    /// <summary>Whether what begins some bytes after the place goes on as a log does.</summary>
    public bool GoesOn(int offset)
    {
        for (int i = 0; i < MostUnchecked; i++)
        {
            Candidate next = At(offset);
            if (next.Likelihood != Likelihood.Possible || next.IsTorn)
                return next.Likelihood > Likelihood.Possible || next.LengthBytes < MessageSigns.HeaderBytes;
            offset += next.LengthBytes;
        }

        return false;
    }

    /// <summary>Moves to the next place where a log goes on for certain.</summary>
    /// <param name="limit">How far to look, at most.</param>
    /// <param name="isTimePossible">Whether a time, in microseconds, can be that of a message here.</param>
    /// <returns>False when there is none; then the place is the limit.</returns>
    public bool Find(long limit, Func<long, bool> isTimePossible)
    {
        while (window.Position < limit)
        {
            ReadOnlySpan<byte> bytes = Peek(0, SearchedAtOnce);
            int found = bytes.Length < MessageSigns.HeaderBytes ? -1 : bytes[2..].IndexOfAny(MessageSigns.ThirdBytes);
            if (found < 0 || window.Position + found >= limit)
            {
                window.Seek(Math.Min(limit, window.Position + Math.Max(1, bytes.Length - 2)));
                continue;
            }

            window.Skip(found);
            if (Begins(isTimePossible))
                return true;
            window.Skip(1);
        }

        window.Seek(limit);
        return false;
    }

    /// <summary>The subscription that a message of data belongs to, if its length is right; null = none.</summary>
    /// <param name="offset">Where the message begins, bytes after the place.</param>
    /// <param name="length">Its length with the header.</param>
    public ULogSubscription? SubscriptionOf(int offset, int length)
    {
        ReadOnlySpan<byte> head = Peek(offset, MessageSigns.DataHeaderBytes);
        if (head.Length < MessageSigns.DataHeaderBytes || head[2] != (byte)'D')
            return null;
        int id = BinaryPrimitives.ReadUInt16LittleEndian(head[MessageSigns.HeaderBytes..]);
        ULogSubscription? subscription = subscriptions.Find(id);
        return subscription is not null && subscription.Accepts(length - MessageSigns.DataHeaderBytes) ? subscription : null;
    }

    /// <summary>The body of a message of data.</summary>
    public ReadOnlySpan<byte> BodyAt(int offset, int length) => Peek(offset, length)[MessageSigns.DataHeaderBytes..];

    private Likelihood OfData(int size, ReadOnlySpan<byte> payload)
    {
        if (payload.Length < DataIdBytes)
            return size < DataIdBytes ? Likelihood.Impossible : Likelihood.Possible;
        int id = BinaryPrimitives.ReadUInt16LittleEndian(payload);
        bool isKnown = subscriptions.Find(id) is { } subscription && subscription.Accepts(size - DataIdBytes);
        return isKnown ? Likelihood.Sound : Likelihood.Possible;
    }

    private bool Begins(Func<long, bool> isTimePossible)
    {
        if (Peek(0, MessageSigns.Sync.Length).SequenceEqual(MessageSigns.Sync))
        {
            window.Skip(MessageSigns.Sync.Length);
            return true;
        }

        Candidate candidate = At(0);
        if (candidate.Likelihood == Likelihood.Header)
            return true;
        if (!candidate.IsWhole)
            return false;
        if (GoesOn(candidate.LengthBytes))
            return true;
        return SubscriptionOf(0, candidate.LengthBytes) is { } subscription
            && subscription.TimeUs(BodyAt(0, candidate.LengthBytes)) is { } timeUs && isTimePossible(timeUs);
    }
}
