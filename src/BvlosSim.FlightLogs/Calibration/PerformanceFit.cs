using System.Collections.Immutable;
using BvlosSim.Documents.Rendering;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration;

/// <summary>Makes one value of the samples of a parameter: their mean, or for the station-keeping wind their maximum.</summary>
internal static class PerformanceFit
{
    /// <summary>Fits.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="samples">Its samples, at least one.</param>
    /// <param name="datasetId">Identifier of the data set.</param>
    public static FittedParameter Of(CalibratedParameter parameter, ImmutableArray<PerformanceSample> samples, string datasetId)
    {
        double mean = samples.Sum(s => s.ValueMps) / samples.Length;
        double low = samples.Min(s => s.ValueMps);
        double high = samples.Max(s => s.ValueMps);
        return new FittedParameter
        {
            Parameter = parameter,
            FittedValue = parameter == CalibratedParameter.MaxStationKeepWindMps ? high : mean,
            Unit = "m/s",
            SampleCount = samples.Length,
            // The contract calls the range of the samples their confidence.
            ConfidenceLow = low,
            ConfidenceHigh = high,
            Spread = Math.Sqrt(samples.Sum(s => (s.ValueMps - mean) * (s.ValueMps - mean)) / samples.Length),
            CalibrationDatasetVersion = datasetId,
            ApplicableConditions = [Condition(parameter, samples)],
            Derivation = Derivation(parameter),
        };
    }

    /// <summary>What a trace must hold so that a parameter can be fitted, for a person.</summary>
    public static string Requirement(CalibratedParameter parameter) => parameter switch
    {
        CalibratedParameter.CruiseSpeedMps => "transit with ground speed, course and wind",
        CalibratedParameter.ClimbRateMps => "a climb of 0.5 m/s or more with altitudes",
        CalibratedParameter.DescentRateMps => "a descent of 0.5 m/s or more with altitudes",
        _ => "a loiter with wind",
    };

    private static string Derivation(CalibratedParameter parameter) => parameter switch
    {
        CalibratedParameter.CruiseSpeedMps => "Mean airspeed of the records in transit: ground speed less wind, as vectors.",
        CalibratedParameter.ClimbRateMps => "Mean rate between neighbouring records of takeoff and climb.",
        CalibratedParameter.DescentRateMps => "Mean rate between neighbouring records of descent and landing.",
        _ => "Greatest wind among the records that kept their station: shown to be possible, not the limit.",
    };

    private static string Condition(CalibratedParameter parameter, ImmutableArray<PerformanceSample> samples) => parameter switch
    {
        CalibratedParameter.CruiseSpeedMps => $"Wind up to {ReportText.Fixed(samples.Max(s => s.WindSpeedMps))} m/s.",
        CalibratedParameter.MaxStationKeepWindMps => "Ground speed below 1.5 m/s, or not logged.",
        _ => $"Altitudes from {ReportText.Fixed(samples.Min(s => s.LowAltitudeAmslM))} to {ReportText.Fixed(samples.Max(s => s.HighAltitudeAmslM))} m AMSL.",
    };
}
