using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Links;

namespace BvlosSim.Documents.Missions;

/// <summary>The keys of a link system, in a mission or a scenario.</summary>
public static class LinkSystemContract
{
    private static readonly TextField LinkId = new("link_id", "Identifier; duplicates are allowed.") { IsIdentifier = true, IsRequired = true };

    private static readonly TokenField<LinkKind> Kind = new("kind", LinkTokens.Kinds, "Technology.") { IsRequired = true };

    private static readonly BooleanField Required =
        new("required", "Whether the link counts for command and control.") { IsLenient = true, DefaultValue = true };

    private static readonly IntegerField Priority = new("priority", "Preference; lower is preferred.") { Min = 0, DefaultValue = 0 };

    private static readonly TokenField<LinkAvailability> Availability =
        new("availability", LinkTokens.Availabilities, "Whether the link is up.") { DefaultValue = LinkAvailability.Available };

    private static readonly NumberField MaxRange = new("max_range_m", "m", "Range from home; absent = unlimited.") { Range = NumberRange.Positive };

    private static readonly TextField CoverageAssetRef = new("coverage_asset_ref", "Coverage asset; never read, which is a warning.") { IsNotEmpty = true };

    private static readonly MapField Metadata = new("metadata", "Free notes; ignored.");

    /// <summary>The object.</summary>
    public static ObjectContract<LinkSystem> Contract { get; } = new(
        "link system",
        "A command-and-control link.",
        [LinkId, Kind, Required, Priority, Availability, MaxRange, CoverageAssetRef, Metadata],
        values => new LinkSystem
        {
            LinkId = values.Value(LinkId),
            Kind = values.Value(Kind),
            Required = values.Value(Required),
            Priority = values.Value(Priority),
            Availability = values.Value(Availability),
            MaxRangeM = values.Optional(MaxRange),
            CoverageAssetRef = values.Optional(CoverageAssetRef),
        });
}
