namespace BvlosSim.FlightLogs.Flights;

/// <summary>
/// One flight of a log: all that the autopilot logged between a start of its own and the next, as far as it knew where it was.
/// </summary>
public sealed record Flight
{
    /// <summary>Its number, 1-based, in file order.</summary>
    public required int Number { get; init; }

    /// <summary>Which start of the autopilot it belongs to, 0-based.</summary>
    public required int Boot { get; init; }

    /// <summary>Time of the first position, microseconds since the autopilot started.</summary>
    public required long FirstFixUs { get; init; }

    /// <summary>Time of the last position, microseconds since the autopilot started.</summary>
    public required long LastFixUs { get; init; }

    /// <summary>How many positions it has.</summary>
    public required int FixCount { get; init; }

    /// <summary>The first position as an instant, from the receiver's clock; null = the receiver did not know the date.</summary>
    public DateTimeOffset? StartUtc { get; init; }

    /// <summary>
    /// Distance flown in metres: the way from each position to the next that is more than <see cref="FlightList.StandstillM"/> away, so that
    /// the noise of a receiver at rest adds nothing.
    /// </summary>
    public required double DistanceM { get; init; }

    /// <summary>Seconds from the first to the last position.</summary>
    public double DurationS => (LastFixUs - FirstFixUs) / 1e6;
}
