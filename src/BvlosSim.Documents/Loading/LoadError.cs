using System.Collections.Immutable;
using BvlosSim.Values;

namespace BvlosSim.Documents.Loading;

/// <summary>The step of loading at which a document was refused.</summary>
public enum LoadStage
{
    /// <summary>The suffix is not one of a known format.</summary>
    FormatDetection,

    /// <summary>The bytes cannot be read.</summary>
    Read,

    /// <summary>The bytes are no document of the format.</summary>
    Parse,

    /// <summary>The root is not a mapping.</summary>
    RootType,

    /// <summary>The contract is violated.</summary>
    SchemaValidation,
}

/// <summary>The contract tokens of <see cref="LoadStage"/>.</summary>
public static class LoadStageTokens
{
    /// <summary>Tokens of <see cref="LoadStage"/>.</summary>
    public static ClosedSet<LoadStage> Set { get; } = new(
        (LoadStage.FormatDetection, "format_detection"),
        (LoadStage.Read, "read"),
        (LoadStage.Parse, "parse"),
        (LoadStage.RootType, "root_type"),
        (LoadStage.SchemaValidation, "schema_validation"));
}

/// <summary>Format and content hash of a file: what provenance records.</summary>
/// <param name="Format"><c>yaml</c>, <c>json</c> or <c>geojson</c>.</param>
/// <param name="Sha256">SHA-256 of the raw bytes, lower-case hex.</param>
public sealed record DocumentIdentity(string Format, string Sha256);

/// <summary>Why an input was refused. Failure is data: loaders return it, they do not throw.</summary>
public sealed record LoadError
{
    /// <summary>Contract name of the input: <c>mission</c>, <c>vehicle</c>, <c>terrain</c>, <c>--wind-layer</c> …</summary>
    public required string InputName { get; init; }

    /// <summary>Path as opened, absolute.</summary>
    public required string Path { get; init; }

    /// <summary>The step that failed.</summary>
    public required LoadStage Stage { get; init; }

    /// <summary>Keys of the contract that go with the stage.</summary>
    public ScalarMap Details { get; init; } = ScalarMap.Empty;

    /// <summary>Identity of the file, where the contract lists a failing file in provenance; null elsewhere.</summary>
    public DocumentIdentity? Identity { get; init; }

    /// <summary>One line: what is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>Everything that is wrong, in contract order, for a person; may be empty when the message says it all.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>
    /// A type token when the cause is one that the contracts know as an internal error of a run (an impossible date, an integer beyond a
    /// double). Here it is an ordinary refusal, since the document is wrong and not the program; the token is for callers that need it.
    /// </summary>
    public string? InternalErrorType { get; init; }

    /// <summary>The context of the contract: <c>input_name</c>, <c>path</c>, <c>stage</c> and the details.</summary>
    public ScalarMap Context => ScalarMap
        .Of(("input_name", InputName), ("path", Path), ("stage", LoadStageTokens.Set.NameOf(Stage)))
        .With([.. Details.Select(d => (d.Key, d.Value))]);
}

/// <summary>A value, or why there is none.</summary>
/// <typeparam name="T">What loading gives.</typeparam>
public readonly record struct LoadResult<T>
    where T : class
{
    /// <summary>The value; null exactly when <see cref="Error"/> is set.</summary>
    public T? Value { get; private init; }

    /// <summary>Why there is no value; null on success.</summary>
    public LoadError? Error { get; private init; }

    /// <summary>Wraps a value.</summary>
    public static implicit operator LoadResult<T>(T value) => new() { Value = value };

    /// <summary>Wraps an error.</summary>
    public static implicit operator LoadResult<T>(LoadError error) => new() { Error = error };
}
