namespace BvlosSim.AtomicFiles;

/// <summary>What a caller can choose about a write.</summary>
public sealed record AtomicWriteOptions
{
    /// <summary>Replace what is there.</summary>
    public static AtomicWriteOptions Default { get; } = new();

    /// <summary>
    /// Fail with <see cref="AtomicWriteFailure.DestinationExists"/> if the name is taken by anything but a link that leads nowhere.
    /// The final answer comes from the kernel at the moment of the commit, so that of two such writes to one name exactly one
    /// succeeds. It is also given early, when the output is created, if the name is taken then.
    /// </summary>
    public bool NoClobber { get; init; }
}
