using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Wind;

namespace BvlosSim.Documents.Environment;

/// <summary>A wind grid as loaded.</summary>
/// <param name="Grid">The wind.</param>
/// <param name="Identity">Format and content hash of the file.</param>
public sealed record WindGridDocument(WindGrid Grid, DocumentIdentity Identity);
