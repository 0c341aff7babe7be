using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Missions;

/// <summary>The keys of the ground-risk footprint and of the containment evidence in <c>sora</c>.</summary>
public static class SoraEvidenceContract
{
    private static readonly NumberField VolumeMargin = Length("operational_volume_margin_m", "Margin of the operational volume.");

    private static readonly NumberField Buffer = Length("ground_risk_buffer_m", "Ground-risk buffer.");

    private static readonly NumberField VerticalMargin = Length("vertical_contingency_margin_m", "Vertical contingency margin.");

    private static readonly NumberField MaximumHeight = Length("maximum_height_agl_m", "Greatest height above ground.");

    private static readonly WordField BufferMethod =
        new("buffer_method", [SoraTokens.BufferMethod], "How the buffer was derived.") { IsLiteral = true, DefaultValue = SoraTokens.BufferMethod };

    private static readonly TextField Derivation = new("derivation", "How the dimensions were derived.") { IsRequired = true, IsNotEmpty = true };

    private static readonly TextField AssessmentReference =
        new("assessment_reference", "Where the assessment is to be found.") { IsRequired = true, IsNotEmpty = true };

    private static readonly NumberField PopulationDensity =
        new("average_population_density_ppl_km2", "people/km²", "Average population density of the adjacent area.")
        {
            IsRequired = true,
            Range = NumberRange.NonNegative,
        };

    private static readonly TokenField<OutdoorAssembly> Assembly =
        new("largest_outdoor_assembly", SoraTokens.Assemblies, "Largest outdoor assembly of people.") { IsRequired = true };

    private static readonly BooleanField Sheltering = new("sheltering_applicable", "Whether sheltering applies.") { IsRequired = true };

    private static readonly TextField RevalidationReference =
        new("ground_risk_buffer_revalidation_reference", "Where the revalidation of the buffer is to be found.");

    /// <summary>The ground-risk footprint.</summary>
    public static ObjectContract<GroundRiskFootprint> Footprint { get; } = new(
        "ground_risk_footprint",
        "Dimensions of the ground-risk footprint.",
        [VolumeMargin, Buffer, VerticalMargin, MaximumHeight, BufferMethod, Derivation],
        values => new GroundRiskFootprint
        {
            OperationalVolumeMarginM = values.Value(VolumeMargin),
            GroundRiskBufferM = values.Value(Buffer),
            VerticalContingencyMarginM = values.Value(VerticalMargin),
            MaximumHeightAglM = values.Value(MaximumHeight),
            Derivation = values.Value(Derivation),
        },
        Rule.That<GroundRiskFootprint>(
            "`derivation` is not blank",
            f => !string.IsNullOrWhiteSpace(f.Derivation),
            "Say how the dimensions were derived."),
        Rule.That<GroundRiskFootprint>(
            "`maximum_height_agl_m` is at least `vertical_contingency_margin_m`",
            f => f.MaximumHeightAglM >= f.VerticalContingencyMarginM,
            "The height includes the margin: raise it or lower the margin."));

    /// <summary>The containment evidence.</summary>
    public static ObjectContract<ContainmentEvidence> Containment { get; } = new(
        "containment_evidence",
        "Evidence for the containment requirement.",
        [AssessmentReference, PopulationDensity, Assembly, Sheltering, RevalidationReference],
        values => new ContainmentEvidence
        {
            AssessmentReference = values.Value(AssessmentReference),
            AveragePopulationDensityPplKm2 = values.Value(PopulationDensity),
            LargestOutdoorAssembly = values.Value(Assembly),
            ShelteringApplicable = values.Value(Sheltering),
            GroundRiskBufferRevalidationReference = values.Optional(RevalidationReference),
        },
        Rule.That<ContainmentEvidence>(
            "`assessment_reference` is not blank",
            c => !string.IsNullOrWhiteSpace(c.AssessmentReference),
            "Name the document that holds the assessment."),
        Rule.That<ContainmentEvidence>(
            "`ground_risk_buffer_revalidation_reference` is absent or not blank",
            c => c.GroundRiskBufferRevalidationReference is null || !string.IsNullOrWhiteSpace(c.GroundRiskBufferRevalidationReference),
            "Name the document that holds the revalidation, or remove the key."));

    private static NumberField Length(string name, string documentation) =>
        new(name, "m", documentation) { IsRequired = true, Range = NumberRange.Positive };
}
