namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>White space around lines and values: Unicode's, and the separators U+001C to U+001F. A byte-order mark is none.</summary>
internal static class Blanks
{
    /// <summary>A text without the white space around it.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return text[start..end];
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is >= '\u001C' and <= '\u001F';
}
