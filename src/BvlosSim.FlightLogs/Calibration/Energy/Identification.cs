using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>Which coefficients the windows can tell, before anything is fitted; and of the others why not, and which flight would.</summary>
internal sealed class Identification
{
    private readonly SortedDictionary<EnergyParameter, UnidentifiedCoefficient> _missing = [];
    private readonly int _leastSamples;

    private Identification(int leastSamples) => _leastSamples = leastSamples;

    /// <summary>The windows that draw only powers that can be told.</summary>
    public ImmutableArray<PowerSample> Samples { get; private set; } = [];

    /// <summary>The powers that can be told.</summary>
    public ImmutableArray<EnergyParameter> Powers { get; private set; } = [];

    /// <summary>The mass exponents that can be tried.</summary>
    public ImmutableArray<EnergyParameter> MassExponents { get; private set; } = [];

    /// <summary>The density exponents that can be tried.</summary>
    public ImmutableArray<EnergyParameter> DensityExponents { get; private set; } = [];

    /// <summary>The coefficients that cannot be told, in order.</summary>
    public IEnumerable<UnidentifiedCoefficient> Missing => _missing.Values;

    /// <summary>Looks at the windows of all flights.</summary>
    /// <param name="samples">The windows.</param>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="allowFew">Whether a coefficient may rest on fewer windows than <see cref="EnergyLimits.MinSamples"/>.</param>
    public static Identification Of(ImmutableArray<PowerSample> samples, Vehicle vehicle, bool allowFew)
    {
        var identification = new Identification(allowFew ? EnergyLimits.FewestSamples : EnergyLimits.MinSamples);
        identification.LookAtPowers(samples, EnergyCoverage.PowersOf(vehicle));
        foreach (EnergyParameter cruise in (ReadOnlySpan<EnergyParameter>)[EnergyParameter.HoverPowerW, EnergyParameter.CruisePowerW])
            identification.LookAtScaling(cruise);
        return identification;
    }

    /// <summary>Takes back a coefficient that the fit could not tell after all.</summary>
    public void Withdraw(EnergyParameter parameter, string reason, string flight)
    {
        _missing[parameter] = new UnidentifiedCoefficient(parameter, reason, flight);
        MassExponents = MassExponents.Remove(parameter);
        DensityExponents = DensityExponents.Remove(parameter);
    }

    /// <summary>Takes back a power whose windows cannot be used, and the windows with it; then others may have too few.</summary>
    public void Drop(EnergyParameter power, string reason, string flight)
    {
        Withdraw(power, reason, flight);
        ImmutableArray<EnergyParameter> others = Powers.Remove(power);
        LookAtPowers([.. Samples.Where(s => s.Share.Of(power) == 0.0)], others);
    }

    /// <summary>Number of windows' worth of a power: a window that draws it half of its time counts half.</summary>
    public static double WorthOf(IEnumerable<PowerSample> samples, EnergyParameter power) => samples.Sum(s => s.Share.Of(power));

    private void LookAtPowers(ImmutableArray<PowerSample> samples, IEnumerable<EnergyParameter> powers)
    {
        ImmutableArray<EnergyParameter> wanted = [.. powers];
        // Level flight alone tells the cruise power; what climbs or descends on its way tells the vertical power only beside it.
        ImmutableArray<PowerSample> usable = samples;
        double level = samples.Count(s => s.Share.Source == EnergyParameter.CruisePowerW);
        if (level < _leastSamples)
        {
            usable = [.. usable.Where(s => s.Share.CruiseShare == 0.0)];
            if (wanted.Contains(EnergyParameter.CruisePowerW))
                Miss(EnergyParameter.CruisePowerW, level);
        }

        foreach (EnergyParameter power in wanted.Where(p => p != EnergyParameter.CruisePowerW))
        {
            double worth = WorthOf(usable, power);
            if (worth >= _leastSamples)
                continue;
            usable = [.. usable.Where(s => s.Share.Source != power)];
            Miss(power, worth);
        }

        Samples = usable;
        Powers = [.. wanted.Where(p => !_missing.ContainsKey(p))];
    }

