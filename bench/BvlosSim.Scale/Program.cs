using System.Globalization;
using BvlosSim.Scale.Generation;
using BvlosSim.Scale.Measuring;

const string Usage = """
    bvlos-scale generate FOLDER [--zones 20000] [--vertices 1000000] [--near-zones N] [--obstacles 10000] [--landing-zones 5000]
        Writes a national airspace, obstacles, landing zones, a vehicle and two missions. --near-zones puts so many zones near the
        300 km route and keeps the others away from it.
    bvlos-scale measure FOLDER [--runs 5]
        Loads and checks them in fresh processes and prints the medians.
    bvlos-scale run FOLDER
        One run of the stages, tab-separated.
    """;

switch (args)
{
    case ["generate", string folder, .. string[] options] when Numbers(options) is { } sizes:
        var all = new ScaleSizes();
        ScaleFolder.Write(folder, new ScaleSizes(
            sizes.GetValueOrDefault("--zones", all.Zones),
            sizes.GetValueOrDefault("--vertices", all.Vertices),
            sizes.TryGetValue("--near-zones", out int near) ? near : null,
            sizes.GetValueOrDefault("--obstacles", all.Obstacles),
            sizes.GetValueOrDefault("--landing-zones", all.LandingZones)));
        return 0;
    case ["measure", string folder, .. string[] options] when Numbers(options) is { } counts:
        Measurement.Print(folder, counts.GetValueOrDefault("--runs", 5));
        return 0;
    case ["run", string folder]:
        Measurement.RunHere(folder);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static Dictionary<string, int>? Numbers(string[] options)
{
    string[] known = ["--zones", "--vertices", "--near-zones", "--obstacles", "--landing-zones", "--runs"];
    var numbers = new Dictionary<string, int>();
    for (int i = 0; i < options.Length; i += 2)
    {
        if (!known.Contains(options[i]) || i + 1 == options.Length)
            return null;
        if (!int.TryParse(options[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1)
            return null;
        numbers[options[i]] = number;
    }

    return numbers;
}
