using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Tests.Binding;

/// <summary>Valid documents: the least ones, and ones that use every key of their contract.</summary>
internal static class Samples
{
    public static DocumentNode Mission { get; } = Tree.Json("""
        {
          "schema_version": "mission.v7",
          "mission_id": "ex",
          "vehicle_profile": "q",
          "planned_home": {"lat": 52, "lon": 4, "altitude_amsl_m": 0},
          "route": [
            {"id": "t", "action": "vtol_takeoff", "altitude_m": 100},
            {"id": "w", "action": "waypoint", "lat": 52.01, "lon": 4.0, "altitude_m": 100},
            {"id": "r", "action": "rtl"}
          ]
        }
        """);

    public static DocumentNode Vehicle { get; } = Tree.Json("""
        {
          "vehicle_id": "q",
          "vehicle_class": "vtol",
          "mass": {"empty_kg": 8, "max_takeoff_kg": 10},
          "performance": {"cruise_speed_mps": 20, "hover_speed_mps": 5, "max_speed_mps": 25, "climb_rate_mps": 4, "descent_rate_mps": 2, "turn_radius_m": 50},
          "energy": {"battery_capacity_wh": 900, "reserve_percent_default": 25, "cruise_power_w": 450, "hover_power_w": 1200}
        }
        """);

    public static DocumentNode FullMission { get; } = Tree.Json("""
        {
          "schema_version": "mission.v7",
          "mission_id": "ex",
          "vehicle_profile": "q",
          "departure_time": "2026-06-01T08:00:00Z",
          "planned_home": {"lat": 52, "lon": 4, "altitude_amsl_m": 3.5},
          "defaults": {"cruise_speed_mps": 18, "hover_speed_mps": 4, "altitude_reference": "amsl"},
          "route": [
            {
              "id": "l", "action": "loiter_time", "lat": 52.01, "lon": 4.02, "altitude_m": 80, "altitude_reference": "terrain",
              "acceptance_radius_m": 5, "loiter_time_s": 60, "loiter_radius_m": 40, "metadata": {"note": "x"}
            },
            {"id": "r", "action": "rtl"}
          ],
          "constraints": {
            "accepted_warning_codes": ["HIGH_CRAB_MARGIN", "GEOFENCE_ZERO_ZONES"], "min_landing_reserve_percent": 20, "require_rth_reserve": false,
            "max_wind_mps": 12, "max_gust_mps": 15, "max_crosswind_mps": 8, "min_visibility_m": 5000, "max_precipitation_mm_h": 1,
            "min_obstacle_clearance_m": 30, "min_terrain_clearance_m": 40, "min_distance_to_landing_zone_m": 2000
          },
          "assets": {
            "geofences_file": "g.geojson", "landing_zones_file": "l.geojson", "terrain_file": "t.yaml", "population_grid_file": "p.yaml",
            "obstacles_file": "", "wind_grid_file": "w.yaml", "comms_coverage_file": "c.yaml"
          },
          "airspace": {
            "class": "G", "max_altitude_agl_m": 120, "operational_and_contingency_volume_assessment_reference": "doc 1",
            "worst_case_arc_declared": true, "aerodrome_environment": false, "atypical_or_segregated": false, "over_urban_area": false,
            "transponder_mandatory_zone": false, "entirely_above_flight_level_600": false, "strategic_mitigation": false
          },
          "sora": {
            "version": "2.5",
            "ground_risk_footprint": {
              "operational_volume_margin_m": 10, "ground_risk_buffer_m": 120, "vertical_contingency_margin_m": 20, "maximum_height_agl_m": 120,
              "buffer_method": "initial_1_to_1", "derivation": "doc 2"
            },
            "containment_evidence": {
              "assessment_reference": "doc 3", "average_population_density_ppl_km2": 50, "largest_outdoor_assembly": "below_40000",
              "sheltering_applicable": true, "ground_risk_buffer_revalidation_reference": "doc 4"
            },
            "ground_risk_mitigations": {
              "m1a_sheltering": {"applied": true, "robustness": "low", "evidence": "doc 5", "footprint_revalidated": true},
              "m1b_operational_restrictions": {"applied": false, "robustness": "none", "evidence": null, "footprint_revalidated": false},
              "m1c_ground_observation": {}, "m2_impact_reduction": {}
            },
            "air_risk": {"tactical_mitigation": {"applied": false}}
          },
          "policy": {"lost_link_policy": "rtl"},
          "link_systems": [
            {
              "link_id": "a", "kind": "cellular_lte_5g", "required": false, "priority": 2, "availability": "unavailable", "max_range_m": 9000,
              "coverage_asset_ref": "c", "metadata": {}
            }
          ],
          "estimation": {
            "wind_east_mps": 1, "wind_north_mps": -2, "wind_layers": [{"altitude_m": 0, "wind_east_mps": 1.5, "wind_north_mps": 2.5}],
            "min_groundspeed_mps": -1, "max_segment_length_m": 250, "fidelity": "v2"
          },
          "metadata": {"anything": [1, {"nested": null}]}
        }
        """);

