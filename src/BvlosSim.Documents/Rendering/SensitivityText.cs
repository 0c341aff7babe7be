using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Sensitivity;

namespace BvlosSim.Documents.Rendering;

/// <summary>How the landing reserve answers to power, wind and battery, as Markdown.</summary>
public static class SensitivityText
{
    private const int Parameters = 3;

    /// <summary>Renders the report.</summary>
    /// <param name="envelope">The outcome of the baseline.</param>
    /// <param name="sweep">The sweep around it.</param>
    public static byte[] Render(EstimatorEnvelope envelope, SensitivityResult sweep)
    {
        var text = new StringBuilder();
        text.Append("# Energy Reserve Sensitivity: ").Append(envelope.Subject).Append("\n\n");
        text.Append("Status: ").Append(SensitivityTokens.Verdicts.NameOf(sweep.Verdict).ToUpperInvariant());
        text.Append(" - ").Append(Explain(sweep.Verdict)).Append('\n');
        text.Append("Baseline reserve: ").Append(BaselineReserve(sweep.Baseline)).Append('\n');
        text.Append("Baseline mission status: ").Append(EstimateStatusTokens.Set.NameOf(sweep.Baseline.Status)).Append("\n\n");
        AppendTable(text, "Cruise Power Variation", sweep.CruisePower, Percent);
        AppendTable(text, "Headwind Variation (applied to all legs)", sweep.Headwind, Speed);
        AppendTable(text, "Battery Capacity Variation", sweep.BatteryCapacity, Percent);
        text.Append(CultureInfo.InvariantCulture, $"Sensitivity scan: {Parameters} parameters x {sweep.Runs / Parameters} levels = {sweep.Runs} runs\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Explain(SensitivityVerdict verdict) => verdict switch
    {
        SensitivityVerdict.Robust => "every variation is feasible and lands with energy left",
        SensitivityVerdict.Marginal => "the mission is feasible, but not under every variation",
        _ => "the mission is not feasible as planned",
    };

    private static string BaselineReserve(EstimateResult baseline)
    {
        string reserve = baseline.Energy is { } energy ? Reserve(energy) : "not available";
        return baseline.Failure is { } failure ? $"{reserve} [{FailureTokens.Codes.NameOf(failure.Code)}]" : reserve;
    }

    private static string Reserve(EnergyResult energy) =>
        $"{ReportText.Fixed(energy.ReserveAtLandingWh, 1)} Wh ({ReportText.Fixed(energy.ReserveAtLandingPercent, 1)}%)";

    private static void AppendTable(StringBuilder text, string title, ImmutableArray<SensitivityRow> rows, Func<double, string> label)
    {
        text.Append("## ").Append(title).Append("\n\n");
        var table = new MarkdownTable("Variation", "Reserve Wh", "Reserve %", "Status");
        foreach (SensitivityRow row in rows)
        {
            table.Add(
                row.Variation == 0.0 ? "baseline" : label(row.Variation),
                ReportText.Fixed(row.ReserveWh, 1),
                ReportText.Fixed(row.ReservePercent, 1),
                SensitivityTokens.Statuses.NameOf(row.Status).ToUpperInvariant());
        }

        table.AppendTo(text);
        text.Append('\n');
    }

    private static string Percent(double variation) => Sign(variation) + ReportText.Fixed(Math.Abs(variation), 0) + "%";

    private static string Speed(double variation) => Sign(variation) + Math.Abs(variation).ToString("g6", CultureInfo.InvariantCulture) + " m/s";

    private static string Sign(double variation) => variation < 0.0 ? "-" : "+";
}
