using BvlosSim.Documents.Inputs;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Validation;

/// <summary>Whether a trace may be held against a prediction at all.</summary>
public static class ValidationChecks
{
    /// <summary>Finds out whether the limits say what passes. Version 2 takes NaN and infinity as the contract has them: no limit.</summary>
    /// <param name="version">Which report.</param>
    /// <param name="limits">The gate.</param>
    /// <returns>Why they are refused; null when they say it.</returns>
    public static string? LimitProblem(ReportVersion version, GateLimits limits) =>
        version == ReportVersion.V3 && !limits.AreFinite
            ? "With --report-version v3 the greatest errors that pass must be finite numbers: a gate without a limit would prove nothing."
            : null;

    /// <summary>
    /// Finds out whether the vehicle was fitted to the very flight that it is to be judged by: to a trace of its name, or to a trace of its log,
    /// whatever that is called.
    /// </summary>
    /// <param name="calibration">The profile of the vehicle; null = none.</param>
    /// <param name="trace">The trace.</param>
    /// <returns>Why the comparison would prove nothing; null when it may be made.</returns>
    public static string? CircularityOf(CalibrationProfile? calibration, FlightTrace trace)
    {
        if (calibration is null)
            return null;
        if (calibration.Provenance.SourceTraceIds.Contains(trace.TraceId, StringComparer.Ordinal))
            return $"The calibration profile was fitted to the trace `{trace.TraceId}` itself: such a comparison proves nothing. Use a trace that the profile has not seen.";
        return calibration.Provenance.SourceLogSha256s.Contains(trace.Provenance.RawLogSha256, StringComparer.OrdinalIgnoreCase)
            ? $"The calibration profile was fitted to the log of the trace `{trace.TraceId}` (SHA-256 {trace.Provenance.RawLogSha256}): such a comparison proves nothing. Use a flight of a log that the profile has not seen."
            : null;
    }

    /// <summary>Finds out whether the trace is a flight of these very files.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="inputs">Mission and vehicle.</param>
    /// <returns>Why not; null when it is.</returns>
    public static string? ReferenceProblem(FlightTrace trace, EstimateInputs inputs)
    {
        if (trace.Mission is not { } flown)
            return "The trace names no mission: make it with `ingest-log --mission MISSION --vehicle VEHICLE`.";
        if (flown.MissionSha256 is null || flown.VehicleSha256 is null)
            return "The trace names its mission or vehicle without a SHA-256, so that nobody can tell which version was flown.";
        return Mismatch("mission", flown.MissionSha256, inputs) ?? Mismatch("vehicle", flown.VehicleSha256, inputs);
    }

    private static string? Mismatch(string input, string flownSha256, EstimateInputs inputs)
    {
        string given = inputs.Documents.First(d => d.Name == input).Identity.Sha256;
        return string.Equals(flownSha256, given, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"The {input} file is not the one that was flown: its SHA-256 is {given}, that of the trace {flownSha256}. "
                + "Use the file as it was flown, or ingest the log again if only words in it have changed.";
    }
}
