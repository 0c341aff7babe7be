namespace BvlosSim.FlightLogs.Flights;

/// <summary>Which of several receivers or batteries is looked at.</summary>
/// <param name="Instance">Its number; null = the log does not number them.</param>
/// <param name="Others">How many others there are.</param>
public readonly record struct InstanceChoice(long? Instance, int Others)
{
    /// <summary>Chooses: the one that is asked for, else number 0, else the least number.</summary>
    /// <param name="instances">The numbers that occur, in any order, repeated or not; null where a line has none.</param>
    /// <param name="wanted">The number asked for; null = by rule.</param>
    /// <returns>The choice; null when the wanted one is not there.</returns>
    public static InstanceChoice? Of(IEnumerable<long?> instances, long? wanted)
    {
        var known = new SortedSet<long>();
        foreach (long? instance in instances)
        {
            if (instance is { } found)
                known.Add(found);
        }

        if (wanted is { } number)
            return known.Contains(number) ? new InstanceChoice(number, known.Count - 1) : null;
        if (known.Count == 0)
            return new InstanceChoice(null, 0);
        return new InstanceChoice(known.Contains(0) ? 0 : known.Min, known.Count - 1);
    }

    /// <summary>Whether a line is of the chosen one.</summary>
    public bool Takes(long? instance) => Instance is null || instance == Instance;
}
