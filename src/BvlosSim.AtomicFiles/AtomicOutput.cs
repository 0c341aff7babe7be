using BvlosSim.AtomicFiles.Naming;

namespace BvlosSim.AtomicFiles;

/// <summary>All unfinished output of this process, for the moment at which the process must end.</summary>
public static class AtomicOutput
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Stops all output for good and removes every temporary file and folder of this process. Call it on any thread, right before
    /// the process is ended by force.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Once it has begun, no commit makes anything appear: a commit that has not reached its rename throws <see
    /// cref="OperationCanceledException"/>, and so does every new write. A commit whose rename has happened is complete and nothing
    /// of it is removed.
    /// </para>
    /// <para>
    /// It does not wait for a flush, a write or a close, so it returns although the writing thread hangs in one, as it does when a
    /// disk or a server has died. It waits only for a call that is making, renaming or removing a name at this moment, and for all of
    /// these together half a second at most.
    /// </para>
    /// <para>It may be called more than once.</para>
    /// </remarks>
    /// <returns>How many temporary names had to be left, 0 being the rule; the next run to the same destination removes those.</returns>
    public static int RemovePending() => PendingRegistry.OfProcess.RemoveAll(Patience);
}
