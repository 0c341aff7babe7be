namespace BvlosSim.FlightLogs.Fuzz.Running;

/// <summary>What a log may cost. Generous: a cost that follows a number in the file is beyond any of them.</summary>
internal static class Limits
{
    private const long FixedBytes = 2 << 20;
    private const long BytesPerByte = 400;
    private const double FixedSeconds = 2.0;
    private const double SecondsPerByte = 4e-6;

    /// <summary>Memory that may be allocated for a log in all, bytes.</summary>
    public static long AllocatedBytes(int lengthBytes) => FixedBytes + (BytesPerByte * lengthBytes);

    /// <summary>Processor time of a log, seconds.</summary>
    public static double ProcessorSeconds(int lengthBytes) => FixedSeconds + (SecondsPerByte * lengthBytes);
}
