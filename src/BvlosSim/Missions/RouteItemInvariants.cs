namespace BvlosSim.Missions;

/// <summary>The rules between the fields of a route item, in the order in which the first violated one is reported.</summary>
public static class RouteItemInvariants
{
    /// <summary>Finds the first violated rule.</summary>
    /// <param name="item">The item.</param>
    /// <returns>
    /// <c>forbidden_target_fields</c>, <c>missing_position</c>, <c>missing_altitude</c>, <c>missing_loiter_time</c>,
    /// <c>partial_coordinates</c> or <c>altitude_reference_without_altitude</c>; null when the item is sound.
    /// </returns>
    public static string? FirstViolated(RouteItem item)
    {
        if (item.Action == RouteAction.Rtl && HasTargetField(item))
            return "forbidden_target_fields";
        if (NeedsPosition(item.Action) && (item.LatDeg is null || item.LonDeg is null))
            return "missing_position";
        if (NeedsAltitude(item.Action) && item.AltitudeM is null)
            return "missing_altitude";
        if (item.Action == RouteAction.LoiterTime && item.LoiterTimeS is null)
            return "missing_loiter_time";
        if (item.LatDeg is null != item.LonDeg is null)
            return "partial_coordinates";
        return item.AltitudeReference is not null && item.AltitudeM is null ? "altitude_reference_without_altitude" : null;
    }

    private static bool HasTargetField(RouteItem item) =>
        item.LatDeg is not null || item.LonDeg is not null || item.AltitudeM is not null || item.AltitudeReference is not null
        || item.AcceptanceRadiusM is not null || item.LoiterTimeS is not null || item.LoiterRadiusM is not null;

    private static bool NeedsPosition(RouteAction action) => action is RouteAction.Waypoint or RouteAction.LoiterTime or RouteAction.Land;

    private static bool NeedsAltitude(RouteAction action) =>
        action is RouteAction.Takeoff or RouteAction.VtolTakeoff or RouteAction.Waypoint or RouteAction.LoiterTime;
}
