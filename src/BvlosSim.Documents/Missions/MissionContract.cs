using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Documents.Loading;
using BvlosSim.Links;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Missions;

/// <summary>The contract <c>mission.v7</c>.</summary>
public static class MissionContract
{
    /// <summary>The version.</summary>
    public const string Version = "mission.v7";

    /// <summary>The key that names the version.</summary>
    public const string VersionKey = "schema_version";

    private static readonly WordField SchemaVersion = new(VersionKey, [Version], "Version of the contract.")
    {
        IsLiteral = true,
        IsRequired = true,
        Remedy = "a mission.v6 file is rewritten by `bvlos-sim migrate`",
    };

    private static readonly TextField MissionId = new("mission_id", "Identifier.") { IsIdentifier = true, IsRequired = true };

    private static readonly TextField VehicleProfile =
        new("vehicle_profile", "`vehicle_id` of the vehicle that the mission is planned for.") { IsNotEmpty = true, IsRequired = true };

    private static readonly DateTimeField DepartureTime = new("departure_time", "Departure; without zone it counts as UTC.");

    private static readonly ObjectField<PlannedHome> PlannedHome =
        new("planned_home", MissionPartsContract.Home, "Start of the flight and target of a return.") { IsRequired = true };

    private static readonly ObjectField<MissionDefaults> Defaults =
        new("defaults", MissionPartsContract.Defaults, "Values for route items that set none.") { IsEmptyByDefault = true };

    private static readonly ObjectListField<RouteItem> Route =
        new("route", RouteItemContract.Contract, "The items in flight order.") { IsRequired = true, MinCount = 1 };

    private static readonly ObjectField<MissionConstraints> Constraints =
        new("constraints", ConstraintsContract.Contract, "Limits and accepted warnings.") { IsEmptyByDefault = true };

    private static readonly ObjectField<MissionAssets> Assets =
        new("assets", MissionPartsContract.Assets, "Files that the mission refers to.") { IsEmptyByDefault = true };

    private static readonly ObjectField<AirspaceDeclaration> Airspace = new("airspace", AirspaceContract.Contract, "Airspace declaration.");

    private static readonly ObjectField<SoraDeclaration> Sora = new("sora", SoraContract.Contract, "Risk assessment declarations.");

    private static readonly ObjectField<MissionPolicy> Policy =
        new("policy", MissionPartsContract.Policy, "Policies; reserved.") { IsEmptyByDefault = true };

    private static readonly ObjectListField<LinkSystem> LinkSystems =
        new("link_systems", LinkSystemContract.Contract, "Command-and-control links.") { IsEmptyByDefault = true };

    private static readonly ObjectField<EstimationSettings> Estimation =
        new("estimation", EstimationContract.Contract, "Settings of the estimation.");

    private static readonly MapField Metadata = new("metadata", "Free notes; ignored.");

    /// <summary>The contract.</summary>
    public static DocumentContract<Mission> Contract { get; } = new(
        Version,
        "mission",
        new ObjectContract<Mission>(
            "mission",
            "Where to fly, under which limits, with which assets.",
            [
                SchemaVersion, MissionId, VehicleProfile, DepartureTime, PlannedHome, Defaults, Route, Constraints, Assets, Airspace, Sora, Policy,
                LinkSystems, Estimation, Metadata,
            ],
            Build,
            new Rule<Mission>("The `id` values of the route are distinct", CheckDistinctIds)));

    /// <summary>The blocks whose absence a check of the file alone remarks, in the order in which it names them.</summary>
    internal static IReadOnlyList<string> RemarkedBlocks { get; } = [Constraints.Name, Assets.Name, Policy.Name];

    private static Mission Build(FieldValues values) => new()
    {
        MissionId = values.Value(MissionId),
        VehicleProfile = values.Value(VehicleProfile),
        DepartureTime = values.Optional(DepartureTime),
        PlannedHome = values.Value(PlannedHome),
        Defaults = values.Value(Defaults),
        Route = values.Value(Route),
        Constraints = values.Value(Constraints),
        Assets = values.Value(Assets),
        Airspace = values.Optional(Airspace),
        Sora = values.Optional(Sora),
        LostLinkPolicy = values.Value(Policy).LostLinkPolicy,
        LinkSystems = values.Value(LinkSystems),
        Estimation = values.Optional(Estimation),
    };

    private static Violation? CheckDistinctIds(Mission mission, DocumentNode node)
    {
        var seen = new Dictionary<string, int>(mission.Route.Length, StringComparer.Ordinal);
        for (int i = 0; i < mission.Route.Length; i++)
        {
            string id = mission.Route[i].Id;
            if (seen.TryAdd(id, i))
                continue;
            DocumentNode? place = node.Find(Route.Name)!.Items[i].Find("id");
            return new Violation($"Route items {seen[id]} and {i} (counted from 0) have the same id `{id}`: rename one.", place);
        }

        return null;
    }
}
