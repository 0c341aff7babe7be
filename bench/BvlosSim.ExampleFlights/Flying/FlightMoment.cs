namespace BvlosSim.ExampleFlights.Flying;

/// <summary>The aircraft at a moment of its flight, as it really is.</summary>
internal readonly record struct FlightMoment
{
    /// <summary>Seconds since the log began.</summary>
    public required double TimeS { get; init; }

    /// <summary>Latitude in degrees.</summary>
    public required double LatDeg { get; init; }

    /// <summary>Longitude in degrees.</summary>
    public required double LonDeg { get; init; }

    /// <summary>Altitude in metres AMSL.</summary>
    public required double AltitudeAmslM { get; init; }

    /// <summary>Ground speed, m/s.</summary>
    public required double GroundspeedMps { get; init; }

    /// <summary>Track over ground, degrees.</summary>
    public required double TrackDeg { get; init; }

    /// <summary>Rate of climb, m/s.</summary>
    public required double VerticalMps { get; init; }

    /// <summary>Wind towards east, m/s.</summary>
    public required double WindEastMps { get; init; }

    /// <summary>Wind towards north, m/s.</summary>
    public required double WindNorthMps { get; init; }

    /// <summary>Power drawn from the battery, W.</summary>
    public required double PowerW { get; init; }

    /// <summary>Whether the mission is being flown.</summary>
    public required bool IsFlying { get; init; }
}
