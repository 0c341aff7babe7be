using System.Collections.Immutable;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.FlightLogs.Validation.Flown;

namespace BvlosSim.FlightLogs.Validation.Terms;

/// <summary>One of the two flights that are held against each other, with what only one kind of source knows.</summary>
/// <param name="Track">The track.</param>
/// <param name="AirspeedMps">True airspeed in m/s at a time in seconds since its start; null = not known.</param>
/// <param name="EnergyUpToWh">Energy drawn up to a time in Wh; null = not measured.</param>
internal sealed record FlightSide(FlightTrack Track, Func<double, double?> AirspeedMps, Func<double, double>? EnergyUpToWh)
{
    /// <summary>The predicted flight; null without legs.</summary>
    public static FlightSide? Predicted(EstimateResult estimate, CancellationToken cancellation)
    {
        if (PredictedTrack.Of(estimate, cancellation) is not { } track)
            return null;
        double[] ends = new double[estimate.Legs.Length];
        double timeS = 0.0;
        for (int i = 0; i < ends.Length; i++)
            ends[i] = timeS += estimate.Legs[i].TimeS;
        double? capacityWh = estimate.Energy?.BatteryCapacityWh;
        return new FlightSide(
            track,
            atS => LegAt(estimate.Legs, ends, atS).TasMps,
            capacityWh is { } wh ? atS => (100.0 - track.AtTime(atS).BatteryPercent!.Value) / 100.0 * wh : null);
    }

    /// <summary>The observed flight; null when the trace has no record. Where the aircraft never left, all records are taken.</summary>
    public static FlightSide? Observed(FlightTrace trace, CancellationToken cancellation)
    {
        if (trace.Records.IsEmpty)
            return null;
        FlownSpan span = FlownSpan.Of(trace.Records) ?? new FlownSpan(0, trace.Records.Length - 1);
        ImmutableArray<TraceRecord> records = trace.Records.Slice(span.FirstIndex, span.RecordCount);
        FlightTrack track = ObservedTrack.Of(trace.Records, span, cancellation);
        return new FlightSide(track, atS => Airspeed(records[track.IndexAt(atS)]), DrawnEnergy.Of(trace, span) is { } energy ? energy.UpToWh : null);
    }

    private static Leg LegAt(ImmutableArray<Leg> legs, double[] ends, double atS)
    {
        int index = Array.BinarySearch(ends, atS);
        return legs[Math.Min(index < 0 ? ~index : index, legs.Length - 1)];
    }

    /// <summary>The velocity over ground less that of the air.</summary>
    private static double? Airspeed(in TraceRecord record)
    {
        if (record is not { GroundspeedMps: { } speed, TrackDeg: { } trackDeg, WindEastMps: { } windEast, WindNorthMps: { } windNorth })
            return null;
        (double east, double north) = Math.SinCos(trackDeg * Math.PI / 180.0);
        return Geodesy.Hypotenuse.Of((speed * east) - windEast, (speed * north) - windNorth);
    }
}
