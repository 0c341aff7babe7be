using System.Text;
using BvlosSim.Documents.Rendering;
using BvlosSim.FlightLogs.Calibration.Energy;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration;

/// <summary>A <see cref="CalibrationProfile"/> as Markdown.</summary>
internal static class CalibrationText
{
    /// <summary>Renders the profile.</summary>
    public static byte[] Markdown(CalibrationProfile profile)
    {
        var text = new StringBuilder();
        text.Append("# Calibration: ").Append(profile.CalibrationId).Append("\n\n");
        text.Append("- Base vehicle: ").Append(profile.BaseVehicleId).Append('\n');
        text.Append("- Data set: ").Append(profile.Provenance.CalibrationDatasetVersion).Append('\n');
        text.Append("- Source traces: ").AppendJoin(", ", profile.Provenance.SourceTraceIds).Append('\n');
        text.Append("- Tool version: ").Append(profile.Provenance.ToolVersion).Append('\n');
        text.Append("\n## Parameters\n\n");
        if (profile.Parameters.IsEmpty)
            text.Append("Nothing could be fitted.\n");
        else
            AppendParameters(text, profile);
        if (profile.Energy is { } energy)
            EnergyText.AppendTo(text, energy, profile.Holdout);
        if (!profile.Notes.IsEmpty)
            text.Append("\n## Notes\n\n");
        foreach (string note in profile.Notes)
            text.Append("- ").Append(ReportText.OneLine(note)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AppendParameters(StringBuilder text, CalibrationProfile profile)
    {
        var table = new MarkdownTable("Parameter", "Fitted", "Unit", "Low–high", "Spread", "Samples");
        foreach (FittedParameter parameter in profile.Parameters)
        {
            table.Add(
                NameOf(parameter),
                ReportText.Fixed(parameter.FittedValue),
                parameter.Unit,
                $"{ReportText.Fixed(parameter.ConfidenceLow)}–{ReportText.Fixed(parameter.ConfidenceHigh)}",
                ReportText.Fixed(parameter.Spread),
                $"{parameter.SampleCount}");
        }

        table.AppendTo(text);
        text.Append('\n');
        foreach (FittedParameter parameter in profile.Parameters)
        {
            text.Append("- ").Append(NameOf(parameter)).Append(": ").Append(parameter.Derivation);
            foreach (string condition in parameter.ApplicableConditions)
                text.Append(' ').Append(condition);
            text.Append('\n');
        }
    }

    private static string NameOf(FittedParameter parameter) => CalibrationTokens.Parameters.NameOf(parameter.Parameter);
}
