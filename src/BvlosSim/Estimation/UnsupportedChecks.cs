using BvlosSim.Missions;
using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation;

/// <summary>
/// Checks that a mission asks for and this version cannot evaluate. Silence would read as permission, so each is an
/// explicit failure of kind unsupported. The list only shrinks.
/// </summary>
internal static class UnsupportedChecks
{
    /// <summary>The first unsupported check that the inputs ask for, or null.</summary>
    public static MissionFailure? FirstOf(Mission mission, Vehicle vehicle)
    {
        string? asked = FirstAsked(mission, vehicle);
        return asked is null
            ? null
            : new MissionFailure(
                FailureKind.Unsupported,
                FailureCode.CheckUnsupported,
                $"This version cannot evaluate '{asked}'. Remove it to estimate the flight without that evidence.",
                FlightPlace.Mission,
                ScalarMap.Of(("field", asked)));
    }

    private static string? FirstAsked(Mission mission, Vehicle vehicle)
    {
        if (!vehicle.ResourceSystems.IsEmpty)
            return "vehicle.resource_systems";
        if (!mission.LinkSystems.IsEmpty)
            return "link_systems";
        if (mission.Assets.GeofencesFile is not null)
            return "assets.geofences_file";
        if (mission.Assets.LandingZonesFile is not null)
            return "assets.landing_zones_file";
        if (mission.Assets.ObstaclesFile is not null)
            return "assets.obstacles_file";
        if (mission.Constraints.MinObstacleClearanceM is not null)
            return "constraints.min_obstacle_clearance_m";
        if (mission.Constraints.MinTerrainClearanceM is not null)
            return "constraints.min_terrain_clearance_m";
        if (mission.Constraints.MaxGustMps is not null)
            return "constraints.max_gust_mps";
        if (mission.Constraints.MinVisibilityM is not null)
            return "constraints.min_visibility_m";
        if (mission.Constraints.MaxPrecipitationMmH is not null)
            return "constraints.max_precipitation_mm_h";
        if (mission.Constraints.MaxWindMps is not null)
            return "constraints.max_wind_mps";
        if (mission.Constraints.MaxCrosswindMps is not null)
            return "constraints.max_crosswind_mps";
        return mission.Assets.PopulationGridFile is null ? null : "assets.population_grid_file";
    }
}
