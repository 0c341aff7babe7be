using System.Collections.Immutable;
using BvlosSim.Cli.Commands;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Preflight;
using BvlosSim.Documents.Vehicles;
using BvlosSim.FlightLogs.Calibration;
using BvlosSim.FlightLogs.Calibration.Energy;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Values;
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
    public static int Execute(CalibrateRequest request, CancellationToken cancellation)
    {
        var run = new CalibrateRun(request, cancellation);
        // A check must not pass what the run refuses for its options alone; the run itself looks at the identifier last.
        string? problem = request.ValidateOnly is null ? null : EnergyOptionCheck.ProblemOf(request, out _) ?? run.IdProblem;
        return problem is null ? run.Execute() : run.Refuse(problem);
    }

    private string? IdProblem =>
        _request.CalibrationId is { Length: > 0 } id && Identifier.ProblemOf(id) is { } problem ? $"--calibration-id: {problem}." : null;

    /// <inheritdoc />
    protected override ImmutableArray<FileCheck> CheckFiles()
    {
        LoadResult<BoundVehicle> vehicle = VehicleReader.Load(_request.VehiclePath, Cancellation);
        ImmutableArray<FileCheck>.Builder checks = ImmutableArray.CreateBuilder<FileCheck>();
        var traces = new List<FlightTrace>();
        foreach (string path in _request.TracePaths)
        {
            FileCheck check = TracePreflight.Check(path, Cancellation, out FlightTrace? trace);
            if (trace is not null)
                traces.Add(trace);
            bool isForeign = trace is not null && vehicle.Value is { } of && OwnershipProblem(trace, of) is not null;
            checks.Add(isForeign ? Failed(check, OwnershipProblem(trace!, vehicle.Value!)!) : check);
        }

        checks.Insert(0, FileCheck.OfFile("vehicle", _request.VehiclePath, vehicle.Error));
        if (checks.All(c => c.IsOk) && FittingProblem(vehicle.Value!.Vehicle, [.. traces]) is { } problem)
            checks[0] = Failed(checks[0], problem);
        return checks.ToImmutable();
    }

    private static FileCheck Failed(FileCheck check, string problem) =>
        check with { Failure = new CheckFailure("schema", "SCHEMA_VALIDATION_FAILED", problem, ScalarMap.Empty, Error: null) };

    /// <summary>What the run refuses of vehicle, traces and options together.</summary>
    private string? FittingProblem(Vehicle vehicle, ImmutableArray<FlightTrace> traces)
    {
        if (!_request.Energy)
            return null;
        EnergyOptionCheck.ProblemOf(_request, out ImmutableArray<FlownMass> masses);
        return EnergyRequestCheck.ProblemOf(EnergyRequest(vehicle, traces, masses, "check"));
    }

    /// <summary>Why a trace is not to be learnt from for a vehicle.</summary>
    private string? OwnershipProblem(FlightTrace trace, BoundVehicle vehicle)
    {
        if (_request.AnyVehicle)
            return null;
        if (TraceOwnership.ProblemOf(trace, vehicle.Document.Identity.Sha256) is { } problem)
            return problem;
        return _request.Energy && TraceOwnership.DoubtAbout(trace) is { } doubt ? doubt + " If it is of this vehicle, say so with --any-vehicle." : null;
    }

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
            if (OwnershipProblem(trace.Value!, vehicle.Value!) is { } problem)
                return Refuse(problem);
            if (TraceOwnership.DoubtAbout(trace.Value!) is { } doubt)
                HumanText.Warning(doubt);

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
        VehicleEnergyCalibration.Fit(EnergyRequest(vehicle, traces, masses, id), out refusal, Cancellation);

    private EnergyCalibrationRequest EnergyRequest(
        Vehicle vehicle, ImmutableArray<FlightTrace> traces, ImmutableArray<FlownMass> masses, string id) => new()
        {
            Vehicle = vehicle,
            Traces = traces,
            Masses = masses,
            AllowFewSamples = _request.AllowFewSamples,
            Holdout = _request.Holdout,
            CalibrationId = id,
            ToolVersion = ToolVersion.Current,
        };
}
