using System.Collections.Immutable;
using BvlosSim.Cli.Commands;
using BvlosSim.Cli.Outputs;
using BvlosSim.Documents.Preflight;
using BvlosSim.FlightLogs;
using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Info;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.Cli.Running;

/// <summary>What <c>log-info</c> was asked to do.</summary>
/// <param name="LogPath">The log, absolute, links resolved.</param>
/// <param name="Format">How it is shown.</param>
/// <param name="Target">Where the document goes.</param>
/// <param name="ValidateOnly">How the file alone is to be checked; null = run the command.</param>
internal sealed record LogInfoRequest(string LogPath, LogInfoFormat Format, OutputTarget Target, PreflightFormat? ValidateOnly);

/// <summary>The walk of <c>log-info</c>: read a flight log, tell what it holds.</summary>
internal sealed class LogInfoRun : DocumentRun
{
    private readonly LogInfoRequest _request;

    private LogInfoRun(LogInfoRequest request, CancellationToken cancellation)
        : base(LogInfoCommand.Name, request.Target, request.ValidateOnly, cancellation) => _request = request;

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(LogInfoRequest request, CancellationToken cancellation) => new LogInfoRun(request, cancellation).Execute();

    /// <inheritdoc />
    protected override ImmutableArray<FileCheck> CheckFiles()
    {
        Read(out LogRefusal? refusal);
        return [new FileCheck("flight-log", Path.GetFileName(_request.LogPath), refusal is null ? null : LogPreflight.FailureOf(refusal))];
    }

    /// <inheritdoc />
    protected override int Walk()
    {
        if (_request.Target.Path is { } output && string.Equals(ResolvedPath.Of(output), _request.LogPath, StringComparison.Ordinal))
            return Refuse($"--output is the input '{_request.LogPath}': choose another file.");
        if (Read(out LogRefusal? refusal) is not { } log)
        {
            HumanText.Line($"{_request.LogPath}: {refusal!.Description}");
            return RefuseQuietly(refusal!.Description, LogPreflight.DetailsOf(refusal, _request.LogPath));
        }

        LogWarnings.Print(log);
        LogInfo info = LogInfo.Of(log);
        return Deliver(LogInfoFormats.Render(info, _request.Format, ToolVersion.Current));
    }

    private FlightLog? Read(out LogRefusal? refusal)
    {
        using LogFile? file = LogFile.Open(_request.LogPath, maxBytes: null, out refusal);
        return file is null ? null : FlightLogReader.ReadForSummary(file, out refusal, Cancellation);
    }
}
