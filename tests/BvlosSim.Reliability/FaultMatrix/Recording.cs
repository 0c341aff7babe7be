using BvlosSim.Reliability.Running;
using BvlosSim.Reliability.Tracing;

namespace BvlosSim.Reliability.FaultMatrix;

/// <summary>What the main thread does to the output folder when nothing fails.</summary>
internal static class Recording
{
    /// <summary>Runs a scenario undisturbed and lists its calls in their order.</summary>
    public static (IReadOnlyList<RecordedCall> Calls, IReadOnlyList<string> ProtocolProblems) Of(
        Bench bench,
        Scenario scenario,
        AbandonedFile abandoned,
        byte[] complete)
    {
        using var matrixCase = MatrixCase.Prepare(bench, scenario, abandoned);
        (Outcome outcome, Trace trace) = Strace.Run(bench, matrixCase.TracePath, matrixCase.Arguments, scenario.StandingFaults);
        if (outcome.ExitCode != Promise.Verdict || matrixCase.Output.Look(complete) != Content.New)
            throw new InvalidOperationException($"the undisturbed run of '{scenario.Name}' ended with {outcome.ExitCode}: {outcome.Error}");
        return (CallsIn(trace, matrixCase, scenario, abandoned), Protocol.ProblemsIn(trace, matrixCase.Folder, matrixCase.Output));
    }

    private static List<RecordedCall> CallsIn(Trace trace, MatrixCase matrixCase, Scenario scenario, AbandonedFile abandoned)
    {
        var calls = new List<RecordedCall>();
        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        bool isPublished = false;
        bool wasTried = false;
        foreach (TracedCall call in trace.MainCalls)
        {
            Subject subject = DestinationCalls.SubjectOf(call, matrixCase.Folder, scenario.AfterKilledRun ? abandoned.Name : null);
            bool publishes = DestinationCalls.IsPublication(call) && call.Succeeded;
            Stage stage = publishes ? Stage.Publication : isPublished ? Stage.After : wasTried ? Stage.Settling : Stage.Before;
            isPublished |= publishes;
            wasTried |= DestinationCalls.IsPublication(call);
            if (subject == Subject.Elsewhere)
            {
                if (!isPublished || call.Name is not ("rt_sigaction" or "exit_group"))
                    continue;
                stage = Stage.End;
            }

            calls.Add(new RecordedCall(call.Name, call.Ordinal, subject, stage, LabelOf(call.Name, subject, stage, labels)));
        }

        return calls;
    }

    private static string LabelOf(string name, Subject subject, Stage stage, Dictionary<string, int> labels)
    {
        string about = (subject, stage) switch
        {
            (Subject.Link, _) => "link",
            (Subject.Destination, Stage.After) => "published file",
            (Subject.Destination, _) => "destination",
            (Subject.Folder, Stage.Before) => "folder, looking for abandoned files",
            (Subject.Folder, _) => "folder, to flush it",
            (Subject.TemporaryFile, Stage.After) => "surplus temporary name",
            (Subject.TemporaryFile, _) => "temporary file",
            (Subject.AbandonedFile, _) => "abandoned file",
            _ => "at the end of the process",
        };
        string label = $"`{name}` {about}";
        int count = labels[label] = labels.GetValueOrDefault(label) + 1;
        return count == 1 ? label : $"{label} (#{count})";
    }
}
