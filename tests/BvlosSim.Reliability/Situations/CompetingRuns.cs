using BvlosSim.Reliability.Inputs;
using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.Situations;

/// <summary>Runs that get in each other's way, and runs that are killed one after the other.</summary>
internal static class CompetingRuns
{
    public static void Run(Bench bench)
    {
        bench.Report.Heading("Competing and killed runs");
        bench.Report.Table("situation | rounds | outcome", [TwoWriters(bench), TwoClaims(bench), KilledAgainAndAgain(bench)]);
    }

    /// <summary>Two runs write to one destination at once while somebody keeps reading it.</summary>
    private static string TwoWriters(Bench bench)
    {
        Job first = bench.Inputs.Short.With("--operator-id", "first");
        Job second = bench.Inputs.Short.With("--operator-id", "second");
        byte[] firstDocument = bench.DocumentOf(first);
        byte[] secondDocument = bench.DocumentOf(second);
        OutputFolder output = bench.NewOutput(hasEarlier: true);
        using var end = new CancellationTokenSource();
        Task<(int Reads, int Torn)> reader = Task.Factory.StartNew(
            () => ReadAllTheTime(output, [OutputFolder.EarlierContent, firstDocument, secondDocument], end.Token),
            end.Token,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        int firstWon = 0;
        for (int round = 0; round < bench.Options.Rounds; round++)
        {
            (Outcome one, Outcome two) = Together(bench, first.To(output.Destination), second.To(output.Destination));
            bool isFirst = output.Look(firstDocument) == Content.New;
            firstWon += isFirst ? 1 : 0;
            string? problem = (one.ExitCode, two.ExitCode) != (Promise.Verdict, Promise.Verdict) ? Ends(one, two)
                : !isFirst && output.Look(secondDocument) != Content.New ? "the file is neither the one nor the other"
                : output.Others() is { Count: > 0 } left ? $"left in the folder: {string.Join(", ", left)}" : null;
            bench.Tally.Settle($"two runs to one destination, round {round}", problem);
        }

        end.Cancel();
        (int reads, int torn) = reader.GetAwaiter().GetResult();
        bench.Tally.Settle("reading while two runs write", torn == 0 ? null : $"{torn} of {reads} reads saw something else than a whole file");
        return $"two runs to one destination at once, a third process reading | {bench.Options.Rounds} "
            + $"| the last one's whole file ({firstWon} : {bench.Options.Rounds - firstWon}); {reads} reads, {torn} torn";
    }

    /// <summary>Two runs want a free name with <c>--no-clobber</c>.</summary>
    private static string TwoClaims(Bench bench)
    {
        Job job = bench.Inputs.Short;
        byte[] document = bench.DocumentOf(job);
        for (int round = 0; round < bench.Options.Rounds; round++)
        {
            OutputFolder output = bench.NewOutput(hasEarlier: false);
            IReadOnlyList<string> arguments = job.To(output.Destination, "--no-clobber");
            (Outcome one, Outcome two) = Together(bench, arguments, arguments);
            int[] codes = [.. new[] { one.ExitCode, two.ExitCode }.Order()];
            string? problem = codes is not [Promise.Verdict, Promise.NameTaken] ? Ends(one, two)
                : output.Look(document) != Content.New ? "the file is not complete"
                : output.Others() is { Count: > 0 } left ? $"left in the folder: {string.Join(", ", left)}" : null;
            bench.Tally.Settle($"two runs with --no-clobber to one free name, round {round}", problem);
        }

        return $"two runs with --no-clobber to one free name | {bench.Options.Rounds} | one gets it, the other ends with 11";
    }

    /// <summary>Run after run is killed while it writes a large file; then one is left alone.</summary>
    private static string KilledAgainAndAgain(Bench bench)
    {
        Job job = bench.Inputs.Large;
        byte[] document = bench.DocumentOf(job);
        var timed = RandomSignals.TimedJob.Measure(bench, "large", job);
        OutputFolder output = bench.NewOutput(hasEarlier: true);
#pragma warning disable CA5394 // Moments, not secrets.
        var random = new Random(bench.Options.Seed + 1);
        (int killed, int left) = (0, 0);
        for (int round = 0; killed < bench.Options.Rounds && round < bench.Options.Rounds * 4; round++)
        {
            using RunningProgram program = bench.Start(job.To(output.Destination));

            // The file is written in the last part.
            Moment.Wait(timed.Duration * (0.4 + (0.55 * random.NextDouble())));
            program.Send(Signal.KILL);
            Outcome outcome = program.Wait();
            IReadOnlyList<string> others = output.Others();
            killed += outcome.ExitCode == Promise.Verdict ? 0 : 1;
            left += others.Count;
            string? problem = output.Look(document) == Content.Broken ? "the file is neither the earlier nor the new one"
                : others.Count > 1 || !others.All(OutputFolder.IsTemporary) ? $"left in the folder: {string.Join(", ", others)}" : null;
            bench.Tally.Settle($"kill -9 in a loop, round {round}", problem);
        }
#pragma warning restore CA5394

        Outcome last = bench.Run(job.To(output.Destination));
        bool isClean = last.ExitCode == Promise.Verdict && output.Look(document) == Content.New && output.Others().Count == 0;
        string? lastProblem = isClean ? null : $"exit {last.ExitCode}; left in the folder: {string.Join(", ", output.Others())}";
        bench.Tally.Settle("the run after a loop of kill -9", lastProblem);
        return $"kill -9 in a loop, then one run left alone | {killed} | {left} left a temporary file; one file at the end";
    }

    private static string Ends(Outcome one, Outcome two) => $"exit {one.ExitCode} and {two.ExitCode}: {one.Error}{two.Error}";

    private static (Outcome First, Outcome Second) Together(Bench bench, IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        using RunningProgram one = bench.Start(first);
        using RunningProgram two = bench.Start(second);
        return (one.Wait(), two.Wait());
    }

    private static (int Reads, int Torn) ReadAllTheTime(OutputFolder output, byte[][] whole, CancellationToken end)
    {
        (int reads, int torn) = (0, 0);
        while (!end.IsCancellationRequested)
        {
            byte[] seen = File.ReadAllBytes(output.Destination);
            reads++;
            if (!whole.Any(document => document.AsSpan().SequenceEqual(seen)))
                torn++;
        }

        return (reads, torn);
    }
}
