namespace BvlosSim.Documents.Loading.Json;

/// <summary>
/// The bare tokens <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> of a document, and a copy of it with a zero and blanks in their place:
/// of the same length, so that every other offset stands.
/// </summary>
internal sealed class NonFiniteTokens
{
    private readonly Dictionary<int, double> _valueAt;

    private NonFiniteTokens(byte[] patched, Dictionary<int, double> valueAt)
    {
        Patched = patched;
        _valueAt = valueAt;
    }

    /// <summary>A document without such tokens.</summary>
    public static NonFiniteTokens None { get; } = new([], []);

    public byte[] Patched { get; }

    public bool IsEmpty => _valueAt.Count == 0;

    public static NonFiniteTokens Find(byte[] bytes)
    {
        byte[] patched = [.. bytes];
        var valueAt = new Dictionary<int, double>();
        for (int at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == (byte)'"')
            {
                at = EndOfString(bytes, at);
                continue;
            }

            // Inside a longer word or number the token would be an error: it stays one.
            if (at > 0 && IsPartOfWord(bytes[at - 1]))
                continue;
            int length = Match(bytes.AsSpan(at), out double value);
            if (length == 0 || (at + length < bytes.Length && IsPartOfWord(bytes[at + length])))
                continue;

            valueAt.Add(at, value);
            patched.AsSpan(at, length).Fill((byte)' ');
            patched[at] = (byte)'0';
            at += length - 1;
        }

        return new NonFiniteTokens(patched, valueAt);
    }

    /// <summary>The value of the token that starts at an offset.</summary>
    public bool TryFind(int offset, out double value) => _valueAt.TryGetValue(offset, out value);

    private static int EndOfString(byte[] bytes, int quote)
    {
        int at = quote + 1;
        while (at < bytes.Length && bytes[at] != (byte)'"')
            at += bytes[at] == (byte)'\\' ? 2 : 1;
        return at;
    }

    private static int Match(ReadOnlySpan<byte> at, out double value)
    {
        (int length, value) = at switch
        {
            _ when at.StartsWith("NaN"u8) => (3, double.NaN),
            _ when at.StartsWith("Infinity"u8) => (8, double.PositiveInfinity),
            _ when at.StartsWith("-Infinity"u8) => (9, double.NegativeInfinity),
            _ => (0, 0.0),
        };
        return length;
    }

    private static bool IsPartOfWord(byte unit) =>
        char.IsAsciiLetterOrDigit((char)unit) || unit is (byte)'_' or (byte)'.' or (byte)'+' or (byte)'-' or (byte)'"';
}
