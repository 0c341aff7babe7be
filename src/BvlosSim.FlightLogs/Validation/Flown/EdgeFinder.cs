using System.Collections.Immutable;
using BvlosSim.Documents.Rendering;
using BvlosSim.FlightLogs.Calibration.Energy;
using BvlosSim.FlightLogs.Calibration.Regression;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Geodesy;

namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>Where a trace begins or ends, and why that is believed.</summary>
/// <param name="Edge">Where.</param>
/// <param name="Why">A clause for a person; empty on the ground.</param>
internal readonly record struct FoundEdge(FlightEdge Edge, string Why);

/// <summary>
/// Tells whether a trace begins and ends on the ground, from the trace alone: missions and receivers differ in their altitudes. An aircraft
/// that moves over ground at 3 m/s and more flies. So does one that ends more than 10 m above where it began, or more than 3 m and climbing
/// or sinking, unless it draws far less power than it flew with.
/// </summary>
internal static class EdgeFinder
{
    private const double WindowS = 2.0;
    private const double HeightM = 10.0;
    private const double MovingHeightM = 3.0;

    /// <summary>Where a trace begins.</summary>
    /// <param name="records">At least two records.</param>
    public static FoundEdge Begin(ImmutableArray<TraceRecord> records)
    {
        int inside = 1;
        while (inside < records.Length - 1 && records[inside].TimeS - records[0].TimeS < WindowS)
            inside++;
        double speedMps = SpeedMps(records[0], records[inside]);
        return speedMps >= EnergyLimits.AirborneSpeedMps
            ? new FoundEdge(FlightEdge.InAir, $"at its first record the aircraft moves at {ReportText.Fixed(speedMps, 1)} m/s")
            : new FoundEdge(FlightEdge.OnGround, "");
    }

    /// <summary>Where a trace ends.</summary>
    /// <param name="trace">A trace of at least two records.</param>
    /// <param name="span">Its flown part.</param>
    public static FoundEdge End(FlightTrace trace, FlownSpan span)
    {
        ImmutableArray<TraceRecord> records = trace.Records;
        int inside = records.Length - 2;
        while (inside > 0 && records[^1].TimeS - records[inside].TimeS < WindowS)
            inside--;
        double speedMps = SpeedMps(records[inside], records[^1]);
        if (speedMps >= EnergyLimits.AirborneSpeedMps)
            return new FoundEdge(FlightEdge.InAir, $"at its last record the aircraft moves at {ReportText.Fixed(speedMps, 1)} m/s");
        double? heightM = records[^1].AltitudeAmslM - records.FirstOrDefault(r => r.AltitudeAmslM is not null).AltitudeAmslM;
        double? climbedM = records[^1].AltitudeAmslM - records[inside].AltitudeAmslM;
        bool isVertical = Math.Abs(climbedM ?? 0.0) >= EnergyLimits.LevelRateMps * (records[^1].TimeS - records[inside].TimeS);
        if (heightM <= (isVertical ? MovingHeightM : HeightM) || StandsByPower(trace, span))
            return new FoundEdge(FlightEdge.OnGround, "");
        return heightM is { } highM
            ? new FoundEdge(FlightEdge.InAir, $"its last record lies {ReportText.Fixed(highM, 1)} m above its first, and nothing shows a landing there")
            : new FoundEdge(FlightEdge.Unknown, "it has no altitude at its end, and no power that shows a landing");
    }

    /// <summary>Whether the aircraft draws at the end far less power than in flight: it stands, wherever that is.</summary>
    private static bool StandsByPower(FlightTrace trace, FlownSpan span)
    {
        if (PowerReadings.Of(trace, out _) is not { } power)
            return false;
        double flightW = Median.Of(Enumerable.Range(span.FirstIndex, span.RecordCount).Select(power.LoggedPowerW).OfType<double>());
        int last = trace.Records.Length - 1;
        for (int i = last; i >= 0; i--)
        {
            if (!(power.LoggedPowerW(i) < EnergyLimits.GroundPowerShare * flightW))
                return false;
            if (trace.Records[last].TimeS - trace.Records[i].TimeS >= EnergyLimits.GroundS)
                return true;
        }

        return false;
    }

    private static double SpeedMps(in TraceRecord from, in TraceRecord to) =>
        Geodesic.Inverse(from.LatitudeDeg, from.LongitudeDeg, to.LatitudeDeg, to.LongitudeDeg).DistanceM / (to.TimeS - from.TimeS);
}
