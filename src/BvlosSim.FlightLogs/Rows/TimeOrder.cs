namespace BvlosSim.FlightLogs.Rows;

/// <summary>The order of rows by time, as their indices: rows are large, and nearly always in order already.</summary>
internal static class TimeOrder
{
    /// <summary>The rows that are taken, by time; those of one time in the order of the file.</summary>
    /// <typeparam name="T">A row.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="takes">Whether a row is taken.</param>
    /// <param name="timeUs">The time of a row that is taken.</param>
    public static int[] Of<T>(RowList<T> rows, Func<T, bool> takes, Func<T, long> timeUs)
        where T : struct
    {
        int count = 0;
        bool isInOrder = true;
        long last = long.MinValue;
        foreach (T row in rows)
        {
            if (!takes(row))
                continue;
            count++;
            long time = timeUs(row);
            isInOrder &= time >= last;
            last = time;
        }

        int[] indices = new int[count];
        for (int i = 0, next = 0; i < rows.Length; i++)
        {
            if (takes(rows[i]))
                indices[next++] = i;
        }

        return isInOrder ? indices : [.. indices.OrderBy(i => timeUs(rows[i]))];
    }
}
