namespace BvlosSim.Documents.Loading;

/// <summary>A parsed file: its mapping root and its identity.</summary>
/// <param name="Path">Path as opened, absolute.</param>
/// <param name="Identity">Format and SHA-256 of the bytes that were parsed.</param>
/// <param name="Root">The root, a mapping.</param>
public sealed record LoadedDocument(string Path, DocumentIdentity Identity, DocumentNode Root);
