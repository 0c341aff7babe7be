using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>
/// The wind in which an aircraft was seen to keep its station, for version 2 of the profile: means over windows of hover in the air. A single
/// estimate of the wind is no wind, and on the ground everything keeps its station.
/// </summary>
internal static class StationKeeping
{
    private const CalibratedParameter Parameter = CalibratedParameter.MaxStationKeepWindMps;

    /// <summary>Fits the wind.</summary>
    /// <param name="flights">The flights.</param>
    /// <param name="vehicle">The vehicle, whose own limit is never raised.</param>
    /// <param name="datasetId">Identifier of the data set.</param>
    /// <param name="allowFew">Whether fewer windows than <see cref="EnergyLimits.MinSamples"/> will do.</param>
    /// <param name="note">Why it was not fitted, for a person; null on success.</param>
    /// <returns>Null when it was not fitted.</returns>
    public static FittedParameter? Fit(
        ImmutableArray<PreparedFlight> flights, Vehicle vehicle, string datasetId, bool allowFew, out string? note)
    {
        ImmutableArray<PerformanceSample> samples =
        [
            .. flights.SelectMany(f => f.Cut.Windows).Where(IsHover).Select(w => new PerformanceSample(w.WindMps!.Value, WindSpeedMps: w.WindMps)),
        ];
        int needed = allowFew ? 1 : EnergyLimits.MinSamples;
        string name = CalibrationTokens.Parameters.NameOf(Parameter);
        if (samples.Length < needed)
        {
            note = Text($"{name} was not fitted: {samples.Length} windows of at least {EnergyLimits.WindowS:0} s, {needed} are needed. Fly more of {PerformanceFit.Requirement(Parameter)}.");
            return null;
        }

        FittedParameter fitted = PerformanceFit.Of(Parameter, samples, datasetId);
        if (vehicle.Performance.StationKeepWindMps is { } limitMps && fitted.FittedValue > limitMps)
        {
            note = Text($"{name} was not fitted: a hover in {fitted.FittedValue:0.00} m/s was seen, but the vehicle's own limit of {limitMps:0.00} m/s stays. Logs do not raise it.");
            return null;
        }

        note = null;
        return fitted with
        {
            ApplicableConditions = [Text($"Ground speed below {EnergyLimits.SlowMps:0.0} m/s.")],
            Derivation = Text($"Greatest mean wind over a window of hover of at least {EnergyLimits.WindowS:0} s: shown to be possible, not the limit."),
        };
    }

    private static bool IsHover(PowerWindow window) =>
        window.IsSample && window.WindMps is not null && window.GroundspeedMps < EnergyLimits.SlowMps && Math.Abs(window.VerticalRateMps) < EnergyLimits.LevelRateMps;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
