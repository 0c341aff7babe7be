using BvlosSim.Documents.Json;
using BvlosSim.Estimation;
using BvlosSim.Estimation.LandingZones;

namespace BvlosSim.Documents.Rendering;

/// <summary>The block of landing-zone reachability: a state for every sample of the route.</summary>
internal static class LandingZoneJson
{
    /// <summary>Writes the block, or null.</summary>
    public static void Write(CanonicalJsonWriter json, LandingZoneResult? result)
    {
        if (result is null)
        {
            json.Null("landing_zone");
            return;
        }

        json.StartObject("landing_zone");
        json.Integer("checked_state_count", result.CheckedStateCount);
        json.Integer("checked_zone_count", result.CheckedZoneCount);
        json.Boolean("is_feasible", result.IsFeasible);
        json.Number("max_allowed_distance_m", result.MaxAllowedDistanceM);
        json.Number("reserve_threshold_percent", result.ReserveThresholdPercent);
        json.Number("reserve_threshold_wh", result.ReserveThresholdWh);
        json.StartArray("states");
        foreach (LandingZoneState state in result.States)
            WriteState(json, state);
        json.EndArray();
        json.Texts("unavailable_zone_ids", result.UnavailableZoneIds);
        json.EndObject();
    }

    private static void WriteState(CanonicalJsonWriter json, LandingZoneState state)
    {
        json.StartObject();
        json.Number("altitude_amsl_m", state.Position.AltitudeAmslM);
        json.Integer("available_zone_count", state.AvailableZoneCount);
        json.Text("code", state.Code is { } code ? FailureTokens.Codes.NameOf(code) : null);
        json.Number("divert_energy_wh", state.Diversion?.EnergyWh);
        json.Number("energy_remaining_before_divert_wh", state.EnergyRemainingWh);
        json.Boolean("is_reachable", state.IsReachable);
        json.Number("lat", state.Position.LatDeg);
        json.Integer("leg_index", state.Leg.LegIndex);
        json.Number("lon", state.Position.LonDeg);
        json.Text("message", state.Message);
        json.Number("nearest_zone_distance_m", state.Nearest?.DistanceM);
        json.Text("nearest_zone_id", state.Nearest?.ZoneId);
        json.Number("reachable_zone_distance_m", state.Diversion?.DistanceM);
        json.Text("reachable_zone_id", state.Diversion?.ZoneId);
        json.Number("reserve_after_divert_percent", state.Diversion?.ReserveAfterPercent);
        json.Number("reserve_after_divert_wh", state.Diversion?.ReserveAfterWh);
        json.Boolean("reserve_ok", state.ReserveOk);
        json.Text("route_item_id", state.Leg.Item.Id);
        json.Integer("route_item_index", state.Leg.RouteItemIndex);
        json.Integer("state_index", state.StateIndex);
        json.EndObject();
    }
}
