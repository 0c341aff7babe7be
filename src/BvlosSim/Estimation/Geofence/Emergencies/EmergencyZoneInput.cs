using System.Collections.Immutable;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Estimation.Sampling;

namespace BvlosSim.Estimation.Geofence.Emergencies;

/// <summary>What the check of emergency flights looks at.</summary>
internal sealed record EmergencyZoneInput
{
    /// <summary>The zones.</summary>
    public required EmergencyFlightInZones Flights { get; init; }

    /// <summary>The energy of the flight, with the returns home from the ends of its legs.</summary>
    public required EnergyResult Energy { get; init; }

    /// <summary>Costs returns home from between the ends of legs.</summary>
    public required EmergencyFlight Returns { get; init; }

    /// <summary>The flown path.</summary>
    public required FlownPath Path { get; init; }

    /// <summary>The states of the route with the diversion chosen for each; none without landing zones.</summary>
    public ImmutableArray<LandingZoneState> Diversions { get; init; } = [];

    /// <summary>What else the states can reach; null without landing zones.</summary>
    public LandingAlternatives? Alternatives { get; init; }
}
