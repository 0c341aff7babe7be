using BvlosSim.Documents.Preflight;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>Checks a trace for itself, for <c>--validate-only</c>.</summary>
public static class TracePreflight
{
    private const string Role = "flight-trace";

    /// <summary>Checks a trace.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="cancellation">Ends the check.</param>
    public static FileCheck Check(string path, CancellationToken cancellation) =>
        FileCheck.OfFile(Role, path, FlightTraceReader.Load(path, cancellation).Error);
}
