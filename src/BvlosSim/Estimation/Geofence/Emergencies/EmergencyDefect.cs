using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.Geofence.Emergencies;

/// <summary>What a forbidden zone spoils.</summary>
internal enum EmergencyUse
{
    /// <summary>Home, as the place to return to.</summary>
    Home,

    /// <summary>The landing zone of a diversion.</summary>
    LandingZone,

    /// <summary>The way to a landing zone.</summary>
    Diversion,

    /// <summary>The way home.</summary>
    ReturnHome,
}

/// <summary>An emergency flight that meets an active forbidden zone.</summary>
/// <param name="Use">What the zone spoils.</param>
/// <param name="ZoneIndex">Place of the forbidden zone in the file.</param>
/// <param name="Zone">The forbidden zone.</param>
/// <param name="Leg">The leg on which the aircraft breaks off.</param>
/// <param name="Way">The flight.</param>
/// <param name="LandingZoneId">Where it lands; null = at home.</param>
/// <param name="InsideM">Of a place, how far it lies from the boundary of the zone; of a way, how much of it lies inside. Metres.</param>
internal sealed record EmergencyDefect(
    EmergencyUse Use, int ZoneIndex, GeofenceZone Zone, Leg Leg, EmergencyWay Way, string? LandingZoneId, double InsideM);
