namespace BvlosSim.Reliability.FaultMatrix;

/// <summary>What happens to a run at a call.</summary>
internal enum Fault
{
    /// <summary>SIGKILL at the entry of the call.</summary>
    Kill,

    /// <summary>SIGTERM at the entry of the call, which goes on.</summary>
    Term,

    /// <summary>The call hangs, and SIGTERM comes meanwhile.</summary>
    HangAndTerm,

    /// <summary>The call fails with EIO.</summary>
    InputOutputError,

    /// <summary>The call fails with ENOSPC.</summary>
    DiskFull,

    /// <summary>The call fails with EINTR.</summary>
    Interrupted,

    /// <summary>The call reports to have written a byte and has written none.</summary>
    LostByte,
}

/// <summary>How faults are named and injected, and which make no sense where.</summary>
internal static class Faults
{
    public static readonly IReadOnlyList<Fault> All = Enum.GetValues<Fault>();

    public static string Title(Fault fault) => fault switch
    {
        Fault.Kill => "SIGKILL",
        Fault.Term => "SIGTERM",
        Fault.HangAndTerm => "hangs, SIGTERM",
        Fault.InputOutputError => "EIO",
        Fault.DiskFull => "ENOSPC",
        Fault.Interrupted => "EINTR",
        _ => "lost byte",
    };

    /// <summary>The effect as strace wants it, for all that need no helper outside.</summary>
    public static string Injection(Fault fault) => fault switch
    {
        Fault.Kill => "signal=KILL",
        Fault.Term => "signal=TERM",
        Fault.InputOutputError => "error=EIO",
        Fault.DiskFull => "error=ENOSPC",
        Fault.Interrupted => "error=EINTR",
        Fault.LostByte => "retval=1",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    /// <summary>Why a fault is not injected into a call; null if it is.</summary>
    public static string? WhyNot(Fault fault, RecordedCall call, Scenario scenario)
    {
        if (fault == Fault.LostByte)
            return call.Name == "write" ? null : "only a write can lose a byte";
        if (call.Stage == Stage.End && fault is not (Fault.Kill or Fault.Term))
            return "the last calls of the process touch no file: only signals are of interest there";
        if (scenario.StandingFault is { } standing && standing.StartsWith(call.Name + ":", StringComparison.Ordinal))
            return "the call fails in every run of this scenario";
        return null;
    }
}
