namespace BvlosSim.Documents.Loading;

/// <summary>A date-time of a document: the clock reading to the microsecond and its offset from UTC.</summary>
/// <param name="Local">The clock reading as written.</param>
/// <param name="Offset">The offset from UTC; null when none was written.</param>
public sealed record DocumentTime(DateTime Local, TimeSpan? Offset);
