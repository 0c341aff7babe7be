namespace BvlosSim.FlightLogs.Rows;

/// <summary>Whole numbers of logs that are small where they make sense.</summary>
internal static class Whole
{
    /// <summary>The number in 32 bits; beyond them the limit.</summary>
    public static int? Of(long? value) => value is { } number ? (int)Math.Clamp(number, int.MinValue, int.MaxValue) : null;
}
