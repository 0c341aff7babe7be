using System.Globalization;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>The masses that flights were flown with: no log says them.</summary>
internal static class FlownMasses
{
    /// <summary>The mass of a flight: as stated for its trace, else the vehicle's operating mass.</summary>
    /// <returns>The mass in kg; null = not known.</returns>
    public static double? Of(FlightTrace trace, EnergyCalibrationRequest request) =>
        request.Masses.FirstOrDefault(m => m.TraceId == trace.TraceId)?.MassKg ?? request.Vehicle.Mass.OperatingMassKg;

    /// <summary>What is wrong with the stated masses, for a person; null when nothing is.</summary>
    public static string? ProblemOf(EnergyCalibrationRequest request)
    {
        VehicleMass limits = request.Vehicle.Mass;
        foreach (FlownMass mass in request.Masses)
        {
            if (request.Traces.All(t => t.TraceId != mass.TraceId))
                return Text($"--mass-kg: there is no trace `{mass.TraceId}`. The traces are {string.Join(", ", request.Traces.Select(t => $"`{t.TraceId}`"))}.");
            if (!(mass.MassKg >= limits.EmptyKg && mass.MassKg <= limits.MaxTakeoffKg))
                return Text($"--mass-kg: {mass.MassKg} kg of `{mass.TraceId}` is not between the empty mass of {limits.EmptyKg} kg and the take-off mass of {limits.MaxTakeoffKg} kg of the vehicle.");
        }

        string? twice = request.Masses.GroupBy(m => m.TraceId, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any())?.Key;
        if (twice is not null)
            return Text($"--mass-kg: the mass of `{twice}` is stated more than once. State it once.");
        string? without = request.Masses.IsEmpty ? null : request.Traces.FirstOrDefault(t => Of(t, request) is null)?.TraceId;
        return without is null
            ? null
            : Text($"--mass-kg: the mass of `{without}` is not known, since the vehicle states no `mass.operating_mass_kg`. State it for every trace.");
    }

    /// <summary>Masses that are taken for granted, for a person: a wrong one makes wrong powers with narrow intervals.</summary>
    public static IEnumerable<string> DoubtsAbout(EnergyCalibrationRequest request)
    {
        string[] unstated =
        [
            .. request.Traces.Select(t => t.TraceId).Where(id => request.Masses.All(m => m.TraceId != id)).Distinct(StringComparer.Ordinal).Select(id => $"`{id}`"),
        ];
        if (unstated.Length > 0 && request.Vehicle.Mass.OperatingMassKg is { } taken)
            yield return Text($"The mass of {string.Join(", ", unstated)} is taken to be {taken} kg, the vehicle's operating mass. --mass-kg states another.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
