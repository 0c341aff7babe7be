using System.Collections.Immutable;
using BvlosSim.Estimation;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.FlightLogs.Validation.Flown;

namespace BvlosSim.FlightLogs.Validation;

/// <summary>What is to be compared.</summary>
/// <param name="Estimate">The prediction.</param>
/// <param name="Trace">What was flown; its <see cref="FlightTrace.Mission"/> is stated.</param>
/// <param name="Limits">The gate.</param>
/// <param name="ValidationId">Identifier of the report.</param>
/// <param name="ToolVersion">Version of the program.</param>
public sealed record ValidationRequest(
    EstimateResult Estimate, FlightTrace Trace, GateLimits Limits, string ValidationId, string ToolVersion);

/// <summary>A finished validation, or why it is refused.</summary>
public sealed record ValidationOutcome
{
    /// <summary>The report as bytes; null when it is refused.</summary>
    public byte[]? Document { get; init; }

    /// <summary>The verdict; null when it is refused.</summary>
    public Acceptance? Acceptance { get; init; }

    /// <summary>Why the prediction is not held against the flight; null when it is.</summary>
    public string? Refusal { get; init; }

    /// <summary>What a person should know beside the report, one sentence each.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>Makes the report of the version and format that was asked for.</summary>
public static class ValidationRun
{
    /// <summary>Compares and renders.</summary>
    /// <param name="version">Which report.</param>
    /// <param name="request">What is to be compared.</param>
    /// <param name="format">How it is shown.</param>
    /// <param name="cancellation">Ends a long comparison.</param>
    /// <exception cref="Documents.Json.NonFiniteNumberException">JSON was asked for, and a limit or a sum is not finite.</exception>
    public static ValidationOutcome Run(
        ReportVersion version, ValidationRequest request, ValidationFormat format, CancellationToken cancellation) =>
        version == ReportVersion.V3 ? RunFlown(request, format, cancellation) : RunTotals(request, format, cancellation);

    private static ValidationOutcome RunTotals(ValidationRequest request, ValidationFormat format, CancellationToken cancellation)
    {
        ValidationReport report = FlightValidation.Compare(request);
        return new ValidationOutcome
        {
            Document = ValidationFormats.Render(report, request, format, cancellation),
            Acceptance = report.Acceptance,
            Warnings = request.Estimate.Failure is { } failure
                ? [$"the estimate failed ({FailureTokens.Codes.NameOf(failure.Code)}), so the report compares what there is of it; --report-version v3 refuses it"]
                : [],
        };
    }

    private static ValidationOutcome RunFlown(ValidationRequest request, ValidationFormat format, CancellationToken cancellation)
    {
        if (request.Estimate.Failure is { } failure)
        {
            return new ValidationOutcome
            {
                Refusal = $"The estimate failed ({FailureTokens.Codes.NameOf(failure.Code)}): a prediction that does not hold is not compared with a flight."
                    + " Mend the mission or the vehicle, or ask for --report-version v2.",
            };
        }

        FlownReport report = FlownValidation.Compare(request, cancellation);
        return new ValidationOutcome { Document = ValidationFormats.Render(report, request, format, cancellation), Acceptance = report.Acceptance };
    }
}
