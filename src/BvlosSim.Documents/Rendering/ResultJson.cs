using BvlosSim.Documents.Json;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Rendering;

/// <summary>The canonical JSON of an <see cref="EstimateResult"/>, shared by every document that carries one.</summary>
public static class ResultJson
{
    /// <summary>Writes a result under a key.</summary>
    public static void Write(CanonicalJsonWriter json, string key, EstimateResult result)
    {
        json.StartObject(key);
        if (result.Energy is { } energy)
            WriteEnergy(json, energy);
        else
            json.Null("energy");
        WriteFailure(json, result.Failure);
        CheckBlocksJson.WriteGeofence(json, result.Geofence);
        if (result.GroundRisk is { } groundRisk)
            CheckBlocksJson.WriteGroundRisk(json, groundRisk);
        LandingZoneJson.Write(json, result.LandingZone);
        json.StartArray("legs");
        foreach (Leg leg in result.Legs)
            WriteLeg(json, leg);
        json.EndArray();
        SupplyJson.WriteLink(json, result.Link);
        json.Map("metadata", result.Metadata);
        if (result.Obstacle is { } obstacle)
            CheckBlocksJson.WriteObstacle(json, obstacle);
        SupplyJson.WriteResource(json, result.Resource);
        if (result.RthIsFeasible is { } rth)
            json.Boolean("rth_is_feasible", rth);
        json.Text("status", EstimateStatusTokens.Set.NameOf(result.Status));
        json.Number("total_horizontal_distance_m", result.Totals.HorizontalDistanceM);
        json.Number("total_path_distance_m", result.Totals.PathDistanceM);
        json.Number("total_time_s", result.Totals.TimeS);
        json.Number("total_vertical_distance_m", result.Totals.VerticalDistanceM);
        json.Boolean("totals_are_partial", result.TotalsArePartial);
        WriteWarnings(json, result);
        if (result.Weather is { } weather)
            CheckBlocksJson.WriteWeather(json, weather);
        json.EndObject();
    }

    private static void WriteFailure(CanonicalJsonWriter json, MissionFailure? failure)
    {
        if (failure is null)
        {
            json.Null("failure");
            return;
        }

        json.StartObject("failure");
        json.Text("code", FailureTokens.Codes.NameOf(failure.Code));
        json.Map("context", failure.Context);
        json.Text("kind", FailureTokens.Kinds.NameOf(failure.Kind));
        json.Integer("leg_index", failure.Place.LegIndex);
        json.Text("message", failure.Message);
        json.Text("route_item_id", failure.Place.RouteItemId);
        json.Integer("route_item_index", failure.Place.RouteItemIndex);
        json.EndObject();
    }

