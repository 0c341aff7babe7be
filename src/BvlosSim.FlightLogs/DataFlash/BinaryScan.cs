using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>
/// One walk over a binary log. A message is believed at once when the next one starts where it ends. Where it does not, the message has
/// lost bytes if a message that is believed starts inside it, and stands otherwise. What lies between messages is skipped to the next
/// start of a known type.
/// </summary>
internal sealed class BinaryScan
{
    private const int Types = 256;
    private const int LongestMessage = byte.MaxValue;

    // A message, one that starts inside it, and the header behind that one.
    private const int LookAhead = (2 * LongestMessage) + BinaryLayout.HeaderBytes;

    private const int DamageToleranceUs = 600_000_000;

    private readonly LogWindow _window;
    private readonly FlightLogBuilder _builder;
    private readonly BinaryMessages _messages;
    private readonly BinaryLayout?[] _layouts;
    private readonly BinaryLayout?[] _rivals = new BinaryLayout?[Types];
    private readonly BinaryLayout?[] _first;
    private readonly bool[] _defined = new bool[Types];
    private readonly bool[] _unknown = new bool[Types];
    private readonly int[] _bytes = new int[Types];
    private readonly bool[] _isDecoded = new bool[Types];
    private readonly long[] _counts = new long[Types];

    /// <summary>A walk from the start of a log.</summary>
    /// <param name="window">At the start of the log.</param>
    /// <param name="builder">What is filled.</param>
    /// <param name="known">The definitions that are known from the start, by type.</param>
    public BinaryScan(LogWindow window, FlightLogBuilder builder, IReadOnlyList<BinaryLayout?> known)
    {
        _window = window;
        _builder = builder;
        _messages = new BinaryMessages(builder);
        _layouts = [.. known];
        _first = [.. known];
        for (int type = 0; type < Types; type++)
            Use(type, _layouts[type]);
    }

    /// <summary>Whether messages came before their definition, so that another walk would find more.</summary>
    public bool MissedMessages { get; private set; }

    /// <summary>The first definition of every type.</summary>
    public IReadOnlyList<BinaryLayout?> FirstDefinitions => _first;

    /// <summary>Definitions at the start of the first walk.</summary>
    public static IReadOnlyList<BinaryLayout?> NoDefinitions()
    {
        var known = new BinaryLayout?[Types];
        known[BinaryLayout.DefinitionType] = BinaryLayout.Definition();
        return known;
    }

    /// <summary>Walks to the end.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void Run()
    {
        while (_window.Remaining > 0)
        {
            if (_window.Bytes.Length < Math.Min(_window.Remaining, LookAhead))
                _window.Fill();
            Step(WalkWhole());
        }

        for (int type = 0; type < Types; type++)
            Count(type);
        _messages.Finish();
    }

    // The fast way: message after message, each confirmed by the next one. Returns where it had to stop.
    private int WalkWhole()
    {
        ReadOnlySpan<byte> bytes = _window.Bytes;
        long position = _window.Position;
        int last = bytes.Length - LookAhead;
        int at = 0;
        while (at <= last && bytes[at] == 0xA3 && bytes[at + 1] == 0x95)
        {
            int type = bytes[at + 2];
            int length = _bytes[type];
            if (length == 0 || bytes[at + length] != 0xA3 || bytes[at + length + 1] != 0x95)
                break;
            BinaryLayout layout = _layouts[type]!;
            ReadOnlySpan<byte> message = bytes.Slice(at, length);
            _counts[type]++;
            if (_isDecoded[type])
                Take(layout, message, position + at, inDoubt: false);
            else if (layout.TimeOffset > 0 && layout.TimeOf(message) is { } timeUs)
                _builder.Clock.Observe(timeUs);
            at += length;
        }

        return at;
    }

    // The careful way, for one message or one stretch of garbage.
    private void Step(int walked)
    {
        _window.Skip(walked);
        if (_window.Bytes.Length < Math.Min(_window.Remaining, LookAhead))
            _window.Fill();
        if (_window.Remaining == 0)
            return;
        ReadOnlySpan<byte> bytes = _window.Bytes;
        if (bytes.Length < BinaryLayout.HeaderBytes)
        {
            Tail(bytes.Length, "The log ends inside a message.");
            _window.Skip(bytes.Length);
        }
        else if (!IsKnown(bytes, 0))
        {
            _window.Skip(Garbage(bytes));
        }
        else
        {
            _window.Skip(OneMessage(bytes));
        }
    }

