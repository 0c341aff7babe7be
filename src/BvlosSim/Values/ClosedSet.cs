namespace BvlosSim.Values;

/// <summary>
/// The one registry of a closed set of contract tokens: each value of an enumeration beside the text that
/// documents and reports use for it. Immutable and safe across threads.
/// </summary>
/// <typeparam name="T">The enumeration. Its values must be 0, 1, 2 … in declaration order.</typeparam>
public sealed class ClosedSet<T>
    where T : struct, Enum
{
    private readonly string[] _names;
    private readonly T[] _values;

    /// <summary>Declares the set.</summary>
    /// <param name="tokens">Every value once, in declaration order.</param>
    /// <exception cref="ArgumentException">A value is missing, repeated or out of order.</exception>
    public ClosedSet(params ReadOnlySpan<(T Value, string Name)> tokens)
    {
        if (tokens.Length != Enum.GetValues<T>().Length)
            throw new ArgumentException($"A value of {typeof(T).Name} is missing or repeated.", nameof(tokens));
        _names = new string[tokens.Length];
        _values = new T[tokens.Length];
        for (int i = 0; i < tokens.Length; i++)
        {
            if (IndexOf(tokens[i].Value) != i)
                throw new ArgumentException($"'{tokens[i].Name}' is not value {i} of {typeof(T).Name}.", nameof(tokens));
            _names[i] = tokens[i].Name;
            _values[i] = tokens[i].Value;
        }
    }

    /// <summary>All tokens in declaration order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The token of a value.</summary>
    /// <param name="value">A declared value.</param>
    public string NameOf(T value) => _names[IndexOf(value)];

    /// <summary>Finds the value of a token. Exact, case-sensitive, no trimming.</summary>
    /// <param name="name">The text of a document.</param>
    /// <param name="value">The value, or the default when there is none.</param>
    public bool TryParse(string name, out T value)
    {
        int index = Array.IndexOf(_names, name);
        value = index < 0 ? default : _values[index];
        return index >= 0;
    }

    private static int IndexOf(T value) => System.Runtime.CompilerServices.Unsafe.BitCast<T, int>(value);
}