    /// <summary>How an aircraft flies that draws a power.</summary>
    public static string MannerOf(EnergyParameter power) => power switch
    {
        EnergyParameter.HoverPowerW => "hovers (below 1.5 m/s over ground, level, away from the ground)",
        EnergyParameter.ClimbPowerW => "climbs at its climb rate, straight up or on its way",
        EnergyParameter.DescentPowerW => "descends at its descent rate, straight down or on its way",
        _ => "flies level and steadily at its cruise speed",
    };

    private void Miss(EnergyParameter power, double worth)
    {
        string manner = MannerOf(power);
        double needS = Math.Ceiling(_leastSamples - worth) * EnergyLimits.WindowS;
        _missing[power] = new UnidentifiedCoefficient(
            power,
            Text($"{worth:0.#} windows of at least {EnergyLimits.WindowS:0} s in which the aircraft {manner}; {_leastSamples} are needed."),
            Text($"A flight that {manner} for {needS:0} s more, in stretches of at least {EnergyLimits.WindowS:0} s."));
    }

    /// <summary>Looks at the exponents that a group of powers shares.</summary>
    private void LookAtScaling(EnergyParameter member)
    {
        (EnergyParameter massExponent, EnergyParameter densityExponent) = PowerLaw.ExponentsOf(member);
        bool isCruise = member == EnergyParameter.CruisePowerW;
        ImmutableArray<PowerSample> group = [.. Samples.Where(s => (s.Share.Source == EnergyParameter.CruisePowerW) == isCruise)];
        string powers = isCruise ? "cruise power" : "hover, climb and descent power";
        int flights = group.Select(s => s.Window.Log).Distinct().Count();
        if (group.IsEmpty)
        {
            const string nothing = "No power of the group is identified.";
            string first = Text($"First a flight that tells the {powers}; then flights at other masses and altitudes.");
            Withdraw(massExponent, nothing, first);
            Withdraw(densityExponent, nothing, first);
            return;
        }

        if (MassProblem(group, flights, powers) is { } mass)
            Withdraw(massExponent, mass.Reason, mass.Flight);
        else
            MassExponents = MassExponents.Add(massExponent);
        if (DensityProblem(group, flights, powers) is { } density)
            Withdraw(densityExponent, density.Reason, density.Flight);
        else
            DensityExponents = DensityExponents.Add(densityExponent);
    }

    private static (string Reason, string Flight)? MassProblem(ImmutableArray<PowerSample> group, int flights, string powers)
    {
        if (group.Any(s => s.Window.MassKg is null))
            return ("The masses flown are not known.", "None: state `mass.operating_mass_kg` of the vehicle, or `--mass-kg` for each trace.");
        double lowKg = group.Min(s => s.Window.MassKg!.Value);
        double highKg = group.Max(s => s.Window.MassKg!.Value);
        string wanted = Text($"A flight at {lowKg * EnergyLimits.MinMassRatio:0.###} kg or more, or at {highKg / EnergyLimits.MinMassRatio:0.###} kg or less, with at least {EnergyLimits.MinFlightsForScaling} flights in all that draw {powers}.");
        if (highKg / lowKg < EnergyLimits.MinMassRatio)
            return (Text($"All flights weigh between {lowKg:0.###} and {highKg:0.###} kg: {powers} at another mass was not seen."), wanted);
        return flights < EnergyLimits.MinFlightsForScaling
            ? (Text($"{flights} flights: what differs between them may be the mass or anything else."), Text($"{EnergyLimits.MinFlightsForScaling - flights} more at the lowest and the highest mass."))
            : null;
    }

    private static (string Reason, string Flight)? DensityProblem(ImmutableArray<PowerSample> group, int flights, string powers)
    {
        double low = group.Min(s => s.Window.DensityKgm3);
        double high = group.Max(s => s.Window.DensityKgm3);
        double highestM = group.Max(s => s.Window.AltitudeM);
        double lowestM = group.Min(s => s.Window.AltitudeM);
        string wanted = Text($"A flight that draws {powers} about 500 m above {lowestM:0} m or below {highestM:0} m AMSL, with at least {EnergyLimits.MinFlightsForScaling} flights in all.");
        if (high / low < EnergyLimits.MinDensityRatio)
            return (Text($"All windows lie between {lowestM:0} and {highestM:0} m AMSL: the air was everywhere about as dense."), wanted);
        return flights < EnergyLimits.MinFlightsForScaling
            ? (Text($"{flights} flights: what differs between them may be the air or anything else."), wanted)
            : null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
