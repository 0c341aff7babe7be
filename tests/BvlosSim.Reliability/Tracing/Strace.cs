using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.Tracing;

/// <summary>Runs the program under strace, which records its system calls and can make one of them fail.</summary>
internal static class Strace
{
    // With "?", since not every processor has every one of them.
    private const string Watched =
        "?open,?openat,?openat2,?creat,?stat,?lstat,?fstat,?newfstatat,?statx,?access,?faccessat,?faccessat2,?readlink,?readlinkat,"
        + "?getdents,?getdents64,?write,?pwrite64,?writev,?ftruncate,?truncate,?fallocate,?fsync,?fdatasync,?close,"
        + "?chmod,?fchmod,?fchmodat,?chown,?fchown,?fchownat,?rename,?renameat,?renameat2,?link,?linkat,?symlink,?symlinkat,"
        + "?unlink,?unlinkat,?mkdir,?mkdirat,?rmdir,?flock,?fcntl,?utimensat,?rt_sigaction,?exit_group";

    public static bool IsThere { get; } = Tool.Exists("strace", "-V");

    /// <summary>Starts the program.</summary>
    /// <param name="bench">Where the program is.</param>
    /// <param name="trace">Where the trace goes.</param>
    /// <param name="arguments">Of the program.</param>
    /// <param name="injections">Such as <c>fsync:error=EIO:when=1</c>.</param>
    public static RunningProgram Start(Bench bench, string trace, IEnumerable<string> arguments, params IEnumerable<string> injections)
    {
        IEnumerable<string> inject = injections.SelectMany(IEnumerable<string> (injection) => ["-e", "inject=" + injection]);
        return RunningProgram.Start(
            "strace",
            ["-f", "-y", "-ttt", "-o", trace, "-e", "trace=" + Watched, .. inject, bench.Options.Executable, .. arguments],
            bench.Inputs.Folder);
    }

    /// <summary>Runs the program to its end.</summary>
    public static (Outcome Outcome, Trace Trace) Run(Bench bench, string trace, IEnumerable<string> arguments, params IEnumerable<string> injections)
    {
        using RunningProgram program = Start(bench, trace, arguments, injections);
        Outcome outcome = program.Wait();
        return (outcome, Trace.Read(trace));
    }
}
