using BvlosSim.Reliability.Running;
using BvlosSim.Reliability.Tracing;

namespace BvlosSim.Reliability.FaultMatrix;

/// <summary>A state of the output folder in which the program is started.</summary>
/// <param name="Name">For the report.</param>
/// <param name="HasEarlier">A file has the name already.</param>
internal sealed record Scenario(string Name, bool HasEarlier)
{
    public const uint OtherUser = 54321;

    private const string NoExclusiveRename = "renameat2:error=ENOSYS";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("new file", false),
        new("existing file", true),
        new("existing file through a link", true) { ThroughLink = true },
        new("existing file of another user", true) { NeedsSuperuser = true },
        new("existing file after a killed run", true) { AfterKilledRun = true },
        new("--no-clobber, new file", false) { NoClobber = true },
        new("--no-clobber without exclusive rename", false) { NoClobber = true, StandingFault = NoExclusiveRename },
    ];

    /// <summary>The destination is named by a link in another folder.</summary>
    public bool ThroughLink { get; private init; }

    /// <summary>A killed run to the same destination has left its temporary file.</summary>
    public bool AfterKilledRun { get; private init; }

    public bool NoClobber { get; private init; }

    public bool NeedsSuperuser { get; private init; }

    /// <summary>A fault of the file system that every run of this scenario meets; null = none.</summary>
    public string? StandingFault { get; private init; }

    /// <summary>The standing fault as strace wants it.</summary>
    public IEnumerable<string> StandingFaults => StandingFault is null ? [] : [StandingFault];
}

/// <summary>What a killed run has left, to be put in place again and again.</summary>
internal sealed record AbandonedFile(string Name, byte[] Content)
{
    /// <summary>Kills a run right before it gives its file the name.</summary>
    public static AbandonedFile Make(Bench bench)
    {
        OutputFolder output = bench.NewOutput(hasEarlier: true);
        Strace.Run(bench, output.Path + ".trace", bench.Inputs.ShortWithReason.To(output.Destination), "rename:signal=KILL:when=1");
        string name = output.Others().Single();
        return new AbandonedFile(name, File.ReadAllBytes(System.IO.Path.Combine(output.Path, name)));
    }
}
