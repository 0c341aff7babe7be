using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Missions;

/// <summary>The keys of the small objects of a mission: <c>planned_home</c>, <c>defaults</c>, <c>assets</c>, <c>policy</c>.</summary>
public static class MissionPartsContract
{
    private static readonly NumberField HomeLat =
        new("lat", "deg", "Latitude.") { IsRequired = true, Range = NumberRange.Between(-90.0, 90.0) };

    private static readonly NumberField HomeLon =
        new("lon", "deg", "Longitude.") { IsRequired = true, Range = NumberRange.Between(-180.0, 180.0) };

    private static readonly NumberField HomeAltitude = new("altitude_amsl_m", "m", "Altitude above mean sea level.") { IsRequired = true };

    private static readonly NumberField CruiseSpeed =
        new("cruise_speed_mps", "m/s", "True airspeed; absent = the vehicle's.") { Range = NumberRange.Positive };

    private static readonly NumberField HoverSpeed =
        new("hover_speed_mps", "m/s", "Hover speed; carried for export, not used by the simulation.") { Range = NumberRange.Positive };

    private static readonly TokenField<AltitudeReference> Reference =
        new("altitude_reference", RouteTokens.AltitudeReferences, "What altitudes are measured from when an item does not say.")
        {
            DefaultValue = AltitudeReference.RelativeHome,
        };

    private static readonly PathField Geofences = new("geofences_file", "Geofences (GeoJSON).");

    private static readonly PathField LandingZones = new("landing_zones_file", "Landing zones (GeoJSON).");

    private static readonly PathField Terrain = new("terrain_file", "Terrain grid.");

    private static readonly PathField PopulationGrid = new("population_grid_file", "Population grid.");

    private static readonly PathField Obstacles = new("obstacles_file", "Obstacles (GeoJSON).");

    private static readonly PathField WindGrid = new("wind_grid_file", "Wind grid.");

    private static readonly PathField CommsCoverage = new("comms_coverage_file", "Reserved; never opened, which is a warning.");

    private static readonly TextField LostLinkPolicyText = new("lost_link_policy", "Policy on loss of the link; reserved.");

    /// <summary>The planned home.</summary>
    public static ObjectContract<PlannedHome> Home { get; } = new(
        "planned_home",
        "Start of the flight and target of a return.",
        [HomeLat, HomeLon, HomeAltitude],
        values => new PlannedHome(values.Value(HomeLat), values.Value(HomeLon), values.Value(HomeAltitude)));

    /// <summary>Values for route items that set none.</summary>
    public static ObjectContract<MissionDefaults> Defaults { get; } = new(
        "defaults",
        "Values for route items that set none.",
        [CruiseSpeed, HoverSpeed, Reference],
        values => new MissionDefaults
        {
            CruiseSpeedMps = values.Optional(CruiseSpeed),
            HoverSpeedMps = values.Optional(HoverSpeed),
            AltitudeReference = values.Value(Reference),
        });

    /// <summary>Paths of the assets, relative to the folder of the mission.</summary>
    public static ObjectContract<MissionAssets> Assets { get; } = new(
        "assets",
        "Files that the mission refers to, relative to its own folder.",
        [Geofences, LandingZones, Terrain, PopulationGrid, Obstacles, WindGrid, CommsCoverage],
        values => new MissionAssets
        {
            GeofencesFile = values.Optional(Geofences),
            LandingZonesFile = values.Optional(LandingZones),
            TerrainFile = values.Optional(Terrain),
            PopulationGridFile = values.Optional(PopulationGrid),
            ObstaclesFile = values.Optional(Obstacles),
            WindGridFile = values.Optional(WindGrid),
            CommsCoverageFile = values.Optional(CommsCoverage),
        });

    /// <summary>Policies.</summary>
    public static ObjectContract<MissionPolicy> Policy { get; } = new(
        "policy",
        "Policies; reserved.",
        [LostLinkPolicyText],
        values => new MissionPolicy(values.Optional(LostLinkPolicyText)));
}

/// <summary>Policies of a mission.</summary>
/// <param name="LostLinkPolicy">Policy on loss of the link; null = none.</param>
public sealed record MissionPolicy(string? LostLinkPolicy);
