using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>The field codes of DataFlash binary (spec 08 §5.1; ArduPilot, <c>AP_Logger/LogStructure.h</c>): little endian, packed.</summary>
internal static class FieldCode
{
    private const double LatitudeDivisor = 10_000_000.0;

    /// <summary>Bytes of a field; 0 = there is no such code.</summary>
    public static int SizeOf(char code) => code switch
    {
        'b' or 'B' or 'M' => 1,
        'h' or 'H' or 'c' or 'C' or 'g' => 2,
        'i' or 'I' or 'f' or 'e' or 'E' or 'L' or 'n' => 4,
        'q' or 'Q' or 'd' => 8,
        'N' => 16,
        'Z' or 'a' => 64,
        _ => 0,
    };

    /// <summary>Whether the code itself says how to scale.</summary>
    public static bool IsScaled(char code) => code is 'c' or 'C' or 'e' or 'E' or 'L';

    /// <summary>Whether the value is a whole number that something else must say how to scale.</summary>
    public static bool IsPlainWhole(char code) => code is 'b' or 'B' or 'h' or 'H' or 'i' or 'I' or 'q' or 'Q';

    /// <summary>Decodes a field.</summary>
    /// <param name="code">A known code.</param>
    /// <param name="bytes">As many bytes as it has.</param>
    public static FieldValue Decode(char code, ReadOnlySpan<byte> bytes) => code switch
    {
        'b' or 'M' => FieldValue.OfWhole(unchecked((sbyte)bytes[0])),
        'B' => FieldValue.OfWhole(bytes[0]),
        'h' => FieldValue.OfWhole(BinaryPrimitives.ReadInt16LittleEndian(bytes)),
        'H' => FieldValue.OfWhole(BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
        'i' => FieldValue.OfWhole(BinaryPrimitives.ReadInt32LittleEndian(bytes)),
        'I' => FieldValue.OfWhole(BinaryPrimitives.ReadUInt32LittleEndian(bytes)),
        'q' => FieldValue.OfWhole(BinaryPrimitives.ReadInt64LittleEndian(bytes)),
        'Q' => OfUnsigned(BinaryPrimitives.ReadUInt64LittleEndian(bytes)),
        'g' => FieldValue.OfReal((double)BinaryPrimitives.ReadHalfLittleEndian(bytes)),
        'f' => FieldValue.OfReal(BinaryPrimitives.ReadSingleLittleEndian(bytes)),
        'd' => FieldValue.OfReal(BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
        'c' => FieldValue.OfScaled(BinaryPrimitives.ReadInt16LittleEndian(bytes), 100.0),
        'C' => FieldValue.OfScaled(BinaryPrimitives.ReadUInt16LittleEndian(bytes), 100.0),
        'e' => FieldValue.OfScaled(BinaryPrimitives.ReadInt32LittleEndian(bytes), 100.0),
        'E' => FieldValue.OfScaled(BinaryPrimitives.ReadUInt32LittleEndian(bytes), 100.0),
        'L' => FieldValue.OfScaled(BinaryPrimitives.ReadInt32LittleEndian(bytes), LatitudeDivisor),
        'n' or 'N' or 'Z' => FieldValue.OfText(Text(bytes)),
        _ => default,
    };

    /// <summary>A text field: up to the first NUL, UTF-8 or, where it is none, ISO 8859-1.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)0);
        ReadOnlySpan<byte> text = end < 0 ? bytes : bytes[..end];
        return (Utf8.IsValid(text) ? Encoding.UTF8 : Encoding.Latin1).GetString(text);
    }

    private static FieldValue OfUnsigned(ulong value) => value <= long.MaxValue ? FieldValue.OfWhole((long)value) : FieldValue.OfReal(value);
}
