using BvlosSim.Documents.Loading;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>Reads traces (<c>flight-trace.v1</c>).</summary>
public static class FlightTraceReader
{
    /// <summary>Loads and binds a trace.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    /// <returns>The trace, or why there is none.</returns>
    public static LoadResult<FlightTrace> Load(string path, CancellationToken cancellationToken)
    {
        LoadResult<LoadedDocument> loaded = DocumentLoader.Load(path, FlightTraceContract.Contract.InputName, cancellationToken: cancellationToken);
        return loaded.Error is { } error ? error : FlightTraceContract.Contract.Bind(loaded.Value!);
    }
}
