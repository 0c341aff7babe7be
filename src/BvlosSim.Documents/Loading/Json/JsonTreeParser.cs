using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace BvlosSim.Documents.Loading.Json;

/// <summary>Parses JSON into the tree that YAML shares.</summary>
/// <remarks>
/// Beyond RFC 8259 the bare tokens <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> are numbers, numbers beyond the range of a double are
/// infinite, and an escape may name half a surrogate pair. Nesting ends at <see cref="MaxDepth"/>, an integer at
/// <see cref="MaxDigits"/> digits.
/// </remarks>
internal static class JsonTreeParser
{
    public const int MaxDepth = 10_000;
    public const int MaxDigits = 4300;

    private const int MaxMessage = 160;

    private const int CancellationStride = 4096;

    private static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    /// <summary>Parses a document.</summary>
    /// <param name="bytes">Valid UTF-8.</param>
    /// <param name="duplicates">Takes the keys that a mapping repeats.</param>
    /// <param name="lines">The places of the bytes.</param>
    /// <param name="cancellationToken">Stops parsing.</param>
    /// <exception cref="SyntaxFault">It is not JSON.</exception>
    public static DocumentNode Parse(byte[] bytes, DuplicateKeys duplicates, LineMap lines, CancellationToken cancellationToken)
    {
        if (TryParse(bytes, NonFiniteTokens.None, duplicates, lines, cancellationToken, out DocumentNode? root, out SyntaxFault? fault))
            return root!;
        // The reader of the base library knows no NaN: only a document that it refuses is searched for one.
        if (fault!.InternalErrorType is null && NonFiniteTokens.Find(bytes) is { IsEmpty: false } tokens)
        {
            duplicates.Clear();
            if (TryParse(tokens.Patched, tokens, duplicates, lines, cancellationToken, out root, out fault))
                return root!;
        }

        throw fault!;
    }

    private static bool TryParse(
        byte[] bytes,
        NonFiniteTokens tokens,
        DuplicateKeys duplicates,
        LineMap lines,
        CancellationToken cancellationToken,
        out DocumentNode? root,
        out SyntaxFault? fault)
    {
        var builder = new TreeBuilder(duplicates);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        int count = 0;
        root = null;
        fault = null;
        try
        {
            while (reader.Read())
            {
                if (++count % CancellationStride == 0)
                    cancellationToken.ThrowIfCancellationRequested();
                Take(ref reader, builder, tokens, lines);
            }

            root = builder.Root;
        }
        catch (JsonException e)
        {
            fault = Explain(e, bytes, lines, builder.Depth, reader.BytesConsumed);
        }
        catch (SyntaxFault e)
        {
            fault = e;
        }

        return fault is null;
    }

    private static void Take(ref Utf8JsonReader reader, TreeBuilder builder, NonFiniteTokens tokens, LineMap lines)
    {
        int offset = (int)reader.TokenStartIndex;
        Place place = lines.At(offset);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                builder.Open(DocumentNodeKind.Mapping, place);
                break;
            case JsonTokenType.StartArray:
                builder.Open(DocumentNodeKind.List, place);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                builder.Push(builder.Close().Node);
                break;
            case JsonTokenType.PropertyName or JsonTokenType.String:
                string text = reader.ValueIsEscaped ? JsonText.Unescape(reader.ValueSpan) : reader.GetString()!;
                builder.Add(DocumentNode.FromString(text, place.Line, place.Column));
                break;
            case JsonTokenType.Number:
                builder.Add(tokens.TryFind(offset, out double nonFinite)
                    ? DocumentNode.FromFloat(nonFinite, place.Line, place.Column)
                    : NumberOf(reader.ValueSpan, place));
                break;
            case JsonTokenType.True or JsonTokenType.False:
                builder.Add(DocumentNode.FromBoolean(reader.TokenType == JsonTokenType.True, place.Line, place.Column));
                break;
            default:
                builder.Add(DocumentNode.Null(place.Line, place.Column));
                break;
        }
    }

    private static DocumentNode NumberOf(ReadOnlySpan<byte> digits, Place place)
    {
        if (digits.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0)
        {
            return DocumentNode.FromFloat(
                double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture), place.Line, place.Column);
        }

        if (digits.Length <= 15 && Utf8Parser.TryParse(digits, out long small, out _))
            return DocumentNode.FromSmallInteger(small, place.Line, place.Column);
        int count = digits[0] == (byte)'-' ? digits.Length - 1 : digits.Length;
        if (count > MaxDigits)
        {
            throw new SyntaxFault(
                ParseErrorTypes.Json, place, $"An integer has {count} digits; at most {MaxDigits} are read.", InternalErrorTypes.Value);
        }

        var value = BigInteger.Parse(Encoding.ASCII.GetString(digits), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return DocumentNode.FromInteger(value, place.Line, place.Column);
    }

    private static SyntaxFault Explain(JsonException exception, byte[] bytes, LineMap lines, int depth, long consumed)
    {
        if (depth >= MaxDepth)
        {
            return new SyntaxFault(
                ParseErrorTypes.Json,
                lines.At((int)consumed),
                $"The document is nested deeper than {MaxDepth} levels.",
                InternalErrorTypes.Recursion);
        }

        int offset = OffsetOf(bytes, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
        if (bytes.AsSpan().TrimStart(Blanks).IsEmpty)
            return new SyntaxFault(ParseErrorTypes.Json, lines.At(offset), "It is not JSON: the file is empty.");
        if (bytes.AsSpan(0, offset).TrimEnd(Blanks) is [.., (byte)','] && bytes.AsSpan(offset) is [(byte)']' or (byte)'}', ..])
            return new SyntaxFault(ParseErrorTypes.Json, lines.At(offset), "It is not JSON: a comma stands before the closing bracket. Remove it.");
        return new SyntaxFault(ParseErrorTypes.Json, lines.At(offset), "It is not JSON: " + Excerpt(WithoutPosition(exception.Message)));
    }

    // The base library quotes the rest of the file behind a broken literal.
    private static string Excerpt(string message)
    {
        string line = new([.. message.Take(MaxMessage).Select(c => char.IsControl(c) ? ' ' : c)]);
        return message.Length > MaxMessage ? line + " …" : line;
    }

    // The reader counts lines by line feeds alone.
    private static int OffsetOf(byte[] bytes, long line, long positionInLine)
    {
        int start = 0;
        for (long i = 0; i < line; i++)
        {
            int feed = bytes.AsSpan(start).IndexOf((byte)'\n');
            if (feed < 0)
                break;
            start += feed + 1;
        }

        return (int)Math.Min(bytes.Length, start + positionInLine);
    }

    private static string WithoutPosition(string message)
    {
        int position = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return position < 0 ? message : message[..position];
    }
}
