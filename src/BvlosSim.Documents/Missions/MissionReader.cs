using BvlosSim.Documents.Loading;
using BvlosSim.Missions;
using BvlosSim.Values;

namespace BvlosSim.Documents.Missions;

/// <summary>Reads missions (<c>mission.v7</c>). There is no implicit upgrade of older versions.</summary>
public static class MissionReader
{
    /// <summary>Loads and binds a mission.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    /// <returns>The mission, or why there is none.</returns>
    public static LoadResult<BoundMission> Load(string path, CancellationToken cancellationToken)
    {
        LoadResult<LoadedDocument> loaded = DocumentLoader.Load(path, MissionContract.Contract.InputName, cancellationToken: cancellationToken);
        return loaded.Error is { } error ? error : Bind(loaded.Value!);
    }

    /// <summary>Binds a mission.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The mission, or why there is none.</returns>
    public static LoadResult<BoundMission> Bind(LoadedDocument document)
    {
        if (document.Root.Find(MissionContract.VersionKey) is null)
            return MissingVersion(document);
        LoadResult<Mission> bound = MissionContract.Contract.Bind(document);
        if (bound.Error is { } error)
            return error;
        return new BoundMission(bound.Value!, document, [.. MissionContract.RemarkedBlocks.Where(b => document.Root.Find(b) is null)]);
    }

    private static LoadError MissingVersion(LoadedDocument document)
    {
        const string message = $"`{MissionContract.VersionKey}` is missing in mission. Add `{MissionContract.VersionKey}: {MissionContract.Version}`;"
            + " a mission.v6 file is rewritten by `bvlos-sim migrate`.";
        return new LoadError
        {
            InputName = MissionContract.Contract.InputName,
            Path = document.Path,
            Stage = LoadStage.SchemaValidation,
            Identity = document.Identity,
            Details = ScalarMap.Of(
                ("expected_schema_version", MissionContract.Version),
                ("first_error_path", MissionContract.VersionKey),
                ("first_error_type", Binding.ProblemTypes.Missing)),
            Message = message,
            Problems = [new Problem(Binding.ProblemTypes.Missing, MissionContract.VersionKey, document.Root.Line, document.Root.Column, message)],
        };
    }
}
