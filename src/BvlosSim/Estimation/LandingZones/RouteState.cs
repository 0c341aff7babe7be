using System.Collections.Immutable;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Sampling;
using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.LandingZones;

/// <summary>The aircraft at a sample of its route.</summary>
/// <param name="Index">0-based, over the whole route.</param>
/// <param name="Leg">The leg.</param>
/// <param name="Position">Position and altitude.</param>
/// <param name="HeadingDeg">Track in degrees; null when it has none.</param>
/// <param name="HalfGapM">Half the way to the farther of its neighbours on the leg: how far off the aircraft may be in between.</param>
/// <param name="ClockS">Seconds since departure.</param>
/// <param name="EnergyUsedWh">Energy used so far.</param>
internal readonly record struct RouteState(
    int Index, Leg Leg, FlightPoint Position, double? HeadingDeg, double HalfGapM, double ClockS, double EnergyUsedWh)
{
    private const double PointDistanceM = 0.01;

    /// <summary>The states of a route.</summary>
    /// <param name="legs">The legs with their cost.</param>
    /// <param name="samples">The samples of each.</param>
    /// <param name="cancellation">Ends a long run.</param>
    public static ImmutableArray<RouteState> Along(
        ImmutableArray<LegEnergy> legs, ImmutableArray<ImmutableArray<RouteSample>> samples, CancellationToken cancellation)
    {
        ImmutableArray<RouteState>.Builder states = ImmutableArray.CreateBuilder<RouteState>();
        double clockS = 0.0;
        double usedWh = 0.0;
        for (int i = 0; i < legs.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Leg leg = legs[i].Leg;
            AddLeg(states, legs[i], WithEnd(leg, samples[i]), clockS, usedWh);
            clockS += leg.TimeS;
            usedWh += legs[i].EnergyWh;
        }

        return states.DrainToImmutable();
    }

    /// <summary>A leg that stays in place has one sample, but an end at another time.</summary>
    private static ImmutableArray<RouteSample> WithEnd(Leg leg, ImmutableArray<RouteSample> samples) =>
        samples.Length == 1 && leg.TimeS > 0.0
            ? samples.Add(new RouteSample(1.0, leg.End.LatDeg, leg.End.LonDeg, leg.End.AltitudeAmslM))
            : samples;

    private static void AddLeg(
        ImmutableArray<RouteState>.Builder states, LegEnergy cost, ImmutableArray<RouteSample> samples, double startClockS, double usedWh)
    {
        Leg leg = cost.Leg;
        GeodesicInverse before = default;
        for (int i = 0; i < samples.Length; i++)
        {
            RouteSample sample = samples[i];
            bool last = i == samples.Length - 1;
            GeodesicInverse after = last ? default : Course(sample, samples[i + 1]);
            double legClockS = last && sample.Fraction == 1.0 && sample.AltitudeAmslM == leg.End.AltitudeAmslM
                ? leg.TimeS
                : leg.Timing.TimeAt(sample.Fraction);
            double share = leg.TimeS <= 0.0 ? 1.0 : Math.Min(1.0, legClockS / leg.TimeS);
            double? headingDeg = after.DistanceM > PointDistanceM ? after.Azimuth1Deg
                : before.DistanceM > PointDistanceM ? before.Azimuth1Deg
                : leg.Track?.GroundTrackDeg;
            states.Add(new RouteState(
                states.Count,
                leg,
                new FlightPoint(sample.LatDeg, sample.LonDeg, sample.AltitudeAmslM),
                headingDeg,
                0.5 * Math.Max(before.DistanceM, after.DistanceM),
                startClockS + legClockS,
                usedWh + (cost.EnergyWh * share)));
            before = after;
        }
    }

    private static GeodesicInverse Course(in RouteSample from, in RouteSample to) =>
        Geodesic.Inverse(from.LatDeg, from.LonDeg, to.LatDeg, to.LonDeg);
}
