using BvlosSim.Reliability.Running;
using BvlosSim.Reliability.Tracing;

namespace BvlosSim.Reliability.FaultMatrix;

/// <summary>One run with one fault at one call.</summary>
internal sealed class FaultRun
{
    private const int Attempts = 4;

    // Longer than the program's own patience with a call that does not return, which is 50 ms, on a busy machine too.
    private static readonly TimeSpan Hang = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan NamingHang = TimeSpan.FromMilliseconds(1200);

    private readonly Bench _bench;
    private readonly Scenario _scenario;
    private readonly AbandonedFile _abandoned;
    private readonly byte[] _complete;

    public FaultRun(Bench bench, Scenario scenario, AbandonedFile abandoned, byte[] complete)
    {
        _bench = bench;
        _scenario = scenario;
        _abandoned = abandoned;
        _complete = complete;
    }

    /// <summary>How many runs did not get the fault at the intended call and were repeated.</summary>
    public int Misses { get; private set; }

    /// <summary>Makes the run, judges it and counts it.</summary>
    /// <returns>What was seen; null if the fault could not be placed.</returns>
    public Observation? Execute(RecordedCall call, Fault fault)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            using var matrixCase = MatrixCase.Prepare(_bench, _scenario, _abandoned);
            if (Try(matrixCase, call, fault) is not { } seen)
            {
                Misses++;
                continue;
            }

            string? problem = Judgement.Of(call, fault, seen)
                ?? OtherProblem(matrixCase, call, seen)
                ?? NextRunProblem(matrixCase, fault, seen);
            _bench.Tally.Settle(Describe(call, fault), problem);
            return seen;
        }

        _bench.Tally.Fail(Describe(call, fault), $"harness: the fault did not hit this call in {Attempts} attempts");
        return null;
    }

    private Observation? Try(MatrixCase matrixCase, RecordedCall call, Fault fault)
    {
        Outcome outcome;
        Trace trace;
        TimeSpan? latency = null;
        bool hit;
        if (fault == Fault.HangAndTerm)
        {
            HungCall hung = HungCall.Run(
                _bench,
                matrixCase.TracePath,
                matrixCase.Arguments,
                call.Name,
                call.Ordinal,
                call.IsNaming ? NamingHang : Hang,
                [TimeSpan.Zero],
                _scenario.StandingFaults);
            (outcome, trace, hit, latency) = hung;
        }
        else
        {
            string injection = $"{call.Name}:{Faults.Injection(fault)}:when={call.Ordinal}";
            (outcome, trace) = Strace.Run(_bench, matrixCase.TracePath, matrixCase.Arguments, [.. _scenario.StandingFaults, injection]);
            hit = true;
        }

        return hit && HasHit(matrixCase, trace, call, fault) ? Look(matrixCase, outcome, latency) : null;
    }

    // The occurrence is counted by strace; whether it was the intended call is for the trace to say.
    private bool HasHit(MatrixCase matrixCase, Trace trace, RecordedCall call, Fault fault)
    {
        IReadOnlyList<TracedCall> calls = trace.MainCalls;
        int index = calls.ToList().FindIndex(c => c.Name == call.Name && c.Ordinal == call.Ordinal);
        if (index < 0 || !call.Matches(calls[index], SubjectOf(calls[index], matrixCase)))
            return false;
        return fault switch
        {
            Fault.Kill => trace.WasKilled && index == calls.Count - 1,
            Fault.Term => trace.CallsBeforeSignal == index + 1 || call.Name == "exit_group", // After which no thread takes a signal.
            Fault.HangAndTerm => true,
            _ => calls[index].IsInjected,
        };
    }

    private Subject SubjectOf(TracedCall call, MatrixCase matrixCase) =>
        DestinationCalls.SubjectOf(call, matrixCase.Folder, _scenario.AfterKilledRun ? _abandoned.Name : null);

    private Observation Look(MatrixCase matrixCase, Outcome outcome, TimeSpan? latency)
    {
        IReadOnlyList<string> others = matrixCase.Output.Others();
        bool abandoned = _scenario.AfterKilledRun && others.Contains(_abandoned.Name);
        return new Observation(
            outcome,
            matrixCase.Output.Look(_complete),
            abandoned ? [.. others.Where(n => n != _abandoned.Name)] : others,
            abandoned,
            latency);
    }

    private static string? OtherProblem(MatrixCase matrixCase, RecordedCall call, Observation seen)
    {
        if (!matrixCase.IsLinkIntact)
            return "the link does not lead to the destination any more";
        return seen.Content == Content.New && call.Name != "fchown" && !matrixCase.IsOwnerKept ? "the file has lost its owner" : null;
    }

    private string? NextRunProblem(MatrixCase matrixCase, Fault fault, Observation seen)
    {
        if (fault != Fault.Kill && seen.Others.Count == 0 && !seen.AbandonedIsLeft)
            return null;
        Outcome next = _bench.Run(_bench.Inputs.ShortWithReason.To(matrixCase.Output.Destination));
        if (next.ExitCode != Promise.Verdict || matrixCase.Output.Look(_complete) != Content.New)
            return $"the next run ended with {next.ExitCode}: {next.Error}";
        return matrixCase.Output.Others() is { Count: > 0 } left ? $"the next run has not removed {string.Join(", ", left)}" : null;
    }

    private string Describe(RecordedCall call, Fault fault) =>
        $"[{_scenario.Name}] {Faults.Title(fault)} at {call.Label}, {call.Name}:when={call.Ordinal}";
}
