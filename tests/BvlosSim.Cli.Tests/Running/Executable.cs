using System.Diagnostics;
using System.Text;

namespace BvlosSim.Cli.Tests.Running;

/// <summary>The outcome of a run of the program.</summary>
internal sealed record RunOutcome(int ExitCode, byte[] StandardOutput, string StandardError)
{
    public string Text => Encoding.UTF8.GetString(StandardOutput);
}

/// <summary>
/// The real executable under test: the one of the build beside the tests, or any other that BVLOS_SIM_BIN names, such as
/// the ahead-of-time compiled one.
/// </summary>
internal static class Executable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static string Path { get; } = System.Environment.GetEnvironmentVariable("BVLOS_SIM_BIN") is { Length: > 0 } given
        ? System.IO.Path.GetFullPath(given)
        : System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "bvlos-sim.exe" : "bvlos-sim");

    public static RunOutcome Run(string folder, params string[] arguments) => Run(folder, new Dictionary<string, string?>(), arguments);

    public static RunOutcome Run(string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        using Process process = Start(folder, environment, arguments);
        using var output = new MemoryStream();
        Task copying = process.StandardOutput.BaseStream.CopyToAsync(output);
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            throw new TimeoutException("The program does not end: " + string.Join(' ', arguments));
        }

        copying.GetAwaiter().GetResult();
        return new RunOutcome(process.ExitCode, output.ToArray(), error.GetAwaiter().GetResult());
    }

    public static Process Start(string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        // Signals that the parent of the tests ignores would stay ignored in the program under test.
        bool resetSignals = OperatingSystem.IsLinux();
        var info = new ProcessStartInfo(resetSignals ? "/usr/bin/env" : Path)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        info.Environment["BVLOS_SIM_TOOL_VERSION"] = "test";
        foreach ((string name, string? value) in environment)
            info.Environment[name] = value;
        string[] prefix = resetSignals ? ["--default-signal=HUP,INT,TERM,QUIT", Path] : [];
        foreach (string argument in (string[])[.. prefix, .. arguments])
            info.ArgumentList.Add(argument);
        return Process.Start(info)!;
    }
}
