using BvlosSim.Documents.Envelopes;
using BvlosSim.Documents.Json;
using BvlosSim.Documents.Rendering;
using BvlosSim.Estimation.Sizing;

namespace BvlosSim.Documents.Sizing;

/// <summary>The canonical JSON of a <see cref="BatterySizingReport"/>. Texts keep what is not ASCII.</summary>
internal static class BatterySizingJson
{
    private const string EstimatorApi = "BvlosSim.Estimation.Sizing.BatterySizing.Size";

    /// <summary>Renders the report.</summary>
    public static byte[] Render(BatterySizingReport report)
    {
        using var json = new CanonicalJsonWriter(keepUnicode: true);
        json.StartObject();
        EnvelopeJson.WriteDeterminism(json);
        json.Text("mission_id", report.MissionId);
        // The report's contract lists these inputs only, although the search looks at the other assets too.
        EnvelopeJson.WriteProvenance(json, EstimatorApi, report.Inputs.Where(i => i.Name is not ("population" or "obstacles")));
        WriteResult(json, report);
        json.Text("schema_version", ContractVersions.BatterySizingReport);
        json.Text("status", report.Size.IsCurrentFeasible ? "feasible" : "sized");
        json.Text("tool_version", report.ToolVersion);
        json.EndObject();
        return json.Finish();
    }

    private static void WriteResult(CanonicalJsonWriter json, BatterySizingReport report)
    {
        BatterySize size = report.Size;
        json.StartObject("result");
        json.Number("current_capacity_wh", size.CurrentCapacityWh);
        json.Number("current_reserve_pct", size.Current.ReserveAtLandingPercent);
        json.Number("current_reserve_wh", size.Current.ReserveAtLandingWh);
        json.Boolean("is_current_feasible", size.IsCurrentFeasible);
        json.Number("maximum_capacity_at_mtow_wh", size.MaximumCapacityAtTakeoffMassWh);
        json.Number("maximum_feasible_capacity_wh", size.MaximumFeasibleCapacityWh);
        json.Number("minimum_capacity_wh", size.MinimumCapacityWh);
        json.Number("mission_energy_wh", size.AtMinimum.TotalEnergyWh);
        json.StartArray("recommendations");
        foreach (BatteryRecommendation recommendation in report.Recommendations)
        {
            json.StartObject();
            json.Integer("margin_percent", recommendation.MarginPercent);
            json.Number("recommended_capacity_wh", recommendation.RecommendedWh);
            json.Number("requested_capacity_wh", recommendation.RequestedWh);
            json.Text("unavailable_reason", recommendation.RecommendedWh is null ? BatterySizingText.Unavailable : null);
            json.EndObject();
        }

        json.EndArray();
        json.Number("reserve_threshold_wh", size.AtMinimum.ReserveThresholdWh);
        json.Number("search_tolerance_wh", BatterySize.ToleranceWh);
        json.EndObject();
    }
}
