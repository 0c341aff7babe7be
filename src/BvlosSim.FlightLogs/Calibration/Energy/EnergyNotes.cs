using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>What a person should know of an energy calibration, one sentence each.</summary>
internal static class EnergyNotes
{
    /// <summary>Notes for the profile.</summary>
    public static IEnumerable<string> Of(
        EnergyCalibration energy, ImmutableArray<PreparedFlight> flights, EnergyCalibrationRequest request, int distinctTraces)
    {
        if (distinctTraces < request.Traces.Length)
            yield return Text($"{request.Traces.Length - distinctTraces} traces were given more than once and count once.");
        foreach (PreparedFlight flight in flights)
        {
            EnergyFlight flown = flight.Cut.Flight;
            if (flight.Cut.IsCurrentTurned)
                yield return Text($"`{flown.TraceId}` counts a drawn current as negative: its sign was turned.");
            if (flown.GapCount > 0)
                yield return Text($"`{flown.TraceId}` has {flown.GapCount} gaps of {flown.GapS:0.0} s in all: their energy is not known and not made up.");
            if (flown.AbsentS > 0.0)
                yield return Text($"`{flown.TraceId}` has no usable power reading for {flown.AbsentS:0.0} s of {flown.AirborneS:0.0} s in the air.");
            if (flight.Cut.StuckS > 0.0)
                yield return Text($"`{flown.TraceId}` logs exactly the same current for {flight.Cut.StuckS:0.0} s while the voltage changes: it is stuck, and not read.");
            if (flown.AirborneS == 0.0)
                yield return Text($"`{flown.TraceId}` was not seen in the air: no record is 5 m above the ground of its start, or faster than 3 m/s.");
        }

        foreach (string disagreement in DensityDisagreements(energy))
            yield return disagreement;
        if (!EnergyCoverage.IsComplete(energy, request.Vehicle))
            yield return Missing(energy, request.Vehicle);
    }

    /// <summary>Warnings for whoever runs the calibration.</summary>
    public static IEnumerable<string> Doubts(EnergyCalibration energy, Vehicle vehicle)
    {
        foreach (UnidentifiedCoefficient missing in energy.NotIdentified.Where(m => EnergyCoverage.PowersOf(vehicle).Contains(m.Parameter)))
            yield return Text($"{EnergyCalibrationTokens.Parameters.NameOf(missing.Parameter)} is not identified: {missing.Reason} {missing.IdentifyingFlight}");
        if (!energy.Coefficients.IsEmpty && !EnergyCoverage.IsComplete(energy, vehicle))
            yield return Missing(energy, vehicle);
        foreach (string refusal in Refusals(energy, vehicle))
            yield return refusal;
        foreach (string disagreement in DensityDisagreements(energy))
            yield return disagreement;
        if (energy.Coefficients.Any(c => c.Basis == IntervalBasis.Windows))
            yield return Text($"Fewer than {EnergyLimits.MinFlightsForIntervals} flights of about the same length: intervals do not hold what differs from flight to flight.");
    }

    /// <summary>Traces that are of one log, for a person.</summary>
    public static IEnumerable<string> SharedLogs(ImmutableArray<FlightTrace> traces)
    {
        foreach (IGrouping<string, FlightTrace> log in traces.GroupBy(t => t.Provenance.RawLogSha256, StringComparer.OrdinalIgnoreCase))
        {
            if (log.Skip(1).Any())
                yield return Text($"{log.Count()} traces are of one log ({log.First().Provenance.RawLogFilename}): they count as one flight in intervals, and are left out together.");
        }
    }

    /// <summary>What an estimate will refuse of the profile.</summary>
    private static IEnumerable<string> Refusals(EnergyCalibration energy, Vehicle vehicle)
    {
        const string consequence = "an estimate refuses such a profile. Look at the vehicle file and the logs.";
        if (energy.ReferenceMassKg is { } massKg && !CalibrationBounds.CanHaveMass(massKg, vehicle.Mass))
            yield return Text($"The vehicle's reference mass of {massKg:0.###} kg is one that it never has: {consequence}");
        if (energy.ReferenceDensityKgm3 is { } densityKgm3 && !CalibrationBounds.CanHaveDensity(densityKgm3))
            yield return Text($"The vehicle's reference density of {densityKgm3:0.###} kg/m³ is one that no air has: {consequence}");
        foreach (EnergyCoefficient power in energy.Coefficients)
        {
            double? statedW = EnergyCoverage.StatedW(power.Parameter, vehicle.Energy);
            if (!CalibrationBounds.CanHavePower(power.FittedValue, statedW))
                yield return Text($"{EnergyCalibrationTokens.Parameters.NameOf(power.Parameter)} is {power.FittedValue:0} W by the flights and {statedW:0} W by the vehicle file: {consequence}");
        }
    }

    private static string Missing(EnergyCalibration energy, Vehicle vehicle)
    {
        IEnumerable<string> powers = EnergyCoverage.PowersOf(vehicle)
            .Select(p => (Power: p, Doubt: EnergyCoverage.DoubtAbout(p, energy, vehicle)))
            .Where(p => p.Doubt is not null)
            .Select(p => $"{EnergyCalibrationTokens.Parameters.NameOf(p.Power)} {Fault(p.Power, p.Doubt!.Value, energy, vehicle)}");
        return $"Not every power of the vehicle was fitted well enough ({string.Join(", ", powers)}): an estimate with this profile still says"
            + " that the energy model is uncalibrated, unless the vehicle file says where its powers come from.";
    }

    private static string Fault(EnergyParameter power, PowerDoubt doubt, EnergyCalibration energy, Vehicle vehicle)
    {
        EnergyCoefficient? fitted = energy.Coefficients.FirstOrDefault(c => c.Parameter == power);
        return doubt switch
        {
            PowerDoubt.Missing => "missing",
            PowerDoubt.FewFlights => "from too few flights",
            PowerDoubt.MassUnknown => vehicle.Mass.OperatingMassKg is null
                ? "for a vehicle without `mass.operating_mass_kg`"
                : "from flights of masses not known",
            PowerDoubt.MassNotFlown => Text($"from flights of {fitted!.MassLowKg:0.###} to {fitted.MassHighKg:0.###} kg for {vehicle.Mass.OperatingMassKg:0.###} kg, with an assumed mass exponent"),
            _ => Text($"known within ±{EnergyCoverage.ReachAt(vehicle.Mass.OperatingMassKg!.Value, fitted!, energy) * 100.0:0} % where ±{EnergyCoverage.MaxReach * 100.0:0} % are needed"),
        };
    }

    private static IEnumerable<string> DensityDisagreements(EnergyCalibration energy)
    {
        foreach (EnergyCoefficient coefficient in energy.Coefficients)
        {
            double? model = coefficient.Parameter switch
            {
                EnergyParameter.InducedPowerDensityExponent => PowerLaw.InducedDensityExponent,
                EnergyParameter.CruisePowerDensityExponent => PowerLaw.CruiseDensityExponent,
                _ => null,
            };
            if (model is { } fixedAt && (fixedAt < coefficient.ConfidenceLow || fixedAt > coefficient.ConfidenceHigh))
                yield return Text($"{EnergyCalibrationTokens.Parameters.NameOf(coefficient.Parameter)}: the flights give {coefficient.FittedValue:0.00} ({coefficient.ConfidenceLow:0.00} to {coefficient.ConfidenceHigh:0.00}), the model holds {fixedAt:0.0}: trust the powers near {energy.ReferenceDensityKgm3:0.000} kg/m³ only.");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
