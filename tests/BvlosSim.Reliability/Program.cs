using System.Globalization;
using BvlosSim.Reliability;
using BvlosSim.Reliability.Counting;
using BvlosSim.Reliability.FaultMatrix;
using BvlosSim.Reliability.RandomSignals;
using BvlosSim.Reliability.Running;
using BvlosSim.Reliability.Situations;
using BvlosSim.Reliability.Tracing;

if (SuiteOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(SuiteOptions.Usage);
    return 2;
}

if (!OperatingSystem.IsLinux() || !Strace.IsThere)
{
    Console.WriteLine("skipped: the suite needs Linux and strace, which records system calls and makes them fail");
    Console.WriteLine("0 passed, 0 failed, 1 skipped");
    return 0;
}

Signals.RestoreDefaults();
using var bench = new Bench(options);
(string Title, Action<Bench> Run)[] parts =
[
    ("fault matrix", FaultMatrixSuite.Run),
    ("random signals", RandomSignalSuite.Run),
    ("special signals", SignalSituations.Run),
    ("competing and killed runs", CompetingRuns.Run),
    ("file systems that refuse", RefusingFileSystems.Run),
];
foreach ((string title, Action<Bench> run) in parts)
{
    if (options.Part is { } wanted && !title.Contains(wanted, StringComparison.Ordinal))
        continue;
    long start = System.Diagnostics.Stopwatch.GetTimestamp();
    try
    {
        run(bench);
    }
#pragma warning disable CA1031 // A part that cannot go on is a failure of its own; the others may still find something.
    catch (Exception broken)
#pragma warning restore CA1031
    {
        bench.Tally.Fail(title, "harness: " + broken);
    }

    string seconds = System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
    Console.WriteLine($"{title}: {seconds} s, {bench.Tally.Passed} passed, {bench.Tally.Failed} failed so far");
}

Tally tally = bench.Tally;
foreach ((string reason, int count) in tally.Skips)
    Console.WriteLine($"skipped {count}: {reason}");
string sum = $"{tally.Passed} passed, {tally.Failed} failed" + (tally.Skipped > 0 ? $", {tally.Skipped} skipped" : "");
if (options.ReportPath is { } path)
{
    bench.Report.Heading("All in all");
    bench.Report.Paragraph($"{sum}.");
    if (tally.Skipped > 0)
        bench.Report.Table("skipped | why", tally.Skips.Select(skip => $"{skip.Value} | {skip.Key}"));
    if (tally.Failed > 0)
    {
        IEnumerable<string> violations = tally.Failures.Select(failure => failure.ReplaceLineEndings(" ").Replace('|', '/'));
        bench.Report.Table("violation", violations.Order(StringComparer.Ordinal));
    }

    bench.Report.Save(path);
}

Console.WriteLine(sum);
return tally.Failed == 0 ? 0 : 1;
