namespace BvlosSim.Documents.Tests.Binding;

/// <summary>Path, type, presence, unit and bounds of every field, in declared order.</summary>
internal static class ContractListings
{
    public const string Mission = """
        schema_version: Token; required; literal mission.v7
        mission_id: Identifier; required
        vehicle_profile: Text; required; not empty
        departure_time: DateTime; nullable
        planned_home: Object; required
        defaults: Object; = {}
        route: List; required; a list of objects, at least 1
        constraints: Object; = {}
        assets: Object; = {}
        airspace: Object; nullable
        sora: Object; nullable
        policy: Object; = {}
        link_systems: List; = []; a list of objects
        estimation: Object; nullable
        metadata: Map; = {}
        planned_home.lat: Number; required; deg; from -90 to 90
        planned_home.lon: Number; required; deg; from -180 to 180
        planned_home.altitude_amsl_m: Number; required; m
        defaults.cruise_speed_mps: Number; nullable; m/s; greater than 0
        defaults.hover_speed_mps: Number; nullable; m/s; greater than 0
        defaults.altitude_reference: Token; = relative_home; enum relative_home amsl terrain
        route[].id: Identifier; required
        route[].action: Token; required; enum takeoff vtol_takeoff waypoint loiter_time land rtl
        route[].lat: Number; nullable; deg; from -90 to 90
        route[].lon: Number; nullable; deg; from -180 to 180
        route[].altitude_m: Number; nullable; m; 0 or more
        route[].altitude_reference: Token; nullable; enum relative_home amsl terrain
        route[].acceptance_radius_m: Number; nullable; m; greater than 0
        route[].loiter_time_s: Number; nullable; s; greater than 0
        route[].loiter_radius_m: Number; nullable; m; greater than 0
        route[].metadata: Map; = {}
        constraints.accepted_warning_codes: List; = []; a list of texts
        constraints.min_landing_reserve_percent: Number; nullable; %; from 0 to 100
        constraints.require_rth_reserve: Boolean; = true
        constraints.max_wind_mps: Number; nullable; m/s; 0 or more
        constraints.max_gust_mps: Number; nullable; m/s; 0 or more
        constraints.max_crosswind_mps: Number; nullable; m/s; 0 or more
        constraints.min_visibility_m: Number; nullable; m; 0 or more
        constraints.max_precipitation_mm_h: Number; nullable; mm/h; 0 or more
        constraints.min_obstacle_clearance_m: Number; nullable; m; 0 or more
        constraints.min_terrain_clearance_m: Number; nullable; m; 0 or more
        constraints.min_distance_to_landing_zone_m: Number; nullable; m; 0 or more
        assets.geofences_file: Path; nullable
        assets.landing_zones_file: Path; nullable
        assets.terrain_file: Path; nullable
        assets.population_grid_file: Path; nullable
        assets.obstacles_file: Path; nullable
        assets.wind_grid_file: Path; nullable
        assets.comms_coverage_file: Path; nullable
        airspace.class: Token; required; enum A B C D E F G; or airspace_class
        airspace.max_altitude_agl_m: Number; required; m; greater than 0
        airspace.operational_and_contingency_volume_assessment_reference: Text; required; not empty
        airspace.worst_case_arc_declared: Boolean; required
        airspace.aerodrome_environment: Boolean; required
        airspace.atypical_or_segregated: Boolean; = false
        airspace.over_urban_area: Boolean; nullable
        airspace.transponder_mandatory_zone: Boolean; required
        airspace.entirely_above_flight_level_600: Boolean; = false
        airspace.strategic_mitigation: Boolean; = false
        sora.version: Token; = 2.5; literal 2.5
        sora.ground_risk_footprint: Object; nullable
        sora.containment_evidence: Object; nullable
        sora.ground_risk_mitigations: Object; = {}
        sora.air_risk: Object; = {}
        sora.ground_risk_footprint.operational_volume_margin_m: Number; required; m; greater than 0
        sora.ground_risk_footprint.ground_risk_buffer_m: Number; required; m; greater than 0
        sora.ground_risk_footprint.vertical_contingency_margin_m: Number; required; m; greater than 0
        sora.ground_risk_footprint.maximum_height_agl_m: Number; required; m; greater than 0
        sora.ground_risk_footprint.buffer_method: Token; = initial_1_to_1; literal initial_1_to_1
        sora.ground_risk_footprint.derivation: Text; required; not empty
        sora.containment_evidence.assessment_reference: Text; required; not empty
        sora.containment_evidence.average_population_density_ppl_km2: Number; required; people/km²; 0 or more
        sora.containment_evidence.largest_outdoor_assembly: Token; required; enum above_400000 40000_to_400000 below_40000 not_applicable
        sora.containment_evidence.sheltering_applicable: Boolean; required
        sora.containment_evidence.ground_risk_buffer_revalidation_reference: Text; nullable
        sora.ground_risk_mitigations.m1a_sheltering: Object; = {}
        sora.ground_risk_mitigations.m1b_operational_restrictions: Object; = {}
        sora.ground_risk_mitigations.m1c_ground_observation: Object; = {}
        sora.ground_risk_mitigations.m2_impact_reduction: Object; = {}
        sora.ground_risk_mitigations.m1a_sheltering.applied: Boolean; = false
        sora.ground_risk_mitigations.m1a_sheltering.robustness: Token; = none; enum none low medium high
        sora.ground_risk_mitigations.m1a_sheltering.evidence: Text; nullable
        sora.ground_risk_mitigations.m1a_sheltering.footprint_revalidated: Boolean; = false
        sora.ground_risk_mitigations.m1b_operational_restrictions.applied: Boolean; = false
        sora.ground_risk_mitigations.m1b_operational_restrictions.robustness: Token; = none; enum none low medium high
        sora.ground_risk_mitigations.m1b_operational_restrictions.evidence: Text; nullable
        sora.ground_risk_mitigations.m1b_operational_restrictions.footprint_revalidated: Boolean; = false
        sora.ground_risk_mitigations.m1c_ground_observation.applied: Boolean; = false
        sora.ground_risk_mitigations.m1c_ground_observation.robustness: Token; = none; enum none low medium high
        sora.ground_risk_mitigations.m1c_ground_observation.evidence: Text; nullable
        sora.ground_risk_mitigations.m1c_ground_observation.footprint_revalidated: Boolean; = false
        sora.ground_risk_mitigations.m2_impact_reduction.applied: Boolean; = false
        sora.ground_risk_mitigations.m2_impact_reduction.robustness: Token; = none; enum none low medium high
        sora.ground_risk_mitigations.m2_impact_reduction.evidence: Text; nullable
        sora.ground_risk_mitigations.m2_impact_reduction.footprint_revalidated: Boolean; = false
        sora.air_risk.tactical_mitigation: Object; = {}
        sora.air_risk.tactical_mitigation.applied: Boolean; = false
        sora.air_risk.tactical_mitigation.robustness: Token; = none; enum none low medium high
        sora.air_risk.tactical_mitigation.evidence: Text; nullable
        sora.air_risk.tactical_mitigation.footprint_revalidated: Boolean; = false
        policy.lost_link_policy: Text; nullable
        link_systems[].link_id: Identifier; required
        link_systems[].kind: Token; required; enum direct_radio mesh_network cellular_lte_5g satellite starlink hybrid
        link_systems[].required: LenientBoolean; = true
        link_systems[].priority: LenientInteger; = 0; 0 or more
        link_systems[].availability: Token; = available; enum available unavailable
        link_systems[].max_range_m: Number; nullable; m; greater than 0
        link_systems[].coverage_asset_ref: Text; nullable; not empty
        link_systems[].metadata: Map; = {}
        estimation.wind_east_mps: Number; = 0; m/s
        estimation.wind_north_mps: Number; = 0; m/s
        estimation.wind_layers: List; nullable; a list of objects
        estimation.min_groundspeed_mps: Number; nullable; m/s
        estimation.max_segment_length_m: Number; nullable; m; greater than 0
        estimation.fidelity: Token; = v1; literal v1 v2
        estimation.wind_layers[].altitude_m: Number; required; m AMSL
        estimation.wind_layers[].wind_east_mps: Number; = 0; m/s
        estimation.wind_layers[].wind_north_mps: Number; = 0; m/s
        """;

