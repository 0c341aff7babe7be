namespace BvlosSim.Cli.Tests.Running;

/// <summary>Small inputs of the tests.</summary>
internal static class TestInputs
{
    public const string Mission =
        """
        schema_version: mission.v7
        mission_id: ex
        vehicle_profile: q
        planned_home: {lat: 52, lon: 4, altitude_amsl_m: 0}
        route:
        - {id: t, action: vtol_takeoff, altitude_m: 100}
        - {id: w, action: waypoint, lat: 52.01, lon: 4.0, altitude_m: 100}
        - {id: r, action: rtl}

        """;

    public const string Vehicle =
        """
        vehicle_id: q
        vehicle_class: vtol
        mass: {empty_kg: 8, max_takeoff_kg: 10}
        performance: {cruise_speed_mps: 20, hover_speed_mps: 5, max_speed_mps: 25, climb_rate_mps: 4, descent_rate_mps: 2, turn_radius_m: 50}
        energy: {battery_capacity_wh: 900, reserve_percent_default: 25, cruise_power_w: 450, hover_power_w: 1200}

        """;

    /// <summary>A folder with <c>mission.yaml</c> and <c>vehicle.yaml</c>.</summary>
    public static TemporaryFolder Folder(string mission = Mission, string vehicle = Vehicle)
    {
        var folder = new TemporaryFolder();
        folder.Write("mission.yaml", mission);
        folder.Write("vehicle.yaml", vehicle);
        return folder;
    }

    /// <summary>A mission that takes many seconds to simulate: centuries of loitering in a wind that has to be looked up every minute.</summary>
    public static TemporaryFolder LongRunningFolder()
    {
        string loiters = string.Concat(Enumerable.Range(0, 200).Select(
            i => $"- {{id: l{i}, action: loiter_time, lat: 52.01, lon: 4.0, altitude_m: 100, loiter_time_s: 5.9e+7}}\n"));
        TemporaryFolder folder = Folder(Mission.Replace("- {id: r", loiters + "- {id: r", StringComparison.Ordinal)
            + "assets: {wind_grid_file: wind.yaml}\n");
        folder.Write(
            "wind.yaml",
            """
            axes: {time_s: [0, 100], altitude_m: [0, 100], lat: [51, 53], lon: [3, 5]}
            values:
            - [[[[1, 0], [2, 0]], [[1, 1], [0, 2]]], [[[1, 0], [2, 0]], [[1, 1], [0, 2]]]]
            - [[[[1, 0], [2, 0]], [[1, 1], [0, 2]]], [[[1, 0], [2, 0]], [[1, 1], [0, 2]]]]

            """);
        return folder;
    }
}
