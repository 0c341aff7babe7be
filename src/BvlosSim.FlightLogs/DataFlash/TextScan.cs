using System.Text;
using System.Text.Unicode;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>One walk over the lines of a text log.</summary>
internal sealed class TextScan
{
    private const string DefinitionName = "FMT";
    private const int PartsOfDefinition = 6;
    private const int LongestName = 16;
    private const int MostDefinitions = 1024;
    private const int MostParts = 256;

    private readonly TextLines _lines;
    private readonly FlightLogBuilder _builder;
    private readonly DataFlashRows _rows;
    private readonly MessageFields _fields = new();
    private readonly Dictionary<string, TextLayout> _layouts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextLayout>.AlternateLookup<ReadOnlySpan<char>> _layoutOf;
    private readonly HashSet<string> _defined = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly bool _isSecond;
    private long _messages;
    private readonly Range[] _parts = new Range[MostParts];
    private char[] _characters = new char[1024];

    /// <summary>A walk from the start of a log.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="builder">What is filled.</param>
    /// <param name="definitions">The definitions of the whole log, where an earlier walk has found them; null = they are found on the way.</param>
    public TextScan(TextLines lines, FlightLogBuilder builder, IReadOnlyDictionary<string, TextLayout>? definitions)
    {
        _lines = lines;
        _builder = builder;
        _rows = new DataFlashRows(builder);
        _isSecond = definitions is not null;
        foreach ((string name, TextLayout layout) in definitions ?? new Dictionary<string, TextLayout>())
            _layouts[name] = layout;
        _layoutOf = _layouts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>
    /// Whether a line was read before the definition that holds for it: the last one of a message in the log holds for all its lines.
    /// </summary>
    public bool DefinedTooLate { get; private set; }

    /// <summary>The last definition of every message.</summary>
    public IReadOnlyDictionary<string, TextLayout> Definitions =>
        _layouts.Where(l => _defined.Contains(l.Key)).ToDictionary(l => l.Key, l => l.Value);

    /// <summary>Walks to the end.</summary>
    /// <param name="path">Path of the log, for the refusal.</param>
    /// <param name="refusal">Why it cannot be used; null on success.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public bool Run(string path, out LogRefusal? refusal)
    {
        refusal = null;
        while (_lines.Next())
        {
            ReadOnlySpan<byte> bytes = _lines.Line;
            if (!Utf8.IsValid(bytes) && !_lines.IsPiece)
            {
                if (!_lines.IsEnded)
                {
                    SkipLine(isTorn: true, "The log ends inside a line.");
                    continue;
                }

                if (_builder.Purpose == ReadingPurpose.Summary)
                {
                    _builder.Skipped.Damage(_lines.Offset, _lines.Length, "A line that is not UTF-8.");
                    continue;
                }

                long at = _lines.Offset + FormatDetection.FirstInvalid(bytes, isCut: false);
                refusal = new LogRefusal(
                    LogRefusalReason.EncodingError, $"{path} is not UTF-8 text from byte {at} on. Convert the binary log once more.", at);
                return false;
            }

            if (_lines.IsPiece)
                _builder.Skipped.Damage(_lines.Offset, _lines.Length, "A line too long for a message.");
            else
                TakeLine(Characters(bytes));
        }

        if (_messages == 0)
            _builder.Skipped.Damage(0, 0, "No line of the log is a message.");
        _rows.Finish();
        return true;
    }

    private ReadOnlySpan<char> Characters(ReadOnlySpan<byte> bytes)
    {
        if (_characters.Length < bytes.Length)
            _characters = new char[bytes.Length];
        return Blanks.Trim(_characters.AsSpan(0, Encoding.UTF8.GetChars(bytes, _characters)));
    }

    private void TakeLine(ReadOnlySpan<char> line)
    {
        if (line.Length == 0)
            return;
        int comma = line.IndexOf(',');
        ReadOnlySpan<char> name = comma < 0 ? default : line[..comma];
        if (!IsName(name))
        {
            if (_messages == 0 && _lines.IsEnded && !line.ContainsAnyExceptInRange(' ', '~'))
                TakeGreeting(line);
            else
                SkipLine(isTorn: !_lines.IsEnded, "A line that is no message.");
            return;
        }

        _messages++;
        if (name.SequenceEqual(DefinitionName))
            TakeDefinition(line);
        else
            TakeMessage(name, line);
    }

    // Firmware that dumps its log on a terminal says first who it is.
    private void TakeGreeting(ReadOnlySpan<char> line)
    {
        _rows.TakeText(line.ToString());
        _builder.Assume("Lines before the first message are left out.");
    }

    private void TakeDefinition(ReadOnlySpan<char> line)
    {
        string[] parts = [.. line.ToString().Split(',').Select(p => Blanks.Trim(p).ToString())];
        if (parts.Length < PartsOfDefinition)
        {
            SkipLine(isTorn: !_lines.IsEnded, "A definition of a message that is not whole.");
            return;
        }

        _builder.Count(DefinitionName);
        string name = parts[3];
        if (!_defined.Add(name))
            _builder.Clock.ExpectRestart();
        if (_isSecond || (_layouts.Count >= MostDefinitions && !_layouts.ContainsKey(name)))
            return;
        var layout = TextLayout.Of(name, parts[4], parts[5..]);
        DefinedTooLate |= _used.Contains(name) && _layouts[name].Definition != layout.Definition;
        _layouts[name] = layout;
    }

    private void TakeMessage(ReadOnlySpan<char> name, ReadOnlySpan<char> line)
    {
        int count = line.Split(_parts, ',');
        TextLayout layout = LayoutOf(name);
        if (!_lines.IsEnded && count < layout.Parts)
        {
            SkipLine(isTorn: true, "The log ends inside a line.");
            return;
        }

        _builder.Count(layout.Name);
        long? timeUs = Time(layout, line, count);
        if (timeUs is { } observed)
            _builder.Clock.Observe(observed);
        if (layout.Kind == MessageKind.Other || !layout.IsReadable)
            return;
        if (layout.FactorOf(Column.Voltage) != 1)
            _builder.Assume($"The log states no unit of {layout.Name}, whole numbers; they are read in steps of 0.01.");
        Fill(layout, line, count);
        _rows.Take(layout, _fields, timeUs);
    }

    private TextLayout LayoutOf(ReadOnlySpan<char> name)
    {
        if (!_layoutOf.TryGetValue(name, out TextLayout? layout))
        {
            layout = TextLayout.Undefined(name.ToString());
            if (layout.Kind.IsRow() && layout.Kind != MessageKind.Parameter && layout.IsReadable)
                _builder.Warn($"The log does not define its {layout.Name} messages: their columns are taken by the positions of the contract, which firmware before 2014 and since 4.1 does not keep.");
            if (_layouts.Count >= MostDefinitions)
                return layout;
            _layouts[layout.Name] = layout;
        }

        if (layout.Kind != MessageKind.Other && !_isSecond)
            _used.Add(layout.Name);
        return layout;
    }

    private void Fill(TextLayout layout, ReadOnlySpan<char> line, int count)
    {
        _fields.Clear();
        for (int c = 0; c < Columns.Count; c++)
        {
            int position = layout.PositionOf((Column)c);
            if (position == 0 || position >= count)
                continue;
            // A text for a person may hold commas; it is the last column.
            ReadOnlySpan<char> part = c == (int)Column.Message ? line[_parts[position].Start..] : line[_parts[position]];
            var value = FieldValue.OfText(Blanks.Trim(part).ToString());
            _fields[(Column)c] = layout.FactorOf((Column)c) is var factor and not 1 ? value.Times(factor) : value;
        }
    }

    private long? Time(TextLayout layout, ReadOnlySpan<char> line, int count)
    {
        if (layout.TimeColumn is not { } column || layout.PositionOf(column) is var position && position >= count)
            return null;
        ReadOnlySpan<char> part = line[_parts[position]];
        if (column == Column.TimeUs)
            return TextNumbers.Whole(part) is { } us and >= -BootClock.LargestUs and <= BootClock.LargestUs ? us : null;
        return TextNumbers.Real(part) is { } ms && Math.Abs(ms) <= BootClock.LargestUs / 1000 ? (long)ms * 1000 : null;
    }

    private void SkipLine(bool isTorn, string why)
    {
        if (isTorn)
            _builder.Skipped.Tail(_lines.Offset, _lines.Length, why);
        else
            _builder.Skipped.Damage(_lines.Offset, _lines.Length, why);
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        }

        return name.Length is > 0 and <= LongestName;
    }
}
