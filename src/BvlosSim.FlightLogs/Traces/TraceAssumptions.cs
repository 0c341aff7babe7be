using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>Where the values of a trace come from, in words.</summary>
internal static class TraceAssumptions
{
    /// <summary>How the sentence on the completeness of a log begins.</summary>
    public const string Completeness = "Completeness of the log:";

    /// <summary>One sentence for each source that the records draw on.</summary>
    public static IEnumerable<string> OfSources(LogFormat format, IEnumerable<TraceRecord> records)
    {
        bool isULog = format == LogFormat.ULog;
        yield return isULog ? "Time: timestamp of each GPS message, from the first one on." : "Time: TimeUS of each GPS message, from the first one on.";
        yield return "Altitude: the receiver's, above mean sea level.";
        yield return "Speed and heading: the receiver's, over ground.";
        if (isULog)
            yield return "Battery: battery_status.";
        if (records.Any(r => r.WindEastMps is not null || r.WindNorthMps is not null))
            yield return "Wind: the autopilot's own estimate.";
    }

    /// <summary>What a trace says of the completeness of its log, in words; null when it says nothing.</summary>
    public static string? CompletenessIn(TraceProvenance provenance) =>
        provenance.ParsingAssumptions.FirstOrDefault(a => a.StartsWith(Completeness, StringComparison.Ordinal)) is { } sentence
            ? sentence[Completeness.Length..].Trim().TrimEnd('.')
            : null;

    /// <summary>What a trace states of the completeness of its log; null when it says nothing, or nothing that is known.</summary>
    public static LogCompleteness? CompletenessOf(TraceProvenance provenance) =>
        CompletenessIn(provenance) is { } stated
        && LogCompletenessTokens.Set.TryParse(string.Concat(stated.TakeWhile(char.IsAsciiLetter)).ToLowerInvariant(), out LogCompleteness completeness)
            ? completeness
            : null;
}
