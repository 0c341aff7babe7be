namespace BvlosSim.FlightLogs.Reading;

/// <summary>What a log is read for.</summary>
internal enum ReadingPurpose
{
    /// <summary>To make a trace of it: every row is kept, and what the contract refuses is refused.</summary>
    Trace,

    /// <summary>To tell what it holds: without the rows that only a trace needs, and whatever its damage.</summary>
    Summary,
}
