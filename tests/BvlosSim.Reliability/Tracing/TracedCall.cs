namespace BvlosSim.Reliability.Tracing;

/// <summary>One system call as strace shows it.</summary>
/// <param name="Name">Of the call.</param>
/// <param name="Ordinal">The how manieth call of this name in its thread: what strace's <c>when=</c> counts.</param>
/// <param name="Arguments">As strace prints them.</param>
internal sealed record TracedCall(string Name, int Ordinal, string Arguments)
{
    /// <summary>What it returned, as strace prints it; null if the thread ended or was still waiting in it.</summary>
    public string? Result { get; set; }

    /// <summary>When it began, seconds since 1970.</summary>
    public required double Time { get; init; }

    public bool IsInjected => Result?.Contains("(INJECTED)", StringComparison.Ordinal) ?? false;

    public bool Succeeded => Result is not null && !Result.StartsWith('-') && !Result.StartsWith('?');
}
