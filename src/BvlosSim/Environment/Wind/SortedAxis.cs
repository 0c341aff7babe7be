namespace BvlosSim.Environment.Wind;

/// <summary>Search in ascending numbers.</summary>
internal static class SortedAxis
{
    /// <summary>How many of the ascending <paramref name="values"/> are ≤ <paramref name="query"/>; 0 for NaN.</summary>
    public static int CountNotAbove(ReadOnlySpan<double> values, double query)
    {
        int low = 0;
        int high = values.Length;
        while (low < high)
        {
            int middle = (int)((uint)(low + high) >> 1);
            if (values[middle] <= query)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
