using System.Collections.Immutable;
using BvlosSim.Cli.Commands;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Preflight;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.Cli.Running;

/// <summary>The walk of <c>segment</c>: load, segment, render, commit.</summary>
internal sealed class SegmentRun : DocumentRun
{
    private readonly SegmentRequest _request;

    private SegmentRun(SegmentRequest request, CancellationToken cancellation)
        : base(SegmentCommand.Name, request.Target, request.ValidateOnly, cancellation) => _request = request;

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(SegmentRequest request, CancellationToken cancellation) => new SegmentRun(request, cancellation).Execute();

    /// <inheritdoc />
    protected override ImmutableArray<FileCheck> CheckFiles() => [TracePreflight.Check(_request.TracePath, Cancellation)];

    /// <inheritdoc />
    protected override int Walk()
    {
        LoadResult<FlightTrace> trace = FlightTraceReader.Load(_request.TracePath, Cancellation);
        if (trace.Value is { } read)
            LogWarnings.Print(read);
        return trace.Error is { } error
            ? Refuse(error)
            : Deliver(PhaseSegmentsFormats.Render(PhaseSegmentation.Segment(trace.Value!, _request.Modes), _request.Format));
    }
}
