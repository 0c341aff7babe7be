using System.Globalization;
using BvlosSim.FlightLogs.Bench.Generation;

const string Usage = """
    bvlos-logs generate FILE --format dataflash-binary|dataflash-text|ulog [--mib 100] [--imu-hz 400]
        Writes the log of one long flight: three IMUs and the rates of rotation at the rate given, receiver 5 Hz, battery and wind
        10 Hz, a mode each minute. The same arguments give the same bytes.
    """;

if (args is not ["generate", string path, .. string[] options] || Options(options) is not { } wanted
    || LogStyles.Of(wanted.GetValueOrDefault("--format", "")) is not { } style
    || Number(wanted, "--mib", 100) is not { } mib || Number(wanted, "--imu-hz", 400) is not { } imuHz)
{
    Console.Error.WriteLine(Usage);
    return 2;
}

using FileStream file = File.Create(path, bufferSize: 1 << 20);
double seconds = LongFlight.Write(style(file), file, mib * 1024L * 1024L, imuHz);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {file.Length} bytes, {seconds / 3600:F2} h of flight"));
return 0;

static Dictionary<string, string>? Options(string[] options)
{
    string[] known = ["--format", "--mib", "--imu-hz"];
    return options.Length % 2 == 0 && options.Where((_, i) => i % 2 == 0).All(known.Contains)
        ? options.Chunk(2).ToDictionary(o => o[0], o => o[1])
        : null;
}

static int? Number(Dictionary<string, string> options, string name, int usual)
{
    if (!options.TryGetValue(name, out string? text))
        return usual;
    return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;
}
