namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>A piece of a flight, with means over its time. Only pieces that are long and steady enough are samples of the fit.</summary>
internal readonly record struct PowerWindow
{
    /// <summary>0-based index of the flight.</summary>
    public required int Flight { get; init; }

    /// <summary>The log that the flight is from: traces of one log are not independent of each other.</summary>
    public required int Log { get; init; }

    /// <summary>Length, s, &gt; 0.</summary>
    public required double DurationS { get; init; }

    /// <summary>Power drawn, W, ≥ 0.</summary>
    public required double PowerW { get; init; }

    /// <summary>Air density of the standard atmosphere, kg/m³.</summary>
    public required double DensityKgm3 { get; init; }

    /// <summary>Altitude, m AMSL.</summary>
    public required double AltitudeM { get; init; }

    /// <summary>Mass flown, kg; null = not known.</summary>
    public required double? MassKg { get; init; }

    /// <summary>Change of altitude, m/s, positive upward.</summary>
    public required double VerticalRateMps { get; init; }

    /// <summary>Speed over ground, m/s.</summary>
    public required double GroundspeedMps { get; init; }

    /// <summary>Speed through the air, m/s; null = no wind was logged.</summary>
    public required double? AirspeedMps { get; init; }

    /// <summary>Speed of the wind, m/s; null = not logged.</summary>
    public required double? WindMps { get; init; }

    /// <summary>Wind along the track, m/s, positive from behind; null = not logged.</summary>
    public required double? TailwindMps { get; init; }

    /// <summary>Whether it is the step between two manners of flight.</summary>
    public bool IsChange { get; init; }

    /// <summary>Whether the whole of it is flown in one manner, and it is long enough to be a sample.</summary>
    public required bool IsSample { get; init; }

    /// <summary>Speed by which the cruise speed is judged: through the air where it is known, else over ground.</summary>
    public double CruiseMeasureMps => AirspeedMps ?? GroundspeedMps;
}
