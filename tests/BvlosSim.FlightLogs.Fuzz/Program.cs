using System.Diagnostics;
using System.Globalization;
using BvlosSim.FlightLogs.Fuzz;
using BvlosSim.FlightLogs.Fuzz.Checking;
using BvlosSim.FlightLogs.Fuzz.Running;

if (FuzzOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(FuzzOptions.Usage);
    return 2;
}

long first = options.Only ?? options.Count * (options.Slice - 1) / options.Slices;
long end = options.Only + 1 ?? options.Count * options.Slice / options.Slices;
var findings = new Findings(options.SaveFolder);
Worker[] workers = [.. Enumerable.Range(0, options.Threads).Select(_ => new Worker(options.Seed, findings))];
using var isOver = new ManualResetEvent(initialState: false);
var watchdog = new Thread(() => new Watchdog(workers, findings).Run(isOver)) { IsBackground = true };
watchdog.Start();

long start = Stopwatch.GetTimestamp();
string[] corpus = options.CorpusFolder is { } folder ? [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)] : [];
for (int i = 0; i < corpus.Length; i++)
{
    // By both names: the suffix decides whether a damaged log may be text.
    workers[0].Run(File.ReadAllBytes(corpus[i]), 16L * i, corpus[i]);
    workers[0].Run(File.ReadAllBytes(corpus[i]), (16L * i) + 2, corpus[i]);
}

// The logs are dealt out evenly: which thread reads one makes no difference to it.
Thread[] threads = [.. workers.Select((worker, t) => new Thread(() =>
{
    for (long index = first + t; index < end; index += workers.Length)
        worker.Run(index);
}))];
foreach (Thread thread in threads)
    thread.Start();
foreach (Thread thread in threads)
    thread.Join();
isOver.Set();

double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
long count = workers.Sum(w => w.Count);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
    slice {options.Slice}/{options.Slices} of {options.Count} logs, seed {options.Seed}, {corpus.Length} of the corpus: {count} logs, {workers.Sum(w => w.Bytes) / 1e6:F0} MB in {seconds:F1} s, {count / seconds:F0} logs/s
    {workers.Sum(w => w.Of(Outcome.Traced))} traced, {workers.Sum(w => w.Of(Outcome.Read))} read, {workers.Sum(w => w.Of(Outcome.Refused))} refused; {100 * workers.Max(w => w.MostAllocated):F0} % of the memory that is allowed for a log
    {count - findings.Count} passed, {findings.Count} failed
    """));
return findings.Count == 0 ? 0 : 1;
