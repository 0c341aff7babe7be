namespace BvlosSim.Documents.Binding.Hints;

/// <summary>Finds the word that was probably meant.</summary>
internal static class EditDistance
{
    private const int MaxLength = 80;

    /// <summary>The nearest candidate when it is near enough: a third of the word wrong at most. Letter case, blanks and <c>-</c> for <c>_</c> count nothing.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        string wanted = Normal(word);
        if (wanted.Length is 0 or > MaxLength)
            return null;
        string? nearest = null;
        int least = wanted.Length / 3 + 1;
        foreach (string candidate in candidates)
        {
            int distance = Between(wanted, Normal(candidate));
            if (distance >= least)
                continue;
            least = distance;
            nearest = candidate;
        }

        return nearest;
    }

    /// <summary>Number of insertions, deletions, replacements and swaps of neighbours that make one word of the other.</summary>
    public static int Between(string a, string b)
    {
        int[] beforeLast = new int[b.Length + 1];
        int[] last = new int[b.Length + 1];
        int[] current = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            last[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }

    /// <summary>The word without what people get wrong most: letter case, blanks, <c>-</c> for <c>_</c>.</summary>
    public static string Normal(string word) => word.Trim().Replace('-', '_').Replace(' ', '_').ToLowerInvariant();
}
