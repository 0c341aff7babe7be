using System.Globalization;
using System.Text;
using BvlosSim.Documents.Json;
using BvlosSim.Values;

namespace BvlosSim.Documents.Envelopes;

/// <summary>The short JSON object with which a command reports an error that has no envelope. Printed on standard output.</summary>
public static class ErrorObject
{
    /// <summary>Renders the object: members in fixed order, numbers unrounded, ASCII.</summary>
    /// <param name="command">Name of the command.</param>
    /// <param name="message">Text for a person.</param>
    /// <param name="details">Keys of the contract; empty = no such member.</param>
    public static byte[] Render(string command, string message, ScalarMap details)
    {
        var text = new StringBuilder("{\n");
        text.Append("  \"command\": ").Append(AsciiText.Quote(command)).Append(",\n");
        text.Append("  \"status\": \"error\",\n");
        text.Append("  \"message\": ").Append(AsciiText.Quote(message));
        if (details.Count > 0)
        {
            text.Append(",\n  \"details\": {\n    ");
            text.AppendJoin(",\n    ", details.Select(d => $"{AsciiText.Quote(d.Key)}: {Value(d.Value)}"));
            text.Append("\n  }");
        }

        return Encoding.ASCII.GetBytes(text.Append("\n}\n").ToString());
    }

    private static string Value(Scalar value) => value.Kind switch
    {
        ScalarKind.Text => AsciiText.Quote(value.Text),
        ScalarKind.Integer => value.Integer.ToString(CultureInfo.InvariantCulture),
        ScalarKind.Boolean => value.Boolean ? "true" : "false",
        ScalarKind.Number when double.IsFinite(value.Number) => Number(value.Number),
        _ => "null",
    };

    private static string Number(double value)
    {
        Span<byte> text = stackalloc byte[CanonicalNumber.MaxLength];
        return Encoding.ASCII.GetString(text[..CanonicalNumber.WriteShortest(value, text)]);
    }
}
