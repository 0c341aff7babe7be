using System.Buffers;
using System.Globalization;
using System.Text;
using BvlosSim.Documents.Json;

namespace BvlosSim.FlightLogs.Calibration;

/// <summary>Writes JSON without blanks, ASCII only, its numbers unrounded: the form over which data sets are hashed. Keys come in order.</summary>
internal sealed class CompactJson
{
    private readonly ArrayBufferWriter<byte> _buffer;
    private bool _needsComma;

    /// <summary>Starts a text.</summary>
    /// <param name="initialCapacityBytes">Room to begin with.</param>
    public CompactJson(int initialCapacityBytes) => _buffer = new ArrayBufferWriter<byte>(initialCapacityBytes);

    /// <summary>The bytes so far.</summary>
    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();

    /// <summary>Begins an object or array: <c>{</c> or <c>[</c>.</summary>
    public void Open(char bracket)
    {
        Separate();
        Append(bracket);
        _needsComma = false;
    }

    /// <summary>Ends an object or array: <c>}</c> or <c>]</c>.</summary>
    public void Close(char bracket)
    {
        Append(bracket);
        _needsComma = true;
    }

    /// <summary>Writes a key; its value follows.</summary>
    public void Key(string key)
    {
        Separate();
        Append(AsciiText.Quote(key));
        Append(':');
        _needsComma = false;
    }

    /// <summary>Writes null.</summary>
    public void Null() => Value("null");

    /// <summary>Writes a text or null under a key.</summary>
    public void Text(string key, string? value)
    {
        Key(key);
        Value(value is null ? "null" : AsciiText.Quote(value));
    }

    /// <summary>Writes texts under a key.</summary>
    public void Texts(string key, IEnumerable<string> values)
    {
        Key(key);
        Open('[');
        foreach (string value in values)
            Value(AsciiText.Quote(value));
        Close(']');
    }

    /// <summary>Writes a whole number or null under a key.</summary>
    public void Integer(string key, long? value)
    {
        Key(key);
        Value(value?.ToString(CultureInfo.InvariantCulture) ?? "null");
    }

    /// <summary>Writes a double or null under a key.</summary>
    public void Number(string key, double? value)
    {
        Key(key);
        if (value is not { } number)
        {
            Null();
            return;
        }

        int written = CanonicalNumber.WriteShortest(number, _buffer.GetSpan(CanonicalNumber.MaxLength));
        _buffer.Advance(written);
        _needsComma = true;
    }

    private void Value(string ascii)
    {
        Separate();
        Append(ascii);
        _needsComma = true;
    }

    private void Separate()
    {
        if (_needsComma)
            Append(',');
    }

    private void Append(string ascii) => _buffer.Advance(Encoding.ASCII.GetBytes(ascii, _buffer.GetSpan(ascii.Length)));

    private void Append(char ascii)
    {
        _buffer.GetSpan(1)[0] = (byte)ascii;
        _buffer.Advance(1);
    }
}
