using System.Collections.Immutable;
using BvlosSim.Documents.Loading;
using BvlosSim.Estimation;
using BvlosSim.Values;

namespace BvlosSim.Documents.Environment;

/// <summary>The step of loading at which a vector asset was refused.</summary>
public enum VectorLoadStage
{
    /// <summary>The suffix is neither <c>.geojson</c> nor <c>.json</c>.</summary>
    FormatDetection,

    /// <summary>The bytes cannot be read.</summary>
    Read,

    /// <summary>The bytes are no JSON.</summary>
    Parse,

    /// <summary>The root is not an object.</summary>
    RootType,

    /// <summary>A feature or one of its properties.</summary>
    Feature,

    /// <summary>A geometry, or a record made of it.</summary>
    Geometry,

    /// <summary>The type of a property.</summary>
    SchemaValidation,
}

/// <summary>The contract tokens of <see cref="VectorLoadStage"/>.</summary>
public static class VectorLoadStageTokens
{
    /// <summary>Tokens of <see cref="VectorLoadStage"/>.</summary>
    public static ClosedSet<VectorLoadStage> Set { get; } = new(
        (VectorLoadStage.FormatDetection, "format_detection"),
        (VectorLoadStage.Read, "read"),
        (VectorLoadStage.Parse, "parse"),
        (VectorLoadStage.RootType, "root_type"),
        (VectorLoadStage.Feature, "feature"),
        (VectorLoadStage.Geometry, "geometry"),
        (VectorLoadStage.SchemaValidation, "schema_validation"));
}

/// <summary>Why a vector asset was refused. Unlike the refusal of a grid it is a mission failure, with a code of its own.</summary>
public sealed record VectorLoadError
{
    /// <summary>Contract name of the input: <c>geofences</c>, <c>landing_zones</c> or <c>obstacles</c>.</summary>
    public required string InputName { get; init; }

    /// <summary>Path as opened, absolute.</summary>
    public required string Path { get; init; }

    /// <summary>The step that failed.</summary>
    public required VectorLoadStage Stage { get; init; }

    /// <summary>
    /// <see cref="FailureKind.InvalidInput"/>, or <see cref="FailureKind.Unsupported"/> for a type of geometry that the asset does not have.
    /// </summary>
    public FailureKind Kind { get; init; } = FailureKind.InvalidInput;

    /// <summary>The contract code.</summary>
    public FailureCode Code { get; init; } = FailureCode.InvalidGeometry;

    /// <summary>Keys of the contract that go with the first problem.</summary>
    public ScalarMap Details { get; init; } = ScalarMap.Empty;

    /// <summary>Format and content hash of the file; null when it was not read, or not for what it is.</summary>
    public DocumentIdentity? Identity { get; init; }

    /// <summary>One line: what is wrong first.</summary>
    public required string Message { get; init; }

    /// <summary>Everything that is wrong, in contract order, for a person; empty when the message says it all.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>The context of the contract: <c>input_name</c>, <c>path</c>, <c>stage</c> and the details.</summary>
    public ScalarMap Context => ScalarMap
        .Of(("input_name", InputName), ("path", Path), ("stage", VectorLoadStageTokens.Set.NameOf(Stage)))
        .With([.. Details.Select(d => (d.Key, d.Value))]);

    /// <summary>The failure of a mission that refers to the asset.</summary>
    public MissionFailure ToFailure() => new(Kind, Code, Message, FlightPlace.Mission, Context);
}

/// <summary>The items of a vector asset, or why there are none.</summary>
/// <typeparam name="T">An item: a zone or an obstacle.</typeparam>
public sealed record VectorLoadResult<T>
{
    private VectorLoadResult()
    {
    }

    /// <summary>The items in file order; null exactly when <see cref="Error"/> is set.</summary>
    public ImmutableArray<T>? Items { get; private init; }

    /// <summary>Format and content hash of the file; null when there is an error.</summary>
    public DocumentIdentity? Identity { get; private init; }

    /// <summary>Why there are no items; null on success.</summary>
    public VectorLoadError? Error { get; private init; }

    internal static VectorLoadResult<T> Of(ImmutableArray<T> items, DocumentIdentity identity) => new() { Items = items, Identity = identity };

    internal static VectorLoadResult<T> Refused(VectorLoadError error) => new() { Error = error };
}
