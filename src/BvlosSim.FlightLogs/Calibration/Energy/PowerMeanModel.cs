using BvlosSim.FlightLogs.Calibration.Regression;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>A window that the fit uses.</summary>
/// <param name="Window">The window.</param>
/// <param name="Share">The powers it draws.</param>
internal readonly record struct PowerSample(PowerWindow Window, PowerShare Share);

/// <summary>The power of windows as a function of some coefficients of a <see cref="PowerLaw"/>: the logarithms of powers, and exponents.</summary>
internal sealed class PowerMeanModel : IMeanModel
{
    private readonly IReadOnlyList<PowerSample> _samples;
    private readonly PowerLaw _law;
    private readonly IReadOnlyList<EnergyParameter> _free;

    /// <summary>Prepares the model.</summary>
    /// <param name="samples">The windows.</param>
    /// <param name="law">Reference conditions and the coefficients that are held; its free ones change with every evaluation.</param>
    /// <param name="free">The coefficients to fit.</param>
    public PowerMeanModel(IReadOnlyList<PowerSample> samples, PowerLaw law, IReadOnlyList<EnergyParameter> free)
    {
        _samples = samples;
        _law = law;
        _free = free;
    }

    /// <inheritdoc />
    public int UnknownCount => _free.Count;

    /// <summary>Whether a coefficient is fitted as its logarithm.</summary>
    public static bool IsPower(EnergyParameter parameter) => EnergyCalibrationTokens.IsPower(parameter);

    /// <inheritdoc />
    public double Mean(int observation, ReadOnlySpan<double> unknowns, Span<double> slopes)
    {
        for (int k = 0; k < _free.Count; k++)
            _law[_free[k]] = IsPower(_free[k]) ? Math.Exp(unknowns[k]) : unknowns[k];
        PowerSample sample = _samples[observation];
        double other = Part(sample, sample.Share.Source);
        double cruise = sample.Share.Source == EnergyParameter.CruisePowerW ? 0.0 : Part(sample, EnergyParameter.CruisePowerW);
        double mean = other + cruise;
        for (int k = 0; k < _free.Count; k++)
        {
            double slope = Slope(_free[k], sample, sample.Share.Source, other);
            if (cruise > 0.0)
                slope += Slope(_free[k], sample, EnergyParameter.CruisePowerW, cruise);
            slopes[k] = slope / mean;
        }

        return mean;
    }

    /// <summary>The part of a window's mean power that a source draws, W.</summary>
    private double Part(in PowerSample sample, EnergyParameter source)
    {
        double share = sample.Share.Of(source);
        return share > 0.0 ? share * _law.PowerW(source, sample.Window)!.Value : 0.0;
    }

    private double Slope(EnergyParameter parameter, in PowerSample sample, EnergyParameter source, double partW)
    {
        if (parameter == source)
            return partW;
        (EnergyParameter mass, EnergyParameter density) = PowerLaw.ExponentsOf(source);
        if (parameter == mass)
            return partW * _law.LogMass(sample.Window);
        return parameter == density ? partW * _law.LogDensity(source, sample.Window) : 0.0;
    }
}
