using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Preflight;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>Checks a trace for itself, for <c>--validate-only</c>.</summary>
public static class TracePreflight
{
    private const string Role = "flight-trace";

    /// <summary>Checks a trace.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="cancellation">Ends the check.</param>
    public static FileCheck Check(string path, CancellationToken cancellation) => Check(path, cancellation, out _);

    /// <summary>Checks a trace and hands it on.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <param name="trace">The trace; null when it is refused.</param>
    public static FileCheck Check(string path, CancellationToken cancellation, out FlightTrace? trace)
    {
        LoadResult<FlightTrace> loaded = FlightTraceReader.Load(path, cancellation);
        trace = loaded.Value;
        return FileCheck.OfFile(Role, path, loaded.Error);
    }
}
