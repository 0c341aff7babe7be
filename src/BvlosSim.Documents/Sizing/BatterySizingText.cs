using System.Globalization;
using System.Text;
using BvlosSim.Documents.Rendering;
using BvlosSim.Estimation.Sizing;

namespace BvlosSim.Documents.Sizing;

/// <summary>A battery sizing for people: as Markdown and in one line.</summary>
internal static class BatterySizingText
{
    /// <summary>Why a margin has no recommendation.</summary>
    public const string Unavailable = "above the greatest feasible capacity";

    /// <summary>Renders the report.</summary>
    public static byte[] Markdown(BatterySizingReport report)
    {
        BatterySize size = report.Size;
        var text = new StringBuilder();
        text.Append("## Battery Sizing: ").Append(report.MissionId).Append("\n\n");
        if (size.IsCurrentFeasible)
            AppendFeasible(text, size);
        else
            AppendSized(text, size);
        Line(text, "Search resolution", Wh(BatterySize.ToleranceWh));
        foreach (BatteryRecommendation recommendation in report.Recommendations)
            Line(text, Margin(recommendation), Capacity(recommendation));
        Line(text, "Recommendation", report.Recommended is { } first ? $"{Capacity(first)} ({Margin(first)})" : "unavailable");
        text.Append("\nStatus: ").Append(size.IsCurrentFeasible ? $"FEASIBLE ({MarginOverMinimum(size)} over the minimum)" : "SIZED").Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Renders the line, without a final newline.</summary>
    public static byte[] Summary(BatterySizingReport report)
    {
        BatterySize size = report.Size;
        string[] fields =
        [
            size.IsCurrentFeasible ? "FEASIBLE" : "SIZED",
            "minimum " + Wh(size.MinimumCapacityWh),
            "maximum " + Wh(size.MaximumFeasibleCapacityWh),
            "current " + Wh(size.CurrentCapacityWh),
            report.Recommended is { } first ? $"recommended {Capacity(first)} ({Margin(first)})" : "recommendation unavailable",
        ];
        return Encoding.UTF8.GetBytes(string.Join("   ", fields));
    }

    private static void AppendFeasible(StringBuilder text, BatterySize size)
    {
        Line(text, "Current capacity", Wh(size.CurrentCapacityWh));
        Line(text, "Reserve at landing", $"{Wh(size.Current.ReserveAtLandingWh)} ({ReportText.Fixed(size.Current.ReserveAtLandingPercent, 1)}%)");
        AppendRange(text, size);
        Line(text, "Margin over minimum", $"{Wh(size.CurrentCapacityWh - size.MinimumCapacityWh)} ({MarginOverMinimum(size)})");
    }

    private static void AppendSized(StringBuilder text, BatterySize size)
    {
        double thresholdPercent = size.AtMinimum.ReserveThresholdWh / size.MinimumCapacityWh * 100.0;
        Line(text, "Energy required", Wh(size.AtMinimum.TotalEnergyWh));
        Line(text, "Reserve threshold", $"{Wh(size.AtMinimum.ReserveThresholdWh)} ({ReportText.Fixed(thresholdPercent, 0)}%)");
        AppendRange(text, size);
    }

    private static void AppendRange(StringBuilder text, BatterySize size)
    {
        Line(text, "Minimum capacity", Wh(size.MinimumCapacityWh));
        Line(text, "Maximum feasible capacity", Wh(size.MaximumFeasibleCapacityWh));
    }

    private static void Line(StringBuilder text, string what, string value) =>
        text.Append("- ").Append(what).Append(": ").Append(value).Append('\n');

    private static string Margin(BatteryRecommendation recommendation) =>
        string.Create(CultureInfo.InvariantCulture, $"margin {recommendation.MarginPercent}%");

    private static string Capacity(BatteryRecommendation recommendation) => recommendation.RecommendedWh is { } capacityWh
        ? Wh(capacityWh)
        : $"unavailable ({Wh(recommendation.RequestedWh)} is {Unavailable})";

    private static string MarginOverMinimum(BatterySize size) =>
        ReportText.Fixed((size.CurrentCapacityWh - size.MinimumCapacityWh) / size.MinimumCapacityWh * 100.0, 1) + "%";

    private static string Wh(double energyWh) => ReportText.Fixed(energyWh, 1) + " Wh";
}
