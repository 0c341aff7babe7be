using System.Text;
using BvlosSim.Documents.Rendering;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>An energy calibration as Markdown.</summary>
internal static class EnergyText
{
    /// <summary>Writes the sections of an energy model and of its trial.</summary>
    public static void AppendTo(StringBuilder text, EnergyCalibration energy, HoldoutReport? holdout)
    {
        text.Append("\n## Energy\n\n");
        if (energy.Coefficients.IsEmpty)
            text.Append("No coefficient could be fitted.\n");
        else
            AppendCoefficients(text, energy);
        AppendMissing(text, energy);
        AppendFlights(text, energy);
        if (holdout is not null)
            AppendHoldout(text, holdout);
    }

    private static void AppendCoefficients(StringBuilder text, EnergyCalibration energy)
    {
        text.Append("- Powers hold at ");
        if (energy.ReferenceMassKg is { } massKg)
            text.Append(ReportText.Fixed(massKg, 3)).Append(" kg and ");
        text.Append(ReportText.Fixed(energy.ReferenceDensityKgm3!.Value, 4)).Append(" kg/m³\n");
        if (energy.FlightError is { } error)
        {
            text.Append("- Energy of a whole flight: ").Append(ReportText.Fixed(error.RmsPercent, 1)).Append(" % rms over ").Append(error.FlightCount)
                .Append(" flights; another flight is expected within ±").Append(ReportText.Fixed(error.IntervalPercent, 1)).Append(" % (")
                .Append(ReportText.Fixed(error.ConfidenceLevel * 100.0, 0)).Append(" %)\n");
        }

        text.Append('\n');
        var table = new MarkdownTable("Coefficient", "Fitted", "Unit", "95 % interval", "From", "Windows", "Flights", "Residuals rms / MAD / max %");
        foreach (EnergyCoefficient coefficient in energy.Coefficients)
        {
            int decimals = coefficient.Unit == "W" ? 1 : 3;
            table.Add(
                NameOf(coefficient.Parameter),
                ReportText.Fixed(coefficient.FittedValue, decimals),
                coefficient.Unit,
                $"{ReportText.Fixed(coefficient.ConfidenceLow, decimals)}–{ReportText.Fixed(coefficient.ConfidenceHigh, decimals)}",
                EnergyCalibrationTokens.Bases.NameOf(coefficient.Basis),
                $"{coefficient.SampleCount}",
                $"{coefficient.FlightCount}",
                $"{ReportText.Fixed(coefficient.Residuals.RmsPercent, 1)} / {ReportText.Fixed(coefficient.Residuals.MadPercent, 1)} / {ReportText.Fixed(coefficient.Residuals.MaxPercent, 1)}");
        }

        table.AppendTo(text);
        text.Append('\n');
        foreach (EnergyCoefficient coefficient in energy.Coefficients)
        {
            text.Append("- ").Append(NameOf(coefficient.Parameter)).Append(": ").Append(coefficient.Derivation).Append(" Seen at ")
                .AppendJoin("; ", coefficient.ApplicableConditions).Append(".\n");
        }
    }

    private static void AppendMissing(StringBuilder text, EnergyCalibration energy)
    {
        if (energy.NotIdentified.IsEmpty)
            return;
        text.Append("\n### Not identified\n\n");
        foreach (UnidentifiedCoefficient missing in energy.NotIdentified)
        {
            text.Append("- ").Append(NameOf(missing.Parameter)).Append(": ").Append(missing.Reason).Append(" What would tell it: ")
                .Append(missing.IdentifyingFlight).Append('\n');
        }
    }

    private static void AppendFlights(StringBuilder text, EnergyCalibration energy)
    {
        text.Append("\n### Flights\n\n");
        var table = new MarkdownTable("Trace", "Mass kg", "Energy Wh", "In the air s", "Modelled s", "Gaps", "Gap s", "No reading s", "Windows");
        foreach (EnergyFlight flight in energy.Flights)
        {
            table.Add(
                flight.TraceId,
                ReportText.Fixed(flight.MassKg),
                ReportText.Fixed(flight.EnergyWh),
                ReportText.Fixed(flight.AirborneS, 1),
                ReportText.Fixed(flight.ModelledS, 1),
                $"{flight.GapCount}",
                ReportText.Fixed(flight.GapS, 1),
                ReportText.Fixed(flight.AbsentS, 1),
                $"{flight.WindowCount}");
        }

        table.AppendTo(text);
    }

    private static void AppendHoldout(StringBuilder text, HoldoutReport holdout)
    {
        text.Append("\n## Holdout: ").Append(HoldoutOptions.Set.NameOf(holdout.Method)).Append("\n\n");
        text.Append("- Inside the stated ").Append(ReportText.Fixed(holdout.ConfidenceLevel * 100.0, 0)).Append(" % interval: energy ")
            .Append(Share(holdout.EnergyShareInside)).Append(", time ").Append(Share(holdout.TimeShareInside)).Append("\n\n");
        var table = new MarkdownTable(
            "Left out", "Predicted share %", "Energy Wh", "Predicted Wh", "Error %", "Inside", "Time s", "Predicted s", "Error %", "Inside");
        foreach (HoldoutFlight flight in holdout.Flights)
        {
            table.Add(
                [flight.TraceId, ReportText.Fixed(flight.PredictedShare * 100.0, 1), .. Cells(flight.EnergyWh), .. Cells(flight.TimeS)]);
        }

        table.AppendTo(text);
    }

    private static string[] Cells(Prediction? prediction) => prediction is null
        ? [ReportText.None, ReportText.None, ReportText.None, ReportText.None]
        :
        [
            ReportText.Fixed(prediction.Observed, 1), ReportText.Fixed(prediction.Predicted, 1), ReportText.Fixed(prediction.ErrorPercent),
            ReportText.Truth(prediction.IsInside),
        ];

    private static string Share(double? share) =>
        share is { } known ? ReportText.Fixed(known * 100.0, 0) + " % of the flights" : "not stated (fewer than four flights)";

    private static string NameOf(EnergyParameter parameter) => EnergyCalibrationTokens.Parameters.NameOf(parameter);
}
