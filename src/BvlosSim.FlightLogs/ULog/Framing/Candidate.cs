namespace BvlosSim.FlightLogs.ULog.Framing;

/// <summary>What a place in a log looks like.</summary>
internal enum Likelihood
{
    /// <summary>No message begins here.</summary>
    Impossible,

    /// <summary>A message may begin here; nothing in it can be checked.</summary>
    Possible,

    /// <summary>A message begins here: what can be checked of it is right.</summary>
    Sound,

    /// <summary>A log begins here.</summary>
    Header,

    /// <summary>Nothing is left.</summary>
    End,
}

/// <summary>What begins at a place in a log.</summary>
/// <param name="Likelihood">What it looks like.</param>
/// <param name="LengthBytes">Its length with the header, as it states itself.</param>
/// <param name="IsTorn">Whether the log, or this part of it, ends before that.</param>
internal readonly record struct Candidate(Likelihood Likelihood, int LengthBytes, bool IsTorn)
{
    /// <summary>One or two bytes at the end: of the header of a message.</summary>
    public static Candidate Stub(int bytes) => new(Likelihood.Possible, bytes, IsTorn: true);

    /// <summary>Whether it is a whole message that passed every check.</summary>
    public bool IsWhole => Likelihood == Likelihood.Sound && !IsTorn;
}
