using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Population;

namespace BvlosSim.Documents.Environment;

/// <summary>A population grid as loaded.</summary>
/// <param name="Grid">The densities.</param>
/// <param name="Identity">Format and content hash of the file.</param>
public sealed record PopulationGridDocument(PopulationGrid Grid, DocumentIdentity Identity);
