using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.Geofence;

/// <summary>The altitudes of a whole flight from one point to another, metres AMSL.</summary>
internal readonly record struct AltitudeBand(double LowM, double HighM)
{
    /// <summary>The altitudes of a leg.</summary>
    public static AltitudeBand Of(Leg leg) => Between(leg.Start.AltitudeAmslM, leg.End.AltitudeAmslM);

    /// <summary>The altitudes between two, in any order.</summary>
    public static AltitudeBand Between(double oneM, double otherM) => new(Math.Min(oneM, otherM), Math.Max(oneM, otherM));

    /// <summary>Whether a zone holds at some of the altitudes.</summary>
    public bool Overlaps(GeofenceZone zone) =>
        (zone.FloorM is not { } floor || HighM >= floor) && (zone.CeilingM is not { } ceiling || LowM <= ceiling);

    /// <summary>Whether a zone holds at all of the altitudes.</summary>
    public bool IsWithin(GeofenceZone zone) =>
        (zone.FloorM is not { } floor || LowM >= floor) && (zone.CeilingM is not { } ceiling || HighM <= ceiling);
}
