using BvlosSim.Documents.Loading;

namespace BvlosSim.Cli.Running;

/// <summary>What the program tells a person, on standard error.</summary>
internal static class HumanText
{
    private const int ListedProblems = 50;
    private const string TraceVariable = "BVLOS_SIM_TRACE";

    /// <summary>Prints one line.</summary>
    public static void Line(string text) => Console.Error.WriteLine("bvlos-sim: " + text);

    /// <summary>Prints a warning.</summary>
    public static void Warning(string text) => Line("warning: " + text);

    /// <summary>Prints why an input was refused: every problem with its place.</summary>
    public static void Refusal(LoadError error)
    {
        if (error.Problems.IsEmpty)
        {
            Line($"{error.Path}: {error.Message}");
            return;
        }

        foreach (Problem problem in error.Problems.Take(ListedProblems))
            Line(Located(error.Path, problem));
        int rest = error.Problems.Length - ListedProblems;
        if (rest > 0)
            Line($"{error.Path}: and {rest} more problems of the same document.");
    }

    /// <summary>Prints a bug: one line, and the stack trace when it was asked for.</summary>
    public static void ReportBug(Exception bug)
    {
        Line($"internal error: {bug.GetType().Name}: {bug.Message.ReplaceLineEndings(" ")}");
        if (System.Environment.GetEnvironmentVariable(TraceVariable) is "1")
            Console.Error.WriteLine(bug);
        else
            Line($"this is a bug of the program; {TraceVariable}=1 prints the stack trace.");
    }

    private static string Located(string path, Problem problem)
    {
        string place = problem.Line > 0 ? $"{path}:{problem.Line}:{problem.Column}" : path;
        return problem.Path is { } inside ? $"{place}: {inside}: {problem.Message}" : $"{place}: {problem.Message}";
    }
}
