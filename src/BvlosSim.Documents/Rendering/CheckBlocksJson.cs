using BvlosSim.Documents.Json;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Clearance;
using BvlosSim.Estimation.Geofence;
using BvlosSim.Estimation.GroundRisk;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Weather;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Rendering;

/// <summary>The blocks of the checks that list what they found by leg.</summary>
internal static class CheckBlocksJson
{
    /// <summary>Writes the geofence block, or null.</summary>
    public static void WriteGeofence(CanonicalJsonWriter json, GeofenceResult? result)
    {
        if (result is null)
        {
            json.Null("geofence");
            return;
        }

        json.StartObject("geofence");
        json.Integer("checked_leg_count", result.CheckedLegCount);
        json.Integer("checked_zone_count", result.CheckedZoneCount);
        json.StartArray("conflicts");
        foreach (GeofenceConflict conflict in result.Conflicts)
        {
            json.StartObject();
            json.Text("code", FailureTokens.Codes.NameOf(conflict.Code));
            json.Integer("leg_index", conflict.Leg.LegIndex);
            json.Text("message", conflict.Message);
            json.Text("route_item_id", conflict.Leg.Item.Id);
            json.Integer("route_item_index", conflict.Leg.RouteItemIndex);
            json.Text("zone_id", conflict.ZoneId);
            json.Text("zone_kind", GeofenceTokens.Kinds.NameOf(conflict.ZoneKind));
            json.EndObject();
        }

        json.EndArray();
        json.Boolean("is_feasible", result.IsFeasible);
        json.EndObject();
    }

    /// <summary>Writes the block of obstacle and terrain clearance.</summary>
    public static void WriteObstacle(CanonicalJsonWriter json, ClearanceResult result)
    {
        json.StartObject("obstacle");
        json.Integer("checked_leg_count", result.CheckedLegCount);
        json.Integer("checked_obstacle_count", result.CheckedObstacleCount);
        json.Boolean("is_feasible", result.IsFeasible);
        json.Number("min_obstacle_clearance_m", result.MinObstacleClearanceM);
        json.Number("min_terrain_clearance_m", result.MinTerrainClearanceM);
        json.StartArray("violations");
        foreach (ClearanceViolation violation in result.Violations)
            WriteViolation(json, violation);
        json.EndArray();
        json.EndObject();
    }

    /// <summary>Writes the weather block.</summary>
    public static void WriteWeather(CanonicalJsonWriter json, WeatherResult result)
    {
        json.StartObject("weather");
        json.Integer("checked_leg_count", result.CheckedLegCount);
        json.Boolean("is_feasible", result.IsFeasible);
        json.Number("max_crosswind_mps", result.MaxCrosswindMps);
        json.Null("max_gust_mps");
        json.Number("max_wind_mps", result.MaxWindMps);
        json.StartArray("violations");
        foreach (WeatherViolation violation in result.Violations)
        {
            json.StartObject();
            json.Text("code", FailureTokens.Codes.NameOf(violation.Code));
            json.Integer("leg_index", violation.Leg.LegIndex);
            json.Number("limit_mps", violation.LimitMps);
            json.Text("message", violation.Message);
            json.Number("observed_mps", violation.ObservedMps);
            json.Text("route_item_id", violation.Leg.Item.Id);
            json.Integer("route_item_index", violation.Leg.RouteItemIndex);
            json.EndObject();
        }

        json.EndArray();
        json.Number("worst_crosswind_mps", result.WorstCrosswindMps);
        json.Integer("worst_leg_index", result.WorstLeg?.LegIndex);
        json.Text("worst_route_item_id", result.WorstLeg?.Item.Id);
        json.Number("worst_wind_speed_mps", result.WorstWindMps);
        json.EndObject();
    }

    /// <summary>Writes the ground-risk block.</summary>
    public static void WriteGroundRisk(CanonicalJsonWriter json, GroundRiskResult result)
    {
        json.StartObject("ground_risk");
        json.Integer("aircraft_column", result.AircraftColumn);
        json.Number("aircraft_mass_kg", result.AircraftMassKg);
        json.Number("characteristic_dimension_m", result.CharacteristicDimensionM);
        json.Integer("controlled_ground_area_reference_igrc", result.ControlledGroundClass);
        json.StartArray("legs");
        foreach (LegGroundRisk leg in result.Legs)
        {
            json.StartObject();
            json.Integer("igrc", leg.Class);
            json.Integer("leg_index", leg.Leg.LegIndex);
            json.Number("max_density_ppl_km2", leg.MaxDensityPplKm2);
            json.Text("route_item_id", leg.Leg.Item.Id);
            json.EndObject();
        }

        json.EndArray();
        json.Number("max_speed_mps", result.MaxSpeedMps);
        json.Integer("mission_igrc", result.MissionClass);
        json.Number("population_assessment_buffer_m", result.BufferM);
        json.Number("population_numerical_dilation_m", result.NumericalDilationM);
        json.Text("sora_version", SoraTokens.Version);
        json.EndObject();
    }

    private static void WriteViolation(CanonicalJsonWriter json, ClearanceViolation violation)
    {
        Leg leg = violation.Leg;
        json.StartObject();
        json.Text("code", FailureTokens.Codes.NameOf(violation.Code));
        json.Number("horizontal_distance_m", violation.HorizontalDistanceM);
        json.Integer("leg_index", leg.LegIndex);
        json.Text("message", violation.Message);
        json.Text("obstacle_id", violation.ObstacleId);
        json.Number("required_clearance_m", violation.RequiredClearanceM);
        json.Text("route_item_id", leg.Item.Id);
        json.Integer("route_item_index", leg.RouteItemIndex);
        json.Number("sample_alt_amsl_m", violation.SampleAltitudeAmslM);
        json.Number("sample_lat", violation.SampleLatDeg);
        json.Number("sample_lon", violation.SampleLonDeg);
        json.Number("terrain_elevation_m", violation.TerrainElevationM);
        json.Number("vertical_clearance_m", violation.VerticalClearanceM);
        json.EndObject();
    }
}
