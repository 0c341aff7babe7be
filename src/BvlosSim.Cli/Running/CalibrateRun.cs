using System.Collections.Immutable;
using BvlosSim.Cli.Commands;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Preflight;
using BvlosSim.Documents.Vehicles;
using BvlosSim.FlightLogs.Calibration;
using BvlosSim.FlightLogs.Calibration.Energy;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Vehicles;

namespace BvlosSim.Cli.Running;

/// <summary>The walk of <c>calibrate</c>: load, check that the traces are of the vehicle, fit, render, commit.</summary>
internal sealed class CalibrateRun : DocumentRun
{
    private readonly CalibrateRequest _request;

    private CalibrateRun(CalibrateRequest request, CancellationToken cancellation)
        : base(CalibrateCommand.Name, request.Target, request.ValidateOnly, cancellation) => _request = request;

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(CalibrateRequest request, CancellationToken cancellation) => new CalibrateRun(request, cancellation).Execute();

    /// <inheritdoc />
    protected override ImmutableArray<FileCheck> CheckFiles() =>
    [
        FileCheck.OfFile("vehicle", _request.VehiclePath, VehicleReader.Load(_request.VehiclePath, Cancellation).Error),
        .. _request.TracePaths.Select(t => TracePreflight.Check(t, Cancellation)),
    ];

    /// <inheritdoc />
    protected override int Walk()
    {
        if (EnergyOptionCheck.ProblemOf(_request, out ImmutableArray<FlownMass> masses) is { } misplaced)
            return Refuse(misplaced);
        LoadResult<BoundVehicle> vehicle = VehicleReader.Load(_request.VehiclePath, Cancellation);
        if (vehicle.Error is { } refused)
            return Refuse(refused);
        ImmutableArray<FlightTrace>.Builder traces = ImmutableArray.CreateBuilder<FlightTrace>(_request.TracePaths.Length);
        foreach (string path in _request.TracePaths)
        {
            LoadResult<FlightTrace> trace = FlightTraceReader.Load(path, Cancellation);
            if (trace.Error is { } error)
                return Refuse(error);
            if (!_request.AnyVehicle && TraceOwnership.ProblemOf(trace.Value!, vehicle.Value!.Document.Identity.Sha256) is { } problem)
                return Refuse(problem);
            if (TraceOwnership.DoubtAbout(trace.Value!) is { } doubt)
            {
                if (_request is { Energy: true, AnyVehicle: false })
                    return Refuse(doubt + " If it is of this vehicle, say so with --any-vehicle.");
                HumanText.Warning(doubt);
            }

            LogWarnings.Print(trace.Value!);
            traces.Add(trace.Value!);
        }

        return Fit(vehicle.Value!.Vehicle, traces.DrainToImmutable(), masses);
    }

    private int Fit(Vehicle vehicle, ImmutableArray<FlightTrace> traces, ImmutableArray<FlownMass> masses)
    {
        string id = _request.CalibrationId is { Length: > 0 } given ? given : vehicle.VehicleId + "-calibration";
        string? refusal = null;
        CalibrationOutcome? outcome = _request.Energy
            ? FitEnergy(vehicle, traces, masses, id, out refusal)
            : VehicleCalibration.Fit(vehicle.VehicleId, traces, _request.MinSamples ?? 1, id, ToolVersion.Current, Cancellation);
        if (outcome is null)
            return Refuse(refusal!);
        if (Identifier.ProblemOf(id) is { } problem)
            return Refuse($"--calibration-id: {problem}.");
        foreach (string warning in outcome.Warnings)
            HumanText.Warning(warning);
        return Deliver(CalibrationFormats.Render(outcome.Profile, _request.Format));
    }

    private CalibrationOutcome? FitEnergy(
        Vehicle vehicle, ImmutableArray<FlightTrace> traces, ImmutableArray<FlownMass> masses, string id, out string? refusal) =>
        VehicleEnergyCalibration.Fit(
            new EnergyCalibrationRequest
            {
                Vehicle = vehicle,
                Traces = traces,
                Masses = masses,
                AllowFewSamples = _request.AllowFewSamples,
                Holdout = _request.Holdout,
                CalibrationId = id,
                ToolVersion = ToolVersion.Current,
            },
            out refusal,
            Cancellation);
}
