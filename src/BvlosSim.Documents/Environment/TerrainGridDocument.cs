using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Terrain;

namespace BvlosSim.Documents.Environment;

/// <summary>A terrain grid as loaded.</summary>
/// <param name="Grid">The elevations.</param>
/// <param name="Identity">Format and content hash of the file.</param>
public sealed record TerrainGridDocument(TerrainGrid Grid, DocumentIdentity Identity);
