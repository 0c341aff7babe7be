using BvlosSim.FlightLogs.Calibration;
using BvlosSim.FlightLogs.Calibration.Energy;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Tests.Calibration.Energy;

/// <summary>Calibrations of synthetic flights.</summary>
internal static class Calibrations
{
    public static EnergyCalibrationRequest Request(IEnumerable<SyntheticFlight> flights) => new()
    {
        Vehicle = SyntheticFlight.Guess,
        Traces = [.. flights.Select(f => f.Fly())],
        Masses = [.. flights.Select(f => new FlownMass(f.TraceId, f.MassKg))],
        CalibrationId = "c",
        ToolVersion = "test",
    };

    public static CalibrationProfile Fit(EnergyCalibrationRequest request)
    {
        CalibrationOutcome? outcome = VehicleEnergyCalibration.Fit(request, out string? refusal, CancellationToken.None);
        Assert.Null(refusal);
        return outcome!.Profile;
    }

    public static CalibrationProfile Fit(params IEnumerable<SyntheticFlight> flights) => Fit(Request([.. flights]));

    public static string Refused(EnergyCalibrationRequest request)
    {
        Assert.Null(VehicleEnergyCalibration.Fit(request, out string? refusal, CancellationToken.None));
        return refusal!;
    }

    /// <summary>Flights that differ in their noise alone.</summary>
    public static IEnumerable<SyntheticFlight> Alike(int count, ulong seed = 1) =>
        Enumerable.Range(0, count).Select(i => new SyntheticFlight { TraceId = $"f{i}", Seed = seed + (1000 * (ulong)i) });

    /// <summary>Flights at three masses and three altitudes.</summary>
    public static IEnumerable<SyntheticFlight> Varied(int count, ulong seed = 1) =>
        Alike(count, seed).Select((f, i) => f with { MassKg = 4.4 + (0.8 * (i % 3)), GroundM = 100.0 + (700.0 * (i / 3 % 3)) });

    public static EnergyCoefficient Of(this CalibrationProfile profile, EnergyParameter parameter) =>
        profile.Energy!.Coefficients.Single(c => c.Parameter == parameter);

    public static UnidentifiedCoefficient Missing(this CalibrationProfile profile, EnergyParameter parameter) =>
        profile.Energy!.NotIdentified.Single(c => c.Parameter == parameter);

    public static EnergyParameter[] Fitted(this CalibrationProfile profile) => [.. profile.Energy!.Coefficients.Select(c => c.Parameter)];

    public static double TrueValue(EnergyParameter parameter) => parameter switch
    {
        EnergyParameter.HoverPowerW => SyntheticFlight.Truth.Energy.HoverPowerW!.Value,
        EnergyParameter.ClimbPowerW => SyntheticFlight.Truth.Energy.ClimbPowerW!.Value,
        EnergyParameter.CruisePowerW => SyntheticFlight.Truth.Energy.CruisePowerW,
        EnergyParameter.DescentPowerW => SyntheticFlight.Truth.Energy.DescentPowerW!.Value,
        EnergyParameter.InducedPowerMassExponent => SyntheticFlight.Truth.Energy.InducedPowerMassExponent,
        EnergyParameter.CruisePowerMassExponent => SyntheticFlight.Truth.Energy.CruisePowerMassExponent,
        EnergyParameter.InducedPowerDensityExponent => 0.5,
        _ => 1.0,
    };
}
