using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
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
internal readonly record struct EmergencyTimes(double StartSinceS, double ArrivalSinceS, double ArrivalUntilS);

/// <summary>A forbidden zone that an emergency flight meets at some time.</summary>
/// <param name="Zone">Index of the zone.</param>
/// <param name="EndsInside">Whether it ends there.</param>
/// <param name="Trace">The part of its way near the zone.</param>
internal readonly record struct ZoneMeeting(int Zone, bool EndsInside, SegmentTree Trace);
