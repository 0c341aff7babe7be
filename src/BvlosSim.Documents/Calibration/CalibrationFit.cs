using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Loading;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Calibration;

/// <summary>Whether the energy model of a profile suits a vehicle. Each problem points into the profile.</summary>
internal static class CalibrationFit
{
    // A profile is written with 8 decimals.
    private const double Rounding = 1e-6;

    /// <summary>Everything that does not suit, in document order; empty when it suits.</summary>
    public static ImmutableArray<Problem> ProblemsOf(BoundCalibration calibration, Vehicle vehicle) =>
        calibration.Profile.Energy is { Coefficients.IsEmpty: false } energy
            ? [.. MassProblems(calibration, energy, vehicle), .. PowerProblems(calibration, energy, vehicle), .. ConditionProblems(calibration, energy, vehicle)]
            : [];

    private static IEnumerable<Problem> MassProblems(BoundCalibration calibration, EnergyCalibration energy, Vehicle vehicle)
    {
        if (energy.ReferenceMassKg is { } massKg && !CalibrationBounds.CanHaveMass(massKg, vehicle.Mass))
        {
            yield return At(
                calibration,
                EnergyCalibrationContract.ReferenceMassKey,
                Text($"the powers hold at {massKg:0.###} kg, which this vehicle of {vehicle.Mass.EmptyKg:0.###} to {vehicle.Mass.MaxTakeoffKg:0.###} kg never weighs: calibrate again."));
        }
    }

    private static IEnumerable<Problem> PowerProblems(BoundCalibration calibration, EnergyCalibration energy, Vehicle vehicle)
    {
        DocumentNode list = Block(calibration).Find(EnergyCalibrationContract.CoefficientsKey)!;
        for (int i = 0; i < energy.Coefficients.Length; i++)
        {
            EnergyCoefficient fitted = energy.Coefficients[i];
            double? statedW = EnergyCoverage.StatedW(fitted.Parameter, vehicle.Energy);
            if (CalibrationBounds.CanHavePower(fitted.FittedValue, statedW))
                continue;
            DocumentNode written = list.Items[i].Find(EnergyCoefficientContract.ValueKey)!;
            yield return new Problem(
                ProblemTypes.ValueError,
                $"{CalibrationV2Contract.EnergyKey}.{EnergyCalibrationContract.CoefficientsKey}.{i}.{EnergyCoefficientContract.ValueKey}",
                written.Line,
                written.Column,
                Text($"{fitted.FittedValue:0.###} W is more than a factor of {CalibrationBounds.GreatestPowerFactor:0} away from the {statedW:0.###} W of the vehicle file: correct the one that is wrong."));
        }
    }

    /// <summary>
    /// Powers that were not fitted hold at the conditions of the vehicle file, and the fitted ones at those of the profile: one set of
    /// conditions cannot serve both.
    /// </summary>
    private static IEnumerable<Problem> ConditionProblems(BoundCalibration calibration, EnergyCalibration energy, Vehicle vehicle)
    {
        if (EnergyCoverage.HasEveryPower(energy, vehicle) || !energy.Coefficients.Any(c => EnergyCalibrationTokens.IsPower(c.Parameter)))
            yield break;
        if (IsOther(vehicle.Energy.ReferenceMassKg, energy.ReferenceMassKg))
            yield return Other(calibration, EnergyCalibrationContract.ReferenceMassKey, "kg", vehicle.Energy.ReferenceMassKg!.Value);
        if (IsOther(vehicle.Energy.ReferenceDensityKgm3, energy.ReferenceDensityKgm3))
            yield return Other(calibration, EnergyCalibrationContract.ReferenceDensityKey, "kg/m³", vehicle.Energy.ReferenceDensityKgm3!.Value);
    }

    private static bool IsOther(double? stated, double? fitted) =>
        stated is { } one && fitted is { } other && Math.Abs(one - other) > Rounding * one;

    private static Problem Other(BoundCalibration calibration, string key, string unit, double stated) => At(
        calibration,
        key,
        Text($"not every power was fitted, and those of the vehicle file hold at {stated:0.####} {unit}: calibrate again with this vehicle file."));

    private static Problem At(BoundCalibration calibration, string key, string message)
    {
        DocumentNode place = Block(calibration).Find(key) ?? Block(calibration);
        return new Problem(ProblemTypes.ValueError, $"{CalibrationV2Contract.EnergyKey}.{key}", place.Line, place.Column, message);
    }

    private static DocumentNode Block(BoundCalibration calibration) => calibration.Document.Root.Find(CalibrationV2Contract.EnergyKey)!;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
