using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Documents.Loading;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Missions;

/// <summary>The keys of a route item. They are the same for every action; the rules say which action takes which.</summary>
public static class RouteItemContract
{
    private static readonly TextField Id = new("id", "Identifier, unique in the route.") { IsIdentifier = true, IsRequired = true };

    private static readonly TokenField<RouteAction> Action = new("action", RouteTokens.Actions, "What the aircraft does at the item.") { IsRequired = true };

    private static readonly NumberField Lat = new("lat", "deg", "Latitude.") { Range = NumberRange.Between(-90.0, 90.0) };

    private static readonly NumberField Lon = new("lon", "deg", "Longitude.") { Range = NumberRange.Between(-180.0, 180.0) };

    private static readonly NumberField AltitudeM = new("altitude_m", "m", "Altitude above the reference.") { Range = NumberRange.NonNegative };

    private static readonly TokenField<AltitudeReference> AltitudeReference =
        new("altitude_reference", RouteTokens.AltitudeReferences, "What the altitude is measured from; absent = the mission's default.");

    private static readonly NumberField AcceptanceRadiusM =
        new("acceptance_radius_m", "m", "Radius at which the item counts as reached; not used by the simulation.") { Range = NumberRange.Positive };

    private static readonly NumberField LoiterTimeS = new("loiter_time_s", "s", "Time to stay at the item.") { Range = NumberRange.Positive };

    private static readonly NumberField LoiterRadiusM = new("loiter_radius_m", "m", "Radius of the loiter circle.") { Range = NumberRange.Positive };

    private static readonly MapField Metadata = new("metadata", "Free notes; ignored.");

    /// <summary>The object.</summary>
    public static ObjectContract<RouteItem> Contract { get; } = new(
        "route item",
        "One step of the flight.",
        [Id, Action, Lat, Lon, AltitudeM, AltitudeReference, AcceptanceRadiusM, LoiterTimeS, LoiterRadiusM, Metadata],
        Build,
        new Rule<RouteItem>(
            "An `rtl` has no target; `waypoint`, `loiter_time` and `land` have `lat` and `lon`; all but `land` and `rtl` have `altitude_m`;"
            + " `loiter_time` has `loiter_time_s`; `lat` and `lon` come together; `altitude_reference` comes with `altitude_m`",
            Check));

    private static RouteItem Build(FieldValues values) => new()
    {
        Id = values.Value(Id),
        Action = values.Value(Action),
        LatDeg = values.Optional(Lat),
        LonDeg = values.Optional(Lon),
        AltitudeM = values.Optional(AltitudeM),
        AltitudeReference = values.Optional(AltitudeReference),
        AcceptanceRadiusM = values.Optional(AcceptanceRadiusM),
        LoiterTimeS = values.Optional(LoiterTimeS),
        LoiterRadiusM = values.Optional(LoiterRadiusM),
    };

    private static Violation? Check(RouteItem item, DocumentNode node)
    {
        string action = RouteTokens.Actions.NameOf(item.Action);
        string? problem = RouteItemInvariants.FirstViolated(item) switch
        {
            null => null,
            "forbidden_target_fields" =>
                "`rtl` returns to the planned home and takes no position, altitude, radius or loiter time: remove them",
            "missing_position" => $"`{action}` needs a position: write both `lat` and `lon`",
            "missing_altitude" => $"`{action}` needs an altitude: write `altitude_m`",
            "missing_loiter_time" => "`loiter_time` needs the time to stay: write `loiter_time_s`",
            "partial_coordinates" => "`lat` and `lon` come together: write both or neither",
            _ => "`altitude_reference` says what `altitude_m` is measured from: write `altitude_m` or remove `altitude_reference`",
        };
        return problem is null ? null : new Violation($"Route item `{item.Id}`: {problem}.");
    }
}
