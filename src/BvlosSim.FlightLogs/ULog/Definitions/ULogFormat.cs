using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BvlosSim.FlightLogs.ULog.Definitions;

/// <summary>One field of a format as it is written in the log.</summary>
/// <param name="TypeName">A scalar type, or the name of another format.</param>
/// <param name="Name">Its name.</param>
/// <param name="Count">Length of the array; null = a single value.</param>
internal readonly record struct ULogFormatField(string TypeName, string Name, int? Count);

/// <summary>A format: the fields of a topic, or of a part of one, in the order of the body.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record ULogFormat(string Name, ImmutableArray<ULogFormatField> Fields)
{
    /// <summary>Reads <c>name:type field;type[n] field;…</c>.</summary>
    /// <param name="text">UTF-8; the bytes of the log.</param>
    /// <returns>Null when it is none.</returns>
    public static ULogFormat? Parse(ReadOnlySpan<byte> text)
    {
        string all = Encoding.UTF8.GetString(text);
        int colon = all.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return null;
        var fields = ImmutableArray.CreateBuilder<ULogFormatField>();
        foreach (string part in all[(colon + 1)..].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ParseField(part) is not { } field)
                return null;
            fields.Add(field);
        }

        return new ULogFormat(all[..colon], fields.ToImmutable());
    }

    private static ULogFormatField? ParseField(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
            return null;
        int bracket = words[0].IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0)
            return new ULogFormatField(words[0], words[1], null);
        int end = words[0].IndexOf(']', bracket);
        if (end < 0)
            return null;
        ReadOnlySpan<char> digits = words[0].AsSpan(bracket + 1, end - bracket - 1);
        if (!ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ushort count))
            return null;
        return new ULogFormatField(words[0][..bracket], words[1], count == 0 ? null : count);
    }
}
