using System.Globalization;
using System.Text;

namespace BvlosSim.Documents.Loading.Yaml;

/// <summary>A stretch of text that holds nothing but numbers, and where its stand-in is in the shortened text.</summary>
/// <param name="Flow">Numbers between commas; otherwise the items of a block list, one a line.</param>
/// <param name="Start">Where the first number starts.</param>
/// <param name="End">Where the last number ends.</param>
/// <param name="ShortStart">Where the stand-in starts in the shortened text.</param>
/// <param name="ShortLength">Its length.</param>
internal readonly record struct NumberRun(bool Flow, int Start, int End, int ShortStart, int ShortLength);

/// <summary>
/// The long runs of plain numbers in a YAML text, each replaced by one stand-in scalar, so that the parser of a grid walks over a few
/// thousand tokens and not over a hundred thousand.
/// </summary>
/// <remarks>
/// A run is found by its look alone, so it may lie in a quoted text, or elsewhere where it is no list of numbers. Whoever meets a stand-in
/// anywhere but as a plain, untagged item of a list of the same style must parse the whole text again without this. As an item of such a list
/// it stands for exactly the numbers of the run: each is ended by a comma, a bracket or a line end with another item behind it. A run never
/// starts in a comment or a directive, which are the only places that a parser skips in silence.
/// </remarks>
internal sealed class NumberRuns
{
    /// <summary>First character of a stand-in, from the private use area; a text that has one of its own is left alone.</summary>
    public const char StandIn = '\uE000';

    /// <summary>A run of fewer numbers is not worth it.</summary>
    public const int LeastCount = 4;

    private readonly List<NumberRun> _runs;
    private int _last;

    private NumberRuns(string text, List<NumberRun> runs)
    {
        ShortText = text;
        _runs = runs;
    }

    /// <summary>The text with stand-ins.</summary>
    public string ShortText { get; }

    /// <summary>How many runs there are.</summary>
    public int Count => _runs.Count;

    /// <summary>A text as it is, without stand-ins.</summary>
    public static NumberRuns None(string text) => new(text, []);

    /// <summary>Finds the runs of a text.</summary>
    public static NumberRuns Find(string text) =>
        text.Contains(StandIn, StringComparison.Ordinal) ? None(text) : new NumberRunFinder(text).Find();

    /// <summary>Makes the shortened text of runs in ascending order.</summary>
    public static NumberRuns Of(string text, List<(bool Flow, int Start, int End)> found)
    {
        if (found.Count == 0)
            return None(text);
        var shortened = new StringBuilder(text.Length / 4);
        var runs = new List<NumberRun>(found.Count);
        int at = 0;
        foreach ((bool flow, int start, int end) in found)
        {
            shortened.Append(text, at, start - at);
            int shortStart = shortened.Length;
            shortened.Append(StandIn).Append(CultureInfo.InvariantCulture, $"{runs.Count}");
            runs.Add(new NumberRun(flow, start, end, shortStart, shortened.Length - shortStart));
            at = end;
        }

        shortened.Append(text, at, text.Length - at);
        return new NumberRuns(shortened.ToString(), runs);
    }

    /// <summary>The run of a stand-in, if a scalar is exactly one.</summary>
    public bool TryGet(string scalar, out NumberRun run)
    {
        bool found = int.TryParse(scalar.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < _runs.Count;
        run = found ? _runs[index] : default;
        return found;
    }

    /// <summary>The offset in the whole text of an offset in the shortened one.</summary>
    public int Original(int shortOffset)
    {
        if (_runs.Count == 0)
            return shortOffset;
        // Questions come in ascending order, but for a few.
        if (_runs[_last].ShortStart > shortOffset)
            _last = 0;
        if (_runs[_last].ShortStart > shortOffset)
            return shortOffset;
        while (_last + 1 < _runs.Count && _runs[_last + 1].ShortStart <= shortOffset)
            _last++;

        NumberRun run = _runs[_last];
        int beyond = shortOffset - run.ShortStart - run.ShortLength;
        return beyond < 0 ? run.Start : run.End + beyond;
    }
}
