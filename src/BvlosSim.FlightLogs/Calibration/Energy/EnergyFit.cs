using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>The fit of the energy model to windows of flights.</summary>
internal sealed class EnergyFit
{
    private readonly Identification _identification;
    private readonly PowerLaw _start;
    private readonly bool _isAllowedFew;
    private readonly CancellationToken _cancellation;
    private readonly List<EnergyCoefficient> _coefficients = [];
    private PowerLaw _law;

    private EnergyFit(Identification identification, PowerLaw law, bool allowFew, CancellationToken cancellation)
    {
        _identification = identification;
        _start = law;
        _law = law.Copy();
        _isAllowedFew = allowFew;
        _cancellation = cancellation;
    }

    /// <summary>The energy model with every power that was identified.</summary>
    public PowerLaw Law => _law;

    /// <summary>The fitted coefficients in order.</summary>
    public ImmutableArray<EnergyCoefficient> Coefficients => [.. _coefficients.OrderBy(c => c.Parameter)];

    /// <summary>The coefficients that are not identified, in order.</summary>
    public ImmutableArray<UnidentifiedCoefficient> NotIdentified => [.. _identification.Missing];

    /// <summary>The windows that the fit used.</summary>
    public ImmutableArray<PowerSample> Samples => _identification.Samples;

    /// <summary>Fits the model.</summary>
    /// <param name="windows">The windows of all flights.</param>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="rates">Its speeds, as far as fitted from the same flights.</param>
    /// <param name="allowFew">Whether a coefficient may rest on fewer windows than <see cref="EnergyLimits.MinSamples"/>.</param>
    /// <param name="cancellation">Ends the fit.</param>
    public static EnergyFit Of(
        ImmutableArray<PowerWindow> windows, Vehicle vehicle, FlownRates rates, bool allowFew, CancellationToken cancellation)
    {
        ImmutableArray<PowerSample> samples =
        [
            .. windows.Select(w => (Window: w, Share: PowerShare.OfSample(w, rates)))
                .Where(p => p.Share is not null)
                .Select(p => new PowerSample(p.Window, p.Share!.Value)),
        ];
        Identification identification = Identification.Of(samples, vehicle, allowFew);
        var law = new PowerLaw(vehicle.Energy, Conditions(identification.Samples, vehicle));
        var fit = new EnergyFit(identification, law, allowFew, cancellation);
        if (identification.Powers.Length > 0)
            fit.Run();
        return fit;
    }

    /// <summary>The conditions at which the powers are to hold: those of the vehicle file where it states them, else those of the flights.</summary>
    private static ReferenceConditions Conditions(ImmutableArray<PowerSample> samples, Vehicle vehicle)
    {
        double densityKgm3 = vehicle.Energy.ReferenceDensityKgm3
            ?? (samples.IsEmpty ? double.NaN : Math.Round(Mean(samples, s => s.Window.DensityKgm3), 4));
        if (samples.IsEmpty || samples.Any(s => s.Window.MassKg is null))
            return new ReferenceConditions(null, densityKgm3);
        return new ReferenceConditions(
            vehicle.Energy.ReferenceMassKg ?? vehicle.Mass.OperatingMassKg ?? Math.Round(Mean(samples, s => s.Window.MassKg!.Value), 3), densityKgm3);
    }

    private static double Mean(ImmutableArray<PowerSample> samples, Func<PowerSample, double> value) =>
        samples.Sum(s => value(s) * s.Window.DurationS) / samples.Sum(s => s.Window.DurationS);

    private void Run()
    {
        FitScaling(_identification.MassExponents);
        ImmutableArray<EnergyParameter> free = [.. _identification.Powers, .. _identification.MassExponents];
        FittedLaw? fitted = FittedLaw.Of(_identification.Samples, _law, free, _cancellation);
        if (fitted is null)
        {
            // The windows of two powers are always the same mixture, which no fit takes apart.
            const string reason = "The windows do not tell the powers apart.";
            foreach (EnergyParameter power in _identification.Powers)
                Withdraw(power, reason, "A flight that draws each power for some time on its own.");
            foreach (EnergyParameter exponent in (EnergyParameter[])[.. _identification.MassExponents, .. _identification.DensityExponents])
                _identification.Withdraw(exponent, reason, "First flights that tell the powers.");
            return;
        }

        if (Unusable(fitted) is var (unusable, why))
        {
            // Its windows pulled at what they share with the others: these are fitted again without them.
            _identification.Drop(unusable, why, $"A flight that {Identification.MannerOf(unusable)}, with a battery monitor that can be trusted.");
            _law = _start.Copy();
            if (_identification.Powers.Length > 0)
                Run();
            else
                WithdrawBareExponents();
            return;
        }

        foreach (EnergyParameter parameter in free)
            Keep(parameter, fitted.Coefficient(parameter, _isAllowedFew));
        CheckDensity(free);
        WithdrawBareExponents();
    }