    private int OneMessage(ReadOnlySpan<byte> bytes)
    {
        BinaryLayout layout = Settle(bytes);
        int length = LengthAt(layout, bytes, 0);
        bool isWhole = length <= bytes.Length;
        if (isWhole && IsFollowed(bytes, length))
        {
            Deliver(layout, bytes[..length], inDoubt: false);
            return length;
        }

        int inner = FindInner(bytes, Math.Min(length, bytes.Length), mayBeTorn: isWhole);
        if (inner > 0)
        {
            _builder.Skipped.Damage(_window.Position, inner, $"Bytes are missing inside a message {layout.Name}.");
            return inner;
        }

        if (!isWhole)
        {
            Tail(bytes.Length, $"The log ends inside a message {layout.Name}.");
            return bytes.Length;
        }

        if (Deliver(layout, bytes[..length], inDoubt: true))
            return length;
        _builder.Skipped.Damage(_window.Position, BinaryLayout.HeaderBytes, "No message starts here.");
        return BinaryLayout.HeaderBytes;
    }

    // Skips to the next start of a message of a known type.
    private int Garbage(ReadOnlySpan<byte> bytes)
    {
        bool isUnknown = bytes[0] == 0xA3 && bytes[1] == 0x95;
        if (isUnknown)
            _unknown[bytes[2]] = true;
        int next = 1;
        while (next <= bytes.Length - BinaryLayout.HeaderBytes && !IsKnown(bytes, next))
        {
            int step = bytes[(next + 1)..].IndexOf((byte)0xA3);
            if (next + 2 < bytes.Length && bytes[next] == 0xA3 && bytes[next + 1] == 0x95)
                _unknown[bytes[next + 2]] = true;
            next = step < 0 ? bytes.Length : next + 1 + step;
        }

        bool isEnd = bytes.Length == _window.Remaining;
        int skipped = next > bytes.Length - BinaryLayout.HeaderBytes ? isEnd ? bytes.Length : bytes.Length - BinaryLayout.HeaderBytes + 1 : next;
        string why = isUnknown ? $"A message of type {bytes[2]}, which the log does not define." : "No message starts here.";
        _builder.Skipped.Damage(_window.Position, skipped, why);
        return skipped;
    }

    // A definition that contradicts an earlier one of its type holds only if the messages have its length.
    private BinaryLayout Settle(ReadOnlySpan<byte> bytes)
    {
        int type = bytes[2];
        BinaryLayout layout = _layouts[type]!;
        if (_rivals[type] is not { } rival)
            return layout;
        bool rivalFits = rival.Bytes <= bytes.Length && IsFollowed(bytes, rival.Bytes);
        bool layoutFits = layout.Bytes <= bytes.Length && IsFollowed(bytes, layout.Bytes);
        if (rivalFits || !layoutFits)
        {
            Count(type);
            layout = rival;
        }
        else
        {
            _builder.Assume($"A later definition of {layout.Name} does not fit its messages; the earlier one is kept.");
        }

        Use(type, layout);
        return layout;
    }

    private static int LengthAt(BinaryLayout layout, ReadOnlySpan<byte> bytes, int at)
    {
        int other = layout.OtherBytes;
        if (other == 0 || (at + layout.Bytes <= bytes.Length && IsFollowed(bytes, at + layout.Bytes)))
            return layout.Bytes;
        return at + other <= bytes.Length && IsFollowed(bytes, at + other) ? other : layout.Bytes;
    }

    // A message inside the one at hand that is followed by another one, or by the end of the log.
    private int FindInner(ReadOnlySpan<byte> bytes, int end, bool mayBeTorn)
    {
        for (int at = 1; at < end && at <= bytes.Length - BinaryLayout.HeaderBytes; at++)
        {
            if (!IsKnown(bytes, at))
                continue;
            int behind = at + LengthAt(_layouts[bytes[at + 2]]!, bytes, at);
            if (behind <= bytes.Length ? IsFollowed(bytes, behind) : mayBeTorn)
                return at;
        }

        return 0;
    }

