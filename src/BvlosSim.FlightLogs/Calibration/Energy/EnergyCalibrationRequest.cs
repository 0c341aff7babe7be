using System.Collections.Immutable;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>What an energy calibration is to be made of.</summary>
public sealed record EnergyCalibrationRequest
{
    /// <summary>The vehicle.</summary>
    public required Vehicle Vehicle { get; init; }

    /// <summary>The flights, in any order; one given twice counts once.</summary>
    public required ImmutableArray<FlightTrace> Traces { get; init; }

    /// <summary>Mass flown by trace, kg; of the other traces it is the vehicle's operating mass.</summary>
    public ImmutableArray<FlownMass> Masses { get; init; } = [];

    /// <summary>Whether a coefficient may rest on fewer samples than the documented minimum.</summary>
    public bool AllowFewSamples { get; init; }

    /// <summary>How the fit is tried on flights it has not seen; null = not at all.</summary>
    public HoldoutMethod? Holdout { get; init; }

    /// <summary>Identifier of the profile.</summary>
    public required string CalibrationId { get; init; }

    /// <summary>Version of the program.</summary>
    public required string ToolVersion { get; init; }
}

/// <summary>The mass that a flight was flown with.</summary>
/// <param name="TraceId">Identifier of the trace.</param>
/// <param name="MassKg">Mass, kg.</param>
public sealed record FlownMass(string TraceId, double MassKg);
