using System.Collections.Immutable;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Geodesy;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration;

/// <summary>One observation of a performance value.</summary>
/// <param name="ValueMps">The value, m/s.</param>
/// <param name="WindSpeedMps">Wind speed at that moment, m/s; null = not part of the observation.</param>
/// <param name="LowAltitudeAmslM">Lower altitude of the observation, metres AMSL; null = not part of it.</param>
/// <param name="HighAltitudeAmslM">Upper altitude of the observation, metres AMSL; null = not part of it.</param>
public readonly record struct PerformanceSample(
    double ValueMps, double? WindSpeedMps = null, double? LowAltitudeAmslM = null, double? HighAltitudeAmslM = null);

/// <summary>
/// Collects what traces tell of the performance of an aircraft. It decides what is a sample; what is made of them is
/// <see cref="PerformanceFit"/>'s.
/// </summary>
internal static class PerformanceSamples
{
    /// <summary>Least rate of a climb or descent, m/s.</summary>
    public const double MinRateMps = 0.5;

    /// <summary>Ground speed from which an aircraft no longer keeps its station, m/s.</summary>
    public const double StationSpeedMps = 1.5;

    /// <summary>The samples of a parameter in a trace, in order of time.</summary>
    public static IEnumerable<PerformanceSample> Of(CalibratedParameter parameter, FlightTrace trace, PhaseSegments segments) =>
        segments.Segments.SelectMany(s => Of(parameter, trace.Records, s));

    private static IEnumerable<PerformanceSample> Of(CalibratedParameter parameter, ImmutableArray<TraceRecord> records, PhaseSegment segment) =>
        (parameter, segment.Phase) switch
        {
            (CalibratedParameter.CruiseSpeedMps, FlightPhase.Transit) => CruiseSpeeds(records, segment),
            (CalibratedParameter.ClimbRateMps, FlightPhase.Takeoff or FlightPhase.Climb) => Rates(records, segment, sign: 1.0),
            (CalibratedParameter.DescentRateMps, FlightPhase.Descent or FlightPhase.Landing) => Rates(records, segment, sign: -1.0),
            (CalibratedParameter.MaxStationKeepWindMps, FlightPhase.Loiter) => StationWinds(records, segment),
            _ => [],
        };

    /// <summary>The true airspeed of every record that has ground speed, track and wind.</summary>
    private static IEnumerable<PerformanceSample> CruiseSpeeds(ImmutableArray<TraceRecord> records, PhaseSegment segment)
    {
        for (int i = segment.StartIndex; i <= segment.EndIndex; i++)
        {
            if (Airspeed.Of(records[i]) is { } airspeedMps)
                yield return new PerformanceSample(airspeedMps, WindSpeedMps: Hypotenuse.Of(records[i].WindEastMps!.Value, records[i].WindNorthMps!.Value));
        }
    }

    /// <summary>The rate between every two neighbours of the segment, in the direction of the sign.</summary>
    private static IEnumerable<PerformanceSample> Rates(ImmutableArray<TraceRecord> records, PhaseSegment segment, double sign)
    {
        for (int i = segment.StartIndex + 1; i <= segment.EndIndex; i++)
        {
            if (records[i - 1].AltitudeAmslM is not { } fromM || records[i].AltitudeAmslM is not { } toM)
                continue;
            double rateMps = sign * ((toM - fromM) / (records[i].TimeS - records[i - 1].TimeS));
            if (rateMps >= MinRateMps)
                yield return new PerformanceSample(rateMps, null, Math.Min(fromM, toM), Math.Max(fromM, toM));
        }
    }

    /// <summary>The wind at every record that keeps its station, as far as its ground speed tells.</summary>
    private static IEnumerable<PerformanceSample> StationWinds(ImmutableArray<TraceRecord> records, PhaseSegment segment)
    {
        for (int i = segment.StartIndex; i <= segment.EndIndex; i++)
        {
            TraceRecord record = records[i];
            if (record is not { WindEastMps: { } eastMps, WindNorthMps: { } northMps } || record.GroundspeedMps >= StationSpeedMps)
                continue;
            double windMps = Hypotenuse.Of(eastMps, northMps);
            yield return new PerformanceSample(windMps, WindSpeedMps: windMps);
        }
    }
}
