using System.Globalization;
using System.Text;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Scale.Generation;

/// <summary>A vehicle with a long reach, and two missions: 300 km one way, and a short one of 200 states.</summary>
internal static class MissionFiles
{
    public const string Vehicle = "vehicle.yaml";
    public const string Long = "mission-300km.yaml";
    public const string Short = "mission-200-states.yaml";

    private const string VehicleText = """
        vehicle_id: long-reach
        vehicle_class: vtol
        characteristic_dimension_m: 6.0
        mass: {empty_kg: 90.0, max_payload_kg: 20.0, max_takeoff_kg: 160.0, operating_mass_kg: 150.0}
        performance: {cruise_speed_mps: 30.0, hover_speed_mps: 8.0, max_speed_mps: 40.0, climb_rate_mps: 4.0, descent_rate_mps: 3.0, turn_radius_m: 150.0, max_station_keep_wind_mps: 12.0}
        energy: {battery_capacity_wh: 40000.0, reserve_percent_default: 20.0, cruise_power_w: 2200.0, hover_power_w: 24000.0, reference_mass_kg: 150.0, reference_density_kgm3: 1.2}
        calibration_status: log_calibrated

        """;

    /// <summary>Writes the files.</summary>
    public static void Write(string folder)
    {
        File.WriteAllText(Path.Combine(folder, Vehicle), VehicleText);
        IReadOnlyList<GeoPoint> route = Country.LongRoute;
        File.WriteAllText(
            Path.Combine(folder, Long), Text(route[0], route.Skip(1), "geofences_file: airspace.geojson\n  obstacles_file: obstacles.geojson"));

        // A state every 50 m, and two for the way up.
        GeoPoint there = Country.Moved(route[10], 3.9, 2.9);
        GeoPoint beyond = Country.Moved(there, -3.4, 3.5);
        File.WriteAllText(Path.Combine(folder, Short), Text(route[10], [there, beyond], "landing_zones_file: landing-zones.geojson"));
    }

    private static string Text(GeoPoint home, IEnumerable<GeoPoint> corners, string assets)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            schema_version: mission.v7
            mission_id: scale
            vehicle_profile: long-reach
            departure_time: '2026-06-18T08:00:00Z'
            planned_home: {lat: {{home.LatDeg:0.0000000}}, lon: {{home.LonDeg:0.0000000}}, altitude_amsl_m: 120.0}
            estimation: {wind_east_mps: 4.0, wind_north_mps: 1.5}
            constraints:
              require_rth_reserve: false
              min_obstacle_clearance_m: 50.0
            assets:
              {{assets}}
            route:
            - {id: up, action: vtol_takeoff, altitude_m: 480.0}

            """);
        int index = 0;
        foreach (GeoPoint corner in corners)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"- {{id: w{++index}, action: waypoint, lat: {corner.LatDeg:0.0000000}, lon: {corner.LonDeg:0.0000000}, altitude_m: 480.0}}\n");
        }

        return text.ToString();
    }
}
