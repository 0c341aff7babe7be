using BvlosSim.Missions;
using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation.Kinematics;

/// <summary>The true airspeed of horizontal flight and where it comes from.</summary>
/// <param name="Mps">Airspeed in m/s, &gt; 0.</param>
/// <param name="Source">Its source.</param>
internal readonly record struct TrueAirspeed(double Mps, SpeedSource Source)
{
    /// <summary>Takes the mission's default cruise speed, else the vehicle's. The vehicle's greatest speed does not limit it.</summary>
    /// <param name="mission">The mission.</param>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="place">Where in the flight it is needed, for the failure.</param>
    /// <param name="speed">The airspeed.</param>
    /// <returns>Why there is none, or null.</returns>
    public static MissionFailure? Resolve(Mission mission, Vehicle vehicle, FlightPlace place, out TrueAirspeed speed)
    {
        speed = mission.Defaults.CruiseSpeedMps is { } ofMission
            ? new TrueAirspeed(ofMission, SpeedSource.MissionDefault)
            : new TrueAirspeed(vehicle.Performance.CruiseSpeedMps, SpeedSource.VehicleCruise);
        if (speed.Mps > 0.0)
            return null;
        return new MissionFailure(
            FailureKind.InvalidInput,
            FailureCode.InvalidSpeedProfile,
            "The cruise airspeed must be positive.",
            place,
            ScalarMap.Of(("tas_mps", speed.Mps)));
    }
}
