using System.Collections.Immutable;
using System.Text;
using BvlosSim.Cli.Outputs;
using BvlosSim.Documents.Preflight;
using BvlosSim.Values;

namespace BvlosSim.Cli.Running;

/// <summary>How <c>--validate-only</c> reports.</summary>
internal enum PreflightFormat
{
    /// <summary>A line per file.</summary>
    Text,

    /// <summary>The report as canonical JSON.</summary>
    Json,
}

/// <summary>The tokens of <see cref="PreflightFormat"/>.</summary>
internal static class PreflightFormats
{
    /// <summary>The tokens, the default first.</summary>
    public static ClosedSet<PreflightFormat> Set { get; } = new((PreflightFormat.Text, "text"), (PreflightFormat.Json, "json"));
}

/// <summary>Reports what <c>--validate-only</c> found.</summary>
internal static class PreflightReport
{
    /// <summary>Prints the report.</summary>
    /// <param name="command">Name of the command.</param>
    /// <param name="checks">The checks in contract order.</param>
    /// <param name="format">How to report.</param>
    /// <param name="cancellation">Ends a slow write.</param>
    /// <returns>The exit code.</returns>
    public static int Print(string command, ImmutableArray<FileCheck> checks, PreflightFormat format, CancellationToken cancellation)
    {
        foreach (FileCheck failed in checks.Where(c => !c.IsOk))
            PrintFailure(failed);
        bool ok = checks.All(c => c.IsOk);
        byte[] report = format == PreflightFormat.Json ? PreflightJson.Render(command, checks) : ok ? Lines(checks) : [];
        if (report.Length > 0 && OutputTarget.Print(report, out string reason, cancellation) == Delivery.Failed)
        {
            HumanText.Line(reason);
            return ExitCode.InternalError;
        }

        return ok ? ExitCode.Success : ExitCode.InvalidInput;
    }

    private static void PrintFailure(FileCheck check)
    {
        HumanText.Line($"{check.Role}: {check.Path}: FAILED ({check.Failure!.Message})");
        if (check.Failure.Error is { Problems.IsEmpty: false } error)
            HumanText.Refusal(error);
        if (check.Failure.VectorError is { Problems.IsEmpty: false } vector)
            HumanText.Refusal(vector.Path, vector.Message, vector.Problems);
    }

    private static byte[] Lines(ImmutableArray<FileCheck> checks)
    {
        var text = new StringBuilder();
        foreach (FileCheck check in checks.Where(c => !c.IsAsset))
        {
            string note = check.Note is { } remark ? $" (note: {remark})" : "";
            text.Append(check.Role).Append(": ").Append(check.Path).Append(": OK").Append(note).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
