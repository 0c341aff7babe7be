using System.Collections.Immutable;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Missions;

/// <summary>The keys of the mitigations in <c>sora</c>.</summary>
public static class SoraMitigationContract
{
    private const string Migrated = "mission.v7 does not know it any more; `bvlos-sim migrate` rewrites the file.";

    private static readonly BooleanField Applied = new("applied", "Whether the mitigation is claimed.") { DefaultValue = false };

    private static readonly TokenField<Robustness> RobustnessLevel =
        new("robustness", SoraTokens.Robustnesses, "Claimed robustness.") { DefaultValue = Robustness.None };

    private static readonly TextField Evidence = new("evidence", "Where the evidence is to be found.");

    private static readonly BooleanField FootprintRevalidated =
        new("footprint_revalidated", "The footprint was revalidated with the mitigation.") { DefaultValue = false };

    /// <summary>One mitigation.</summary>
    public static ObjectContract<RiskMitigation> Mitigation { get; } = new(
        "mitigation",
        "A mitigation: applied with robustness and evidence, or not applied.",
        [Applied, RobustnessLevel, Evidence, FootprintRevalidated],
        values => new RiskMitigation
        {
            Applied = values.Value(Applied),
            Robustness = values.Value(RobustnessLevel),
            Evidence = values.Optional(Evidence),
            FootprintRevalidated = values.Value(FootprintRevalidated),
        },
        Rule.That<RiskMitigation>(
            "A mitigation that is applied has a `robustness` other than `none`",
            m => !m.Applied || m.Robustness != Robustness.None,
            "Write `low`, `medium` or `high`, or `applied: false`."),
        Rule.That<RiskMitigation>(
            "A mitigation that is applied has `evidence` that is not blank",
            m => !m.Applied || !string.IsNullOrWhiteSpace(m.Evidence),
            "Name the evidence, or write `applied: false`."),
        Rule.That<RiskMitigation>(
            "A mitigation that is not applied has `robustness: none`",
            m => m.Applied || m.Robustness == Robustness.None,
            "Write `applied: true` to claim it, or `robustness: none`."));

    private static readonly ObjectField<RiskMitigation> M1A = Member("m1a_sheltering", "M1(A) sheltering.");

    private static readonly ObjectField<RiskMitigation> M1B = Member("m1b_operational_restrictions", "M1(B) operational restrictions.");

    private static readonly ObjectField<RiskMitigation> M1C = Member("m1c_ground_observation", "M1(C) ground observation.");

    private static readonly ObjectField<RiskMitigation> M2 = Member("m2_impact_reduction", "M2 reduced effects of impact.");

    private static readonly ObjectField<RiskMitigation> Tactical = Member("tactical_mitigation", "Tactical mitigation of the air risk.");

    /// <summary>The mitigations of the ground risk.</summary>
    public static ObjectContract<GroundRiskMitigations> GroundRisk { get; } = new(
        "ground_risk_mitigations",
        "Mitigations of the ground risk.",
        [M1A, M1B, M1C, M2],
        values => new GroundRiskMitigations
        {
            M1ASheltering = values.Value(M1A),
            M1BOperationalRestrictions = values.Value(M1B),
            M1CGroundObservation = values.Value(M1C),
            M2ImpactReduction = values.Value(M2),
        })
    {
        RetiredKeys = ImmutableDictionary<string, string>.Empty.Add("m1_strategic", Migrated).Add("m3_erp", Migrated),
    };

    /// <summary>The mitigation of the air risk.</summary>
    public static ObjectContract<RiskMitigation> AirRisk { get; } = new(
        "air_risk",
        "Mitigation of the air risk.",
        [Tactical],
        values => values.Value(Tactical),
        Rule.That<RiskMitigation>(
            "`tactical_mitigation` is not applied",
            m => !m.Applied,
            "Credit for it is not supported: write `applied: false` and `robustness: none`."));

    private static ObjectField<RiskMitigation> Member(string name, string documentation) =>
        new(name, Mitigation, documentation) { IsEmptyByDefault = true };
}
