using BvlosSim.Documents.Loading;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Vehicles;

/// <summary>A vehicle and the document it came from.</summary>
/// <param name="Vehicle">The vehicle.</param>
/// <param name="Document">The document, with its path and identity.</param>
public sealed record BoundVehicle(Vehicle Vehicle, LoadedDocument Document);

/// <summary>Reads vehicles (<c>vehicle.v5</c>).</summary>
public static class VehicleReader
{
    /// <summary>Loads and binds a vehicle.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    /// <returns>The vehicle, or why there is none.</returns>
    public static LoadResult<BoundVehicle> Load(string path, CancellationToken cancellationToken)
    {
        LoadResult<LoadedDocument> loaded = DocumentLoader.Load(path, VehicleContract.Contract.InputName, cancellationToken: cancellationToken);
        return loaded.Error is { } error ? error : Bind(loaded.Value!);
    }

    /// <summary>Binds a vehicle.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The vehicle, or why there is none.</returns>
    public static LoadResult<BoundVehicle> Bind(LoadedDocument document)
    {
        LoadResult<Vehicle> bound = VehicleContract.Contract.Bind(document);
        return bound.Error is { } error ? error : new BoundVehicle(bound.Value!, document);
    }
}
