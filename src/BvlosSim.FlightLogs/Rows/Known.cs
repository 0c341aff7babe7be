namespace BvlosSim.FlightLogs.Rows;

/// <summary>
/// Which values of a row are known, a bit each. A number that may be absent takes twice the room of one that may not, and a log of many
/// hours has millions of them.
/// </summary>
internal record struct Known
{
    private ushort _bits;

    /// <summary>The value, if it is known.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="bit">Which value, 0…15.</param>
    /// <param name="value">What is stored for it.</param>
    public readonly T? Get<T>(int bit, T value)
        where T : struct => (_bits & (1 << bit)) != 0 ? value : null;

    /// <summary>Notes whether a value is known.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="bit">Which value, 0…15.</param>
    /// <param name="value">The value; null = not known.</param>
    /// <returns>What to store for it.</returns>
    public T Set<T>(int bit, T? value)
        where T : struct
    {
        _bits = (ushort)(value is null ? _bits & ~(1 << bit) : _bits | (1 << bit));
        return value.GetValueOrDefault();
    }
}
