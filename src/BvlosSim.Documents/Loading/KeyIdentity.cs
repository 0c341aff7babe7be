using System.Globalization;
using System.Numerics;

namespace BvlosSim.Documents.Loading;

/// <summary>
/// What makes two keys of a mapping the same: equal texts, or equal values of other kinds, where 1, 1.0 and true are equal. NaN equals
/// nothing.
/// </summary>
/// <param name="IsText">A text key; its text never equals the spelling of another value.</param>
/// <param name="Value">The text, or a spelling that equal values share.</param>
internal readonly record struct KeyIdentity(bool IsText, string Value)
{
    public static KeyIdentity Of(DocumentNode key) =>
        key.Kind == DocumentNodeKind.String ? new KeyIdentity(IsText: true, key.Text) : new KeyIdentity(IsText: false, Spell(key));

    public static bool AreSame(DocumentNode a, DocumentNode b)
    {
        if (a.Kind == DocumentNodeKind.String && b.Kind == DocumentNodeKind.String)
            return string.Equals(a.Text, b.Text, StringComparison.Ordinal);
        return a.Kind != DocumentNodeKind.String && b.Kind != DocumentNodeKind.String && Of(a) == Of(b);
    }

    private static string Spell(DocumentNode key)
    {
        switch (key.Kind)
        {
            case DocumentNodeKind.Boolean:
                return key.Boolean ? "1" : "0";
            case DocumentNodeKind.Integer:
                return key.Integer.ToString(CultureInfo.InvariantCulture);
            case DocumentNodeKind.Float when double.IsNaN(key.Number):
                return $"NaN at {key.Line}:{key.Column}";
            case DocumentNodeKind.Float when double.IsInteger(key.Number):
                return new BigInteger(key.Number).ToString(CultureInfo.InvariantCulture);
            case DocumentNodeKind.Float:
                return key.Number.ToString("R", CultureInfo.InvariantCulture);
            case DocumentNodeKind.Date:
                return $"date {key.Time.Local.Ticks}";
            case DocumentNodeKind.DateTime:
                return key.Time.Offset is TimeSpan offset
                    ? $"instant {key.Time.Local.Ticks - offset.Ticks}"
                    : $"clock {key.Time.Local.Ticks}";
            case DocumentNodeKind.Binary:
                return "bytes " + Convert.ToHexString(key.Bytes.Span);
            default:
                return "null";
        }
    }
}
