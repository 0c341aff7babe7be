using BvlosSim.ExampleFlights;

const string Usage = """
    bvlos-example-flights FOLDER
        Flies the missions of the folder (examples/flight-logs) with an aircraft that is not what its vehicle.yaml says, and writes
        the DataFlash logs beside them. The same files give the same bytes.
    """;

if (args is not [string folder])
{
    Console.Error.WriteLine(Usage);
    return 2;
}

foreach (ExampleLog log in ExampleLogs.Make(folder))
    File.WriteAllBytes(Path.Combine(folder, log.Name), log.Content);
return 0;
