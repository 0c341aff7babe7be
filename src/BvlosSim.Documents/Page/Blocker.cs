namespace BvlosSim.Documents.Page;

/// <summary>What kind of thing stands in the way of a GO; the gravest first.</summary>
internal enum BlockerKind
{
    /// <summary>The estimate could not be made, or the flight cannot be flown.</summary>
    Failure,

    /// <summary>A check failed.</summary>
    FailedCheck,

    /// <summary>A warning is not accepted.</summary>
    Warning,

    /// <summary>A check had nothing to go by.</summary>
    MissingEvidence,
}

/// <summary>Something that stands in the way of a GO.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Size">How much is missing, as a share of the limit; orders the blockers of a kind.</param>
/// <param name="Title">What.</param>
/// <param name="Detail">By how much and where, or what to supply.</param>
internal sealed record Blocker(BlockerKind Kind, double Size, string Title, string Detail);
