using System.Collections.Immutable;
using BvlosSim.Links;
using BvlosSim.Missions;
using BvlosSim.Resources;
using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation.Limits;

/// <summary>
/// Warns of every limit of the mission or vehicle that a run did not hold the flight against. Whoever wrote a limit believes that it
/// is kept.
/// </summary>
/// <remarks>
/// <para>No warning for what needs none:</para>
/// <list type="bullet">
/// <item><description>Limits that fail when set: <c>constraints.max_gust_mps</c>, <c>min_visibility_m</c>, <c>max_precipitation_mm_h</c>, and
/// <c>min_terrain_clearance_m</c> without terrain.</description></item>
/// <item><description>Wind limits in a calm that was only assumed: the weather is then missing evidence, which says the same and blocks as
/// well.</description></item>
/// <item><description>Limits that stricter ones imply: <c>failsafe.emergency_land_percent</c> lies below the abort level, which blocks by
/// itself; <c>mass.max_takeoff_kg</c> is held against every mass while the vehicle is read.</description></item>
/// <item><description>Limits of manoeuvres that the flight does not make: <c>max_crab_angle_deg</c> without a track,
/// <c>max_station_keep_wind_mps</c> without a hover.</description></item>
/// <item><description>Values carried for export or other commands: <c>acceptance_radius_m</c>, <c>defaults.hover_speed_mps</c>,
/// <c>policy.lost_link_policy</c>, <c>sensors</c>, <c>controller</c>, <c>sitl</c>, <c>metadata</c>.</description></item>
/// <item><description>The heights that the mission declares: <see cref="DeclaredHeights"/> holds the flight against them.</description></item>
/// <item><description><c>mass.max_payload_kg</c>: no file states what is loaded. Operating less empty mass is payload and, where the empty
/// mass is that without batteries, the batteries too, so that it says nothing of the payload alone. What can be held against it, the
/// greatest take-off mass, is, while the vehicle is read.</description></item>
/// </list>
/// </remarks>
internal static class UnevaluatedLimits
{
    /// <summary>The warnings of a run that went through all its checks, in the order of the contract.</summary>
    /// <param name="input">Mission, vehicle and assets.</param>
    /// <param name="result">What the checks left.</param>
    public static ImmutableArray<MissionWarning> Of(EstimationInput input, EstimateResult result) =>
    [
        .. Weather(input.Mission.Constraints, result),
        .. Spatial(input, result),
        .. Links(input.Mission),
        .. Performance(input, result),
        .. Resource(result.Resource?.Selected?.System, input.Vehicle.ResourceSystems),
    ];

    private static IEnumerable<MissionWarning> Weather(MissionConstraints limits, EstimateResult result)
    {
        if (limits.MaxCrosswindMps is { } limit && result.Weather is { WorstCrosswindMps: null })
            yield return Warning("constraints.max_crosswind_mps", limit, "no leg has a track that wind could blow across");
    }

    private static IEnumerable<MissionWarning> Spatial(EstimationInput input, EstimateResult result)
    {
        MissionConstraints limits = input.Mission.Constraints;
        if (limits.MinObstacleClearanceM is { } clearance && input.Obstacles is null)
            yield return Warning("constraints.min_obstacle_clearance_m", clearance, "the mission names no assets.obstacles_file");
        if (limits.MinDistanceToLandingZoneM is { } distance && result.LandingZone is null)
            yield return Warning("constraints.min_distance_to_landing_zone_m", distance, "the mission names no assets.landing_zones_file");
        if (input.Mission.Assets.CommsCoverageFile is { } coverage)
            yield return Warning("assets.comms_coverage_file", coverage, "the file is never opened: only the range of a link is checked");
    }

    private static IEnumerable<MissionWarning> Links(Mission mission)
    {
        for (int i = 0; i < mission.LinkSystems.Length; i++)
        {
            LinkSystem link = mission.LinkSystems[i];
            if (link.CoverageAssetRef is { } coverage)
                yield return Warning(Path("link_systems", i, "coverage_asset_ref"), coverage, "the coverage is never read: only the range of a link is checked");
        }
    }

    private static IEnumerable<MissionWarning> Performance(EstimationInput input, EstimateResult result)
    {
        VehiclePerformance performance = input.Vehicle.Performance;
        if (input.Mission.Defaults.CruiseSpeedMps > performance.MaxSpeedMps)
        {
            yield return Warning(
                "performance.max_speed_mps", performance.MaxSpeedMps,
                "the mission's defaults.cruise_speed_mps is flown although it is faster");
        }

        if (performance.MaxWindMps is { } wind && result.Legs.All(leg => leg.Wind is null))
            yield return Warning("performance.max_wind_mps", wind, "all legs are vertical, and the wind of vertical legs is not looked at");
    }

    /// <summary>Only the resource that carries the mission matters.</summary>
    private static IEnumerable<MissionWarning> Resource(ResourceSystem? selected, ImmutableArray<ResourceSystem> systems)
    {
        if (selected is null)
            yield break;
        int index = systems.IndexOf(selected);
        if (selected is { Kind: ResourceKind.OnboardBattery, ContinuousPowerW: { } power })
            yield return Warning(Path("resource_systems", index, "continuous_power_w"), power, "an onboard battery is held against energy, not power");
        if (selected is { Kind: ResourceKind.ExternalPower, ReservePercent: { } reserve })
            yield return Warning(Path("resource_systems", index, "reserve_percent"), reserve, "external power is held against power, and keeps no reserve");
    }

    private static string Path(string list, int index, string field) => FormattableString.Invariant($"{list}.{index}.{field}");

    /// <summary>The warning of a limit.</summary>
    /// <param name="field">Its place in the document.</param>
    /// <param name="value">Its value.</param>
    /// <param name="reason">Why it was not evaluated.</param>
    public static MissionWarning Warning(string field, Scalar value, string reason) =>
        new(WarningCode.LimitNotEvaluated, $"{field} ({value}) was not evaluated: {reason}.", FlightPlace.Mission)
        {
            Context = ScalarMap.Of(("field", field), ("value", value), ("reason", reason)),
        };
}
