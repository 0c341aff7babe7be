using System.Collections.Immutable;
using BvlosSim.Documents.Loading;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Missions;

/// <summary>A mission and the document it came from.</summary>
/// <param name="Mission">The mission.</param>
/// <param name="Document">The document, with its path and identity.</param>
/// <param name="AbsentBlocks">Which of <c>constraints</c>, <c>assets</c>, <c>policy</c> the document does not have as keys, in this order.</param>
public sealed record BoundMission(Mission Mission, LoadedDocument Document, ImmutableArray<string> AbsentBlocks)
{
    /// <summary>The remark of a check of the file alone: <c>no constraints/policy block declared</c>; null when there is nothing to remark.</summary>
    public string? AbsentBlocksNote => AbsentBlocks.IsEmpty ? null : $"no {string.Join('/', AbsentBlocks)} block declared";
}
