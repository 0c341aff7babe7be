using System.Text.RegularExpressions;

namespace BvlosSim.Reliability.Tracing;

/// <summary>What a system call that touches the output folder is about.</summary>
internal enum Subject
{
    /// <summary>None of the things below: the call does not touch the output folder.</summary>
    Elsewhere,
    Link,
    Destination,
    Folder,
    TemporaryFile,

    /// <summary>The temporary file of an earlier run that was killed.</summary>
    AbandonedFile,
}

/// <summary>Tells from the paths in a call, decoded descriptors included, what it is about.</summary>
internal static partial class DestinationCalls
{
    /// <summary>The subject of a call.</summary>
    /// <param name="call">As traced.</param>
    /// <param name="caseFolder">Everything the program can touch for its output is below this folder.</param>
    /// <param name="abandoned">Name of an abandoned temporary file; null = there is none.</param>
    public static Subject SubjectOf(TracedCall call, string caseFolder, string? abandoned)
    {
        string text = call.Arguments;
        if (!text.Contains(caseFolder, StringComparison.Ordinal))
            return Subject.Elsewhere;
        if (abandoned is not null && text.Contains(abandoned, StringComparison.Ordinal))
            return Subject.AbandonedFile;
        if (Temporary().IsMatch(text))
            return Subject.TemporaryFile;
        if (text.Contains("/links/out.json", StringComparison.Ordinal))
            return Subject.Link;
        return text.Contains("/dest/out.json", StringComparison.Ordinal) ? Subject.Destination : Subject.Folder;
    }

    /// <summary>Whether a call gives the finished file its name.</summary>
    public static bool IsPublication(TracedCall call) =>
        call.Name is "rename" or "renameat" or "renameat2" or "link" or "linkat"
        && call.Arguments.Contains("/dest/out.json\"", StringComparison.Ordinal);

    [GeneratedRegex(@"/\.out\.json\.[0-9a-f]{40}\.tmp", RegexOptions.CultureInvariant)]
    private static partial Regex Temporary();
}
