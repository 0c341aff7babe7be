using System.Buffers.Binary;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>The definition of a binary message (its FMT). Immutable but for the scaling, which other messages tell.</summary>
internal sealed class BinaryLayout : MessageLayout
{
    /// <summary>Type number of FMT.</summary>
    public const int DefinitionType = 0x80;

    /// <summary>Bytes of the header of every message.</summary>
    public const int HeaderBytes = 3;

    private const int UnknownScales = -1;
    private const int ColumnBytes = 64;

    private readonly Place[] _places = new Place[Columns.Count];
    private readonly double[] _factors = new double[Columns.Count];
    private readonly Column[] _columns;
    private int _scalesVersion = UnknownScales;

    /// <summary>A definition.</summary>
    /// <param name="type">Its type number.</param>
    /// <param name="statedBytes">Length of the whole message as stated.</param>
    /// <param name="name">Name of the message.</param>
    /// <param name="codes">One letter a field.</param>
    /// <param name="columns">Names of the fields, separated by commas.</param>
    public BinaryLayout(int type, int statedBytes, string name, string codes, string columns)
        : base(name)
    {
        Type = type;
        StatedBytes = statedBytes;
        Codes = codes;
        ColumnNames = columns;
        FieldBytes = codes.All(c => FieldCode.SizeOf(c) > 0) ? HeaderBytes + codes.Sum(FieldCode.SizeOf) : 0;
        string[] names = NamesIn(columns);
        HasEveryName = (names.Length >= codes.Length || columns.Length == ColumnBytes) && names.All(n => n.All(IsColumnCharacter));
        for (int i = 0, offset = HeaderBytes; i < codes.Length && FieldBytes > 0; offset += FieldCode.SizeOf(codes[i]), i++)
        {
            if (i < names.Length && Columns.Find(Kind, names[i]) is { } column)
                _places[(int)column] = new Place(codes[i], offset, i);
        }

        _columns = [.. Enumerable.Range(0, Columns.Count).Where(c => _places[c].Offset > 0).Select(c => (Column)c)];
        (TimeOffset, TimeBytes, TimeUnitUs) = FindTime();
    }

    /// <summary>Type number.</summary>
    public int Type { get; }

    /// <summary>Length of the whole message as its definition states it.</summary>
    public int StatedBytes { get; }

    /// <summary>Length of the whole message by its codes; 0 = one of them is unknown.</summary>
    public int FieldBytes { get; }

    /// <summary>Length to try first.</summary>
    public int Bytes => FieldBytes > 0 ? FieldBytes : StatedBytes;

    /// <summary>Another length that the definition allows; 0 = none.</summary>
    public int OtherBytes => StatedBytes != Bytes && StatedBytes >= HeaderBytes ? StatedBytes : 0;

    /// <summary>
    /// Whether messages can be decoded. With fewer names than codes where the field had room for more, or with a name such as "NSats.HDop",
    /// one of the commas is damaged, and every name behind it would be that of another value.
    /// </summary>
    public bool IsDecodable => FieldBytes > 0 && HasEveryName;

    /// <summary>One letter a field.</summary>
    public string Codes { get; }

    /// <summary>Names of the fields.</summary>
    public string ColumnNames { get; }

    /// <summary>Where the time is in the message; 0 = it has none.</summary>
    public int TimeOffset { get; }

    /// <summary>How many bytes the time has.</summary>
    public int TimeBytes { get; }

    /// <summary>Microseconds of one unit of the time.</summary>
    public int TimeUnitUs { get; }

    /// <summary>Whether another definition says the same.</summary>
    public bool SaysTheSameAs(BinaryLayout other) =>
        other.Type == Type && other.StatedBytes == StatedBytes && other.Name == Name && other.Codes == Codes && other.ColumnNames == ColumnNames;

    /// <inheritdoc/>
    protected override bool HasShortMicroseconds => _places[(int)Column.TimeUs].Code is 'I' or 'i';

    private bool HasEveryName { get; }

    /// <inheritdoc/>
    public override bool Has(Column column) => _places[(int)column].Offset > 0;

    /// <summary>The definition that an FMT message holds; null = it cannot be one.</summary>
    /// <param name="message">The whole message.</param>
    public static BinaryLayout? OfDefinition(ReadOnlySpan<byte> message)
    {
        string name = FieldCode.Text(message.Slice(5, 4));
        string codes = FieldCode.Text(message.Slice(9, 16));
        string columns = FieldCode.Text(message.Slice(25, ColumnBytes));
        bool isPlausible = name.Length > 0 && name.All(IsNameCharacter) && codes.All(char.IsAsciiLetter) && NamesIn(columns).All(n => n.All(IsPrintable));
        if (!isPlausible || message[3] == DefinitionType)
            return null;
        var layout = new BinaryLayout(message[3], message[4], name, codes, columns);
        return layout.Bytes is >= HeaderBytes and <= byte.MaxValue ? layout : null;
    }

    /// <summary>The definition of FMT itself, which is known from the start.</summary>
    public static BinaryLayout Definition() => new(DefinitionType, 89, "FMT", "BBnNZ", "Type,Length,Name,Format,Columns");

    /// <summary>The time of a message.</summary>
    /// <param name="message">The whole message.</param>
    /// <returns>Microseconds; null = none, or none that can be one.</returns>
    public long? TimeOf(ReadOnlySpan<byte> message)
    {
        if (TimeOffset == 0)
            return null;
        ulong raw = TimeBytes == sizeof(ulong)
            ? BinaryPrimitives.ReadUInt64LittleEndian(message[TimeOffset..])
            : BinaryPrimitives.ReadUInt32LittleEndian(message[TimeOffset..]);
        return raw <= (ulong)(BootClock.LargestUs / TimeUnitUs) ? (long)raw * TimeUnitUs : null;
    }

    /// <summary>Decodes the columns that are read.</summary>
    /// <param name="message">The whole message.</param>
    /// <param name="fields">Where they go.</param>
    /// <param name="scales">Units and multipliers of the log.</param>
    public void Decode(ReadOnlySpan<byte> message, MessageFields fields, BinaryScales scales)
    {
        if (_scalesVersion != scales.Version)
            FindFactors(scales);
        fields.Clear();
        foreach (Column column in _columns)
        {
            Place place = _places[(int)column];
            FieldValue value = FieldCode.Decode(place.Code, message.Slice(place.Offset, FieldCode.SizeOf(place.Code)));
            double factor = _factors[(int)column];
            fields[column] = factor == 1 ? value : value.Times(factor);
        }
    }

    private void FindFactors(BinaryScales scales)
    {
        _scalesVersion = scales.Version;
        foreach (Column column in _columns)
        {
            Place place = _places[(int)column];
            _factors[(int)column] = scales.FactorOf(this, column, place.Code, place.Index);
        }
    }

    private (int Offset, int Bytes, int UnitUs) FindTime()
    {
        if (TimeColumn is not { } column || !IsDecodable)
            return default;
        Place place = _places[(int)column];
        return place.Code is 'Q' or 'q' or 'I' or 'i'
            ? (place.Offset, FieldCode.SizeOf(place.Code), column == Column.TimeUs ? 1 : 1000)
            : default;
    }

    // Scripts on the autopilot write blanks behind the commas, and names like A-1.
    private static string[] NamesIn(string columns) => columns.Length == 0 ? [] : columns.Split(',', StringSplitOptions.TrimEntries);

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    private static bool IsColumnCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static bool IsPrintable(char c) => c is > ' ' and <= '~';

    private readonly record struct Place(char Code, int Offset, int Index);
}
