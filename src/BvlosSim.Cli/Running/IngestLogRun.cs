using System.Collections.Immutable;
using BvlosSim.Cli.Commands;
using BvlosSim.Cli.Outputs;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Missions;
using BvlosSim.Documents.Preflight;
using BvlosSim.Documents.Vehicles;
using BvlosSim.FlightLogs;
using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Values;

namespace BvlosSim.Cli.Running;

/// <summary>What <c>ingest-log</c> was asked to do.</summary>
internal sealed record IngestLogRequest
{
    /// <summary>The log, absolute, links resolved.</summary>
    public required string LogPath { get; init; }

    /// <summary>Identifier of the trace.</summary>
    public required string TraceId { get; init; }

    /// <summary>The mission that was flown; null = not stated.</summary>
    public string? MissionPath { get; init; }

    /// <summary>The vehicle that flew it; null = not stated.</summary>
    public string? VehiclePath { get; init; }

    /// <summary>The largest log that is accepted, MiB; null = any.</summary>
    public int? MaxSizeMib { get; init; }

    /// <summary>Number of the receiver; null = by rule.</summary>
    public int? Gps { get; init; }

    /// <summary>Number of the battery; null = by rule.</summary>
    public int? Battery { get; init; }

    /// <summary>Number of the flight; null = by rule.</summary>
    public int? Flight { get; init; }

    /// <summary>Where the trace goes.</summary>
    public required OutputTarget Target { get; init; }

    /// <summary>How the files alone are to be checked; null = run the command.</summary>
    public PreflightFormat? ValidateOnly { get; init; }
}

/// <summary>The walk of <c>ingest-log</c>: read a flight log, make the trace of a flight, commit.</summary>
internal sealed class IngestLogRun : DocumentRun
{
    private const long BytesPerMib = 1024 * 1024;

    private readonly IngestLogRequest _request;

    private IngestLogRun(IngestLogRequest request, CancellationToken cancellation)
        : base(IngestLogCommand.Name, request.Target, request.ValidateOnly, cancellation) => _request = request;

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(IngestLogRequest request, CancellationToken cancellation)
    {
        var run = new IngestLogRun(request, cancellation);
        // A check must not pass what the run refuses for its options alone; the run itself looks at the identifier last.
        string? problem = request.ValidateOnly is null ? null : run.PairingProblem ?? run.TraceIdProblem;
        return problem is null ? run.Execute() : run.Refuse(problem);
    }

    private string? PairingProblem => _request.MissionPath is null == _request.VehiclePath is null
        ? null
        : "--mission and --vehicle go together: give both or none.";

    private string? TraceIdProblem => Identifier.ProblemOf(_request.TraceId) is { } problem ? $"--trace-id '{_request.TraceId}': {problem}." : null;

    /// <inheritdoc />
    protected override ImmutableArray<FileCheck> CheckFiles()
    {
        var checks = ImmutableArray.CreateBuilder<FileCheck>();
        BuildTrace(mission: null, out LogRefusal? refusal);
        checks.Add(new FileCheck("flight-log", Path.GetFileName(_request.LogPath), refusal is null ? null : LogPreflight.FailureOf(refusal)));
        if (_request.MissionPath is { } mission)
            checks.Add(Check("mission", mission, MissionReader.Load(mission, Cancellation).Error));
        if (_request.VehiclePath is { } vehicle)
            checks.Add(Check("vehicle", vehicle, VehicleReader.Load(vehicle, Cancellation).Error));
        return checks.ToImmutable();
    }

    /// <inheritdoc />
    protected override int Walk()
    {
        if (CollidingInput() is { } colliding)
            return Refuse($"--output is the input '{colliding}': choose another file.");
        if (PairingProblem is { } pairing)
            return Refuse(pairing);
        LoadError? error = ReferTo(out MissionReference? mission);
        if (error is not null)
        {
            HumanText.Refusal(error);
            return RefuseQuietly(error.Message, ScalarMap.Empty);
        }

        BuiltTrace? built = BuildTrace(mission, out LogRefusal? refusal);
        if (built is null)
            return Refuse(refusal!);
        if (TraceIdProblem is { } problem)
            return Refuse(problem);
        foreach (string warning in built.Warnings)
            HumanText.Warning(warning);
        return Deliver(built);
    }

    private int Deliver(BuiltTrace built)
    {
        var size = new TraceSize();
        int code = Deliver(receiver => size.Render(built, receiver));
        if (size.Warning is { } warning)
            HumanText.Warning(warning);
        return code;
    }

    private BuiltTrace? BuildTrace(MissionReference? mission, out LogRefusal? refusal)
    {
        using LogFile? file = LogFile.Open(_request.LogPath, _request.MaxSizeMib * BytesPerMib, out refusal);
        if (file is null || FlightLogReader.Read(file, out refusal, Cancellation) is not { } log)
            return null;
        LogWarnings.Print(log);
        return TraceBuilder.Build(
            log,
            new TraceRequest
            {
                TraceId = _request.TraceId,
                ToolVersion = ToolVersion.Current,
                Mission = mission,
                GpsInstance = _request.Gps,
                BatteryInstance = _request.Battery,
                FlightNumber = _request.Flight,
            },
            out refusal);
    }

    private LoadError? ReferTo(out MissionReference? reference)
    {
        reference = null;
        if (_request.MissionPath is not { } missionPath || _request.VehiclePath is not { } vehiclePath)
            return null;
        LoadResult<BoundMission> mission = MissionReader.Load(missionPath, Cancellation);
        if (mission.Error is not null)
            return mission.Error;
        LoadResult<BoundVehicle> vehicle = VehicleReader.Load(vehiclePath, Cancellation);
        if (vehicle.Error is not null)
            return vehicle.Error;
        reference = new MissionReference(
            missionPath, mission.Value!.Document.Identity.Sha256, vehiclePath, vehicle.Value!.Document.Identity.Sha256);
        return null;
    }

    private string? CollidingInput()
    {
        if (_request.Target.Path is not { } output)
            return null;
        string resolved = ResolvedPath.Of(output);
        return new[] { _request.LogPath, _request.MissionPath, _request.VehiclePath }.FirstOrDefault(i => string.Equals(i, resolved, StringComparison.Ordinal));
    }

    private int Refuse(LogRefusal refusal)
    {
        HumanText.Line($"{_request.LogPath}: {refusal.Description}");
        return RefuseQuietly(refusal.Description, LogPreflight.DetailsOf(refusal, _request.LogPath));
    }

    private static FileCheck Check(string role, string path, LoadError? error) =>
        new(role, Path.GetFileName(path), error is null ? null : CheckFailure.Of(error));
}
