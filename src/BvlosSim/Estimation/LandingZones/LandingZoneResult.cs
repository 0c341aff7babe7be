using System.Collections.Immutable;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.WindCoverage;

namespace BvlosSim.Estimation.LandingZones;

/// <summary>How far a landing zone is.</summary>
/// <param name="ZoneId">Identifier of the zone.</param>
/// <param name="DistanceM">Length of the ground path to it in metres, with the turn from the present track where there is one.</param>
public sealed record ZoneDistance(string ZoneId, double DistanceM);

/// <summary>An emergency flight to a landing zone. Energies in Wh.</summary>
/// <param name="ZoneId">Identifier of the zone.</param>
/// <param name="DistanceM">Length of the ground path in metres.</param>
/// <param name="EnergyWh">Energy of the flight, the descent included.</param>
/// <param name="ReserveAfterWh">Deliverable energy left on the ground; may be negative.</param>
/// <param name="ReserveAfterPercent">The same in percent of the nameplate capacity.</param>
/// <param name="Way">The flight itself.</param>
public sealed record Diversion(
    string ZoneId, double DistanceM, double EnergyWh, double ReserveAfterWh, double ReserveAfterPercent, EmergencyWay Way)
{
    /// <summary>Where the wind of the flight lay beyond a grid; null = nowhere.</summary>
    internal WindOvershoot? Overshoot { get; init; }
}

/// <summary>A point of the route, and where the aircraft can land from there.</summary>
public sealed record LandingZoneState
{
    /// <summary>0-based, over the whole route.</summary>
    public required int StateIndex { get; init; }

    /// <summary>The leg the point lies on.</summary>
    public required Leg Leg { get; init; }

    /// <summary>The point.</summary>
    public required FlightPoint Position { get; init; }

    /// <summary>The nearest zone; null when there is none with a known altitude.</summary>
    public ZoneDistance? Nearest { get; init; }

    /// <summary>The flight that takes least energy, not necessarily to the nearest zone; null when no zone can be reached.</summary>
    public Diversion? Diversion { get; init; }

    /// <summary>Deliverable energy left at the point, Wh.</summary>
    public required double EnergyRemainingWh { get; init; }

    /// <summary>Whether the reserve survives the diversion; false without one.</summary>
    public bool ReserveOk { get; init; }

    /// <summary>Number of zones that are not declared unavailable; null when no such declaration takes part.</summary>
    public int? AvailableZoneCount { get; init; }

    /// <summary>What is wrong; null when the aircraft can land with its reserve intact.</summary>
    public FailureCode? Code { get; init; }

    /// <summary>The same for a person; null when nothing is wrong.</summary>
    public string? Message { get; init; }

    /// <summary>Whether a zone can be reached, with or without reserve.</summary>
    public bool IsReachable => Diversion is not null;
}

/// <summary>Whether the aircraft can land from everywhere along its route.</summary>
public sealed record LandingZoneResult
{
    /// <summary>Number of zones.</summary>
    public required int CheckedZoneCount { get; init; }

    /// <summary>Greatest tolerated distance to a zone in metres; null = not limited.</summary>
    public double? MaxAllowedDistanceM { get; init; }

    /// <summary>Reserve in percent of the nameplate capacity.</summary>
    public required double ReserveThresholdPercent { get; init; }

    /// <summary>Reserve in Wh.</summary>
    public required double ReserveThresholdWh { get; init; }

    /// <summary>Identifiers declared unavailable on any leg, also those of no zone; each once, in ordinal order.</summary>
    public ImmutableArray<string> UnavailableZoneIds { get; init; } = [];

    /// <summary>The points of the route in flight order.</summary>
    public required ImmutableArray<LandingZoneState> States { get; init; }

    /// <summary>Number of points.</summary>
    public int CheckedStateCount => States.Length;

    /// <summary>Whether the aircraft can land with its reserve intact from every point.</summary>
    public bool IsFeasible => States.All(state => state.Code is null);
}
