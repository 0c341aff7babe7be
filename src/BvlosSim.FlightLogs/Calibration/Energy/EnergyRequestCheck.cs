using System.Collections.Immutable;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Resources;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>What can be said against an energy calibration before anything is fitted.</summary>
public static class EnergyRequestCheck
{
    /// <summary>Finds the first reason to refuse a calibration.</summary>
    /// <param name="request">What to fit to.</param>
    /// <returns>The reason, for a person; null when there is none.</returns>
    public static string? ProblemOf(EnergyCalibrationRequest request) =>
        ResourceProblem(request.Vehicle) ?? TraceProblem(request.Traces) ?? FlownMasses.ProblemOf(request) ?? HoldoutProblem(request);

    /// <summary>Whether two traces are the same flight given twice.</summary>
    internal static bool IsSameFlight(FlightTrace one, FlightTrace other) =>
        IsSameLog(one, other) && one.Records.AsSpan().SequenceEqual(other.Records.AsSpan());

    /// <summary>Whether two traces are of one log.</summary>
    internal static bool IsSameLog(FlightTrace one, FlightTrace other) =>
        string.Equals(one.Provenance.RawLogSha256, other.Provenance.RawLogSha256, StringComparison.OrdinalIgnoreCase);

    /// <summary>A battery beside another source of power tells its own share, and nobody logs the other's.</summary>
    private static string? ResourceProblem(Vehicle vehicle) =>
        vehicle.ResourceSystems.FirstOrDefault(r => r.Kind != ResourceKind.OnboardBattery) is { } other
            ? $"The vehicle has the resource `{other.ResourceId}` of the kind {ResourceTokens.Kinds.NameOf(other.Kind)}: the battery's readings are not all of the power that it draws,"
                + " so --energy cannot learn from them. `calibrate` without --energy fits its speeds."
            : null;

    private static string? TraceProblem(ImmutableArray<FlightTrace> traces)
    {
        foreach (IGrouping<string, FlightTrace> named in traces.GroupBy(t => t.TraceId, StringComparer.Ordinal))
        {
            if (named.Any(t => !IsSameFlight(t, named.First())))
                return $"Several flights have the trace id `{named.Key}`: what is stated of one would hold for all. Give each an id of its own with `ingest-log --trace-id`.";
        }

        return null;
    }

    private static string? HoldoutProblem(EnergyCalibrationRequest request) =>
        request.Holdout is not null && request.Traces.All(t => IsSameLog(t, request.Traces[0]))
            ? "There is one log: with it left out nothing is left to fit. Give at least two traces, of two logs, to --holdout."
            : null;
}
