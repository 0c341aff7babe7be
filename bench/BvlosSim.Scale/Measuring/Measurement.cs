using System.Diagnostics;
using System.Globalization;

namespace BvlosSim.Scale.Measuring;

/// <summary>Runs the stages of a folder in fresh processes, one after the other, and prints the median of each.</summary>
internal static class Measurement
{
    private const char Separator = '\t';

    /// <summary>Prints a table.</summary>
    public static void Print(string folder, int runs)
    {
        List<IReadOnlyList<Stage>> all = [.. Enumerable.Range(0, runs).Select(_ => RunInFreshProcess(folder))];
        Console.WriteLine($"{folder}, median of {runs} fresh processes\n");
        Console.WriteLine("| Stage | Wall, ms | CPU, ms | Peak so far, MB | |\n|---|---|---|---|---|");
        for (int i = 0; i < all[0].Count; i++)
        {
            IEnumerable<Stage> same = all.Select(stages => stages[i]);
            string wall = Text(Median(same.Select(s => s.WallMs)));
            string cpu = Text(Median(same.Select(s => s.CpuMs)));
            string peak = Text(Median(same.Select(s => s.PeakMb)), "0");
            Console.WriteLine($"| {all[0][i].Name} | {wall} | {cpu} | {peak} | {all[0][i].Note} |");
        }
    }

    /// <summary>Runs the stages here and prints them for the process that asked.</summary>
    public static void RunHere(string folder)
    {
        foreach (Stage stage in Stages.Run(folder))
            Console.WriteLine(string.Join(Separator, stage.Name, Text(stage.WallMs, "R"), Text(stage.CpuMs, "R"), Text(stage.PeakMb, "R"), stage.Note));
    }

    private static List<Stage> RunInFreshProcess(string folder)
    {
        string self = System.Environment.ProcessPath!;
        string library = Path.Combine(AppContext.BaseDirectory, "bvlos-scale.dll");
        bool isHosted = Path.GetFileNameWithoutExtension(self) == "dotnet";
        var start = new ProcessStartInfo(self, [.. isHosted ? [library] : Array.Empty<string>(), "run", folder])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException("A run failed.");
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
    }

    private static Stage Read(string line)
    {
        string[] cells = line.Split(Separator);
        return new Stage(cells[0], Number(cells[1]), Number(cells[2]), Number(cells[3]), cells[4]);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(double value, string format = "0.0") => value.ToString(format, CultureInfo.InvariantCulture);
}
