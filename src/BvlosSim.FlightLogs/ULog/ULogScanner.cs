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
    private readonly Func<long, bool> _isTimePossible;
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
        _isTimePossible = _messages.IsTimePossible;
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

            if (_messages.TakePlain(_cursor.AtHand) is var taken and > 0)
            {
                _isInDefinitions = false;
                _cursor.Skip(taken);
                continue;
            }

            Candidate candidate = _cursor.At(0);
            if (candidate.Likelihood == Likelihood.Header)
                StartLog(candidate);
            else if (candidate.IsTorn && _cursor.End < _lengthBytes)
                EndPart();
            else if (!TryGoOn(candidate))
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

    private bool TryGoOn(Candidate candidate)
    {
        bool goesOn = !candidate.IsTorn && _cursor.GoesOn(candidate.LengthBytes);
        if (candidate.Likelihood == Likelihood.Impossible || candidate.IsTorn || (candidate.Likelihood == Likelihood.Possible && !goesOn))
        {
            FindMessage(candidate.IsTorn);
            return true;
        }

        if (BytesBeforeAnother(candidate, goesOn) is not { } bytes)
            return TryTake(candidate, isDoubtful: !goesOn);
        _builder.Skipped.Damage(_cursor.Position, bytes, "a message is cut off by another one");
        _cursor.Skip(bytes);
        return true;
    }

    private void FindMessage(bool isTorn)
    {
        long start = _cursor.Position;
        _cursor.Seek(start + 1);
        if (!_cursor.Find(_cursor.End, _isTimePossible) && isTorn)
            _builder.Skipped.Tail(start, _cursor.Position - start, "the log ends inside a message");
        else
            _builder.Skipped.Damage(start, _cursor.Position - start, "no message that can be read");
    }

    /// <summary>
    /// How many bytes of a message there are before another one, or another log, begins inside it: it lost the rest, or its length is
    /// wrong. Null = none begins there. The length of data is known, so if the log goes on after them only another log can be inside.
    /// </summary>
    private int? BytesBeforeAnother(Candidate candidate, bool goesOn)
    {
        if (goesOn && _cursor.SubscriptionOf(0, candidate.LengthBytes) is not null)
            return _cursor.Peek(0, candidate.LengthBytes).IndexOf(MessageSigns.Magic) is var header and > 0 ? header : null;
        long start = _cursor.Position;
        long end = start + candidate.LengthBytes;
        _cursor.Seek(start + 1);
        bool isFound = _cursor.Find(end, _isTimePossible) && _cursor.Position < end;
        int bytes = (int)(_cursor.Position - start);
        _cursor.Seek(start);
        return isFound ? bytes : null;
    }

    private bool TryTake(Candidate candidate, bool isDoubtful)
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
            _messages.Take(type, candidate, isDoubtful);
        }

        _cursor.Skip(candidate.LengthBytes);
        return true;
    }

    private LogRefusal Incompatible() => new(
        LogRefusalReason.ParseError,
        "The log says that readers of today cannot follow it (incompatible flags of its header). Use a newer version of this program.",
        _cursor.Position);
}
