using System.Runtime.InteropServices;
using BvlosSim.AtomicFiles;

namespace BvlosSim.Cli.Termination;

/// <summary>
/// The one owner of the signals that end the program. The first signal cancels a token; whoever works stops by it and the
/// program ends with <see cref="ExitCode.Cancelled"/>. Where the token is not honoured in time, a watchdog removes the
/// temporary files and ends the process. A second signal does so at once.
/// </summary>
/// <remarks>
/// A signal that the parent process had ignored when it started the program (SIGHUP under <c>nohup</c>, SIGINT and
/// SIGQUIT of background jobs in scripts) stays ignored.
/// </remarks>
#pragma warning disable CA1001 // Never given back: a signal that comes while the program returns its exit code must not replace it.
internal sealed class TerminationSignals
#pragma warning restore CA1001
{
    // Within the promised 100 ms, with room for a busy machine to schedule the watchdog and to unlink a file.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    // A file larger than the user may write. Handled, so that the write fails and is cleaned up after, and ends no process.
    private const PosixSignal FileTooLarge = (PosixSignal)25;

    // Rooted, since a registration that is collected is undone.
    private static readonly TerminationSignals Owner = new();

    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _signals;

    private TerminationSignals()
    {
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Registers the signals.</summary>
    public static TerminationSignals TakeOver()
    {
        foreach (PosixSignal signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
            Owner._registrations.Add(PosixSignalRegistration.Create(signal, Owner.OnSignal));
        if (!OperatingSystem.IsWindows())
            Owner._registrations.Add(PosixSignalRegistration.Create(FileTooLarge, static context => context.Cancel = true));
        return Owner;
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _signals) > 1)
        {
            EndNow();
            return;
        }

        // A thread of its own: the pool may be as busy as the computation that does not stop.
        new Thread(EndWhenPatienceRunsOut) { IsBackground = true, Name = "termination watchdog" }.Start();
        _source.Cancel();
    }

    private static void EndWhenPatienceRunsOut()
    {
        using var never = new ManualResetEventSlim();
        never.Wait(Patience);
        EndNow();
    }

    private static void EndNow()
    {
        AtomicOutput.RemovePending();
        ProcessExit.Now(ExitCode.Cancelled);
    }
}
