using System.Globalization;
using System.Text;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Estimation.GroundRisk;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Rendering;

/// <summary>The intrinsic ground risk of a flight, leg by leg.</summary>
public static class GroundRiskText
{
    private const int GreatestClass = 7;

    /// <summary>Renders the report.</summary>
    public static byte[] Render(EstimatorEnvelope envelope)
    {
        var text = new StringBuilder();
        text.Append("# Ground risk: ").Append(envelope.Subject).Append("\n\n");
        if (envelope.Result?.GroundRisk is { } risk)
            Append(text, risk);
        else
            text.Append("The ground risk was not computed: it needs a population grid, the vehicle's dimension, and a flight that passes every other check.\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, GroundRiskResult risk)
    {
        if (risk.BufferM <= 0.0)
        {
            text.Append("**Without a declared footprint this is a figure of the centre line, not an iGRC in the sense of SORA.**\n\n");
        }

        text.Append("- Characteristic dimension: ").Append(risk.CharacteristicDimensionM is { } d ? ReportText.Fixed(d) + " m" : "-").Append('\n');
        text.Append("- SORA version: ").Append(SoraTokens.Version).Append('\n');
        text.Append("- Assessment buffer: ").Append(ReportText.Fixed(risk.BufferM)).Append(" m\n");
        text.Append("- Numerical dilation: ").Append(ReportText.Fixed(risk.NumericalDilationM)).Append(" m\n");
        text.Append("- Mission iGRC: ").Append(Class(risk.MissionClass)).Append("\n\n");
        var table = new MarkdownTable("Leg", "Item", "Max density (ppl/km²)", "iGRC");
        foreach (LegGroundRisk leg in risk.Legs)
        {
            table.Add(
                leg.Leg.LegIndex.ToString(CultureInfo.InvariantCulture), leg.Leg.Item.Id, ReportText.Fixed(leg.MaxDensityPplKm2), Class(leg.Class));
        }

        table.AppendTo(text);
    }

    private static string Class(int risk) =>
        risk.ToString(CultureInfo.InvariantCulture) + (risk > GreatestClass ? " (above 7: outside the method)" : "");
}
