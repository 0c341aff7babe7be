using System.Collections.Immutable;
using BvlosSim.Documents.Rendering;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>How much of a flight its trace holds.</summary>
public sealed record FlightCoverage
{
    /// <summary>What the trace states of its log; null = nothing.</summary>
    public required LogCompleteness? Completeness { get; init; }

    /// <summary>Where the trace begins; null when the aircraft never leaves its place.</summary>
    public required FlightEdge? Begins { get; init; }

    /// <summary>Where the trace ends; null when the aircraft never leaves its place.</summary>
    public required FlightEdge? Ends { get; init; }

    /// <summary>The gaps of the flown part; of a trace that never leaves its place, of all of it.</summary>
    public required RecordGaps Gaps { get; init; }

    /// <summary>What a person should know of begin, end and gaps, one sentence each.</summary>
    public required ImmutableArray<string> Cautions { get; init; }

    /// <summary>All that a person should know, one sentence each.</summary>
    public ImmutableArray<string> Notes => Completeness switch
    {
        LogCompleteness.Truncated => ["The log was truncated: what came after its last record is not known.", .. Cautions],
        LogCompleteness.Damaged => ["The log was damaged: what it lost is not compared.", .. Cautions],
        _ => Cautions,
    };

    /// <summary>Why the errors prove nothing of the flight as a whole, whatever they are; a clause each.</summary>
    public ImmutableArray<string> Objections =>
    [
        .. Completeness == LogCompleteness.Truncated ? (ReadOnlySpan<string>)["the log was truncated"] : [],
        .. Begins == FlightEdge.InAir ? (ReadOnlySpan<string>)["the log begins in the air"] : [],
        .. Ends switch
        {
            FlightEdge.InAir => (ReadOnlySpan<string>)["the log ends in the air"],
            FlightEdge.Unknown => ["nothing shows that the log ends on the ground"],
            _ => [],
        },
    ];

    /// <summary>Looks at a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="span">Its flown part; null = it never leaves its place.</param>
    internal static FlightCoverage Of(FlightTrace trace, FlownSpan? span)
    {
        FoundEdge? begin = span is null ? null : EdgeFinder.Begin(trace.Records);
        FoundEdge? end = span is null ? null : EdgeFinder.End(trace, span);
        ImmutableArray<TraceRecord> flown = span is null ? trace.Records : trace.Records.Slice(span.FirstIndex, span.RecordCount);
        RecordGaps gaps = flown.IsEmpty ? new RecordGaps([], 0.0) : RecordGaps.Of(flown);
        return new FlightCoverage
        {
            Completeness = TraceAssumptions.CompletenessOf(trace.Provenance),
            Begins = begin?.Edge,
            Ends = end?.Edge,
            Gaps = gaps,
            Cautions =
            [
                .. begin is { Edge: FlightEdge.InAir } early ? (ReadOnlySpan<string>)[$"The log begins in the air: {early.Why}. What came before is not compared."] : [],
                .. end is { Edge: not FlightEdge.OnGround } late
                    ? (ReadOnlySpan<string>)[$"{(late.Edge == FlightEdge.InAir ? "The log ends in the air" : "Nothing shows that the log ends on the ground")}: {late.Why}. What came after is not compared."]
                    : [],
                .. gaps.Gaps.IsEmpty ? (ReadOnlySpan<string>)[] : [NoteOn(gaps, flown[^1].TimeS - flown[0].TimeS)],
            ],
        };
    }

    private static string NoteOn(RecordGaps gaps, double durationS)
    {
        RecordGap longest = gaps.Gaps.MaxBy(g => g.DurationS);
        string which = gaps.Gaps.Length == 1
            ? $"A gap of {ReportText.Fixed(longest.DurationS, 1)} s between records, from {ReportText.Fixed(longest.FromS, 1)} s"
            : $"{gaps.Gaps.Length} gaps between records, {ReportText.Fixed(gaps.TotalS, 1)} s in all, the longest {ReportText.Fixed(longest.DurationS, 1)} s from {ReportText.Fixed(longest.FromS, 1)} s";
        return $"{which} after the start: nothing is known of {ReportText.Fixed(100.0 * gaps.TotalS / durationS, 1)} % of the time. Drawings and alignment leave that out; the totals bridge it by a straight line.";
    }
}
