using System.Diagnostics;

namespace BvlosSim.AtomicFiles.Tests.Support;

/// <summary>Starts <see cref="Program"/>.</summary>
internal static class Child
{
    private const int PatienceMilliseconds = 60_000;

    /// <summary>Runs it to its end.</summary>
    public static (int ExitCode, string Errors) Run(params string[] arguments)
    {
        using Process process = Start(arguments);
        return WaitForEnd(process);
    }

    /// <summary>Runs it inside a shell, for its redirections; the program is <c>"$@"</c> there.</summary>
    public static (int ExitCode, string Errors) RunInShell(string script, params string[] arguments)
    {
        ProcessStartInfo start = Prepare("/bin/sh");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        start.ArgumentList.Add("sh");
        foreach (string argument in CommandLine(arguments))
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        return WaitForEnd(process);
    }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public static Process StartAndWaitUntilReady(params string[] arguments)
    {
        Process process = Start(arguments);
        string? line = process.StandardError.ReadLine();
        Assert.Equal("ready", line);
        return process;
    }

    /// <summary>Ends it at once, as nothing but the kernel can.</summary>
    public static void Kill(Process process)
    {
        process.Kill();
        Assert.True(process.WaitForExit(PatienceMilliseconds), "the killed process did not end");
    }

    private static (int ExitCode, string Errors) WaitForEnd(Process process)
    {
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(PatienceMilliseconds))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("the child process did not end");
        }

        return (process.ExitCode, errors.GetAwaiter().GetResult());
    }

    private static Process Start(string[] arguments)
    {
        IReadOnlyList<string> command = CommandLine(arguments);
        ProcessStartInfo start = Prepare(command[0]);
        foreach (string argument in command.Skip(1))
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static ProcessStartInfo Prepare(string file) => new(file) { RedirectStandardError = true, UseShellExecute = false };

    private static IReadOnlyList<string> CommandLine(string[] arguments)
    {
        string assembly = typeof(Child).Assembly.Location;
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string host = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "dotnet"));
        return [host, "exec", assembly, .. arguments];
    }
}
