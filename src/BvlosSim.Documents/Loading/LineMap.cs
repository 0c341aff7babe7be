using System.Text;

namespace BvlosSim.Documents.Loading;

/// <summary>A place in a file as a person counts it.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in characters, from 1.</param>
internal readonly record struct Place(int Line, int Column);

/// <summary>
/// Turns offsets into lines and columns. Remembers the last answer, so that asking in ascending order costs time in proportion to the text;
/// for this reason not safe across threads.
/// </summary>
internal sealed class LineMap
{
    private readonly byte[]? _bytes;
    private readonly string? _text;
    private readonly int[] _starts;
    private readonly bool _unitIsCharacter;
    private int _line;
    private int _offset;
    private int _column = 1;

    /// <summary>Maps byte offsets of UTF-8.</summary>
    public LineMap(byte[] bytes)
    {
        _bytes = bytes;
        _unitIsCharacter = Ascii.IsValid(bytes);
        _starts = FindStarts<byte>(bytes, (byte)'\n', (byte)'\r');
    }

    /// <summary>Maps character offsets of a text.</summary>
    public LineMap(string text)
    {
        _text = text;
        _unitIsCharacter = Ascii.IsValid(text);
        _starts = FindStarts(text.AsSpan(), '\n', '\r');
    }

    /// <summary>The place of an offset.</summary>
    public Place At(int offset)
    {
        int line = _line;
        if (offset < _starts[line] || (line + 1 < _starts.Length && offset >= _starts[line + 1]))
        {
            line = FindLine(offset, line);
            _line = line;
            _offset = _starts[line];
            _column = 1;
        }

        if (_unitIsCharacter)
            return new Place(line + 1, offset - _starts[line] + 1);
        if (offset < _offset)
        {
            _offset = _starts[line];
            _column = 1;
        }

        _column += CharactersBetween(_offset, offset);
        _offset = offset;
        return new Place(line + 1, _column);
    }

    /// <summary>Where the line of an offset starts.</summary>
    public int StartOfLine(int offset) => _starts[At(offset).Line - 1];

    private int FindLine(int offset, int near)
    {
        // Most questions are about the next line or one soon after.
        if (offset >= _starts[near])
        {
            for (int line = near; line < Math.Min(near + 4, _starts.Length - 1); line++)
            {
                if (offset < _starts[line + 1])
                    return line;
            }
        }

        int found = Array.BinarySearch(_starts, offset);
        return found >= 0 ? found : ~found - 1;
    }

    private int CharactersBetween(int from, int to)
    {
        int count = 0;
        if (_bytes is not null)
        {
            foreach (byte unit in _bytes.AsSpan(from, to - from))
                count += (unit & 0xC0) == 0x80 ? 0 : 1;
        }
        else
        {
            foreach (char unit in _text.AsSpan(from, to - from))
                count += char.IsLowSurrogate(unit) ? 0 : 1;
        }

        return count;
    }

    private static int[] FindStarts<T>(ReadOnlySpan<T> text, T newLine, T carriageReturn)
        where T : IEquatable<T>
    {
        var starts = new List<int> { 0 };
        int at = 0;
        while (true)
        {
            int step = text[at..].IndexOfAny(newLine, carriageReturn);
            if (step < 0)
                return [.. starts];
            at += step + 1;
            if (text[at - 1].Equals(carriageReturn) && at < text.Length && text[at].Equals(newLine))
                at++;
            starts.Add(at);
        }
    }
}