    /// <summary>A power whose windows cannot all be of one manner of flight, and why.</summary>
    private (EnergyParameter Power, string Reason)? Unusable(FittedLaw fitted)
    {
        if (fitted.Undecided is { } undecided && PowerMeanModel.IsPower(undecided))
            return (undecided, "Its windows contradict each other.");
        foreach (EnergyParameter power in _identification.Powers)
        {
            double stray = fitted.StrayShare(power);
            if (stray > EnergyLimits.MaxStrayShare)
            {
                return (power, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{stray * 100.0:0} % of its windows are more than {EnergyLimits.StrayResidual * 100.0:0} % away from any one power: they are not all of one manner of flight."));
            }
        }

        return null;
    }

    private void Keep(EnergyParameter parameter, EnergyCoefficient? told)
    {
        if (told is null)
            Withdraw(parameter, "The windows leave nothing to judge it by.", "More flights.");
        else if (PowerMeanModel.IsPower(parameter) && EnergyCoverage.Reach(told) > EnergyLimits.MaxPowerReach)
            WithdrawPower(told);
        else
            _coefficients.Add(told);
    }

    private void Withdraw(EnergyParameter parameter, string reason, string flight)
    {
        _identification.Withdraw(parameter, reason, flight);
        if (PowerMeanModel.IsPower(parameter))
            _law[parameter] = null;
    }

    /// <summary>Takes a power back that the flights leave too wide open to plan with.</summary>
    private void WithdrawPower(EnergyCoefficient told) => Withdraw(
        told.Parameter,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The flights leave it anywhere from {told.ConfidenceLow:0} to {told.ConfidenceHigh:0} W."),
        string.Create(
            CultureInfo.InvariantCulture,
            $"More flights of about the same length{AboutTheMass()}, at least {EnergyLimits.MinFlightsForIntervals} in all, each of which {Identification.MannerOf(told.Parameter)}."));

    private string AboutTheMass() =>
        _law.Reference.MassKg is { } massKg ? string.Create(CultureInfo.InvariantCulture, $" at about {massKg:0.###} kg") : "";

    /// <summary>An exponent without any power that it scales says nothing.</summary>
    private void WithdrawBareExponents()
    {
        EnergyParameter[] exponents =
            [.. _coefficients.Select(c => c.Parameter).Where(p => !PowerMeanModel.IsPower(p)), .. _identification.MassExponents, .. _identification.DensityExponents];
        foreach (EnergyParameter exponent in exponents)
        {
            bool scales = _coefficients.Any(c => PowerMeanModel.IsPower(c.Parameter)
                && PowerLaw.ExponentsOf(c.Parameter) is var (mass, density) && (exponent == mass || exponent == density));
            if (scales)
                continue;
            _coefficients.RemoveAll(c => c.Parameter == exponent);
            _identification.Withdraw(exponent, "No power of the group is identified.", "First flights that tell the powers.");
        }
    }

    /// <summary>Tries the mass exponents, and keeps those that the flights tell well enough.</summary>
    private void FitScaling(ImmutableArray<EnergyParameter> exponents)
    {
        foreach (EnergyParameter exponent in exponents)
        {
            ImmutableArray<EnergyParameter> free = [.. _identification.Powers, .. _identification.MassExponents];
            EnergyCoefficient? told = FittedLaw.Of(_identification.Samples, _law.Copy(), free, _cancellation)?.Coefficient(exponent, _isAllowedFew);
            if (told is not null && ExponentProblem(told, mustBePositive: true) is null)
                continue;
            WithdrawExponent(exponent, told, mustBePositive: true);
        }
    }

    /// <summary>Holds the model's fixed density law against the flights; the powers stay those of the law.</summary>
    private void CheckDensity(ImmutableArray<EnergyParameter> free)
    {
        foreach (EnergyParameter exponent in _identification.DensityExponents)
        {
            EnergyCoefficient? told = FittedLaw.Of(_identification.Samples, _law.Copy(), [.. free, exponent], _cancellation)
                ?.Coefficient(exponent, _isAllowedFew);
            if (told is not null && ExponentProblem(told, mustBePositive: false) is null)
                _coefficients.Add(told);
            else
                WithdrawExponent(exponent, told, mustBePositive: false);
        }
    }

    private void WithdrawExponent(EnergyParameter exponent, EnergyCoefficient? told, bool mustBePositive)
    {
        bool isMass = exponent is EnergyParameter.InducedPowerMassExponent or EnergyParameter.CruisePowerMassExponent;
        string reason = told is null ? "The flights do not tell it apart from the powers." : ExponentProblem(told, mustBePositive)!;
        _identification.Withdraw(
            exponent,
            reason,
            isMass ? "More flights at the lowest and the highest mass, or at masses further apart." : "More flights at altitudes further apart.");
    }

    private static string? ExponentProblem(EnergyCoefficient told, bool mustBePositive)
    {
        if (told.ConfidenceHigh - told.ConfidenceLow > 2.0 * EnergyLimits.MaxExponentHalfWidth)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The flights leave it anywhere from {told.ConfidenceLow:0.##} to {told.ConfidenceHigh:0.##}.");
        }

        return mustBePositive && told.FittedValue <= 0.0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The flights give {told.FittedValue:0.##}: a heavier aircraft would need no more power. Look at the masses stated.")
            : null;
    }
}
