namespace BvlosSim.FlightLogs.Rows;

/// <summary>
/// The order of rows by time, as their indices: rows are large, and nearly always in order already. Where all of them are taken as they
/// are, not even the indices are held.
/// </summary>
internal sealed class TimeOrder
{
    private readonly int[]? _indices;

    private TimeOrder(int length, int[]? indices)
    {
        Length = length;
        _indices = indices;
    }

    /// <summary>How many rows are taken.</summary>
    public int Length { get; }

    /// <summary>The index of a row.</summary>
    /// <param name="place">Its place in the order, 0-based.</param>
    public int this[int place] => _indices is null ? place : _indices[place];

    /// <summary>The rows that are taken, by time; those of one time in the order of the file.</summary>
    /// <typeparam name="T">A row.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="takes">Whether a row is taken.</param>
    /// <param name="timeUs">The time of a row that is taken.</param>
    public static TimeOrder Of<T>(RowList<T> rows, Func<T, bool> takes, Func<T, long> timeUs)
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

        if (isInOrder && count == rows.Length)
            return new TimeOrder(count, indices: null);
        int[] indices = new int[count];
        for (int i = 0, next = 0; i < rows.Length; i++)
        {
            if (takes(rows[i]))
                indices[next++] = i;
        }

        return new TimeOrder(count, isInOrder ? indices : [.. indices.OrderBy(i => timeUs(rows[i]))]);
    }
}
