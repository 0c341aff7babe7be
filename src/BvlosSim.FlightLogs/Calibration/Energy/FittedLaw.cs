using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.FlightLogs.Calibration.Regression;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>Coefficients of a <see cref="PowerLaw"/> fitted to windows, with their intervals.</summary>
internal sealed class FittedLaw
{
    private const double Percent = 100.0;

    // What is below a tenth of a percent is not worth a word.
    private const double LeastToTell = 0.001;

    private readonly ImmutableArray<PowerSample> _samples;
    private readonly ImmutableArray<EnergyParameter> _free;
    private readonly HuberFit _fit;
    private readonly PowerLaw _law;

    private FittedLaw(ImmutableArray<PowerSample> samples, ImmutableArray<EnergyParameter> free, PowerLaw law, HuberFit fit)
    {
        _samples = samples;
        _free = free;
        _law = law;
        _fit = fit;
    }

    /// <summary>Fits coefficients.</summary>
    /// <param name="samples">The windows.</param>
    /// <param name="law">Receives the fitted values; holds the others.</param>
    /// <param name="free">The coefficients to fit, the powers first.</param>
    /// <param name="cancellation">Ends the fit.</param>
    /// <returns>Null when the windows do not tell them apart.</returns>
    public static FittedLaw? Of(
        ImmutableArray<PowerSample> samples, PowerLaw law, ImmutableArray<EnergyParameter> free, CancellationToken cancellation)
    {
        ImmutableArray<Observation> observations =
        [
            .. samples.Select(s => new Observation(s.Window.PowerW, s.Window.DurationS / EnergyLimits.WindowS, s.Window.Log, (int)s.Share.Source)),
        ];
        var model = new PowerMeanModel(samples, law, free);
        double[] start = [.. free.Select(p => PowerMeanModel.IsPower(p) ? Math.Log(StartOf(samples, p)) : law[p]!.Value)];
        return HuberFit.Fit(model, observations, start, cancellation) is { } fit ? new FittedLaw(samples, free, law, fit) : null;
    }

    /// <summary>A fitted coefficient.</summary>
    /// <param name="parameter">One of those fitted.</param>
    /// <param name="isAllowedFew">Whether it may rest on fewer windows than the minimum.</param>
    /// <returns>Null when the windows leave nothing to judge it by.</returns>
    public EnergyCoefficient? Coefficient(EnergyParameter parameter, bool isAllowedFew)
    {
        int unknown = _free.IndexOf(parameter);
        int[] informing = [.. Enumerable.Range(0, _samples.Length).Where(i => Informs(_samples[i], parameter))];
        int flightCount = informing.Select(i => _samples[i].Window.Log).Distinct().Count();
        ClusterVariance? byFlight = _fit.Variance(unknown, i => _samples[i].Window.Log);
        IntervalBasis basis = flightCount >= EnergyLimits.MinFlightsForIntervals && byFlight?.Effective >= EnergyLimits.MinEffectiveFlights
            ? IntervalBasis.Flights
            : IntervalBasis.Windows;
        if ((basis == IntervalBasis.Flights ? byFlight : _fit.Variance(unknown, i => i)) is not { } variance)
            return null;
        bool isPower = PowerMeanModel.IsPower(parameter);
        double error = Math.Sqrt(variance.Variance);
        double assumed = AssumedReach(parameter, informing);
        double half = (StudentT.TwoSided(EnergyLimits.ConfidenceLevel, variance.Degrees) * error) + assumed;
        double at = _fit.Unknowns[unknown];
        double value = isPower ? Math.Exp(at) : at;
        return new EnergyCoefficient
        {
            Parameter = parameter,
            FittedValue = value,
            Unit = EnergyCalibrationTokens.UnitOf(parameter),
            StandardError = isPower ? value * error : error,
            ConfidenceLevel = EnergyLimits.ConfidenceLevel,
            ConfidenceLow = isPower ? Math.Exp(at - half) : at - half,
            ConfidenceHigh = isPower ? Math.Exp(at + half) : at + half,
            Basis = basis,
            SampleCount = informing.Length,
            FlightCount = flightCount,
            MassLowKg = MassOf(informing, masses => masses.Min()),
            MassHighKg = MassOf(informing, masses => masses.Max()),
            Residuals = Residuals(informing),
            ApplicableConditions = ConditionsOf(informing),
            Derivation = Derivation(parameter, basis, assumed, isAllowedFew),
        };
    }

    /// <summary>The first coefficient whose windows contradict each other so much that nothing decides between them; null = none.</summary>
    public EnergyParameter? Undecided => _fit.Undecided() is var index and >= 0 ? _free[index] : null;

