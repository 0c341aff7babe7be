namespace BvlosSim.Documents.Page;

/// <summary>What people call the categories of evidence, and what each of them needs.</summary>
internal static class CheckNames
{
    /// <summary>The name of a category; its token when it has no other.</summary>
    public static string Of(string category) => category switch
    {
        "energy" => "Energy",
        "geofence" => "Geofences",
        "landing_zone" => "Landing zones",
        "resource" => "Energy resources",
        "link" => "Command-and-control links",
        "obstacle" => "Obstacle and terrain clearance",
        "weather" => "Weather limits",
        "rth" => "Return home",
        "ground_risk" => "Ground risk",
        "ground_risk_footprint" => "Ground-risk footprint",
        "route_legs" => "Flown legs",
        _ => category,
    };

    /// <summary>The input that the evidence of a category comes from; null when it comes from the mission or vehicle itself.</summary>
    public static string? Asset(string category) => category switch
    {
        "geofence" => "geofences",
        "landing_zone" => "landing_zones",
        "obstacle" => "obstacles",
        "ground_risk" => "population",
        _ => null,
    };

    /// <summary>What the evidence of a category comes from.</summary>
    public static string Remedy(string category) => category switch
    {
        "geofence" => "It needs the mission's assets.geofences_file.",
        "landing_zone" => "It needs the mission's assets.landing_zones_file.",
        "resource" => "It needs the vehicle's resource_systems.",
        "link" => "It needs the mission's link_systems.",
        "obstacle" => "It needs assets.obstacles_file, or constraints.min_terrain_clearance_m with a terrain grid.",
        "weather" => "It needs constraints.max_wind_mps or constraints.max_crosswind_mps.",
        "ground_risk" => "It needs assets.population_grid_file and sora.ground_risk_footprint.",
        "ground_risk_footprint" => "Evaluated for the centre line only. It needs sora.ground_risk_footprint.",
        _ => "Not evaluated.",
    };
}
