using System.Buffers.Binary;
using System.Text;

namespace BvlosSim.FlightLogs.Tests.ULog;

/// <summary>
/// Writes ULog files for tests, fuzzing and benches: well-formed ones, and whatever else is asked for. Depends on nothing but the base
/// library.
/// </summary>
internal sealed class ULogWriter
{
    private readonly Stream _stream;
    private readonly byte[] _header = new byte[3];

    /// <summary>Starts a log with its header.</summary>
    public ULogWriter(Stream stream, ulong startUs = 1000, byte version = 1)
    {
        _stream = stream;
        Header(startUs, version);
    }

    /// <summary>Bytes written.</summary>
    public long Position => _stream.Position;

    /// <summary>A file header; in the middle of a file another log begins.</summary>
    public void Header(ulong startUs = 1000, byte version = 1)
    {
        Span<byte> header = stackalloc byte[16];
        ReadOnlySpan<byte> magic = [0x55, 0x4C, 0x6F, 0x67, 0x01, 0x12, 0x35];
        magic.CopyTo(header);
        header[7] = version;
        BinaryPrimitives.WriteUInt64LittleEndian(header[8..], startUs);
        _stream.Write(header);
    }

    /// <summary>Any message.</summary>
    public void Message(char type, ReadOnlySpan<byte> payload) => Message(type, checked((ushort)payload.Length), payload);

    /// <summary>Any message that says any size.</summary>
    public void Message(char type, ushort size, ReadOnlySpan<byte> payload)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_header, size);
        _header[2] = (byte)type;
        _stream.Write(_header);
        _stream.Write(payload);
    }

    /// <summary>Bytes that are no message.</summary>
    public void Raw(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    /// <summary>Flags, with the places of appended data.</summary>
    public void Flags(byte incompatible = 0, byte incompatible1 = 0, params ReadOnlySpan<ulong> offsets)
    {
        Span<byte> payload = stackalloc byte[40];
        payload.Clear();
        payload[8] = incompatible;
        payload[9] = incompatible1;
        for (int i = 0; i < offsets.Length; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(payload[(16 + (8 * i))..], offsets[i]);
        Message('B', payload);
    }

    /// <summary>A format: <c>name:type field;…</c>.</summary>
    public void Format(string text) => Message('F', Encoding.UTF8.GetBytes(text));

    /// <summary>A subscription.</summary>
    public void Subscribe(byte instance, ushort id, string topic) =>
        Message('A', [instance, .. BitConverter.GetBytes(id), .. Encoding.ASCII.GetBytes(topic)]);

    /// <summary>Data of a subscription.</summary>
    public void Data(ushort id, ReadOnlySpan<byte> body) => Message('D', [.. BitConverter.GetBytes(id), .. body]);

    /// <summary>An information text.</summary>
    public void Info(string name, string value) => Keyed('I', $"char[{value.Length}] {name}", Encoding.ASCII.GetBytes(value));

    /// <summary>An information number.</summary>
    public void Info(string name, uint value) => Keyed('I', "uint32_t " + name, new ULogBody().U32(value).Bytes);

    /// <summary>A parameter.</summary>
    public void Parameter(string name, float value) => Keyed('P', "float " + name, new ULogBody().F32(value).Bytes);

    /// <summary>A whole-number parameter.</summary>
    public void Parameter(string name, int value) => Keyed('P', "int32_t " + name, new ULogBody().I32(value).Bytes);

    /// <summary>A loss that the logger knows of.</summary>
    public void Dropout(ushort milliseconds) => Message('O', BitConverter.GetBytes(milliseconds));

    /// <summary>The bytes to find the thread again.</summary>
    public void Sync() => Message('S', [0x2F, 0x73, 0x13, 0x20, 0x25, 0x0C, 0xBB, 0x12]);

    /// <summary>A text of the autopilot.</summary>
    public void Text(ulong timeUs, string text) =>
        Message('L', [(byte)'6', .. new ULogBody().U64(timeUs).Bytes, .. Encoding.UTF8.GetBytes(text)]);

    private void Keyed(char type, string key, ReadOnlySpan<byte> value) =>
        Message(type, [(byte)key.Length, .. Encoding.ASCII.GetBytes(key), .. value]);
}

/// <summary>The bytes of a body, value after value.</summary>
internal sealed class ULogBody
{
    private readonly List<byte> _bytes = [];

    /// <summary>What was written.</summary>
    public byte[] Bytes => [.. _bytes];

    public ULogBody I8(sbyte value) => Add([unchecked((byte)value)]);

    public ULogBody U8(byte value) => Add([value]);

    public ULogBody I16(short value) => Add(BitConverter.GetBytes(value));

    public ULogBody U16(ushort value) => Add(BitConverter.GetBytes(value));

    public ULogBody I32(int value) => Add(BitConverter.GetBytes(value));

    public ULogBody U32(uint value) => Add(BitConverter.GetBytes(value));

    public ULogBody I64(long value) => Add(BitConverter.GetBytes(value));

    public ULogBody U64(ulong value) => Add(BitConverter.GetBytes(value));

    public ULogBody F32(float value) => Add(BitConverter.GetBytes(value));

    public ULogBody F64(double value) => Add(BitConverter.GetBytes(value));

    public ULogBody Zeros(int count) => Add(new byte[count]);

    private ULogBody Add(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }
}
