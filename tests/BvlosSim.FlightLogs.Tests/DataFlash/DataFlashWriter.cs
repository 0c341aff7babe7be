using System.Buffers.Binary;
using System.Text;

namespace BvlosSim.FlightLogs.Tests.DataFlash;

/// <summary>
/// Writes DataFlash binary as an autopilot does, byte by byte, without any of the reader's code. Values are given as they are stored:
/// a latitude (code L) as whole number.
/// </summary>
internal sealed class DataFlashWriter
{
    private readonly List<byte> _bytes = [];
    private readonly Dictionary<string, (byte Type, string Codes)> _definitions = [];
    private readonly List<(string Name, int Start, int Length)> _messages = [];

    /// <summary>The messages so far, in file order.</summary>
    public IReadOnlyList<(string Name, int Start, int Length)> Messages => _messages;

    /// <summary>Bytes of a field.</summary>
    public static int SizeOf(char code) => code switch
    {
        'b' or 'B' or 'M' => 1,
        'h' or 'H' or 'c' or 'C' or 'g' => 2,
        'i' or 'I' or 'f' or 'e' or 'E' or 'L' or 'n' => 4,
        'q' or 'Q' or 'd' => 8,
        'N' => 16,
        'Z' or 'a' => 64,
        _ => throw new ArgumentException($"No code '{code}'.", nameof(code)),
    };

    /// <summary>Defines a message and writes its FMT.</summary>
    public DataFlashWriter Define(byte type, string name, string codes, string columns, int? length = null)
    {
        byte[] body = new byte[86];
        body[0] = type;
        body[1] = (byte)(length ?? 3 + codes.Sum(SizeOf));
        Encoding.ASCII.GetBytes(name, body.AsSpan(2, 4));
        Encoding.ASCII.GetBytes(codes, body.AsSpan(6, 16));
        Encoding.ASCII.GetBytes(columns, body.AsSpan(22, 64));
        _definitions[name] = (type, codes);
        return Message("FMT", 0x80, body);
    }

    /// <summary>Knows a message without writing its FMT.</summary>
    public DataFlashWriter Know(byte type, string name, string codes)
    {
        _definitions[name] = (type, codes);
        return this;
    }

    /// <summary>Writes a message that is defined.</summary>
    public DataFlashWriter Write(string name, params object[] values)
    {
        (byte type, string codes) = _definitions[name];
        return Message(name, type, [.. codes.Zip(values).SelectMany(f => Encode(f.First, f.Second))]);
    }

    /// <summary>Writes bytes that are no message.</summary>
    public DataFlashWriter Raw(params ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>The log.</summary>
    public byte[] ToArray() => [.. _bytes];

    private DataFlashWriter Message(string name, byte type, ReadOnlySpan<byte> body)
    {
        _messages.Add((name, _bytes.Count, body.Length + 3));
        _bytes.AddRange([0xA3, 0x95, type]);
        _bytes.AddRange(body);
        return this;
    }

    private static byte[] Encode(char code, object value)
    {
        byte[] bytes = new byte[SizeOf(code)];
        switch (code)
        {
            case 'f':
                BinaryPrimitives.WriteSingleLittleEndian(bytes, Convert.ToSingle(value));
                break;
            case 'd':
                BinaryPrimitives.WriteDoubleLittleEndian(bytes, Convert.ToDouble(value));
                break;
            case 'g':
                BinaryPrimitives.WriteHalfLittleEndian(bytes, (Half)Convert.ToSingle(value));
                break;
            case 'n' or 'N' or 'Z':
                Encoding.UTF8.GetBytes((string)value, bytes);
                break;
            case 'Q':
                BinaryPrimitives.WriteUInt64LittleEndian(bytes, Convert.ToUInt64(value));
                break;
            case 'a':
                break;
            default:
                byte[] whole = BitConverter.GetBytes(Convert.ToInt64(value));
                whole.AsSpan(0, bytes.Length).CopyTo(bytes);
                break;
        }

        return bytes;
    }
}
