using BvlosSim.Documents.Missions;
using BvlosSim.Documents.Vehicles;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Sampling;
using BvlosSim.Missions;
using BvlosSim.Scale.Generation;
using BvlosSim.Vehicles;

namespace BvlosSim.Scale.Measuring;

/// <summary>A mission of a folder, flown: what the checks are given.</summary>
internal sealed record Flight(Mission Mission, Vehicle Vehicle, FlightSettings Settings, FlownPath Path, EnergyResult Energy)
{
    /// <summary>Reads and flies a mission.</summary>
    public static Flight Of(string folder, string missionFile)
    {
        Mission mission = MissionReader.Load(System.IO.Path.Combine(folder, missionFile), CancellationToken.None).Value!.Mission;
        Vehicle vehicle = VehicleReader.Load(System.IO.Path.Combine(folder, MissionFiles.Vehicle), CancellationToken.None).Value!.Vehicle;
        Require(FlightSettings.Resolve(mission, vehicle, null, null, out FlightSettings? settings));
        FlownRoute route = RouteFlight.Fly(mission, vehicle, settings!, null, CancellationToken.None);
        Require(route.Failure);
        Require(EnergyEvaluation.Evaluate(mission, vehicle, settings!, route.Legs, out EnergyResult? energy, CancellationToken.None));
        var path = new FlownPath(route.Legs, settings!.MaxSegmentLengthM, CancellationToken.None);
        return new Flight(mission, vehicle, settings, path, energy!);
    }

    /// <summary>Costs returns home.</summary>
    public EmergencyFlight Returns
    {
        get
        {
            Require(TrueAirspeed.Resolve(Mission, Vehicle, FlightPlace.Mission, out TrueAirspeed speed));
            return new EmergencyFlight(Vehicle, Settings, new PowerScaling(Vehicle), speed.Mps);
        }
    }

    /// <summary>Length of the route in kilometres.</summary>
    public double LengthKm => Path.Legs.Sum(l => l.HorizontalDistanceM) / 1000.0;

    private static void Require(MissionFailure? failure)
    {
        if (failure is not null)
            throw new InvalidOperationException($"{failure.Code}: {failure.Message}");
    }
}
