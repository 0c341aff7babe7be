using System.Collections.Immutable;
using BvlosSim.Cli.Commands;
using BvlosSim.Cli.Outputs;
using BvlosSim.Documents.Inputs;
using BvlosSim.Documents.Preflight;
using BvlosSim.Documents.Sizing;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Sizing;
using BvlosSim.Values;

namespace BvlosSim.Cli.Running;

/// <summary>The walk of <c>size-battery</c>: load, search, render, commit.</summary>
internal sealed class SizeBatteryRun
{
    private readonly SizeBatteryRequest _request;
    private readonly CancellationToken _cancellation;

    private SizeBatteryRun(SizeBatteryRequest request, CancellationToken cancellation)
    {
        _request = request;
        _cancellation = cancellation;
    }

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(SizeBatteryRequest request, CancellationToken cancellation)
    {
        var run = new SizeBatteryRun(request, cancellation);
        try
        {
            return run.Walk();
        }
#pragma warning disable CA1031 // A bug in the walk still owes its caller a document that says so.
        catch (Exception bug) when (bug is not OperationCanceledException)
#pragma warning restore CA1031
        {
            HumanText.ReportBug(bug);
            return ErrorReport.PrintObject(
                SizeBatteryCommand.Name, bug.Message, ErrorType(bug.GetType().Name), ExitCode.InternalError, cancellation);
        }
    }

    private int Walk()
    {
        if (_request.ValidateOnly is { } format)
        {
            ImmutableArray<FileCheck> checks = EstimatePreflight.Run(_request.MissionPath, _request.VehiclePath, null, _cancellation);
            return PreflightReport.Print(SizeBatteryCommand.Name, checks, format, _cancellation);
        }

        if (_request.Target.IsTaken)
            return Refuse(_request.Target.TakenReason);
        foreach (int margin in _request.MarginsPercent)
        {
            if (margin < 0)
                return Refuse($"--margin: a margin must not be negative; found {margin}.");
        }

        EstimateInputs? inputs = EstimateInputLoader.Load(
            _request.MissionPath, _request.VehiclePath, null, out InputFailure? failure, _cancellation);
        return inputs is null ? Refuse(failure!) : Size(inputs);
    }

    private int Size(EstimateInputs inputs)
    {
        var input = new EstimationInput
        {
            Mission = inputs.Mission,
            Vehicle = inputs.Vehicle,
            Wind = inputs.WindGrid,
            Terrain = inputs.Terrain,
            Population = inputs.Population,
            Obstacles = inputs.Obstacles,
            Geofences = inputs.Geofences,
            LandingZones = inputs.LandingZones,
        };
        SizingRefusal? refusal = BatterySizing.Size(input, out BatterySize? size, _cancellation);
        if (refusal is not null)
        {
            if (refusal.Failure is { } failed)
                HumanText.Failure(failed);
            return Refuse(refusal.Message);
        }

        byte[] document = BatterySizingFormats.Render(
            new BatterySizingReport
            {
                ToolVersion = ToolVersion.Current,
                MissionId = inputs.Mission.MissionId,
                Inputs = inputs.Documents,
                Size = size!,
                Recommendations = [.. _request.MarginsPercent.Select(size!.Recommend)],
            },
            _request.Format);
        _cancellation.ThrowIfCancellationRequested();
        return _request.Target.Deliver(document, out string reason, _cancellation) switch
        {
            Delivery.Done => ExitCode.Success,
            Delivery.Refused => Refuse(reason),
            _ => NotWritten(reason),
        };
    }

    private int NotWritten(string reason)
    {
        HumanText.Line(reason);
        // Standard output itself has failed: there is nowhere left to put an error.
        return _request.Target.Path is null
            ? ExitCode.InternalError
            : ErrorReport.PrintObject(
                SizeBatteryCommand.Name, reason, ErrorType("OutputWriteError"), ExitCode.InternalError, _cancellation);
    }

    private int Refuse(string reason) =>
        ErrorReport.Print(SizeBatteryCommand.Name, reason, ScalarMap.Empty, ExitCode.InvalidInput, _cancellation);

    private int Refuse(InputFailure failure)
    {
        if (failure.VectorError is { } vector)
        {
            HumanText.Refusal(vector.Path, vector.Message, vector.Problems);
            return ErrorReport.PrintObject(SizeBatteryCommand.Name, vector.Message, ScalarMap.Empty, ExitCode.InvalidInput, _cancellation);
        }

        HumanText.Refusal(failure.Error);
        return ErrorReport.PrintObject(
            SizeBatteryCommand.Name, failure.Error.Message, failure.Error.Context, ExitCode.InvalidInput, _cancellation);
    }

    private static ScalarMap ErrorType(string name) => ScalarMap.Of(("error_type", name));
}
