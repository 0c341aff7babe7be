namespace BvlosSim.Cli;

/// <summary>The exit codes of every command: the one registry that code, help and documentation quote.</summary>
internal static class ExitCode
{
    /// <summary>Done, and GO where a verdict applies.</summary>
    public const int Success = 0;

    /// <summary>The command line cannot be understood.</summary>
    public const int Usage = 2;

    /// <summary>Infeasible, NO-GO, or a comparison above its limits.</summary>
    public const int Infeasible = 10;

    /// <summary>Something is wrong with an input.</summary>
    public const int InvalidInput = 11;

    /// <summary>The inputs ask for something unsupported.</summary>
    public const int Unsupported = 12;

    /// <summary>A bug, or the output could not be written.</summary>
    public const int InternalError = 13;

    /// <summary>Ended by a signal.</summary>
    public const int Cancelled = 14;

    /// <summary>Every code with its meaning, for help and documentation.</summary>
    public static IReadOnlyList<(int Code, string Name, string Meaning)> All { get; } =
    [
        (Success, "success", "finished; where a verdict applies, the verdict is GO (or --engineering-only was given)"),
        (Usage, "usage", "the command line cannot be understood"),
        (Infeasible, "infeasible", "the mission cannot be flown within its limits, the verdict is NO-GO, or a flight differs too much from its estimate"),
        (InvalidInput, "invalid input", "something is wrong with an input file or an option value, or --no-clobber refused"),
        (Unsupported, "unsupported", "the inputs ask for something that this version cannot evaluate"),
        (InternalError, "internal error", "a bug, or the output could not be written"),
        (Cancelled, "cancelled", "ended by SIGINT, SIGTERM, SIGHUP or SIGQUIT; no partial output"),
    ];
}