    public const string Vehicle = """
        vehicle_id: Identifier; required
        display_name: Text; nullable
        vehicle_class: Token; required; enum multirotor fixed_wing vtol
        characteristic_dimension_m: Number; nullable; m; greater than 0
        mav_type: Text; nullable; not empty
        autopilot: Token; = generic; enum ardupilot px4 generic
        mass: Object; required
        performance: Object; required
        energy: Object; required
        resource_systems: List; = []; a list of objects
        failsafe: Object; = {}
        capabilities: Object; nullable
        sitl: Object; nullable
        sensors: Object; nullable
        controller: Object; nullable
        calibration_status: Token; nullable; enum manufacturer_derived placeholder_values log_calibrated
        metadata: Map; = {}
        mass.empty_kg: Number; required; kg; greater than 0
        mass.max_payload_kg: Number; nullable; kg; 0 or more
        mass.max_takeoff_kg: Number; required; kg; greater than 0
        mass.operating_mass_kg: Number; nullable; kg; greater than 0
        performance.cruise_speed_mps: Number; required; m/s; greater than 0
        performance.hover_speed_mps: Number; nullable; m/s; greater than 0
        performance.max_speed_mps: Number; required; m/s; greater than 0
        performance.climb_rate_mps: Number; required; m/s; greater than 0
        performance.descent_rate_mps: Number; required; m/s; greater than 0
        performance.turn_radius_m: Number; nullable; m; greater than 0
        performance.max_wind_mps: Number; nullable; m/s; 0 or more
        performance.max_crab_angle_deg: Number; nullable; deg; greater than 0 and less than 90
        performance.max_station_keep_wind_mps: Number; nullable; m/s; 0 or more
        energy.battery_capacity_wh: Number; required; Wh; greater than 0
        energy.battery_specific_energy_wh_per_kg: Number; nullable; Wh/kg; greater than 0
        energy.battery_excluded_operating_mass_kg: Number; nullable; kg; greater than 0
        energy.reserve_percent_default: Number; required; %; from 0 to 100
        energy.cruise_power_w: Number; required; W; greater than 0
        energy.hover_power_w: Number; nullable; W; greater than 0
        energy.climb_power_w: Number; nullable; W; greater than 0
        energy.descent_power_w: Number; nullable; W; greater than 0
        energy.reference_mass_kg: Number; nullable; kg; greater than 0
        energy.reference_density_kgm3: Number; nullable; kg/m³; greater than 0
        energy.induced_power_mass_exponent: Number; = 1.5; greater than 0
        energy.cruise_power_mass_exponent: Number; = 0.5; greater than 0
        energy.usable_capacity_curve: List; nullable; a list of objects, at least 1
        energy.usable_capacity_curve[].soc: Number; required; from 0 to 1
        energy.usable_capacity_curve[].usable_fraction: Number; required; from 0 to 1
        resource_systems[].resource_id: Identifier; required
        resource_systems[].kind: Token; required; enum onboard_battery external_power hybrid fuel hydrogen other
        resource_systems[].priority: LenientInteger; = 0; 0 or more
        resource_systems[].battery_capacity_wh: Number; nullable; Wh; greater than 0
        resource_systems[].reserve_percent: Number; nullable; %; from 0 to 100
        resource_systems[].continuous_power_w: Number; nullable; W; greater than 0
        resource_systems[].delivery: Token; nullable; enum generic tethered optical_fiber
        resource_systems[].max_route_distance_m: Number; nullable; m; greater than 0
        resource_systems[].max_route_time_s: Number; nullable; s; greater than 0
        resource_systems[].max_tether_length_m: Number; nullable; m; greater than 0
        resource_systems[].metadata: Map; = {}
        failsafe.low_battery_warn_percent: Number; = 30; %; from 0 to 100
        failsafe.low_battery_abort_percent: Number; = 25; %; from 0 to 100
        failsafe.emergency_land_percent: Number; = 10; %; from 0 to 100
        capabilities.hover: LenientBoolean; required
        capabilities.forward_flight: LenientBoolean; required
        sitl.backend: Token; required; enum ardupilot px4 generic
        sitl.frame: Text; required; not empty
        sitl.model: Text; nullable
        sensors.gps: Object; nullable
        sensors.battery_meter: Object; nullable
        sensors.airspeed: Object; nullable
        sensors.gps.horizontal_accuracy_m: Number; = 2.5; m; greater than 0
        sensors.gps.vertical_accuracy_m: Number; = 4; m; greater than 0
        sensors.gps.fix_rate_hz: Number; = 5; Hz; greater than 0
        sensors.gps.availability: Number; = 1; from 0 to 1
        sensors.battery_meter.current_sensor_noise_pct: Number; = 1; %; 0 or more
        sensors.battery_meter.voltage_noise_mv: Number; = 10; mV; 0 or more
        sensors.battery_meter.update_rate_hz: Number; = 10; Hz; greater than 0
        sensors.airspeed.bias_mps: Number; = 0; m/s
        sensors.airspeed.noise_std_mps: Number; = 0.3; m/s; 0 or more
        sensors.airspeed.update_rate_hz: Number; = 10; Hz; greater than 0
        controller.Kp_cross_track: Number; = 0.15; 0 or more
        controller.Kp_along_track: Number; = 0.05; 0 or more
        controller.max_heading_correction_rad: Number; = 0.5235987755982988; rad; 0 or more
        controller.max_speed_correction_mps: Number; = 2; m/s; 0 or more
        """;

    public const string Calibration = """
        schema_version: Token; required; literal calibration-profile.v1
        calibration_id: Identifier; required
        base_vehicle_id: Identifier; required
        provenance: Object; required
        parameters: List; = []; a list of objects
        notes: List; = []; a list of texts
        provenance.tool_version: Text; required; not empty
        provenance.calibration_dataset_version: Text; required; not empty
        provenance.source_trace_ids: List; = []; a list of texts
        provenance.validation_report_ids: List; = []; a list of texts
        parameters[].parameter: Token; required; enum cruise_speed_mps climb_rate_mps descent_rate_mps max_station_keep_wind_mps
        parameters[].fitted_value: LenientNumber; required
        parameters[].unit: Text; required; not empty
        parameters[].sample_count: LenientInteger; required; 1 or more
        parameters[].confidence_low: LenientNumber; required
        parameters[].confidence_high: LenientNumber; required
        parameters[].spread: LenientNumber; required; 0 or more
        parameters[].calibration_dataset_version: Text; required; not empty
        parameters[].applicable_conditions: List; = []; a list of texts
        parameters[].derivation: Text; required; not empty
        """;
}
