using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Missions;

/// <summary>The keys of <c>sora</c>.</summary>
public static class SoraContract
{
    private static readonly WordField Version =
        new("version", [SoraTokens.Version], "Version of the method.") { IsLiteral = true, DefaultValue = SoraTokens.Version };

    private static readonly ObjectField<GroundRiskFootprint> Footprint =
        new("ground_risk_footprint", SoraEvidenceContract.Footprint, "Dimensions of the ground-risk footprint.");

    private static readonly ObjectField<ContainmentEvidence> Containment =
        new("containment_evidence", SoraEvidenceContract.Containment, "Evidence for the containment requirement.");

    private static readonly ObjectField<GroundRiskMitigations> Mitigations =
        new("ground_risk_mitigations", SoraMitigationContract.GroundRisk, "Mitigations of the ground risk.") { IsEmptyByDefault = true };

    private static readonly ObjectField<RiskMitigation> AirRisk =
        new("air_risk", SoraMitigationContract.AirRisk, "Mitigation of the air risk.") { IsEmptyByDefault = true };

    /// <summary>The object.</summary>
    public static ObjectContract<SoraDeclaration> Contract { get; } = new(
        "sora",
        "What the operator declares for a specific operations risk assessment.",
        [Version, Footprint, Containment, Mitigations, AirRisk],
        values => new SoraDeclaration
        {
            GroundRiskFootprint = values.Optional(Footprint),
            ContainmentEvidence = values.Optional(Containment),
            GroundRiskMitigations = values.Value(Mitigations),
            TacticalMitigation = values.Value(AirRisk),
        });
}
