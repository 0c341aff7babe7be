using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;
using BvlosSim.Estimation;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Missions;

/// <summary>The keys of <c>constraints</c>.</summary>
public static class ConstraintsContract
{
    private static readonly TextListField AcceptedWarningCodes =
        new("accepted_warning_codes", "Warnings that the operator accepts.") { IsEmptyByDefault = true };

    private static readonly NumberField MinLandingReserve =
        new("min_landing_reserve_percent", "%", "Landing reserve, of the nameplate capacity; absent = the vehicle's.")
        {
            Range = NumberRange.Percent,
        };

    private static readonly BooleanField RequireRthReserve =
        new("require_rth_reserve", "Whether the reserve must survive a return from the end of every leg.") { DefaultValue = true };

    private static readonly NumberField MaxWind = Limit("max_wind_mps", "m/s", "Wind limit.");

    private static readonly NumberField MaxGust = Limit("max_gust_mps", "m/s", "Gust limit.");

    private static readonly NumberField MaxCrosswind = Limit("max_crosswind_mps", "m/s", "Crosswind limit.");

    private static readonly NumberField MinVisibility = Limit("min_visibility_m", "m", "Visibility limit.");

    private static readonly NumberField MaxPrecipitation = Limit("max_precipitation_mm_h", "mm/h", "Precipitation limit.");

    private static readonly NumberField MinObstacleClearance = Limit("min_obstacle_clearance_m", "m", "Clearance from obstacles.");

    private static readonly NumberField MinTerrainClearance = Limit("min_terrain_clearance_m", "m", "Clearance from terrain.");

    private static readonly NumberField MinDistanceToLandingZone = Limit(
        "min_distance_to_landing_zone_m", "m", "Greatest distance to a landing zone (an upper limit, despite the name).");

    /// <summary>The object.</summary>
    public static ObjectContract<MissionConstraints> Contract { get; } = new(
        "constraints",
        "Limits of the mission and accepted warnings. A limit that is absent leaves its evidence missing.",
        [
            AcceptedWarningCodes, MinLandingReserve, RequireRthReserve, MaxWind, MaxGust, MaxCrosswind, MinVisibility, MaxPrecipitation,
            MinObstacleClearance, MinTerrainClearance, MinDistanceToLandingZone,
        ],
        Build,
        new Rule<MissionConstraints>("Accepted warning codes are known, waivable and distinct", CheckCodes));

    private static NumberField Limit(string name, string unit, string documentation) =>
        new(name, unit, documentation) { Range = NumberRange.NonNegative };

    private static MissionConstraints Build(FieldValues values) => new()
    {
        AcceptedWarningCodes = values.Value(AcceptedWarningCodes),
        MinLandingReservePercent = values.Optional(MinLandingReserve),
        RequireRthReserve = values.Value(RequireRthReserve),
        MaxWindMps = values.Optional(MaxWind),
        MaxGustMps = values.Optional(MaxGust),
        MaxCrosswindMps = values.Optional(MaxCrosswind),
        MinVisibilityM = values.Optional(MinVisibility),
        MaxPrecipitationMmH = values.Optional(MaxPrecipitation),
        MinObstacleClearanceM = values.Optional(MinObstacleClearance),
        MinTerrainClearanceM = values.Optional(MinTerrainClearance),
        MinDistanceToLandingZoneM = values.Optional(MinDistanceToLandingZone),
    };

    private static Violation? CheckCodes(MissionConstraints constraints, DocumentNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < constraints.AcceptedWarningCodes.Length; i++)
        {
            if (ProblemOf(constraints.AcceptedWarningCodes[i], seen) is { } problem)
                return new Violation(problem, node.Find(AcceptedWarningCodes.Name)!.Items[i]);
        }

        return null;
    }

    private static string? ProblemOf(string code, HashSet<string> seen)
    {
        if (!WarningCodes.Set.TryParse(code, out WarningCode parsed))
        {
            string? near = EditDistance.Nearest(code, WarningCodes.Set.Names);
            string hint = near is null ? $"The codes are {string.Join(", ", WarningCodes.Set.Names)}." : $"Did you mean `{near}`?";
            return $"{FoundValue.Quote(code)} is no warning code. {hint}";
        }

        if (!WarningCodes.IsWaivable(parsed))
            return $"The warning `{code}` cannot be accepted: remove it, and the cause of the warning.";
        return seen.Add(code) ? null : $"The warning code `{code}` is listed twice: remove one.";
    }
}
