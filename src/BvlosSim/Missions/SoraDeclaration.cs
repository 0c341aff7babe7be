using BvlosSim.Values;

namespace BvlosSim.Missions;

/// <summary>What the operator declares for a specific operations risk assessment (SORA 2.5).</summary>
public sealed record SoraDeclaration
{
    /// <summary>Ground-risk footprint; null = not declared.</summary>
    public GroundRiskFootprint? GroundRiskFootprint { get; init; }

    /// <summary>Containment evidence; null = not declared.</summary>
    public ContainmentEvidence? ContainmentEvidence { get; init; }

    /// <summary>Mitigations of the ground risk.</summary>
    public GroundRiskMitigations GroundRiskMitigations { get; init; } = new();

    /// <summary>Tactical mitigation of the air risk; never applied, since credit for it is not supported.</summary>
    public RiskMitigation TacticalMitigation { get; init; } = new();
}

/// <summary>Dimensions of the ground-risk footprint, all metres &gt; 0; derived by the initial 1:1 rule.</summary>
public sealed record GroundRiskFootprint
{
    /// <summary>Margin of the operational volume.</summary>
    public required double OperationalVolumeMarginM { get; init; }

    /// <summary>Ground-risk buffer.</summary>
    public required double GroundRiskBufferM { get; init; }

    /// <summary>Vertical contingency margin.</summary>
    public required double VerticalContingencyMarginM { get; init; }

    /// <summary>Greatest height above ground, ≥ <see cref="VerticalContingencyMarginM"/>.</summary>
    public required double MaximumHeightAglM { get; init; }

    /// <summary>How the dimensions were derived; not blank.</summary>
    public required string Derivation { get; init; }
}

/// <summary>Largest outdoor assembly of people near the operation.</summary>
public enum OutdoorAssembly
{
    /// <summary>More than 400 000 people.</summary>
    Above400000,

    /// <summary>40 000 to 400 000 people.</summary>
    From40000To400000,

    /// <summary>Fewer than 40 000 people.</summary>
    Below40000,

    /// <summary>None.</summary>
    NotApplicable,
}

/// <summary>Evidence for the containment requirement.</summary>
public sealed record ContainmentEvidence
{
    /// <summary>Reference of the assessment; not blank.</summary>
    public required string AssessmentReference { get; init; }

    /// <summary>Average density of the adjacent area in people per km², ≥ 0.</summary>
    public required double AveragePopulationDensityPplKm2 { get; init; }

    /// <summary>Largest outdoor assembly.</summary>
    public required OutdoorAssembly LargestOutdoorAssembly { get; init; }

    /// <summary>Whether sheltering applies.</summary>
    public required bool ShelteringApplicable { get; init; }

    /// <summary>Reference of the revalidated buffer; null or not blank.</summary>
    public string? GroundRiskBufferRevalidationReference { get; init; }
}

/// <summary>Mitigations of the ground risk.</summary>
public sealed record GroundRiskMitigations
{
    /// <summary>M1(A) sheltering.</summary>
    public RiskMitigation M1ASheltering { get; init; } = new();

    /// <summary>M1(B) operational restrictions.</summary>
    public RiskMitigation M1BOperationalRestrictions { get; init; } = new();

    /// <summary>M1(C) ground observation.</summary>
    public RiskMitigation M1CGroundObservation { get; init; } = new();

    /// <summary>M2 reduced effects of impact.</summary>
    public RiskMitigation M2ImpactReduction { get; init; } = new();
}

/// <summary>Robustness of a mitigation.</summary>
public enum Robustness
{
    /// <summary>None.</summary>
    None,

    /// <summary>Low.</summary>
    Low,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>High.</summary>
    High,
}

/// <summary>One mitigation: applied with a robustness and evidence, or not applied with robustness none.</summary>
public sealed record RiskMitigation
{
    /// <summary>Whether it is claimed.</summary>
    public bool Applied { get; init; }

    /// <summary>Claimed robustness.</summary>
    public Robustness Robustness { get; init; }

    /// <summary>Evidence; not blank when applied.</summary>
    public string? Evidence { get; init; }

    /// <summary>The footprint was revalidated with the mitigation.</summary>
    public bool FootprintRevalidated { get; init; }
}

/// <summary>The contract tokens of the SORA declarations.</summary>
public static class SoraTokens
{
    /// <summary>The only version of the method that a mission may name.</summary>
    public const string Version = "2.5";

    /// <summary>The only method of deriving the footprint.</summary>
    public const string BufferMethod = "initial_1_to_1";

    /// <summary>Tokens of <see cref="OutdoorAssembly"/>.</summary>
    public static ClosedSet<OutdoorAssembly> Assemblies { get; } = new(
        (OutdoorAssembly.Above400000, "above_400000"),
        (OutdoorAssembly.From40000To400000, "40000_to_400000"),
        (OutdoorAssembly.Below40000, "below_40000"),
        (OutdoorAssembly.NotApplicable, "not_applicable"));

    /// <summary>Tokens of <see cref="Robustness"/>.</summary>
    public static ClosedSet<Robustness> Robustnesses { get; } = new(
        (Robustness.None, "none"),
        (Robustness.Low, "low"),
        (Robustness.Medium, "medium"),
        (Robustness.High, "high"));
}