    private bool IsKnown(ReadOnlySpan<byte> bytes, int at) =>
        bytes[at] == 0xA3 && bytes[at + 1] == 0x95 && _layouts[bytes[at + 2]] is not null;

    private static bool IsFollowed(ReadOnlySpan<byte> bytes, int at) =>
        at == bytes.Length || (bytes[at] == 0xA3 && (at + 1 == bytes.Length || bytes[at + 1] == 0x95));

    private bool Deliver(BinaryLayout layout, ReadOnlySpan<byte> message, bool inDoubt)
    {
        if (inDoubt && layout.Kind.IsRow() && !FitsClock(layout, message))
            return false;
        _counts[layout.Type]++;
        if (layout.Type == BinaryLayout.DefinitionType)
            Define(message);
        else
            Take(layout, message, _window.Position, inDoubt);
        return true;
    }

    private bool FitsClock(BinaryLayout layout, ReadOnlySpan<byte> message) =>
        layout.TimeOffset == 0 || _builder.Clock.NowUs is not { } now
        || (layout.TimeOf(message) is { } timeUs && Math.Abs(timeUs - now) <= DamageToleranceUs);

    private void Take(BinaryLayout layout, ReadOnlySpan<byte> message, long offset, bool inDoubt)
    {
        if (!layout.IsDecodable || message.Length != layout.FieldBytes)
        {
            string why = $"Messages {layout.Name} are counted but not read: their definition contradicts itself.";
            if (layout.Kind.IsRow())
                _builder.Warn(why);
            else
                _builder.Assume(why);
            return;
        }

        long? timeUs = layout.TimeOf(message);
        if (timeUs is { } observed)
            _builder.Clock.Observe(observed);
        if (_isDecoded[layout.Type] && !_messages.Take(layout, message, timeUs, offset))
            _builder.Skipped.Damage(offset, message.Length, $"A message {layout.Name} holds values that cannot be.{(inDoubt ? " No message follows it." : "")}");
    }

    private void Define(ReadOnlySpan<byte> message)
    {
        if (message[3] == BinaryLayout.DefinitionType)
        {
            if (_defined[BinaryLayout.DefinitionType])
                _builder.Clock.ExpectRestart();
            _defined[BinaryLayout.DefinitionType] = true;
            return;
        }

        if (BinaryLayout.OfDefinition(message) is not { } layout)
        {
            _builder.Skipped.Damage(_window.Position, message.Length, "A definition of a message that cannot be one.");
            return;
        }

        if (layout is { Name: "TIME", ColumnNames: "StartTime" })
            _builder.Warn("This is a log of sdlog2, the logger of PX4 until 2016: its messages are counted, but it is not read. A log of the later logger (.ulg) is.");
        Define(layout);
    }

    private void Define(BinaryLayout layout)
    {
        int type = layout.Type;
        if (_defined[type])
            _builder.Clock.ExpectRestart();
        _defined[type] = true;
        BinaryLayout? before = _layouts[type];
        _first[type] ??= layout;
        if (before is null)
            Use(type, layout);
        else if (!before.SaysTheSameAs(layout))
            Challenge(type, layout);
        MissedMessages |= before is null && _unknown[type];
    }

    private void Challenge(int type, BinaryLayout rival)
    {
        _rivals[type] = rival;
        _bytes[type] = 0;
    }

    private void Use(int type, BinaryLayout? layout)
    {
        _layouts[type] = layout;
        _rivals[type] = null;
        _bytes[type] = layout is null || type == BinaryLayout.DefinitionType ? 0 : layout.Bytes;
        _isDecoded[type] = layout is { IsDecodable: true } && layout.Kind != MessageKind.Other;
    }

    private void Count(int type)
    {
        if (_counts[type] > 0 && _layouts[type] is { } layout)
            _builder.Count(layout.Name, _counts[type]);
        _counts[type] = 0;
    }

    private void Tail(int bytes, string why) => _builder.Skipped.Tail(_window.Position, bytes, why);
}
