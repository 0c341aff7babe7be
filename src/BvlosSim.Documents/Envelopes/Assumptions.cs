namespace BvlosSim.Documents.Envelopes;

/// <summary>What every estimate takes for granted, stated in its envelope.</summary>
public static class Assumptions
{
    /// <summary>The eighteen assumptions.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "Positions are WGS-84; distances and azimuths are geodesics on its ellipsoid.",
        "Altitudes are metres above mean sea level as given; no geoid model is applied.",
        "A leg keeps the track of its start for the wind triangle, the crosswind and the next corner.",
        "Fidelity v1 turns on the spot; fidelity v2 flies corners as level arcs of the vehicle's turn radius.",
        "Climb and descent begin with the leg, at the vehicle's full rates, while it moves horizontally.",
        "Horizontal flight is at constant true airspeed, from the mission's default or the vehicle's cruise speed.",
        "True airspeed is not corrected for altitude and not limited by the vehicle's greatest speed.",
        "The wind is taken at the midpoint of each piece of a leg, and at its start where it comes in layers.",
        "Outside the axes of a wind grid its edge values hold.",
        "Gusts and turbulence are not modelled.",
        "A hovering aircraft covers no ground and draws hover power.",
        "Power is constant within a phase; payload, avionics and transients are part of the phase powers.",
        "Powers scale with mass and standard-atmosphere density only where the vehicle gives reference conditions.",
        "The landing reserve is a share of the nameplate capacity.",
        "A return home is flown from the end of every leg, at its altitude, then straight down or up.",
        "Battery temperature, ageing and voltage sag are part of the usable-capacity curve, or ignored without one.",
        "Ground clearance between the ends of a leg is not judged by the kinematics.",
        "A check without its inputs is missing evidence: it never counts as passed.",
    ];
}
