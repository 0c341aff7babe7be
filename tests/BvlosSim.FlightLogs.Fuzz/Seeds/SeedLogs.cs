namespace BvlosSim.FlightLogs.Fuzz.Seeds;

/// <summary>Small logs of all formats and generations, without damage.</summary>
internal static class SeedLogs
{
    /// <summary>All of them. Not to be changed.</summary>
    public static byte[][] All { get; } =
    [
        BinarySeeds.Recent(), BinarySeeds.Restarted(), BinarySeeds.Old(), BinarySeeds.Scaled(),
        TextSeeds.Recent(), TextSeeds.Old(), TextSeeds.Unusual(),
        ULogSeeds.Plain(), ULogSeeds.Nested(), ULogSeeds.Appended(), ULogSeeds.Restarted(),
    ];
}
