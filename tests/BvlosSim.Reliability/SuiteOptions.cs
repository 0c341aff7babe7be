namespace BvlosSim.Reliability;

/// <summary>What the suite is asked to do.</summary>
/// <param name="Executable">The program under test.</param>
/// <param name="ReportPath">Where the tables go; null = nowhere.</param>
/// <param name="Quick">Fewer rounds and a shorter long run; never fewer signals than promised.</param>
/// <param name="Seed">Of the random moments.</param>
/// <param name="Part">Only the part whose title contains this; null = all.</param>
internal sealed record SuiteOptions(string Executable, string? ReportPath, bool Quick, int Seed, string? Part)
{
    public const string Usage = "usage: BvlosSim.Reliability --bin PATH [--report PATH] [--quick] [--seed N] [--part TITLE]";

    private const int UsualSeed = 20260501;

    /// <summary>Signals at random moments.</summary>
    public int RandomSignals => Quick ? 300 : 320;

    /// <summary>Rounds of two runs at once, and of runs that are killed.</summary>
    public int Rounds => Quick ? 50 : 100;

    /// <summary>How long the long run is made to last.</summary>
    public TimeSpan LongRun => TimeSpan.FromMilliseconds(Quick ? 250 : 1500);

    /// <summary>Reads the arguments; null when they make no sense.</summary>
    public static SuiteOptions? Parse(ReadOnlySpan<string> arguments)
    {
        string? executable = null;
        string? report = null;
        string? part = null;
        bool quick = false;
        int seed = UsualSeed;
        while (!arguments.IsEmpty)
        {
            switch (arguments)
            {
                case ["--bin", var path, ..]:
                    executable = Path.GetFullPath(path);
                    break;
                case ["--report", var path, ..]:
                    report = Path.GetFullPath(path);
                    break;
                case ["--part", var title, ..]:
                    part = title;
                    break;
                case ["--seed", var number, ..] when int.TryParse(number, out seed):
                    break;
                case ["--quick", ..]:
                    quick = true;
                    arguments = arguments[1..];
                    continue;
                default:
                    return null;
            }

            arguments = arguments[2..];
        }

        return executable is null ? null : new SuiteOptions(executable, report, quick, seed, part);
    }
}
