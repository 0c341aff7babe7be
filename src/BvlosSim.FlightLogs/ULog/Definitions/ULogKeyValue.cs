using System.Text;

namespace BvlosSim.FlightLogs.ULog.Definitions;

/// <summary>A value with its declaration: the payload of <c>I</c> and <c>P</c>.</summary>
internal readonly ref struct ULogKeyValue
{
    private ULogKeyValue(string typeName, string name, ReadOnlySpan<byte> value)
    {
        TypeName = typeName;
        Name = name;
        Value = value;
    }

    /// <summary>A scalar type, or an array of one: <c>char[40]</c>.</summary>
    public string TypeName { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The bytes of the value.</summary>
    public ReadOnlySpan<byte> Value { get; }

    /// <summary>Reads a payload whose key has been checked.</summary>
    public static ULogKeyValue Parse(ReadOnlySpan<byte> payload)
    {
        int keyBytes = payload[0];
        ReadOnlySpan<byte> key = payload.Slice(1, keyBytes);
        int blank = key.IndexOf((byte)' ');
        return new ULogKeyValue(
            Encoding.ASCII.GetString(key[..blank]), Encoding.ASCII.GetString(key[(blank + 1)..]), payload[(keyBytes + 1)..]);
    }

    /// <summary>The number; null when it is none or has another size than its type.</summary>
    public double? Number() =>
        ULogTypes.Find(TypeName) is { } type && type.Bytes() == Value.Length ? new ULogField(type, 0).Number(Value) : null;

    /// <summary>The text, printable characters of ASCII only, cut at the first NUL and at a length that fits a line.</summary>
    public string Text()
    {
        const int longest = 80;
        var text = new StringBuilder();
        foreach (byte b in Value)
        {
            if (b == 0 || text.Length == longest)
                break;
            if (b is >= 0x20 and <= 0x7E)
                text.Append((char)b);
        }

        return text.ToString().Trim();
    }
}
