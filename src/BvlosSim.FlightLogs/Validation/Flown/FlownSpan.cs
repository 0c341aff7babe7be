using System.Collections.Immutable;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Geodesy;

namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>
/// The records of a trace between leaving the ground and being back on it. An aircraft has left once it is 3 m above or below, or 10 m
/// beside, where the log begins; it is back once it stays within these bounds of where the log ends. Of a log that begins or ends in
/// flight no more than these bounds are cut.
/// </summary>
/// <param name="FirstIndex">Index of the last record before it left.</param>
/// <param name="LastIndex">Index of the first record after it was back.</param>
public sealed record FlownSpan(int FirstIndex, int LastIndex)
{
    private const double HeightM = 3.0;
    private const double DistanceM = 10.0;

    /// <summary>Number of records.</summary>
    public int RecordCount => LastIndex - FirstIndex + 1;

    /// <summary>Finds the span.</summary>
    /// <param name="records">The records of the trace.</param>
    /// <returns>Null when the aircraft never left.</returns>
    internal static FlownSpan? Of(ImmutableArray<TraceRecord> records)
    {
        int left = 1;
        while (left < records.Length && IsAt(records[0], records[left]))
            left++;
        if (left >= records.Length)
            return null;
        int back = records.Length - 2;
        while (back > left && IsAt(records[^1], records[back]))
            back--;
        return new FlownSpan(left - 1, back + 1);
    }

    private static bool IsAt(in TraceRecord place, in TraceRecord record) =>
        !(Math.Abs((record.AltitudeAmslM - place.AltitudeAmslM) ?? 0.0) > HeightM)
        && Geodesic.Inverse(place.LatitudeDeg, place.LongitudeDeg, record.LatitudeDeg, record.LongitudeDeg).DistanceM <= DistanceM;
}
