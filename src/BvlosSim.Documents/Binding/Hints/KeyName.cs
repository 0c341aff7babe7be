using System.Globalization;
using System.Text;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding.Hints;

/// <summary>The text of a key in the path of a problem. A key that is not a text has a fixed form of its own.</summary>
internal static class KeyName
{
    /// <summary>The text of a key.</summary>
    public static string Of(DocumentNode key) => key.Kind switch
    {
        DocumentNodeKind.String => key.Text,
        DocumentNodeKind.Integer => key.Integer.ToString(CultureInfo.InvariantCulture),
        DocumentNodeKind.Boolean => key.Boolean ? "1" : "0",
        DocumentNodeKind.Float => FloatText(key.Number),
        DocumentNodeKind.Null => "None",
        DocumentNodeKind.Date => key.Time.Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DocumentNodeKind.DateTime => TimeText(key.Time),
        DocumentNodeKind.Binary => Encoding.Latin1.GetString(key.Bytes.Span),
        _ => key.Kind.ToString(),
    };

    // The shortest digits that read back, always with a point or an exponent: 1.0, 1e+16, 1.5e-07, nan, inf.
    private static string FloatText(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "nan" : value > 0.0 ? "inf" : "-inf";
        double magnitude = Math.Abs(value);
        if (magnitude != 0.0 && (magnitude < 1e-4 || magnitude >= 1e16))
            return value.ToString("0.################e+00", CultureInfo.InvariantCulture);
        string plain = value.ToString("0.####################", CultureInfo.InvariantCulture);
        if (value == 0.0 && double.IsNegative(value))
            plain = "-0";
        return plain.Contains('.', StringComparison.Ordinal) ? plain : plain + ".0";
    }

    private static string TimeText(DocumentTime time)
    {
        string text = time.Local.ToString(time.Local.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        return time.Offset is { } offset ? $"{text}{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}" : text;
    }
}
