using System.Collections.Immutable;
using BvlosSim.Cli.Commands;
using BvlosSim.Cli.Outputs;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Documents.Environment;
using BvlosSim.Documents.Inputs;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Preflight;
using BvlosSim.Documents.Rendering;
using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Sensitivity;
using BvlosSim.Values;

namespace BvlosSim.Cli.Running;

/// <summary>The walk of <c>estimate</c>: load, simulate, judge, render, commit.</summary>
internal sealed class EstimateRun
{
    private readonly EstimateRequest _request;
    private readonly CancellationToken _cancellation;
    private ImmutableArray<InputDocument> _inputs = [];
    private EstimationInput? _input;
    private SensitivityResult? _sweep;
    private string? _sweepRefusal;

    private EstimateRun(EstimateRequest request, CancellationToken cancellation)
    {
        _request = request;
        _cancellation = cancellation;
    }

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(EstimateRequest request, CancellationToken cancellation)
    {
        if (request.ValidateOnly is { } format)
        {
            ImmutableArray<FileCheck> checks = EstimatePreflight.Run(
                request.MissionPath, request.VehiclePath, request.CalibrationPath, cancellation);
            return PreflightReport.Print(EstimateCommand.Name, checks, format, cancellation);
        }

        if (request.Target.IsTaken)
            return Refuse(request.Target.TakenReason, cancellation);

        var run = new EstimateRun(request, cancellation);
        return run.Finish(run.Walk());
    }

    private EstimatorEnvelope Walk()
    {
        try
        {
            return Estimate();
        }
#pragma warning disable CA1031 // A bug in the walk still owes its caller a document that says so.
        catch (Exception bug) when (bug is not OperationCanceledException)
#pragma warning restore CA1031
        {
            HumanText.ReportBug(bug);
            return EstimatorEnvelope.OfInternalError(ToolVersion.Current, bug.GetType().Name, bug.Message, _inputs);
        }
    }

    private EstimatorEnvelope Estimate()
    {
        LoadError? error = EstimateOptionCheck.Stamp(_request.GeneratedAt, out string? stamp);
        EstimationOptions? options = null;
        LayeredWind? layers = null;
        error ??= EstimateOptionCheck.Options(_request, out options);
        error ??= WindLayerOption.Parse(_request.WindLayers, out layers);
        if (error is not null)
            return Refused(new InputFailure(error, []));

        EstimateInputs? inputs = EstimateInputLoader.Load(
            _request.MissionPath, _request.VehiclePath, _request.CalibrationPath, out InputFailure? failure, _cancellation);
        if (inputs is null)
            return Refused(failure!);
        _inputs = inputs.Documents;

        EstimationInput input = inputs.ToEstimationInput() with { Options = options, Wind = layers ?? inputs.WindGrid };
        _input = input;
        EstimateResult result = MissionEstimator.Estimate(input, _cancellation);
        if (_request.Format == EstimateFormat.Sensitivity)
            Sweep(input, result);
        return EstimatorEnvelope.Of(ToolVersion.Current, input, WithNotes(result, stamp), inputs.Documents);
    }

    private void Sweep(EstimationInput input, EstimateResult result)
    {
        _sweepRefusal = _request.Sensitivity.Parse(out SensitivitySteps steps);
        if (_sweepRefusal is null)
            _sweep = SensitivitySweep.Run(input, result, steps, _cancellation);
    }

    private EstimateResult WithNotes(EstimateResult result, string? stamp)
    {
        ScalarMap metadata = result.Metadata;
        if (_request.OperatorId is { } operatorId)
            metadata = metadata.With(("operator_id", operatorId));
        if (stamp is not null)
            metadata = metadata.With(("generated_at", stamp));
        return result with { Metadata = metadata };
    }

    private static EstimatorEnvelope Refused(InputFailure failure)
    {
        if (failure.VectorError is { } vector)
            HumanText.Refusal(vector.Path, vector.Message, vector.Problems);
        else
            HumanText.Refusal(failure.Error);
        return failure.ToEnvelope(ToolVersion.Current);
    }

    private int Finish(EstimatorEnvelope envelope)
    {
        if (_sweepRefusal is not null)
            return Refuse(_sweepRefusal, _cancellation);
        if (_input is not null && envelope.Result?.Failure is { } failed)
            HumanText.Failure(failed);
        else if (envelope.Result is not null && !envelope.Readiness.IsGo)
            HumanText.Line("NO-GO: " + ChecklistText.Blockers(envelope.Readiness));
        byte[] document = Render(ref envelope);
        int exitCode = VerdictExitCode.Of(envelope, _request.EngineeringOnly);
        _cancellation.ThrowIfCancellationRequested();
        return _request.Target.Deliver(document, out string reason, _cancellation) switch
        {
            Delivery.Done => exitCode,
            Delivery.Refused => Refuse(reason, _cancellation),
            _ => NotWritten(reason),
        };
    }

    /// <summary>Renders the document; where that meets a bug, the envelope that says so takes its place.</summary>
    private byte[] Render(ref EstimatorEnvelope envelope)
    {
        try
        {
            return EstimateFormats.Render(envelope, _request.Format, _input, _sweep);
        }
#pragma warning disable CA1031 // As in the walk.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            HumanText.ReportBug(bug);
            envelope = EstimatorEnvelope.OfInternalError(ToolVersion.Current, bug.GetType().Name, bug.Message, _inputs);
            return EstimateFormats.Render(envelope, _request.Format);
        }
    }

    private int NotWritten(string reason)
    {
        HumanText.Line(reason);
        // Standard output itself has failed: there is nowhere left to put a document.
        if (_request.Target.Path is null)
            return ExitCode.InternalError;
        EstimatorEnvelope envelope = EstimatorEnvelope.OfInternalError(ToolVersion.Current, "OutputWriteError", reason, _inputs);
        if (OutputTarget.Print(EstimateFormats.Render(envelope, _request.Format), out string printReason, _cancellation) == Delivery.Failed)
            HumanText.Line(printReason);
        return ExitCode.InternalError;
    }

    private static int Refuse(string reason, CancellationToken cancellation) =>
        ErrorReport.Print(EstimateCommand.Name, reason, ScalarMap.Empty, ExitCode.InvalidInput, cancellation);
}
