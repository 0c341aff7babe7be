using System.Collections.Immutable;
using BvlosSim.Documents.Rendering;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.FlightLogs.Validation.Flown;
using BvlosSim.FlightLogs.Validation.Terms;

namespace BvlosSim.FlightLogs.Validation.Page;

/// <summary>A value of both flights over time.</summary>
/// <param name="Id">Name of the drawing.</param>
/// <param name="Title">Heading.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Planned">The prediction.</param>
/// <param name="Flown">The observation.</param>
/// <param name="Note">What the reader should know.</param>
internal sealed record FlightChart(string Id, string Title, string Unit, ChartLine Planned, ChartLine Flown, string Note)
{
    /// <summary>A value that must not be fallen below; null = none.</summary>
    public (double Value, string Name)? Floor { get; init; }
}

/// <summary>The charts of a page.</summary>
internal static class FlightCharts
{
    /// <summary>Altitude, ground speed and battery.</summary>
    public static ImmutableArray<FlightChart> Of(ValidationRequest request, FlightPair pair)
    {
        ImmutableArray<TraceRecord> records = Flown(request.Trace);
        FlightTrack? predicted = pair.Predicted;
        FlightTrack? observed = pair.Observed;
        double stepS = pair.Coverage.Gaps.LongestStepS;
        (double, string)? reserve = request.Estimate.Energy is { } energy
            ? (energy.ReserveThresholdPercent, $"reserve of {ReportText.Fixed(energy.ReserveThresholdPercent, 0)} %") : null;
        return
        [
            new("altitude", "Altitude", "m AMSL", Line(predicted, p => p.AltitudeAmslM), Line(observed, p => p.AltitudeAmslM, stepS), "Altitude above mean sea level: of the flight, that of its receiver."),
            new("speed", "Ground speed", "m/s", PlannedSpeed(predicted), ChartLine.Of(Timed(records, r => r.GroundspeedMps), stepS), "Of the prediction, the way over the time from one of its points to the next."),
            new("battery", "Battery", "% charge left", Line(predicted, p => p.BatteryPercent), Line(observed, p => p.BatteryPercent, stepS), "Of the prediction, of the capacity on the label; of the flight, what the charge gauge says.")
            {
                Floor = reserve,
            },
        ];
    }

    private static ImmutableArray<TraceRecord> Flown(FlightTrace trace) =>
        FlownSpan.Of(trace.Records) is { } span ? trace.Records.Slice(span.FirstIndex, span.RecordCount) : trace.Records;

    private static ChartLine Line(FlightTrack? track, Func<TrackPoint, double?> value, double longestStepS = double.PositiveInfinity) =>
        ChartLine.Of(track is null ? [] : track.Points.Select(p => (p.TimeS, value(p))), longestStepS);

    private static IEnumerable<(double TimeS, double? Value)> Timed(ImmutableArray<TraceRecord> records, Func<TraceRecord, double?> value) =>
        records.Select(r => (r.TimeS - records[0].TimeS, value(r)));

    private static ChartLine PlannedSpeed(FlightTrack? track)
    {
        List<(double TimeS, double? Value)> steps = [];
        for (int i = 1; i < (track?.Points.Length ?? 0); i++)
        {
            (TrackPoint from, TrackPoint to) = (track!.Points[i - 1], track.Points[i]);
            if (to.TimeS <= from.TimeS)
                continue;
            double speedMps = (to.WayM - from.WayM) / (to.TimeS - from.TimeS);
            steps.Add((from.TimeS, speedMps));
            steps.Add((to.TimeS, speedMps));
        }

        return ChartLine.Of(steps);
    }
}
