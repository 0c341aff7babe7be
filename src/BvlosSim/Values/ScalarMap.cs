using System.Collections;

namespace BvlosSim.Values;

/// <summary>
/// A small immutable map from a contract key to a <see cref="Scalar"/>: the context of a failure, the metadata of
/// a result. Keeps the order of insertion; a repeated key replaces the earlier value in place.
/// </summary>
public sealed class ScalarMap : IReadOnlyList<KeyValuePair<string, Scalar>>
{
    private readonly KeyValuePair<string, Scalar>[] _entries;

    private ScalarMap(KeyValuePair<string, Scalar>[] entries) => _entries = entries;

    /// <summary>The map without entries.</summary>
    public static ScalarMap Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _entries.Length;

    /// <inheritdoc />
    public KeyValuePair<string, Scalar> this[int index] => _entries[index];

    /// <summary>Makes a map of the given entries.</summary>
    public static ScalarMap Of(params ReadOnlySpan<(string Key, Scalar Value)> entries) => Empty.With(entries);

    /// <summary>This map with more entries; an existing key takes the new value.</summary>
    public ScalarMap With(params ReadOnlySpan<(string Key, Scalar Value)> entries)
    {
        var all = new List<KeyValuePair<string, Scalar>>(_entries.Length + entries.Length);
        all.AddRange(_entries);
        foreach ((string key, Scalar value) in entries)
        {
            int at = all.FindIndex(e => string.Equals(e.Key, key, StringComparison.Ordinal));
            if (at >= 0)
                all[at] = new(key, value);
            else
                all.Add(new(key, value));
        }

        return new ScalarMap([.. all]);
    }

    /// <summary>The value of a key, or the null scalar when the key is absent.</summary>
    public Scalar Find(string key)
    {
        foreach (KeyValuePair<string, Scalar> entry in _entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal))
                return entry.Value;
        }

        return default;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, Scalar>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, Scalar>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();
}
