using BvlosSim.AtomicFiles;
using BvlosSim.Cli;
using BvlosSim.Cli.Running;
using BvlosSim.Cli.Termination;

// First of all, before any file is opened: the runtime itself handles no termination signal. It opens a pipe for them, which must not
// get the number of a closed standard stream.
StandardStreams.Occupy();
TerminationSignals termination = TerminationSignals.TakeOver();
try
{
    return CommandLine.Run(args, termination.Token);
}
catch (OperationCanceledException) when (termination.Token.IsCancellationRequested)
{
    return ExitCode.Cancelled;
}
#pragma warning disable CA1031 // The last resort: as process 1 of a container an unhandled exception would hang, not end.
catch (Exception bug)
#pragma warning restore CA1031
{
    AtomicOutput.RemovePending();
    HumanText.ReportBug(bug);
    return ExitCode.InternalError;
}