    /// <summary>Share of the windows of a power that are nowhere near it.</summary>
    /// <param name="power">One of the fitted powers.</param>
    public double StrayShare(EnergyParameter power)
    {
        int[] informing = [.. Enumerable.Range(0, _samples.Length).Where(i => Informs(_samples[i], power))];
        return informing.Length == 0
            ? 0.0
            : (double)informing.Count(i => Math.Abs(_fit.Residuals[i]) > EnergyLimits.StrayResidual) / informing.Length;
    }

    private static double StartOf(ImmutableArray<PowerSample> samples, EnergyParameter power)
    {
        double greatest = samples.Max(s => s.Share.Of(power));
        return Median.Of(samples.Where(s => s.Share.Of(power) >= 0.8 * greatest).Select(s => s.Window.PowerW));
    }

    private static bool Informs(in PowerSample sample, EnergyParameter parameter)
    {
        if (PowerMeanModel.IsPower(parameter))
            return sample.Share.Of(parameter) > 0.0;
        EnergyParameter source = sample.Share.Source;
        (EnergyParameter mass, EnergyParameter density) = PowerLaw.ExponentsOf(source);
        return parameter == mass || parameter == density;
    }

    /// <summary>
    /// How far the logarithm of a power may be off because the exponent that takes it from the masses flown to the reference mass is assumed.
    /// </summary>
    private double AssumedReach(EnergyParameter parameter, int[] informing)
    {
        if (!PowerMeanModel.IsPower(parameter) || _free.Contains(EnergyCoverage.MassExponentOf(parameter)))
            return 0.0;
        double weight = informing.Sum(i => _samples[i].Window.DurationS * _samples[i].Share.Of(parameter));
        double sum = informing.Sum(i => _samples[i].Window.DurationS * _samples[i].Share.Of(parameter) * _law.LogMass(_samples[i].Window));
        return EnergyCoverage.AssumedExponentReach * Math.Abs(sum / weight);
    }

    private double? MassOf(int[] informing, Func<IEnumerable<double>, double> pick) =>
        informing.Any(i => _samples[i].Window.MassKg is null) ? null : pick(informing.Select(i => _samples[i].Window.MassKg!.Value));

    private ResidualSummary Residuals(int[] informing)
    {
        double[] residuals = [.. informing.Select(i => _fit.Residuals[i])];
        double middle = Median.Of(residuals);
        return new ResidualSummary(
            Math.Sqrt(residuals.Sum(r => r * r) / residuals.Length) * Percent,
            Median.Of(residuals.Select(r => Math.Abs(r - middle))) * Percent,
            residuals.Max(Math.Abs) * Percent);
    }

    private ImmutableArray<string> ConditionsOf(int[] informing)
    {
        PowerWindow[] windows = [.. informing.Select(i => _samples[i].Window)];
        var conditions = new List<string>
        {
            Text($"altitude {windows.Min(w => w.AltitudeM):0} to {windows.Max(w => w.AltitudeM):0} m AMSL, air density {windows.Min(w => w.DensityKgm3):0.000} to {windows.Max(w => w.DensityKgm3):0.000} kg/m³ (standard atmosphere)"),
        };
        conditions.Add(windows.Any(w => w.MassKg is null)
            ? "masses flown not known"
            : Text($"mass {windows.Min(w => w.MassKg!.Value):0.###} to {windows.Max(w => w.MassKg!.Value):0.###} kg"));
        double[] windsMps = [.. windows.Where(w => w.WindMps is not null).Select(w => w.WindMps!.Value)];
        conditions.Add(windsMps.Length == 0 ? "wind not logged" : Text($"wind up to {windsMps.Max():0.0} m/s"));
        return [.. conditions];
    }

    private string Derivation(EnergyParameter parameter, IntervalBasis basis, double assumed, bool isAllowedFew)
    {
        string what = PowerMeanModel.IsPower(parameter)
            ? Text($"Huber M-estimator of voltage × current over windows of at least {EnergyLimits.WindowS:0} s, scaled to {Reference()}")
            : "Huber M-estimator, fitted together with the powers";
        string interval = basis == IntervalBasis.Flights
            ? "interval from the scatter between flights"
            : "interval from the scatter between windows only: too few flights of about the same length to see how they differ, so it is too narrow";
        string mass = assumed >= LeastToTell ? Text($"; widened by {assumed * Percent:0.0} %, since the mass exponent is assumed") : "";
        string few = isAllowedFew ? Text($"; fewer than {EnergyLimits.MinSamples} windows were allowed") : "";
        return $"{what}; {interval}{mass}{few}.";
    }

    private string Reference() => _law.Reference.MassKg is { } massKg
        ? Text($"{massKg:0.###} kg and {_law.Reference.DensityKgm3:0.0000} kg/m³")
        : Text($"{_law.Reference.DensityKgm3:0.0000} kg/m³");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
