namespace BvlosSim.Environment.Population;

/// <summary>What makes a population grid evidence for a risk assessment rather than a picture.</summary>
public sealed record PopulationEvidence
{
    /// <summary>Source; not blank.</summary>
    public required string Source { get; init; }

    /// <summary>Year of the data, ≥ 1900.</summary>
    public required int PopulationYear { get; init; }

    /// <summary>Resolution of the source in metres, &gt; 0.</summary>
    public required double NativeResolutionM { get; init; }

    /// <summary>Resolution of the grid in metres, &gt; 0.</summary>
    public required double EffectiveResolutionM { get; init; }

    /// <summary>Reference of the authority's assessment; not blank.</summary>
    public required string AuthorityAssessmentReference { get; init; }

    /// <summary>Begin of validity, with its offset.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>End of validity, with its offset; after the begin.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>Reference of the assessment of people who come and go; not blank.</summary>
    public required string TransientPopulationAssessmentReference { get; init; }

    /// <summary>Whether assemblies of people are in the operational footprint.</summary>
    public required bool AssembliesPresent { get; init; }
}
