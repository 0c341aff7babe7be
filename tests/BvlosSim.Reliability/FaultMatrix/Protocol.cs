using BvlosSim.Reliability.Running;
using BvlosSim.Reliability.Tracing;

namespace BvlosSim.Reliability.FaultMatrix;

/// <summary>
/// What no black box can show without pulling the plug: that the bytes are on the disk before the name is, and that nothing ever
/// opens the destination for writing. It can be read off the order of the calls.
/// </summary>
internal static class Protocol
{
    /// <summary>How many rules there are.</summary>
    public const int Rules = 5;

    public static IReadOnlyList<string> ProblemsIn(Trace trace, string caseFolder, OutputFolder output)
    {
        List<(TracedCall Call, Subject Subject)> calls =
            [.. trace.MainCalls.Select(c => (c, DestinationCalls.SubjectOf(c, caseFolder, null))).Where(c => c.Item2 != Subject.Elsewhere)];
        var problems = new List<string>();

        // Not the whole path: behind a link it has a detour in it.
        string besideDestination = $"/{Path.GetFileName(output.Path)}/.{OutputFolder.FileName}.";
        int created = calls.FindIndex(c => c.Subject == Subject.TemporaryFile && Has(c.Call, "O_CREAT"));
        int written = calls.FindLastIndex(c => c.Subject == Subject.TemporaryFile && c.Call.Name is "write" or "pwrite64" or "writev");
        int flushed = calls.FindIndex(c => c.Subject == Subject.TemporaryFile && c.Call.Name == "fsync");
        int published = calls.FindIndex(c => Publishes(c.Call));
        int folderFlushed = calls.FindIndex(c => c.Subject == Subject.Folder && c.Call.Name == "fsync");

        Require(
            created >= 0 && IsPrivate(calls[created].Call) && Has(calls[created].Call, besideDestination),
            "the temporary file is made anew, private, by no link, and beside the destination");
        Require(
            !calls.Any(c => c.Subject is Subject.Destination or Subject.Link && IsOpeningOrRemoving(c.Call)),
            "the destination is neither opened nor removed");
        Require(
            created < written && written < flushed && flushed < published,
            "the file is flushed after its last byte and before it gets its name");
        Require(calls.Count(c => Publishes(c.Call)) == 1, "one call gives the file its name");
        Require(published < folderFlushed, "the folder is flushed once the file has its name");
        return problems;

        void Require(bool holds, string rule)
        {
            if (!holds)
                problems.Add("broken rule: " + rule);
        }
    }

    private static bool Publishes(TracedCall call) => DestinationCalls.IsPublication(call) && call.Succeeded;

    private static bool IsPrivate(TracedCall call) =>
        Has(call, "O_EXCL") && Has(call, "O_NOFOLLOW") && Has(call, "O_CLOEXEC") && Has(call, "0600");

    private static bool IsOpeningOrRemoving(TracedCall call) =>
        call.Name.StartsWith("open", StringComparison.Ordinal) || call.Name.StartsWith("unlink", StringComparison.Ordinal);

    private static bool Has(TracedCall call, string text) => call.Arguments.Contains(text, StringComparison.Ordinal);
}
