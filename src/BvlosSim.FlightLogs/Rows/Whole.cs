namespace BvlosSim.FlightLogs.Rows;

/// <summary>Whole numbers of logs that are small where they make sense.</summary>
internal static class Whole
{
    /// <summary>The number in 16 bits; beyond them the limit.</summary>
    public static short? Of(long? value) => value is { } number ? (short)Math.Clamp(number, short.MinValue, short.MaxValue) : null;
}
