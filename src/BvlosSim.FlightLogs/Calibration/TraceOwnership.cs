using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Calibration;

/// <summary>Whether a trace is known to be a flight of a vehicle.</summary>
public static class TraceOwnership
{
    /// <summary>Finds out whether the trace states another vehicle.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="vehicleSha256">SHA-256 of the vehicle file.</param>
    /// <returns>Why it is refused; null when it is of this vehicle, or says nothing about it.</returns>
    public static string? ProblemOf(FlightTrace trace, string vehicleSha256) =>
        trace.Mission?.VehicleSha256 is { } flown && !string.Equals(flown, vehicleSha256, StringComparison.OrdinalIgnoreCase)
            ? $"The trace `{trace.TraceId}` was flown with another vehicle file (SHA-256 {flown}, this one has {vehicleSha256})."
                + " If it is the same aircraft and only its file has changed, say so with --any-vehicle."
            : null;

    /// <summary>Finds out whether the trace says nothing about its vehicle.</summary>
    /// <param name="trace">The trace.</param>
    /// <returns>A warning; null when it states its vehicle.</returns>
    public static string? DoubtAbout(FlightTrace trace) => trace.Mission?.VehicleSha256 is null
        ? $"The trace `{trace.TraceId}` does not say which vehicle flew: make it with `ingest-log --vehicle` to have that checked."
        : null;
}
