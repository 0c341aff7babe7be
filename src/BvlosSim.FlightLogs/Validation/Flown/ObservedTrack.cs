using System.Collections.Immutable;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Geodesy;

namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>The track of the flown part of a trace.</summary>
internal static class ObservedTrack
{
    /// <summary>
    /// A position counts as moved once it is so far from the last one that did: at rest the noise of a receiver, 1–3 m, would add up to
    /// kilometres of way.
    /// </summary>
    private const double StepM = 3.0;

    /// <summary>The track of a span.</summary>
    public static FlightTrack Of(ImmutableArray<TraceRecord> records, FlownSpan span, CancellationToken cancellation)
    {
        ImmutableArray<TrackPoint>.Builder points = ImmutableArray.CreateBuilder<TrackPoint>(span.RecordCount);
        TraceRecord anchor = records[span.FirstIndex];
        double startS = anchor.TimeS;
        double wayM = 0.0;
        for (int i = span.FirstIndex; i <= span.LastIndex; i++)
        {
            if (i % 4096 == 0)
                cancellation.ThrowIfCancellationRequested();
            TraceRecord record = records[i];
            double stepM = Geodesic.Inverse(anchor.LatitudeDeg, anchor.LongitudeDeg, record.LatitudeDeg, record.LongitudeDeg).DistanceM;
            if (stepM >= StepM)
            {
                wayM += stepM;
                anchor = record;
            }

            points.Add(new TrackPoint(
                record.TimeS - startS, wayM, record.LatitudeDeg, record.LongitudeDeg, record.AltitudeAmslM, record.BatteryRemainingPercent));
        }

        return new FlightTrack(points.DrainToImmutable());
    }
}
