using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.Situations;

/// <summary>File systems that are really full, read-only, or mounted in the way: no injected faults.</summary>
internal static class RefusingFileSystems
{
    private const string NotPermitted = "mounting is not permitted here";

    public static void Run(Bench bench)
    {
        var rows = new List<string>();
        foreach ((string name, Func<Bench, string?> check) in (IEnumerable<(string, Func<Bench, string?>)>)
        [
            ("a disk that becomes full in the middle of the file", FullDisk),
            ("a disk without room for one more name", NoMoreNames),
            ("a read-only file system", ReadOnly),
            ("a destination that is a mounted single file", MountedFile),
            ("a device that is always full", FullDevice),
        ])
        {
            string? problem = check(bench);
            if (problem == NotPermitted)
                bench.Tally.Skip($"{name}: {NotPermitted}");
            else
                bench.Tally.Settle(name, problem);
            string outcome = problem is null ? "exit 13, error envelope, earlier file kept, nothing left" : "VIOLATION";
            rows.Add($"{name} | {(problem == NotPermitted ? "skipped: " + NotPermitted : outcome)}");
        }

        bench.Report.Heading("File systems that refuse");
        bench.Report.Table("situation | outcome", rows);
    }

    private static string? FullDisk(Bench bench) => OnTmpfs(bench, "size=256k");

    // The root of the file system and the earlier file are two.
    private static string? NoMoreNames(Bench bench) => OnTmpfs(bench, "nr_inodes=2");

    private static string? OnTmpfs(Bench bench, string options)
    {
        string at = bench.NewCase();
        using Mount? mount = Mount.Try(at, "-t", "tmpfs", "-o", options, "tmpfs");
        return mount is null ? NotPermitted : Write(bench, OutputFolder.Create(at, hasEarlier: true));
    }

    private static string? ReadOnly(Bench bench)
    {
        string at = bench.NewCase();
        using Mount? mount = Mount.Try(at, "-t", "tmpfs", "tmpfs");
        if (mount is null)
            return NotPermitted;
        var output = OutputFolder.Create(at, hasEarlier: true);
        mount.Remount("ro");
        return Write(bench, output);
    }

    private static string? MountedFile(Bench bench)
    {
        OutputFolder output = bench.NewOutput(hasEarlier: true);
        string elsewhere = Path.Combine(bench.NewCase(), "mounted");
        File.WriteAllBytes(elsewhere, OutputFolder.EarlierContent);
        using Mount? mount = Mount.Try(output.Destination, "--bind", elsewhere);
        return mount is null ? NotPermitted : Write(bench, output, reason: "mount");
    }

    private static string? FullDevice(Bench bench)
    {
        Outcome outcome = bench.Run(bench.Inputs.Large.To("/dev/full"));
        return outcome.ExitCode == Promise.NotWritten ? null : $"exit {outcome.ExitCode} where 13 was right: {outcome.Error}";
    }

    private static string? Write(Bench bench, OutputFolder output, string reason = "")
    {
        Outcome outcome = bench.Run(bench.Inputs.Large.To(output.Destination));
        return RefusedWrite.Problem(outcome, output)
            ?? (outcome.Error.Contains(reason, StringComparison.Ordinal) ? null : $"standard error does not name the cause: {outcome.Error}");
    }
}
