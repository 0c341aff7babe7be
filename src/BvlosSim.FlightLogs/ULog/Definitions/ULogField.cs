using System.Buffers.Binary;

namespace BvlosSim.FlightLogs.ULog.Definitions;

/// <summary>Where a scalar value is in a body.</summary>
/// <param name="Type">Its type.</param>
/// <param name="OffsetBytes">Bytes from the start of the body.</param>
internal readonly record struct ULogField(ULogType Type, int OffsetBytes)
{
    /// <summary>Whether it holds a whole number.</summary>
    public bool IsInteger => Type is not (ULogType.Float or ULogType.Double);

    /// <summary>The value; NaN and infinities are as logged.</summary>
    /// <param name="body">A body that is long enough for the field.</param>
    public double Number(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> bytes = body[OffsetBytes..];
        return Type switch
        {
            ULogType.Int8 => unchecked((sbyte)bytes[0]),
            ULogType.UInt8 => bytes[0],
            ULogType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
            ULogType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            ULogType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
            ULogType.UInt32 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            ULogType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(bytes),
            ULogType.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
            ULogType.Float => BinaryPrimitives.ReadSingleLittleEndian(bytes),
            _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        };
    }

    /// <summary>The value when it is a number that a calculation can go on with.</summary>
    public double? Finite(ReadOnlySpan<byte> body) => Number(body) is var value && double.IsFinite(value) ? value : null;

    /// <summary>The whole part of the value; null for NaN and beyond 64 bits.</summary>
    public long? Whole(ReadOnlySpan<byte> body)
    {
        if (Type == ULogType.Int64)
            return BinaryPrimitives.ReadInt64LittleEndian(body[OffsetBytes..]);
        if (Type == ULogType.UInt64)
            return BinaryPrimitives.ReadUInt64LittleEndian(body[OffsetBytes..]) is var bits and <= long.MaxValue ? (long)bits : null;
        double value = Number(body);
        return Math.Abs(value) < 9e18 ? (long)value : null;
    }
}
