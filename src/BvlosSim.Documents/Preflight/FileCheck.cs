using BvlosSim.Documents.Environment;
using BvlosSim.Documents.Loading;
using BvlosSim.Estimation;
using BvlosSim.Values;

namespace BvlosSim.Documents.Preflight;

/// <summary>The check of one file: what <c>--validate-only</c> found.</summary>
/// <param name="Role">Contract role: <c>mission</c>, <c>terrain</c> …</param>
/// <param name="Path">Bare file name of a top-level file; an asset's path as the mission writes it.</param>
/// <param name="Failure">Why it was refused; null = sound.</param>
/// <param name="Note">A remark on a sound file; null = none.</param>
/// <param name="IsAsset">Whether the mission refers to it, rather than the command line.</param>
public sealed record FileCheck(string Role, string Path, CheckFailure? Failure, string? Note = null, bool IsAsset = false)
{
    /// <summary>Whether the file is sound.</summary>
    public bool IsOk => Failure is null;

    /// <summary>The check of a file that the command line names.</summary>
    /// <param name="role">Contract role.</param>
    /// <param name="path">Path of the file.</param>
    /// <param name="error">Why it was refused; null = sound.</param>
    /// <param name="note">A remark on a sound file; null = none.</param>
    public static FileCheck OfFile(string role, string path, LoadError? error, string? note = null) =>
        new(role, System.IO.Path.GetFileName(path), error is null ? null : CheckFailure.Of(error), note);
}

/// <summary>Why a file was refused.</summary>
/// <param name="Stage"><c>schema</c> or <c>asset-load</c>.</param>
/// <param name="Code">Contract code.</param>
/// <param name="Message">Text for a person.</param>
/// <param name="Detail">Keys of the contract; empty = none.</param>
/// <param name="Error">The refusal of a document or grid with all its problems; null for a vector asset.</param>
/// <param name="VectorError">The refusal of a vector asset with all its problems; null for anything else.</param>
public sealed record CheckFailure(
    string Stage, string Code, string Message, ScalarMap Detail, LoadError? Error, VectorLoadError? VectorError = null)
{
    /// <summary>Translates a loader's refusal.</summary>
    public static CheckFailure Of(LoadError error)
    {
        (string stage, string code) = error.Stage switch
        {
            LoadStage.SchemaValidation => ("schema", "SCHEMA_VALIDATION_FAILED"),
            LoadStage.RootType => ("schema", "ROOT_TYPE_INVALID"),
            LoadStage.Parse => ("asset-load", "PARSE_FAILED"),
            LoadStage.Read => ("asset-load", "ASSET_FILE_MISSING"),
            _ => ("asset-load", "UNSUPPORTED_FILE_FORMAT"),
        };
        return new CheckFailure(stage, code, error.Message, WithoutNulls(error.Details), error);
    }

    /// <summary>Translates the refusal of a vector asset.</summary>
    public static CheckFailure Of(VectorLoadError error)
    {
        (string stage, string code) = error.Stage switch
        {
            VectorLoadStage.SchemaValidation => ("schema", "SCHEMA_VALIDATION_FAILED"),
            VectorLoadStage.RootType => ("schema", "ROOT_TYPE_INVALID"),
            VectorLoadStage.Parse => ("asset-load", "GEOJSON_PARSE_FAILED"),
            VectorLoadStage.Read => ("asset-load", "ASSET_FILE_MISSING"),
            VectorLoadStage.FormatDetection => ("asset-load", "UNSUPPORTED_FILE_FORMAT"),
            VectorLoadStage.Feature => ("asset-load", "GEOJSON_FEATURE_INVALID"),
            _ => ("asset-load", "GEOJSON_GEOMETRY_INVALID"),
        };
        ScalarMap detail = WithoutNulls(error.Context).With(("failure_code", FailureTokens.Codes.NameOf(error.Code)));
        return new CheckFailure(stage, code, error.Message, detail, Error: null, error);
    }

    private static ScalarMap WithoutNulls(ScalarMap map) =>
        ScalarMap.Of([.. map.Where(d => d.Value.Kind != ScalarKind.Null).Select(d => (d.Key, d.Value))]);
}
