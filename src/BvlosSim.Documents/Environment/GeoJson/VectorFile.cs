using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Planar;
using BvlosSim.Values;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>Turns a GeoJSON file into the items of an asset, or into everything that is wrong with it.</summary>
internal static class VectorFile
{
    private const string Format = "geojson";
    private const int MaxMessage = 300;

    /// <summary>Loads an asset.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="asset">The kind of asset.</param>
    /// <param name="path">Absolute path.</param>
    /// <param name="read">Makes an item of a feature.</param>
    /// <param name="shapes">Finds the defects of its shape; null = not asked for.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static VectorLoadResult<T> Load<T>(
        VectorAsset asset, string path, FeatureReader<T> read, ShapeRules<T>? shapes, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(path);
        string? suffix = DocumentFormats.SuffixOf(path);
        if (suffix is not (".geojson" or ".json"))
        {
            string message = $"Its name ends in {suffix ?? "no suffix"}: only .geojson and .json are read.";
            return Refuse<T>(asset, path, VectorLoadStage.FormatDetection, message, ("suffix", suffix));
        }

        return FileReader.TryRead(path, out byte[]? bytes, out ReadFault? fault, cancellationToken)
            ? Parse(asset, path, bytes, read, shapes, cancellationToken)
            : VectorLoadResult<T>.Refused(new VectorLoadError
            {
                InputName = asset.InputName,
                Path = path,
                Stage = VectorLoadStage.Read,
                Code = FailureCode.AssetLoadError,
                Details = ScalarMap.Of(("read_error_type", fault.ErrorType)),
                Message = fault.Message,
            });
    }

    /// <summary>Reads an asset from the bytes of a file.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="asset">The kind of asset.</param>
    /// <param name="path">Path of the file, for an error.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="read">Makes an item of a feature.</param>
    /// <param name="shapes">Finds the defects of its shape; null = not asked for.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static VectorLoadResult<T> Parse<T>(
        VectorAsset asset, string path, byte[] bytes, FeatureReader<T> read, ShapeRules<T>? shapes, CancellationToken cancellationToken)
        where T : class
    {
        LoadResult<LoadedDocument> loaded = DocumentLoader.Parse(
            bytes, DocumentFormat.Json, path, asset.InputName, LoaderProfile.Contract, cancellationToken);
        if (loaded.Error is { } error)
            return VectorLoadResult<T>.Refused(Translate(asset, error, bytes));

        DocumentIdentity identity = loaded.Value!.Identity with { Format = Format };
        var problems = new VectorProblems();
        DocumentNode root = loaded.Value.Root;
        if (FeatureList.Read(asset, root, problems, cancellationToken) is not { } list)
            return VectorLoadResult<T>.Refused(problems.ToError(asset, path, identity));

        var items = ImmutableArray.CreateBuilder<T>(list.Features.Length);
        foreach (Feature feature in list.Features)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var own = new FeatureProblems(problems, feature.Index, feature.Path, feature.Node);
            if (read(feature, own) is not { } item)
                continue;
            items.Add(item);
            if (shapes is null || own.IsShapeAmbiguous)
                continue;
            foreach (ShapeDefect defect in shapes(item, cancellationToken))
                ShapeProblems.Tell(feature, defect, own);
        }

        Ambiguities.Find(root, list, problems, cancellationToken);
        return problems.Any
            ? VectorLoadResult<T>.Refused(problems.ToError(asset, path, identity))
            : VectorLoadResult<T>.Of(items.ToImmutable(), identity);
    }

    private static VectorLoadError Translate(VectorAsset asset, LoadError error, byte[] bytes)
    {
        bool isRoot = error.Stage == LoadStage.RootType;
        string key = isRoot ? "root_type" : "parse_error_type";
        bool hasMark = !isRoot && bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        return new VectorLoadError
        {
            InputName = asset.InputName,
            Path = error.Path,
            Stage = isRoot ? VectorLoadStage.RootType : VectorLoadStage.Parse,
            Details = ScalarMap.Of((key, error.Details.Find(key))),
            Identity = new DocumentIdentity(Format, error.Identity?.Sha256 ?? Convert.ToHexStringLower(SHA256.HashData(bytes))),
            Message = hasMark ? "The file starts with a byte-order mark: save it as UTF-8 without one." : OneLine(error.Message),
            Problems = hasMark ? [] : [.. error.Problems.Select(p => p with { Message = OneLine(p.Message) })],
        };
    }

    // What a parser complains about may quote the file, line ends and all.
    private static string OneLine(string message) =>
        FoundValue.Printable(message.Length <= MaxMessage ? message : message[..MaxMessage] + "…");

    private static VectorLoadResult<T> Refuse<T>(
        VectorAsset asset, string path, VectorLoadStage stage, string message, params ReadOnlySpan<(string Key, Scalar Value)> details) =>
        VectorLoadResult<T>.Refused(new VectorLoadError
        {
            InputName = asset.InputName,
            Path = path,
            Stage = stage,
            Details = ScalarMap.Of(details),
            Message = message,
        });
}
