using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BvlosSim.Cli.Tests.Running;

/// <summary>
/// The commands of a page of the documentation (<c>sh</c> blocks) with the output it shows (the <c>text</c> block behind one). A line
/// <c>…</c> stands for any lines, a <c>…</c> within a line for any text; a comment <c># exit code N</c> names the exit code of the block.
/// </summary>
internal sealed record PageCommands(int Line, string Script, int ExitCode, ImmutableArray<string> Shown)
{
    private const string Elision = "…";

    /// <summary>The blocks of a page in their order.</summary>
    public static ImmutableArray<PageCommands> Of(string path)
    {
        ImmutableArray<PageCommands>.Builder blocks = ImmutableArray.CreateBuilder<PageCommands>();
        string[] lines = File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i] is not ("```sh" or "```text"))
                continue;
            int end = Array.IndexOf(lines, "```", i + 1);
            string[] body = lines[(i + 1)..end];
            if (lines[i] == "```sh")
                blocks.Add(new PageCommands(i + 1, string.Join('\n', body), ExitCodeOf(body), []));
            else
                blocks[^1] = blocks[^1] with { Shown = [.. body] };
            i = end;
        }

        return blocks.ToImmutable();
    }

    /// <summary>Runs the block in a POSIX shell.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <returns>What is wrong; null = the block does what the page says.</returns>
    public string? Run(string folder)
    {
        var info = new ProcessStartInfo("sh") { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        info.ArgumentList.Add("-c");
        info.ArgumentList.Add("exec 2>&1\nset -e\n" + Script);
        using Process process = Process.Start(info)!;
        string[] output = process.StandardOutput.ReadToEnd().Split('\n');
        process.WaitForExit();
        string told = string.Create(CultureInfo.InvariantCulture, $"line {Line}, exit code {process.ExitCode}:\n{string.Join('\n', output)}");
        if (process.ExitCode != ExitCode)
            return told;
        return MissingLine(output) is { } missing ? $"not shown: {missing}\n{told}" : null;
    }

    // Lines that nothing stands between in the page follow one another in the output too.
    private string? MissingLine(string[] output)
    {
        int at = 0;
        bool mayskip = true;
        foreach (string shown in Shown)
        {
            if (shown == Elision)
            {
                mayskip = true;
                continue;
            }

            while (mayskip && at < output.Length && !Matches(shown, output[at]))
                at++;
            if (at >= output.Length || !Matches(shown, output[at]))
                return shown;
            at++;
            mayskip = false;
        }

        return null;
    }

    private static bool Matches(string shown, string line) =>
        Regex.IsMatch(line.TrimEnd(), "^" + string.Join(".*", shown.TrimEnd().Split(Elision).Select(Regex.Escape)) + "$", RegexOptions.None, TimeSpan.FromSeconds(10));

    private static int ExitCodeOf(string[] body)
    {
        const string Mark = "# exit code ";
        string? line = body.FirstOrDefault(l => l.Contains(Mark, StringComparison.Ordinal));
        return line is null ? 0 : int.Parse(line[(line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..], CultureInfo.InvariantCulture);
    }
}
