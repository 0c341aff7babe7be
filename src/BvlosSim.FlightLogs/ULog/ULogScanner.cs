using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.ULog.Framing;

namespace BvlosSim.FlightLogs.ULog;

/// <summary>
/// Goes through a ULog message by message, and finds its way back where there is none. Before a message is taken the place after it is
/// looked at, so that one that lost bytes, or whose length is wrong, costs nothing but itself.
/// </summary>
internal sealed class ULogScanner
{
    private readonly long _lengthBytes;
    private readonly FlightLogBuilder _builder;
    private readonly ULogCursor _cursor;
    private readonly ULogMessages _messages;
    private readonly AppendedParts _parts = new();
    private readonly Func<long, bool> _isTimeNear;
    private long _logStart;
    private bool _isInDefinitions;

    /// <summary>Prepares the reading of a log.</summary>
    public ULogScanner(LogFile file, FlightLogBuilder builder, CancellationToken cancellation)
    {
        _lengthBytes = file.LengthBytes;
        _builder = builder;
        var subscriptions = new Definitions.ULogSubscriptions();
        _cursor = new ULogCursor(new LogWindow(file, cancellation), _lengthBytes, subscriptions);
        _messages = new ULogMessages(builder, subscriptions, _cursor);
        _isTimeNear = _messages.IsTimeNear;
    }

    /// <summary>Reads all.</summary>
    /// <returns>Why the log cannot be followed; null when it can.</returns>
    public LogRefusal? Run()
    {
        while (_cursor.Position < _lengthBytes)
        {
            if (_cursor.Position >= _cursor.End)
            {
                NextPart();
                continue;
            }

            Candidate candidate = _cursor.At(0);
            if (candidate.Likelihood == Likelihood.Header)
                StartLog(candidate);
            else if (candidate.IsTorn && _cursor.End < _lengthBytes)
                EndPart();
            else if (candidate.Likelihood == Likelihood.Impossible || candidate.IsTorn || !_cursor.GoesOn(candidate.LengthBytes))
                Recover(candidate);
            else if (!TryTake(candidate))
                return Incompatible();
        }

        _messages.Close();
        return null;
    }

    private void StartLog(Candidate header)
    {
        _logStart = _cursor.Position;
        if (header.IsTorn)
        {
            _builder.Skipped.Tail(_logStart, _lengthBytes - _logStart, "the log ends inside its header");
            _cursor.Seek(_lengthBytes);
            return;
        }

        if (_logStart > 0)
            _builder.Assume("Several logs follow one another in the file: each is a start of the autopilot of its own.");
        _messages.StartLog();
        _parts.Clear();
        _cursor.End = _lengthBytes;
        _isInDefinitions = true;
        _cursor.Seek(_logStart + MessageSigns.FileHeaderBytes);
    }

    private void NextPart()
    {
        _parts.Next();
        _cursor.End = _parts.EndOfPart(_lengthBytes);
    }

    /// <summary>A message reaches beyond the start of appended data: it was cut off there, or the start is wrong.</summary>
    private void EndPart()
    {
        long start = _cursor.Position;
        long end = _cursor.End;
        NextPart();
        if (_cursor.At((int)(end - start)).Likelihood <= Likelihood.Possible)
            return;
        _builder.Skipped.Tail(start, end - start, "a message is cut off where appended data begin");
        _cursor.Seek(end);
    }

    /// <summary>The log does not go on after what begins here.</summary>
    private void Recover(Candidate candidate)
    {
        long start = _cursor.Position;
        bool isFound;
        if (candidate.IsWhole)
        {
            // Either this message lost bytes, and another one begins inside it, or the damage is after it.
            _cursor.Seek(start + 1);
            isFound = _cursor.Find(start + candidate.LengthBytes, _isTimeNear) && _cursor.Position < start + candidate.LengthBytes;
            if (isFound)
            {
                _builder.Skipped.Damage(start, _cursor.Position - start, "a message is cut off by another one");
                return;
            }

            _cursor.Seek(start);
            TryTake(candidate);
            return;
        }

        isFound = false;
        if (candidate is { Likelihood: Likelihood.Sound, IsTorn: true })
        {
            _cursor.Seek(_cursor.End);
        }
        else
        {
            _cursor.Seek(start + 1);
            isFound = _cursor.Find(_cursor.End, _isTimeNear);
        }

        if (candidate.IsTorn && !isFound)
            _builder.Skipped.Tail(start, _cursor.Position - start, "the log ends inside a message");
        else
            _builder.Skipped.Damage(start, _cursor.Position - start, "no message that can be read");
    }

    private bool TryTake(Candidate candidate)
    {
        byte type = _cursor.Peek(0, MessageSigns.HeaderBytes)[2];
        if (type == (byte)'B' && _isInDefinitions && candidate.IsWhole)
        {
            ReadOnlySpan<byte> flags = _cursor.Peek(0, candidate.LengthBytes)[MessageSigns.HeaderBytes..];
            if (!_parts.TryRead(flags, _logStart, _cursor.Position, _lengthBytes))
                return false;
            _cursor.End = _parts.EndOfPart(_lengthBytes);
        }
        else
        {
            _isInDefinitions &= type is not ((byte)'A' or (byte)'D' or (byte)'L' or (byte)'C');
            _messages.Take(type, candidate);
        }

        _cursor.Seek(_cursor.Position + candidate.LengthBytes);
        return true;
    }

    private LogRefusal Incompatible() => new(
        LogRefusalReason.ParseError,
        "The log says that readers of today cannot follow it (incompatible flags of its header). Use a newer version of this program.",
        _cursor.Position);
}
