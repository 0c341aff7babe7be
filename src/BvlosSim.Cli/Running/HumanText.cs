using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.Documents.Loading;
using BvlosSim.Estimation;
using BvlosSim.Values;

namespace BvlosSim.Cli.Running;

/// <summary>What the program tells a person, on standard error.</summary>
internal static class HumanText
{
    private const int ListedProblems = 50;
    private const string TraceVariable = "BVLOS_SIM_TRACE";

    /// <summary>Prints one line.</summary>
    public static void Line(string text) => Print("bvlos-sim: " + Printable(text) + "\n");

    /// <summary>Prints a text as it is. What a human cannot be told, such as on a full disk, is no reason to fail.</summary>
    public static void Print(string text)
    {
        try
        {
            Console.Error.Write(text);
        }
        catch (Exception unheard) when (unheard is IOException or UnauthorizedAccessException)
        {
            // There is nobody left to tell.
        }
    }

    /// <summary>Prints a warning.</summary>
    public static void Warning(string text) => Line("warning: " + text);

    /// <summary>Prints why an input was refused: every problem with its place.</summary>
    public static void Refusal(LoadError error) => Refusal(error.Path, error.Message, error.Problems);

    /// <summary>Prints why a file was refused: every problem with its place.</summary>
    public static void Refusal(string path, string message, ImmutableArray<Problem> problems)
    {
        if (problems.IsEmpty)
        {
            Line($"{path}: {message}");
            return;
        }

        foreach (Problem problem in problems.Take(ListedProblems))
            Line(Located(path, problem));
        int rest = problems.Length - ListedProblems;
        if (rest > 0)
            Line($"{path}: and {rest} more problems of the same document{FeaturesOf(problems.AsSpan()[ListedProblems..])}.");
    }

    /// <summary>The features of a list that is cut short: nobody should have to correct a file to learn of the next ones.</summary>
    private static string FeaturesOf(ReadOnlySpan<Problem> problems)
    {
        var indices = new List<string>();
        foreach (Problem problem in problems)
        {
            if (problem.Path?.Split('.') is ["features", var index, ..] && !indices.Contains(index))
                indices.Add(index);
        }

        return indices.Count == 0 ? "" : $", in features {string.Join(", ", indices)}";
    }

    /// <summary>Prints why a mission failed: the code, what it means, where, and the numbers behind it.</summary>
    public static void Failure(MissionFailure failure)
    {
        var facts = new List<string>();
        if (failure.Place.LegIndex is { } leg)
            facts.Add($"leg {leg}");
        if (failure.Place.RouteItemId is { } item)
            facts.Add($"route item '{item}'");
        facts.AddRange(failure.Context.Select(c => $"{c.Key} {Value(c.Value)}"));
        string detail = facts.Count == 0 ? "" : $" ({string.Join(", ", facts)})";
        Line($"{FailureTokens.Codes.NameOf(failure.Code)}: {failure.Message}{detail}");
        if (failure.Code == FailureCode.InvalidGeometry && failure.Context.Any(c => c.Key is "zone_id" or "obstacle_id"))
            Line("`--validate-only` lists every such shape with its place in the file.");
    }

    /// <summary>Prints a bug: one line, and the stack trace when it was asked for.</summary>
    public static void ReportBug(Exception bug)
    {
        Line($"internal error: {bug.GetType().Name}: {bug.Message.ReplaceLineEndings(" ")}");
        if (System.Environment.GetEnvironmentVariable(TraceVariable) is "1")
            Print(bug + "\n");
        else
            Line($"this is a bug of the program; {TraceVariable}=1 prints the stack trace.");
    }

    /// <summary>Keys and texts of a document may hold anything, also what would steer a terminal.</summary>
    private static string Printable(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && text.AsSpan().IndexOfAnyInRange('\u007f', '\u009f') < 0
            ? text
            : string.Concat(text.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));

    private static string Value(Scalar value) => value.Kind == ScalarKind.Number
        ? value.Number.ToString("0.###", CultureInfo.InvariantCulture)
        : value.ToString();

    private static string Located(string path, Problem problem)
    {
        string place = problem.Line > 0 ? $"{path}:{problem.Line}:{problem.Column}" : path;
        return problem.Path is { } inside ? $"{place}: {inside}: {problem.Message}" : $"{place}: {problem.Message}";
    }
}
