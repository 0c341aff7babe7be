using System.Collections.Immutable;

namespace BvlosSim.ExampleFlights.Flying;

/// <summary>What differs from flight to flight.</summary>
internal sealed record FlightDay
{
    /// <summary>Name of the log.</summary>
    public required string LogFile { get; init; }

    /// <summary>The mission that is flown.</summary>
    public required string MissionFile { get; init; }

    /// <summary>Start of the log, UTC.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Mass in the air, kg.</summary>
    public required double MassKg { get; init; }

    /// <summary>Mean wind, as motion of the air towards east, m/s.</summary>
    public required double WindEastMps { get; init; }

    /// <summary>Mean wind towards north, m/s.</summary>
    public required double WindNorthMps { get; init; }

    /// <summary>By what all powers of the day are off: another battery, another air, other propellers.</summary>
    public required double PowerFactor { get; init; }

    /// <summary>Seed of all noise of the flight.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Whether a second receiver and a payload battery are logged too.</summary>
    public bool HasSecondSensors { get; init; }

    /// <summary>Whether the pilot changes a parameter in flight.</summary>
    public bool ChangesParameter { get; init; }

    /// <summary>The flights: four to learn from, one to try the result on.</summary>
    public static ImmutableArray<FlightDay> All { get; } =
    [
        Pattern(1, 6, 7.0, 2.6, 1.4, 1.006),
        Pattern(2, 7, 7.7, -1.8, 2.9, 0.992),
        Pattern(3, 11, 8.4, 1.2, -3.4, 1.011) with { HasSecondSensors = true },
        Pattern(4, 12, 9.0, 4.1, 0.6, 0.995),
        new()
        {
            LogFile = "inspection.bin",
            MissionFile = "inspection.yaml",
            Start = new DateTimeOffset(2026, 5, 13, 7, 42, 18, TimeSpan.Zero),
            MassKg = 8.2,
            WindEastMps = 3.5,
            WindNorthMps = -1.1,
            PowerFactor = 1.004,
            Seed = 5,
            ChangesParameter = true,
        },
    ];

    private static FlightDay Pattern(int number, int dayOfMay, double massKg, double windEastMps, double windNorthMps, double powerFactor) => new()
    {
        LogFile = $"pattern-{number}.bin",
        MissionFile = "pattern.yaml",
        Start = new DateTimeOffset(2026, 5, dayOfMay, 8, 10 + number, 5, TimeSpan.Zero),
        MassKg = massKg,
        WindEastMps = windEastMps,
        WindNorthMps = windNorthMps,
        PowerFactor = powerFactor,
        Seed = (ulong)number,
    };
}
