using System.Globalization;
using System.Text.RegularExpressions;

namespace BvlosSim.Reliability.Tracing;

/// <summary>What strace wrote about one run.</summary>
internal sealed partial class Trace
{
    private readonly Dictionary<int, List<TracedCall>> _calls = [];
    private readonly Dictionary<int, int> _signals = [];
    private readonly HashSet<int> _killed = [];

    /// <summary>The thread that came first; also the number of the process.</summary>
    public int MainThread { get; private set; }

    /// <summary>The calls of the main thread in their order.</summary>
    public IReadOnlyList<TracedCall> MainCalls => _calls.TryGetValue(MainThread, out List<TracedCall>? calls) ? calls : [];

    /// <summary>Whether the kernel ended the main thread by SIGKILL.</summary>
    public bool WasKilled => _killed.Contains(MainThread);

    /// <summary>The calls of the main thread that had begun when it got SIGTERM; 0 if it never did.</summary>
    public int CallsBeforeSignal => _signals.GetValueOrDefault(MainThread);

    /// <summary>When a thread asked for the end of the process with this code, seconds since 1970; null if none did.</summary>
    public double? TimeOfExit(int code) => _calls.Values
        .SelectMany(calls => calls)
        .Where(call => call.Name == "exit_group" && call.Arguments == code.ToString(CultureInfo.InvariantCulture))
        .Select(call => (double?)call.Time)
        .Min();

    /// <summary>Reads what is there, even while the program is still running.</summary>
    public static Trace Read(string path)
    {
        var trace = new Trace();
        if (!File.Exists(path))
            return trace;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (Line().Match(line) is not { Success: true } match)
                continue;
            int thread = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            double time = double.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            trace.Add(thread, time, match.Groups[3].Value);
        }

        return trace;
    }

    private void Add(int thread, double time, string text)
    {
        if (MainThread == 0)
            MainThread = thread;
        if (!_calls.TryGetValue(thread, out List<TracedCall>? calls))
            _calls[thread] = calls = [];
        if (text.StartsWith("--- SIGTERM", StringComparison.Ordinal))
            _signals.TryAdd(thread, calls.Count);
        else if (text.StartsWith("+++ killed by SIGKILL", StringComparison.Ordinal))
            _killed.Add(thread);
        else if (text.StartsWith("<... ", StringComparison.Ordinal) && calls.Count > 0)
            calls[^1].Result = ResultIn(text);
        else if (Call().Match(text) is { Success: true } match)
            calls.Add(NewCall(calls, match, time, text));
    }

    private static TracedCall NewCall(List<TracedCall> earlier, Match match, double time, string text)
    {
        string name = match.Groups[1].Value;
        string rest = match.Groups[2].Value;
        Match result = Result().Match(rest);
        string arguments = result.Success ? rest[..result.Index] : rest.Replace(" <unfinished ...>", "", StringComparison.Ordinal).TrimEnd();
        return new TracedCall(name, earlier.Count(call => call.Name == name) + 1, arguments) { Result = ResultIn(text), Time = time };
    }

    private static string? ResultIn(string text) => Result().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^(\d+)\s+(\d+\.\d+) (.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(\w+)\((.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Call();

    [GeneratedRegex(@"\)\s+= (-?\d.*|\?.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Result();
}
