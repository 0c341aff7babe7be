using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Estimation.Geofence.Emergencies;

/// <summary>Where an emergency flight leads, whenever it is flown.</summary>
/// <param name="Start">Where the aircraft breaks off.</param>
/// <param name="TrackDeg">Its track there, degrees; null when it can leave in any direction.</param>
/// <param name="Target">Where it lands.</param>
internal readonly record struct EmergencyCourse(FlightPoint Start, double? TrackDeg, FlightPoint Target)
{
    /// <summary>The course of a flight that was costed.</summary>
    public static EmergencyCourse Of(EmergencyWay way) => new(way.Start, way.TrackDeg, way.Target);
}

/// <summary>When an emergency flight may be flown, seconds since departure.</summary>
/// <param name="StartSinceS">From when on it may begin.</param>
/// <param name="ArrivalSinceS">From when on it may end.</param>
/// <param name="ArrivalUntilS">Until when it may end.</param>
internal readonly record struct EmergencyTimes(double StartSinceS, double ArrivalSinceS, double ArrivalUntilS)
{
    /// <summary>
    /// The times of a flight that begins anywhere between a state and the one before: so much earlier, and with a way that is longer or shorter
    /// by no more than what is flown in between.
    /// </summary>
    /// <param name="before">The state before; the state itself when it is the first.</param>
    /// <param name="state">The state.</param>
    /// <param name="arrivalS">When the flight from the state ends; null = not known, at any time from then on.</param>
    public static EmergencyTimes Between(in RouteState before, in RouteState state, double? arrivalS)
    {
        if (arrivalS is not { } knownS)
            return new EmergencyTimes(before.ClockS, before.ClockS, double.PositiveInfinity);
        double stepS = state.ClockS - before.ClockS;
        double wayS = state.Position == before.Position ? 0.0 : stepS;
        return new EmergencyTimes(before.ClockS, knownS - stepS - wayS, knownS + wayS);
    }
}

/// <summary>A forbidden zone that an emergency flight meets at some time.</summary>
/// <param name="Zone">Index of the zone.</param>
/// <param name="EndsInside">Whether it ends there.</param>
/// <param name="Trace">The part of its way near the zone.</param>
internal readonly record struct ZoneMeeting(int Zone, bool EndsInside, SegmentTree Trace);
