using System.Collections.Immutable;
using BvlosSim.Cli.Commands;
using BvlosSim.Documents.Inputs;
using BvlosSim.Documents.Preflight;
using BvlosSim.Documents.Sizing;
using BvlosSim.Estimation.Sizing;

namespace BvlosSim.Cli.Running;

/// <summary>The walk of <c>size-battery</c>: load, search, render, commit.</summary>
internal sealed class SizeBatteryRun : DocumentRun
{
    private readonly SizeBatteryRequest _request;

    private SizeBatteryRun(SizeBatteryRequest request, CancellationToken cancellation)
        : base(SizeBatteryCommand.Name, request.Target, request.ValidateOnly, cancellation) => _request = request;

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(SizeBatteryRequest request, CancellationToken cancellation) => new SizeBatteryRun(request, cancellation).Execute();

    /// <inheritdoc />
    protected override ImmutableArray<FileCheck> CheckFiles() =>
        EstimatePreflight.Run(_request.MissionPath, _request.VehiclePath, null, Cancellation);

    /// <inheritdoc />
    protected override int Walk()
    {
        foreach (int margin in _request.MarginsPercent)
        {
            if (margin < 0)
                return Refuse($"--margin: a margin must not be negative; found {margin}.");
        }

        EstimateInputs? inputs = EstimateInputLoader.Load(
            _request.MissionPath, _request.VehiclePath, null, out InputFailure? failure, Cancellation);
        return inputs is null ? Refuse(failure!) : Size(inputs);
    }

    private int Size(EstimateInputs inputs)
    {
        SizingRefusal? refusal = BatterySizing.Size(inputs.ToEstimationInput(), out BatterySize? size, Cancellation);
        if (refusal is not null)
        {
            if (refusal.Failure is { } failed)
                HumanText.Failure(failed);
            return Refuse(refusal.Message);
        }

        return Deliver(BatterySizingFormats.Render(
            new BatterySizingReport
            {
                ToolVersion = ToolVersion.Current,
                MissionId = inputs.Mission.MissionId,
                Inputs = inputs.Documents,
                Size = size!,
                Recommendations = [.. _request.MarginsPercent.Select(size!.Recommend)],
            },
            _request.Format));
    }
}
