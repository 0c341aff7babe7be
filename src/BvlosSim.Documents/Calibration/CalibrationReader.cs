using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Loading;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Calibration;

/// <summary>A calibration profile and the document it came from.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Document">The document, with its path and identity.</param>
public sealed record BoundCalibration(CalibrationProfile Profile, LoadedDocument Document)
{
    /// <summary>Whether it is of version 2.</summary>
    internal bool IsSecondVersion => CalibrationReader.IsSecond(Document.Root);
}

/// <summary>Reads calibration profiles (<c>calibration-profile.v1</c> and <c>calibration-profile.v2</c>).</summary>
public static class CalibrationReader
{
    /// <summary>Loads and binds a profile. Whether it suits a vehicle is not looked at.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    /// <returns>The profile, or why there is none.</returns>
    public static LoadResult<BoundCalibration> Load(string path, CancellationToken cancellationToken)
    {
        LoadResult<LoadedDocument> loaded = DocumentLoader.Load(path, CalibrationContract.Contract.InputName, cancellationToken: cancellationToken);
        return loaded.Error is { } error ? error : Bind(loaded.Value!);
    }

    /// <summary>Binds a profile by the contract of its version; one that names neither is held to version 1.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The profile, or why there is none.</returns>
    public static LoadResult<BoundCalibration> Bind(LoadedDocument document)
    {
        LoadResult<CalibrationProfile> bound = ContractOf(document.Root).Bind(document);
        return bound.Error is { } error ? error : new BoundCalibration(bound.Value!, document);
    }

    /// <summary>Whether a document says that it is of version 2.</summary>
    internal static bool IsSecond(DocumentNode root) =>
        root.Kind == DocumentNodeKind.Mapping
        && root.Find(CalibrationContract.VersionKey) is { Kind: DocumentNodeKind.String, Text: CalibrationV2Contract.Version };

    private static DocumentContract<CalibrationProfile> ContractOf(DocumentNode root) =>
        IsSecond(root) ? CalibrationV2Contract.Contract : CalibrationContract.Contract;
}
