using BvlosSim.Documents.Json;
using BvlosSim.Estimation.Links;
using BvlosSim.Estimation.Resources;
using BvlosSim.Links;
using BvlosSim.Resources;

namespace BvlosSim.Documents.Rendering;

/// <summary>The blocks of what supplies a flight from outside the plain battery: energy resources and links.</summary>
internal static class SupplyJson
{
    /// <summary>Writes the resource block, or null.</summary>
    public static void WriteResource(CanonicalJsonWriter json, ResourceResult? result)
    {
        if (result is null)
        {
            json.Null("resource");
            return;
        }

        json.StartObject("resource");
        json.Boolean("is_feasible", result.IsFeasible);
        json.Number("max_observed_home_distance_m", result.Demand.MaxHomeDistanceM);
        json.Number("peak_power_w", result.Demand.PeakPowerW);
        json.Number("route_distance_m", result.Demand.RouteDistanceM);
        json.Number("route_time_s", result.Demand.RouteTimeS);
        json.Text("selected_resource_id", result.Selected?.System.ResourceId);
        json.StartArray("systems");
        foreach (ResourceEvaluation system in result.Systems)
            WriteSystem(json, system, result.Demand);
        json.EndArray();
        json.Number("total_demand_wh", result.Demand.TotalDemandWh);
        json.EndObject();
    }

    /// <summary>Writes the link block, or null.</summary>
    public static void WriteLink(CanonicalJsonWriter json, LinkResult? result)
    {
        if (result is null)
        {
            json.Null("link");
            return;
        }

        json.StartObject("link");
        json.Integer("available_link_count", result.AvailableCount);
        json.Boolean("is_feasible", result.IsFeasible);
        json.Number("max_observed_range_m", result.MaxObservedRangeM);
        json.Integer("required_link_count", result.RequiredCount);
        json.Text("selected_link_id", result.Selected?.System.LinkId);
        json.StartArray("systems");
        foreach (LinkEvaluation link in result.Systems)
            WriteSystem(json, link, result.MaxObservedRangeM);
        json.EndArray();
        json.EndObject();
    }

    private static void WriteSystem(CanonicalJsonWriter json, ResourceEvaluation evaluation, ResourceDemand demand)
    {
        ResourceSystem system = evaluation.System;
        json.StartObject();
        json.Number("available_energy_wh", evaluation.AvailableWh);
        json.Number("available_power_w", evaluation.AvailablePowerW);
        json.Number("demand_energy_wh", evaluation.DemandWh);
        json.Boolean("is_feasible", evaluation.IsFeasible);
        json.Text("kind", ResourceTokens.Kinds.NameOf(system.Kind));
        json.Text("limiting_reason", evaluation.Limit is { } limit ? ResourceLimitTokens.Set.NameOf(limit) : null);
        json.Number("max_observed_home_distance_m", demand.MaxHomeDistanceM);
        json.Number("max_route_distance_m", system.MaxRouteDistanceM);
        json.Number("max_route_time_s", system.MaxRouteTimeS);
        json.Number("max_tether_length_m", system.MaxTetherLengthM);
        json.Number("peak_power_w", demand.PeakPowerW);
        json.Integer("priority", system.Priority);
        json.Number("reserve_after_resource_wh", evaluation.ReserveAfterWh);
        json.Number("reserve_threshold_wh", evaluation.ReserveThresholdWh);
        json.Text("resource_id", system.ResourceId);
        json.Number("route_distance_m", demand.RouteDistanceM);
        json.Number("route_time_s", demand.RouteTimeS);
        json.EndObject();
    }

    private static void WriteSystem(CanonicalJsonWriter json, LinkEvaluation evaluation, double rangeM)
    {
        LinkSystem system = evaluation.System;
        json.StartObject();
        json.Text("availability", LinkTokens.Availabilities.NameOf(system.Availability));
        json.Boolean("is_feasible", evaluation.IsFeasible);
        json.Text("kind", LinkTokens.Kinds.NameOf(system.Kind));
        json.Text("limiting_reason", evaluation.Limit is { } limit ? LinkLimitTokens.Set.NameOf(limit) : null);
        json.Text("link_id", system.LinkId);
        json.Number("max_observed_range_m", rangeM);
        json.Number("max_range_m", system.MaxRangeM);
        json.Integer("priority", system.Priority);
        json.Boolean("required", system.Required);
        json.EndObject();
    }
}
