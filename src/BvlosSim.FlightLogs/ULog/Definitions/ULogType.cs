namespace BvlosSim.FlightLogs.ULog.Definitions;

/// <summary>The scalar types of a ULog.</summary>
internal enum ULogType
{
    /// <summary><c>int8_t</c>, and <c>bool</c> and <c>char</c>, which are read as such.</summary>
    Int8,

    /// <summary><c>uint8_t</c>.</summary>
    UInt8,

    /// <summary><c>int16_t</c>.</summary>
    Int16,

    /// <summary><c>uint16_t</c>.</summary>
    UInt16,

    /// <summary><c>int32_t</c>.</summary>
    Int32,

    /// <summary><c>uint32_t</c>.</summary>
    UInt32,

    /// <summary><c>int64_t</c>.</summary>
    Int64,

    /// <summary><c>uint64_t</c>.</summary>
    UInt64,

    /// <summary><c>float</c>.</summary>
    Float,

    /// <summary><c>double</c>.</summary>
    Double,
}

/// <summary>Names and sizes of <see cref="ULogType"/>.</summary>
internal static class ULogTypes
{
    /// <summary>The type of a name; null = no scalar, so the name of another format.</summary>
    public static ULogType? Find(string name) => name switch
    {
        "int8_t" or "bool" or "char" => ULogType.Int8,
        "uint8_t" => ULogType.UInt8,
        "int16_t" => ULogType.Int16,
        "uint16_t" => ULogType.UInt16,
        "int32_t" => ULogType.Int32,
        "uint32_t" => ULogType.UInt32,
        "int64_t" => ULogType.Int64,
        "uint64_t" => ULogType.UInt64,
        "float" => ULogType.Float,
        "double" => ULogType.Double,
        _ => null,
    };

    /// <summary>Size of a value in bytes.</summary>
    public static int Bytes(this ULogType type) => type switch
    {
        ULogType.Int8 or ULogType.UInt8 => 1,
        ULogType.Int16 or ULogType.UInt16 => 2,
        ULogType.Int32 or ULogType.UInt32 or ULogType.Float => 4,
        _ => 8,
    };
}
