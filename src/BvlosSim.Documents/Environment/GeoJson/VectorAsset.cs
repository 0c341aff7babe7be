using System.Collections.Immutable;
using BvlosSim.Estimation;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>What tells one kind of vector asset from another.</summary>
internal sealed record VectorAsset
{
    /// <summary>Contract name of the input.</summary>
    public required string InputName { get; init; }

    /// <summary>Begin of the identifier of a feature that has none.</summary>
    public required string IdPrefix { get; init; }

    /// <summary>The types of geometry.</summary>
    public required ImmutableArray<string> Geometries { get; init; }

    /// <summary>The code for every other type of geometry.</summary>
    public required FailureCode UnsupportedCode { get; init; }

    /// <summary>The properties that mean something.</summary>
    public required ImmutableArray<string> Properties { get; init; }
}

/// <summary>Makes the items of an asset.</summary>
/// <typeparam name="T">An item.</typeparam>
/// <param name="feature">A feature whose structure is sound.</param>
/// <param name="problems">Takes what is wrong with it.</param>
/// <returns>The item; null after a problem.</returns>
internal delegate T? FeatureReader<T>(Feature feature, FeatureProblems problems)
    where T : class;
