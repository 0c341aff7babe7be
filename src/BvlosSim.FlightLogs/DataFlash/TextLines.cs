using System.Buffers;
using BvlosSim.FlightLogs.Files;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>
/// The lines of a text log, one after the other, ended by CR LF, LF, CR, U+000B, U+000C, U+001C to U+001E, U+0085, U+2028 or U+2029.
/// Holds one line; one longer than the window is skipped as a whole.
/// </summary>
internal sealed class TextLines
{
    private static readonly SearchValues<byte> EndStarts = SearchValues.Create([0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0xC2, 0xE2]);

    private readonly LogWindow _window;
    private int _consumed;

    /// <summary>Lines from the start of a log; a byte-order mark there is skipped.</summary>
    /// <param name="window">At the start of the log.</param>
    public TextLines(LogWindow window)
    {
        _window = window;
        if (window.Has(3) && window.Bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            window.Skip(3);
    }

    /// <summary>Where the line starts, bytes from the start of the log.</summary>
    public long Offset { get; private set; }

    /// <summary>The bytes of the line without its end.</summary>
    public ReadOnlySpan<byte> Line => _window.Bytes[..Length];

    /// <summary>How many bytes the line has.</summary>
    public int Length { get; private set; }

    /// <summary>Whether something ends the line; false only for the last one.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Whether the line is longer than the window; then it is only the next piece of it.</summary>
    public bool IsPiece { get; private set; }

    /// <summary>Moves to the next line.</summary>
    /// <returns>False at the end of the log.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public bool Next()
    {
        _window.Skip(_consumed);
        _consumed = 0;
        if (_window.Remaining == 0)
            return false;
        Offset = _window.Position;
        int from = 0;
        while (true)
        {
            ReadOnlySpan<byte> bytes = _window.Bytes;
            int end = FindEnd(bytes, from, out int endBytes);
            bool mayContinue = bytes.Length < _window.Remaining;
            if (end >= 0 && (end + endBytes < bytes.Length || !mayContinue))
                return Found(end, end + endBytes, isEnded: true);
            if (!mayContinue)
                return Found(bytes.Length, bytes.Length, isEnded: false);
            from = end >= 0 ? end : Math.Max(0, bytes.Length - 2);
            int before = bytes.Length;
            _window.Fill();
            if (_window.Bytes.Length > before)
                continue;
            return Found(before - 2, before - 2, isEnded: false);
        }
    }

    private bool Found(int length, int consumed, bool isEnded)
    {
        IsPiece = !isEnded && consumed < _window.Remaining;
        Length = length;
        _consumed = consumed;
        IsEnded = isEnded;
        return true;
    }

    // CR LF is one end; a CR at the edge of the window waits for what follows it.
    private static int FindEnd(ReadOnlySpan<byte> bytes, int from, out int endBytes)
    {
        endBytes = 1;
        for (int at = from; at < bytes.Length; at++)
        {
            int step = bytes[at..].IndexOfAny(EndStarts);
            if (step < 0)
                return -1;
            at += step;
            ReadOnlySpan<byte> rest = bytes[at..];
            switch (rest[0])
            {
                case 0x0D:
                    endBytes = rest.Length > 1 && rest[1] == 0x0A ? 2 : 1;
                    return at;
                case 0xC2 when rest.Length > 1 && rest[1] == 0x85:
                    endBytes = 2;
                    return at;
                case 0xE2 when rest.Length > 2 && rest[1] == 0x80 && rest[2] is 0xA8 or 0xA9:
                    endBytes = 3;
                    return at;
                case 0xC2 or 0xE2:
                    break;
                default:
                    return at;
            }
        }

        return -1;
    }
}