    private static void WriteWarnings(CanonicalJsonWriter json, EstimateResult result)
    {
        json.StartArray("warnings");
        foreach (MissionWarning warning in result.Warnings)
        {
            json.StartObject();
            json.Text("code", WarningCodes.Set.NameOf(warning.Code));
            if (warning.Context.Count > 0)
                json.Map("context", warning.Context);
            json.Integer("leg_index", warning.Place.LegIndex);
            json.Text("message", warning.Message);
            json.Text("route_item_id", warning.Place.RouteItemId);
            json.Integer("route_item_index", warning.Place.RouteItemIndex);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteLeg(CanonicalJsonWriter json, Leg leg)
    {
        json.StartObject();
        json.Text("action", RouteTokens.Actions.NameOf(leg.Item.Action));
        json.Number("crab_angle_deg", leg.Track?.CrabAngleDeg);
        json.Number("end_alt_amsl_m", leg.End.AltitudeAmslM);
        json.Number("end_lat", leg.End.LatDeg);
        json.Number("end_lon", leg.End.LonDeg);
        json.Number("ground_track_deg", leg.Track?.GroundTrackDeg);
        json.Number("groundspeed_mps", leg.Track?.GroundspeedMps);
        json.Number("horizontal_distance_m", leg.HorizontalDistanceM);
        json.Integer("leg_index", leg.LegIndex);
        json.Number("path_distance_m", leg.PathDistanceM);
        json.Text("phase", LegTokens.Phases.NameOf(leg.Phase));
        json.Number("required_heading_deg", leg.Track?.RequiredHeadingDeg);
        json.Text("route_item_id", leg.Item.Id);
        json.Integer("route_item_index", leg.RouteItemIndex);
        json.Text("speed_source", leg.SpeedSource is { } source ? LegTokens.SpeedSources.NameOf(source) : null);
        json.Number("start_alt_amsl_m", leg.Start.AltitudeAmslM);
        json.Number("start_lat", leg.Start.LatDeg);
        json.Number("start_lon", leg.Start.LonDeg);
        json.Number("tas_mps", leg.TasMps);
        json.Number("time_s", leg.TimeS);
        json.Number("vertical_delta_m", leg.VerticalDeltaM);
        json.Number("vertical_distance_m", Math.Abs(leg.VerticalDeltaM));
        json.Texts("warnings", leg.Warnings.Select(WarningCodes.Set.NameOf));
        json.Number("wind_along_track_mps", leg.Track?.WindAlongTrackMps);
        json.Number("wind_cross_track_mps", leg.Track?.WindCrossTrackMps ?? leg.DwellCrossWindMps);
        json.Number("wind_east_mps", leg.Wind?.EastMps);
        json.Number("wind_north_mps", leg.Wind?.NorthMps);
        json.Number("wind_speed_mps", leg.Wind?.SpeedMps);
        json.EndObject();
    }

    private static void WriteEnergy(CanonicalJsonWriter json, EnergyResult energy)
    {
        json.StartObject("energy");
        json.Number("battery_capacity_wh", energy.BatteryCapacityWh);
        json.Boolean("is_feasible", energy.IsFeasible);
        json.StartArray("legs");
        foreach (LegEnergy leg in energy.Legs)
            WriteLegEnergy(json, leg);
        json.EndArray();
        json.Number("reserve_at_landing_percent", energy.ReserveAtLandingPercent);
        json.Number("reserve_at_landing_wh", energy.ReserveAtLandingWh);
        json.Number("reserve_threshold_percent", energy.ReserveThresholdPercent);
        json.Number("reserve_threshold_wh", energy.ReserveThresholdWh);
        json.StartArray("rth_reserve_timeline");
        foreach (RthPoint point in energy.RthTimeline)
            WriteRthPoint(json, point);
        json.EndArray();
        json.Number("total_energy_wh", energy.TotalEnergyWh);
        json.Number("usable_energy_wh", energy.UsableEnergyWh);
        json.EndObject();
    }

    private static void WriteLegEnergy(CanonicalJsonWriter json, LegEnergy leg)
    {
        json.StartObject();
        if (leg.Factors.Density is { } density)
            json.Number("density_multiplier", density);
        json.Number("energy_wh", leg.EnergyWh);
        json.Integer("leg_index", leg.Leg.LegIndex);
        if (leg.Factors.Mass is { } mass)
            json.Number("mass_multiplier", mass);
        json.Text("phase", LegTokens.Phases.NameOf(leg.Leg.Phase));
        json.Text("power_source", PowerSourceTokens.Set.NameOf(leg.Source));
        json.Number("power_w", leg.PowerW);
        json.Text("route_item_id", leg.Leg.Item.Id);
        json.Integer("route_item_index", leg.Leg.RouteItemIndex);
        json.Number("time_s", leg.Leg.TimeS);
        json.EndObject();
    }

    private static void WriteRthPoint(CanonicalJsonWriter json, RthPoint point)
    {
        json.StartObject();
        json.Number("energy_remaining_before_rth_wh", point.EnergyRemainingBeforeWh);
        json.Boolean("is_feasible", point.IsFeasible);
        json.Integer("leg_index", point.Leg.LegIndex);
        json.Number("reserve_after_rth_wh", point.ReserveAfterWh);
        json.Number("reserve_margin_wh", point.ReserveMarginWh);
        json.Text("route_item_id", point.Leg.Item.Id);
        json.Integer("route_item_index", point.Leg.RouteItemIndex);
        json.Number("rth_distance_m", point.DistanceM);
        json.Number("rth_energy_wh", point.EnergyWh);
        json.EndObject();
    }
}
