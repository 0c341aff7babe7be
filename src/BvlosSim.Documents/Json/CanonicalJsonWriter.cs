using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BvlosSim.Values;

namespace BvlosSim.Documents.Json;

/// <summary>
/// Writes canonical JSON: two-space indent, keys in code-point order at every level, ASCII only but for the documents that
/// keep other texts as they are, numbers by <see cref="CanonicalNumber"/>, one final newline. Keys are plain ASCII
/// and must come in order; anything else is a bug and throws.
/// </summary>
public sealed class CanonicalJsonWriter : IDisposable
{
    private const int InitialBytes = 4096;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentCharacter = ' ',
        IndentSize = 2,
        NewLine = "\n",
        SkipValidation = true,
        MaxDepth = 64,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ArrayBufferWriter<byte>? _buffer;
    private readonly PiecewiseBuffer? _pieces;
    private readonly Utf8JsonWriter _json;
    private readonly Stack<string?> _lastKeys = new();

    private readonly bool _keepUnicode;

    /// <summary>Starts a document.</summary>
    /// <param name="keepUnicode">Write what is not ASCII as it is, in UTF-8, in place of escapes.</param>
    public CanonicalJsonWriter(bool keepUnicode = false)
    {
        _buffer = new ArrayBufferWriter<byte>(InitialBytes);
        _json = new Utf8JsonWriter(_buffer, Options);
        _keepUnicode = keepUnicode;
    }

    /// <summary>Starts a document that is handed on as it is written, for one that may be large.</summary>
    /// <param name="receiver">Gets its bytes, piece by piece.</param>
    public CanonicalJsonWriter(Action<ReadOnlySpan<byte>> receiver)
    {
        _pieces = new PiecewiseBuffer(receiver);
        _json = new Utf8JsonWriter(_pieces, Options);
    }

    /// <summary>Ends the document and gives its bytes.</summary>
    public byte[] Finish()
    {
        if (_buffer is null)
            throw new InvalidOperationException("The document is handed on piece by piece.");
        _json.Flush();
        _buffer.Write("\n"u8);
        return _buffer.WrittenSpan.ToArray();
    }

    /// <summary>Ends a document that is handed on as it is written.</summary>
    public void HandOn()
    {
        if (_pieces is null)
            throw new InvalidOperationException("The document is given as a whole.");
        _json.Flush();
        _pieces.Write("\n"u8);
        _pieces.Flush();
    }

    /// <inheritdoc />
    public void Dispose() => _json.Dispose();

    /// <summary>Begins an object, as the root or an item.</summary>
    public void StartObject()
    {
        _json.WriteStartObject();
        _lastKeys.Push(null);
    }

    /// <summary>Begins an object under a key.</summary>
    public void StartObject(string key)
    {
        Key(key);
        StartObject();
    }

    /// <summary>Ends an object.</summary>
    public void EndObject()
    {
        _lastKeys.Pop();
        _json.WriteEndObject();
    }

    /// <summary>Begins an array under a key.</summary>
    public void StartArray(string key)
    {
        Key(key);
        _json.WriteStartArray();
    }

    /// <summary>Ends an array.</summary>
    public void EndArray() => _json.WriteEndArray();

    /// <summary>Writes an array of texts under a key.</summary>
    public void Texts(string key, IEnumerable<string> values)
    {
        StartArray(key);
        foreach (string value in values)
            TextItem(value);
        EndArray();
    }

    /// <summary>Writes a text or null under a key.</summary>
    public void Text(string key, string? value)
    {
        Key(key);
        TextValue(value);
    }

    /// <summary>Writes a whole number or null under a key.</summary>
    public void Integer(string key, long? value)
    {
        Key(key);
        if (value is { } integer)
            _json.WriteNumberValue(integer);
        else
            _json.WriteNullValue();
    }

    /// <summary>Writes a double, rounded to 8 decimals, or null under a key.</summary>
    /// <exception cref="NonFiniteNumberException">The value is NaN or infinite.</exception>
    public void Number(string key, double? value)
    {
        Key(key);
        NumberValue(value);
    }

    /// <summary>Writes a truth value or null under a key.</summary>
    public void Boolean(string key, bool? value)
    {
        Key(key);
        if (value is { } truth)
            _json.WriteBooleanValue(truth);
        else
            _json.WriteNullValue();
    }

    /// <summary>Writes null under a key.</summary>
    public void Null(string key)
    {
        Key(key);
        _json.WriteNullValue();
    }

    /// <summary>Writes a map of scalars under a key, its keys sorted; non-finite numbers, which only errors carry, become null.</summary>
    public void Map(string key, ScalarMap map)
    {
        StartObject(key);
        foreach (KeyValuePair<string, Scalar> entry in map.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            Key(entry.Key);
            ScalarValue(entry.Value);
        }

        EndObject();
    }

    private void ScalarValue(Scalar value)
    {
        switch (value.Kind)
        {
            case ScalarKind.Text:
                TextValue(value.Text);
                break;
            case ScalarKind.Integer:
                _json.WriteNumberValue(value.Integer);
                break;
            case ScalarKind.Number:
                NumberValue(double.IsFinite(value.Number) ? value.Number : null);
                break;
            case ScalarKind.Boolean:
                _json.WriteBooleanValue(value.Boolean);
                break;
            default:
                _json.WriteNullValue();
                break;
        }
    }

    private void Key(string key)
    {
        string? last = _lastKeys.Pop();
        if (!IsPlain(key))
            throw new InvalidOperationException($"The key '{key}' is no contract key: those are plain ASCII.");
        if (last is not null && string.CompareOrdinal(last, key) >= 0)
            throw new InvalidOperationException($"The key '{key}' must come before '{last}'.");
        _lastKeys.Push(key);
        _json.WritePropertyName(key);
    }

    private void NumberValue(double? value)
    {
        if (value is not { } number)
        {
            _json.WriteNullValue();
            return;
        }

        Span<byte> text = stackalloc byte[CanonicalNumber.MaxLength];
        int length = CanonicalNumber.WriteRounded(number, text);
        _json.WriteRawValue(text[..length], skipInputValidation: true);
    }

    private void TextItem(string value)
    {
        if (IsPlain(value))
        {
            _json.WriteStringValue(value);
            return;
        }

        // The writer leaves it to raw items to begin a line.
        string indent = new(Options.IndentCharacter, _json.CurrentDepth * Options.IndentSize);
        _json.WriteRawValue(Encoding.UTF8.GetBytes("\n" + indent + Quoted(value)), skipInputValidation: true);
    }

    private void TextValue(string? value)
    {
        if (value is null)
        {
            _json.WriteNullValue();
            return;
        }

        if (IsPlain(value))
        {
            _json.WriteStringValue(value);
            return;
        }

        _json.WriteRawValue(Encoding.UTF8.GetBytes(Quoted(value)), skipInputValidation: true);
    }

    private string Quoted(string value) => _keepUnicode ? AsciiText.QuoteKeepingUnicode(value) : AsciiText.Quote(value);

    private static bool IsPlain(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~') && !value.AsSpan().ContainsAny('"', '\\');
}
