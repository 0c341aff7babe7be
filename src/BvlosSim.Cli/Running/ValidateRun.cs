using System.Collections.Immutable;
using BvlosSim.Cli.Commands;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Inputs;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Preflight;
using BvlosSim.Estimation;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.FlightLogs.Validation;
using BvlosSim.Values;

namespace BvlosSim.Cli.Running;

/// <summary>The walk of <c>validate</c>: load, check that the trace is a flight of these files, estimate, compare, render, commit.</summary>
internal sealed class ValidateRun : DocumentRun
{
    private readonly ValidateRequest _request;

    private ValidateRun(ValidateRequest request, CancellationToken cancellation)
        : base(ValidateCommand.Name, request.Target, request.ValidateOnly, cancellation) => _request = request;

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(ValidateRequest request, CancellationToken cancellation)
    {
        var run = new ValidateRun(request, cancellation);
        // Also when the files alone are checked: a check must not pass what the run refuses for its options.
        return ValidationChecks.LimitProblem(request.Version, request.Limits) is { } problem ? run.Refuse(problem) : run.Execute();
    }

    /// <inheritdoc />
    protected override ImmutableArray<FileCheck> CheckFiles()
    {
        ImmutableArray<FileCheck> files = EstimatePreflight.Run(
            _request.MissionPath, _request.VehiclePath, _request.CalibrationPath, Cancellation);
        return files.Insert(files.Count(f => !f.IsAsset), TracePreflight.Check(_request.TracePath, Cancellation));
    }

    /// <inheritdoc />
    protected override int Walk()
    {
        EstimateInputs? inputs = EstimateInputLoader.LoadDocuments(
            _request.MissionPath, _request.VehiclePath, _request.CalibrationPath, out InputFailure? failure, Cancellation);
        if (inputs is null)
            return Refuse(failure!);
        LoadResult<FlightTrace> trace = FlightTraceReader.Load(_request.TracePath, Cancellation);
        if (trace.Error is { } error)
            return Refuse(error);
        // The contract gives this one refusal the code of an internal error.
        if (ValidationChecks.CircularityOf(inputs.Calibration, trace.Value!) is { } circular)
            return Refuse(circular, exitCode: ExitCode.InternalError);
        if (ValidationChecks.ReferenceProblem(trace.Value!, inputs) is { } reference)
            return Refuse(reference);
        inputs = EstimateInputLoader.LoadAssets(inputs, _request.MissionPath, out failure, Cancellation);
        return inputs is null ? Refuse(failure!) : Validate(inputs, trace.Value!);
    }

    private int Validate(EstimateInputs inputs, FlightTrace trace)
    {
        LogWarnings.Print(trace);
        EstimateResult estimate = MissionEstimator.Estimate(inputs.ToEstimationInput(), Cancellation);
        string id = _request.ValidationId is { Length: > 0 } given ? given : trace.TraceId + "-validation";
        var request = new ValidationRequest(estimate, trace, _request.Limits, id, ToolVersion.Current);
        ValidationOutcome outcome = ValidationRun.Run(_request.Version, request, _request.Format, Cancellation);
        foreach (string warning in outcome.Warnings)
            HumanText.Warning(warning);
        if (outcome.Refusal is { } refusal)
            return RefusePrediction(refusal, estimate);
        if (Identifier.ProblemOf(id) is { } problem)
            return Refuse($"--validation-id: {problem}.");
        foreach (string failed in outcome.Acceptance!.Failures)
            HumanText.Line(failed + ".");
        return Deliver(outcome.Document!, outcome.Acceptance.Passed ? ExitCode.Success : ExitCode.Infeasible);
    }

    private int RefusePrediction(string refusal, EstimateResult estimate)
    {
        if (estimate.Failure is not { } failed)
            return Refuse(refusal);
        HumanText.Failure(failed);
        return Refuse(refusal, ScalarMap.Of(("failure_code", FailureTokens.Codes.NameOf(failed.Code)), ("reason", "prediction_failed")));
    }
}
