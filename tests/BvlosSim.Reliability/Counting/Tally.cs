namespace BvlosSim.Reliability.Counting;

/// <summary>Every check is counted once: it held, it did not, or it could not be made here. May be used on any thread.</summary>
internal sealed class Tally
{
    private readonly Lock _gate = new();
    private readonly List<string> _failures = [];
    private readonly SortedDictionary<string, int> _skips = new(StringComparer.Ordinal);

    public int Passed { get; private set; }

    public int Failed => _failures.Count;

    public int Skipped => _skips.Values.Sum();

    public IReadOnlyList<string> Failures => _failures;

    public IReadOnlyDictionary<string, int> Skips => _skips;

    public void Pass()
    {
        lock (_gate)
            Passed++;
    }

    /// <summary>Notes a violation, and prints it at once: a suite that is stopped has still said what it found.</summary>
    /// <param name="what">What was done.</param>
    /// <param name="found">What was found, and what would have been right.</param>
    public void Fail(string what, string found)
    {
        lock (_gate)
        {
            _failures.Add($"{what}: {found}");
            Console.Error.WriteLine($"FAILED {what}: {found}");
        }
    }

    /// <summary>Notes a check that cannot be made, by its reason.</summary>
    public void Skip(string reason, int checks = 1)
    {
        lock (_gate)
            _skips[reason] = _skips.GetValueOrDefault(reason) + checks;
    }

    /// <summary>One check made of several conditions: the first that does not hold is the failure.</summary>
    /// <param name="what">What was done.</param>
    /// <param name="problem">Null if everything held.</param>
    public bool Settle(string what, string? problem)
    {
        if (problem is null)
            Pass();
        else
            Fail(what, problem);
        return problem is null;
    }
}
