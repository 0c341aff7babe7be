using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;
using BvlosSim.Missions;

namespace BvlosSim.Estimation.Links;

/// <summary>How far from home a flight gets: what links and tethers are held against.</summary>
internal static class HomeDistance
{
    /// <summary>The greatest geodesic distance of a leg's start or end from home, metres; 0 without legs. Altitude does not count.</summary>
    public static double Greatest(PlannedHome home, IEnumerable<Leg> legs)
    {
        double greatest = 0.0;
        foreach (Leg leg in legs)
        {
            greatest = Math.Max(greatest, Geodesic.Inverse(home.LatDeg, home.LonDeg, leg.Start.LatDeg, leg.Start.LonDeg).DistanceM);
            greatest = Math.Max(greatest, Geodesic.Inverse(home.LatDeg, home.LonDeg, leg.End.LatDeg, leg.End.LonDeg).DistanceM);
        }

        return greatest;
    }
}
