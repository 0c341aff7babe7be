using System.Globalization;
using System.Text;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Clearance;
using BvlosSim.Estimation.Geofence;
using BvlosSim.Estimation.GroundRisk;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Estimation.Links;
using BvlosSim.Estimation.Resources;
using BvlosSim.Estimation.Weather;

namespace BvlosSim.Documents.Rendering;

/// <summary>The sections of the Markdown report that stand for one check each; a check that did not run has none.</summary>
internal static class MarkdownChecks
{
    /// <summary>Appends the sections in the order of the checks.</summary>
    public static void Append(StringBuilder text, EstimateResult result)
    {
        if (result.Resource is { } resource)
            Append(text, resource);
        if (result.Link is { } link)
            Append(text, link);
        if (result.Geofence is { } geofence)
            Append(text, geofence);
        if (result.LandingZone is { } zones)
            Append(text, zones);
        if (result.Obstacle is { } obstacle)
            Append(text, obstacle);
        if (result.Weather is { } weather)
            Append(text, weather);
        if (result.GroundRisk is { } risk)
            Append(text, risk);
    }

    private static void Append(StringBuilder text, ResourceResult result)
    {
        Section(text, "Energy resources");
        Fact(text, "Feasible", ReportText.Truth(result.IsFeasible));
        Fact(text, "Selected", result.Selected?.System.ResourceId ?? ReportText.None);
        Fact(text, "Demand", ReportText.Fixed(result.Demand.TotalDemandWh) + " Wh");
        Fact(text, "Peak power", ReportText.Fixed(result.Demand.PeakPowerW) + " W");
        Fact(text, "Systems", Count(result.Systems.Length));
        foreach (ResourceEvaluation failed in result.Systems.Where(s => !s.IsFeasible))
            text.Append("- `").Append(failed.System.ResourceId).Append("`: ").Append(ResourceLimitTokens.Set.NameOf(failed.Limit!.Value)).Append('\n');
    }

    private static void Append(StringBuilder text, LinkResult result)
    {
        Section(text, "Command-and-control links");
        Fact(text, "Feasible", ReportText.Truth(result.IsFeasible));
        Fact(text, "Selected", result.Selected?.System.LinkId ?? ReportText.None);
        Fact(text, "Required / available", $"{Count(result.RequiredCount)} / {Count(result.AvailableCount)}");
        Fact(text, "Systems", Count(result.Systems.Length));
    }

    private static void Append(StringBuilder text, GeofenceResult result)
    {
        Section(text, "Geofences");
        Fact(text, "Feasible", ReportText.Truth(result.IsFeasible));
        Fact(text, "Zones", Count(result.CheckedZoneCount));
        Fact(text, "Legs", Count(result.CheckedLegCount));
        Fact(text, "Conflicts", Count(result.Conflicts.Length));
        if (result.Conflicts.IsEmpty)
            return;
        text.Append('\n');
        var table = new MarkdownTable("Leg", "Item", "Code", "Zone");
        foreach (GeofenceConflict conflict in result.Conflicts)
            table.Add(Count(conflict.Leg.LegIndex), conflict.Leg.Item.Id, FailureTokens.Codes.NameOf(conflict.Code), conflict.ZoneId ?? ReportText.None);
        table.AppendTo(text);
    }

    private static void Append(StringBuilder text, LandingZoneResult result)
    {
        Section(text, "Landing zones");
        Fact(text, "Feasible", ReportText.Truth(result.IsFeasible));
        Fact(text, "Zones", Count(result.CheckedZoneCount));
        Fact(text, "States", Count(result.CheckedStateCount));
        Fact(text, "States without a zone in reach", Count(result.States.Count(s => !s.IsReachable)));
        Fact(text, "Greatest allowed distance", result.MaxAllowedDistanceM is { } m ? ReportText.Fixed(m) + " m" : "none");
        Fact(text, "Reserve threshold", ReportText.Fixed(result.ReserveThresholdWh) + " Wh");
    }

    private static void Append(StringBuilder text, ClearanceResult result)
    {
        Section(text, "Obstacle and terrain clearance");
        Fact(text, "Feasible", ReportText.Truth(result.IsFeasible));
        Fact(text, "Obstacles", Count(result.CheckedObstacleCount));
        Fact(text, "Legs", Count(result.CheckedLegCount));
        Fact(text, "Least obstacle clearance", ReportText.Fixed(result.MinObstacleClearanceM));
        Fact(text, "Least terrain clearance", ReportText.Fixed(result.MinTerrainClearanceM));
        Fact(text, "Violations", Count(result.Violations.Length));
        if (result.Violations.IsEmpty)
            return;
        text.Append('\n');
        var table = new MarkdownTable("Leg", "Item", "Code", "Obstacle", "Vertical clearance (m)", "Required (m)");
        foreach (ClearanceViolation violation in result.Violations)
        {
            table.Add(
                Count(violation.Leg.LegIndex), violation.Leg.Item.Id, FailureTokens.Codes.NameOf(violation.Code),
                violation.ObstacleId ?? ReportText.None, ReportText.Fixed(violation.VerticalClearanceM), ReportText.Fixed(violation.RequiredClearanceM));
        }

        table.AppendTo(text);
    }

    private static void Append(StringBuilder text, WeatherResult result)
    {
        Section(text, "Weather limits");
        Fact(text, "Feasible", ReportText.Truth(result.IsFeasible));
        Fact(text, "Legs", Count(result.CheckedLegCount));
        Fact(text, "Wind / crosswind / gust limit (m/s)", $"{ReportText.Fixed(result.MaxWindMps)} / {ReportText.Fixed(result.MaxCrosswindMps)} / {ReportText.None}");
        Fact(text, "Worst wind / crosswind (m/s)", $"{ReportText.Fixed(result.WorstWindMps)} / {ReportText.Fixed(result.WorstCrosswindMps)}");
        Fact(text, "Violations", Count(result.Violations.Length));
        if (result.Violations.IsEmpty)
            return;
        text.Append('\n');
        var table = new MarkdownTable("Leg", "Item", "Code", "Observed (m/s)", "Limit (m/s)");
        foreach (WeatherViolation violation in result.Violations)
        {
            table.Add(
                Count(violation.Leg.LegIndex), violation.Leg.Item.Id, FailureTokens.Codes.NameOf(violation.Code),
                ReportText.Fixed(violation.ObservedMps), ReportText.Fixed(violation.LimitMps));
        }

        table.AppendTo(text);
    }

    private static void Append(StringBuilder text, GroundRiskResult result)
    {
        Section(text, "Ground risk");
        Fact(text, "Characteristic dimension", ReportText.Fixed(result.CharacteristicDimensionM));
        Fact(text, "Mission iGRC", Count(result.MissionClass));
        text.Append('\n');
        var table = new MarkdownTable("Leg", "Item", "Max density (ppl/km²)", "iGRC");
        foreach (LegGroundRisk leg in result.Legs)
            table.Add(Count(leg.Leg.LegIndex), leg.Leg.Item.Id, ReportText.Fixed(leg.MaxDensityPplKm2), Count(leg.Class));
        table.AppendTo(text);
    }

    private static void Section(StringBuilder text, string title) => text.Append("\n## ").Append(title).Append("\n\n");

    private static void Fact(StringBuilder text, string name, string value) =>
        text.Append("- ").Append(name).Append(": ").Append(value).Append('\n');

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