    public static DocumentNode FullVehicle { get; } = Tree.Json("""
        {
          "vehicle_id": "q",
          "display_name": "",
          "vehicle_class": "vtol",
          "characteristic_dimension_m": 2.4,
          "mav_type": "MAV_TYPE_VTOL",
          "autopilot": "px4",
          "mass": {"empty_kg": 8, "max_payload_kg": 1, "max_takeoff_kg": 10, "operating_mass_kg": 9},
          "performance": {
            "cruise_speed_mps": 20, "hover_speed_mps": 5, "max_speed_mps": 25, "climb_rate_mps": 4, "descent_rate_mps": 2, "turn_radius_m": 50,
            "max_wind_mps": 12, "max_crab_angle_deg": 30, "max_station_keep_wind_mps": 10
          },
          "energy": {
            "battery_capacity_wh": 900, "battery_specific_energy_wh_per_kg": 200, "battery_excluded_operating_mass_kg": 5, "reserve_percent_default": 25,
            "cruise_power_w": 450, "hover_power_w": 1200, "climb_power_w": 800, "descent_power_w": 300, "reference_mass_kg": 9,
            "reference_density_kgm3": 1.225, "induced_power_mass_exponent": 1.4, "cruise_power_mass_exponent": 0.6,
            "usable_capacity_curve": [{"soc": 0.1, "usable_fraction": 0}, {"soc": 1, "usable_fraction": 0.95}]
          },
          "resource_systems": [
            {
              "resource_id": "a", "kind": "hybrid", "priority": 1, "battery_capacity_wh": 500, "reserve_percent": 20, "continuous_power_w": 300,
              "delivery": "tethered", "max_route_distance_m": 1000, "max_route_time_s": 600, "max_tether_length_m": 90, "metadata": {}
            }
          ],
          "failsafe": {"low_battery_warn_percent": 35, "low_battery_abort_percent": 20, "emergency_land_percent": 5},
          "capabilities": {"hover": true, "forward_flight": "yes"},
          "sitl": {"backend": "ardupilot", "frame": "quadplane", "model": "x"},
          "sensors": {
            "gps": {"horizontal_accuracy_m": 1, "vertical_accuracy_m": 2, "fix_rate_hz": 10, "availability": 0.99},
            "battery_meter": {"current_sensor_noise_pct": 2, "voltage_noise_mv": 5, "update_rate_hz": 20},
            "airspeed": {"bias_mps": -0.1, "noise_std_mps": 0.2, "update_rate_hz": 30}
          },
          "controller": {"Kp_cross_track": 0.2, "Kp_along_track": 0.1, "max_heading_correction_rad": 0.4, "max_speed_correction_mps": 1},
          "calibration_status": "placeholder_values",
          "metadata": {}
        }
        """);

    public static DocumentNode FullCalibration { get; } = Tree.Json("""
        {
          "schema_version": "calibration-profile.v1",
          "calibration_id": "c1",
          "base_vehicle_id": "q",
          "provenance": {"tool_version": "1", "calibration_dataset_version": "d1", "source_trace_ids": ["t1"], "validation_report_ids": ["r1"]},
          "parameters": [
            {
              "parameter": "cruise_speed_mps", "fitted_value": 16, "unit": "m/s", "sample_count": 100, "confidence_low": 15.5, "confidence_high": 16.5,
              "spread": 0.5, "calibration_dataset_version": "d1", "applicable_conditions": ["calm"], "derivation": "median"
            }
          ],
          "notes": ["n"]
        }
        """);
}
