using System.Globalization;

namespace BvlosSim.FlightLogs.ULog.Definitions;

/// <summary>The formats that a log has defined so far, by name. Bounded, whatever the log says.</summary>
internal sealed class ULogFormats
{
    /// <summary>The most formats that are kept; PX4 has some 250.</summary>
    public const int MostFormats = 10_000;

    /// <summary>The most bytes of text that they may have together.</summary>
    public const int MostTextBytes = 1 << 24;

    /// <summary>How deep formats may be nested; PX4 nests one in another.</summary>
    public const int MostDepth = 32;

    // How many fields may be gone through to lay formats out: some, and more for every byte of definitions. A log of PX4 takes less than one a byte;
    // a damaged one could have a long format laid out again and again.
    private const int FirstFields = 1 << 20;
    private const int FieldsPerByte = 32;

    private readonly Dictionary<string, ULogFormat> _formats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _versions = new(StringComparer.Ordinal);
    private long _textBytes;
    private long _fieldsLeft = FirstFields;
    private string? _missing;

    /// <summary>Grows with every definition.</summary>
    public int Version { get; private set; }

    /// <summary>The version with which a format was last defined; 0 = it is not defined.</summary>
    public int VersionOf(string name) => _versions.GetValueOrDefault(name);

    /// <summary>Enters a definition; one of the same name is replaced.</summary>
    /// <param name="text">Payload of the message.</param>
    /// <returns>False when it is none, or there are too many.</returns>
    public bool TryAdd(ReadOnlySpan<byte> text)
    {
        if (_textBytes + text.Length > MostTextBytes || ULogFormat.Parse(text) is not { } format)
            return false;
        if (_formats.Count >= MostFormats && !_formats.ContainsKey(format.Name))
            return false;
        _textBytes += text.Length;
        _fieldsLeft += FieldsPerByte * text.Length;
        _formats[format.Name] = format;
        _versions[format.Name] = ++Version;
        return true;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _formats.Clear();
        _versions.Clear();
        _textBytes = 0;
    }

    /// <summary>The layout of a topic.</summary>
    /// <param name="topic">Its name.</param>
    /// <param name="awaited">The format without which there is no layout: the one that is missing, else its own.</param>
    /// <returns>
    /// Null when its format or that of a part is missing or contains itself, when a field is named twice, when no body could be as long, or
    /// when the log has had too much laid out already.
    /// </returns>
    public ULogLayout? Layout(string topic, out string awaited)
    {
        _missing = null;
        ULogLayout? layout = Layout(topic);
        awaited = _missing ?? topic;
        return layout;
    }

    /// <summary>The layout of a topic.</summary>
    /// <returns>Null as above.</returns>
    public ULogLayout? Layout(string topic)
    {
        if (!_formats.TryGetValue(topic, out ULogFormat? format) || _fieldsLeft < 0)
            return null;
        var sizes = new Dictionary<string, int?>(StringComparer.Ordinal);
        if (Size(format, sizes, 0) is not { } paddedBytes)
            return null;
        if (format.Fields.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count() != format.Fields.Length)
            return null;
        int bytes = paddedBytes;
        for (int i = format.Fields.Length - 1; i >= 0 && format.Fields[i].Name.StartsWith("_padding", StringComparison.Ordinal); i--)
            bytes -= Size(format.Fields[i], sizes, 0)!.Value;
        return new ULogLayout(this, format, bytes, paddedBytes);
    }

    /// <summary>Where a value is, by its full name: <c>x</c>, <c>q[2]</c>, <c>esc[3].rpm</c>.</summary>
    /// <returns>Null when there is no such scalar.</returns>
    public ULogField? Find(ULogFormat format, ReadOnlySpan<char> fullName)
    {
        var sizes = new Dictionary<string, int?>(StringComparer.Ordinal);
        int offset = 0;
        for (int depth = 0; depth <= MostDepth; depth++)
        {
            int dot = fullName.IndexOf('.');
            ReadOnlySpan<char> name = dot < 0 ? fullName : fullName[..dot];
            if (FindElement(format, name, sizes, offset) is not var (typeName, at))
                return null;
            if (dot < 0)
                return ULogTypes.Find(typeName) is { } type ? new ULogField(type, at) : null;
            if (ULogTypes.Find(typeName) is not null || !_formats.TryGetValue(typeName, out ULogFormat? nested))
                return null;
            (format, offset) = (nested, at);
            fullName = fullName[(dot + 1)..];
        }

        return null;
    }

    private (string TypeName, int OffsetBytes)? FindElement(
        ULogFormat format, ReadOnlySpan<char> name, Dictionary<string, int?> sizes, int offset)
    {
        foreach (ULogFormatField field in format.Fields)
        {
            _fieldsLeft--;
            if (Size(field, sizes, 0) is not { } bytes)
                return null;
            if (field.Count is not { } count)
            {
                if (name.SequenceEqual(field.Name))
                    return (field.TypeName, offset);
            }
            else if (IndexOf(field.Name, name) is { } index && index < count)
            {
                return (field.TypeName, offset + (index * (bytes / count)));
            }

            offset += bytes;
        }

        return null;
    }

    private static int? IndexOf(string array, ReadOnlySpan<char> name)
    {
        if (name.Length < array.Length + 3 || !name.StartsWith(array) || name[array.Length] != '[' || name[^1] != ']')
            return null;
        ReadOnlySpan<char> digits = name[(array.Length + 1)..^1];
        return ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ushort index) ? index : null;
    }

    private int? Size(ULogFormat format, Dictionary<string, int?> sizes, int depth)
    {
        if (sizes.TryGetValue(format.Name, out int? known))
            return known;
        if (depth > MostDepth)
            return null;

        // Whoever asks for it again before it is known is a part of itself.
        sizes[format.Name] = null;
        int total = 0;
        _fieldsLeft -= format.Fields.Length;
        foreach (ULogFormatField field in format.Fields)
        {
            if (Size(field, sizes, depth + 1) is not { } bytes || total + bytes > ushort.MaxValue)
                return null;
            total += bytes;
        }

        sizes[format.Name] = total;
        return total;
    }

    private int? Size(ULogFormatField field, Dictionary<string, int?> sizes, int depth)
    {
        int? one = ULogTypes.Find(field.TypeName) is { } type
            ? type.Bytes()
            : _formats.TryGetValue(field.TypeName, out ULogFormat? nested) ? Size(nested, sizes, depth) : Missing(field.TypeName);
        long? all = (long?)one * (field.Count ?? 1);
        return all <= ushort.MaxValue ? (int)all : null;
    }

    private int? Missing(string name)
    {
        _missing ??= name;
        return null;
    }
}
