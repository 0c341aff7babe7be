using BvlosSim.Documents.Missions;
using BvlosSim.Documents.Vehicles;
using BvlosSim.Estimation;
using BvlosSim.ExampleFlights.Flying;
using BvlosSim.ExampleFlights.Recording;
using BvlosSim.Missions;
using BvlosSim.Vehicles;

namespace BvlosSim.ExampleFlights;

/// <summary>A log of the example.</summary>
/// <param name="Name">File name.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ExampleLog(string Name, byte[] Content);

/// <summary>The logs of <c>examples/flight-logs</c>, made of the missions and the vehicle there. A pure function of these files.</summary>
public static class ExampleLogs
{
    /// <summary>Flies the missions and records the flights.</summary>
    /// <param name="folder">The folder with <c>vehicle.yaml</c> and the missions.</param>
    /// <exception cref="InvalidOperationException">A file cannot be read, or its mission cannot be flown.</exception>
    public static IEnumerable<ExampleLog> Make(string folder)
    {
        Vehicle sheet = (VehicleReader.Load(Path.Combine(folder, "vehicle.yaml"), CancellationToken.None).Value
            ?? throw new InvalidOperationException("vehicle.yaml cannot be read.")).Vehicle;
        foreach (FlightDay day in FlightDay.All)
        {
            Mission mission = (MissionReader.Load(Path.Combine(folder, day.MissionFile), CancellationToken.None).Value
                ?? throw new InvalidOperationException($"{day.MissionFile} cannot be read.")).Mission;
            EstimateResult route = MissionEstimator.Estimate(new EstimationInput { Mission = mission, Vehicle = sheet });
            if (route.Failure is { } failure)
                throw new InvalidOperationException($"{day.MissionFile}: {failure.Message}");
            var flight = new FlightSimulation(day, mission.PlannedHome);
            yield return new ExampleLog(day.LogFile, FlightRecorder.Record(day, sheet.Energy.BatteryCapacityWh, flight.Fly(route.Legs)));
        }
    }
}
