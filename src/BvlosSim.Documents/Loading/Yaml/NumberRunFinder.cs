namespace BvlosSim.Documents.Loading.Yaml;

/// <summary>Finds the <see cref="NumberRuns"/> of a text in one pass.</summary>
internal sealed class NumberRunFinder
{
    private readonly string _text;
    private readonly List<(bool Flow, int Start, int End)> _found = [];
    private int _lineStart;
    private int _lineEnd;
    private int _commentStart;

    public NumberRunFinder(string text) => _text = text;

    public NumberRuns Find()
    {
        EnterLine(0);
        while (true)
        {
            if (!TryBlock())
                FindFlowInLine();
            if (_lineEnd >= _text.Length)
                return NumberRuns.Of(_text, _found);
            EnterLine(_lineEnd + 1);
        }
    }

    private void EnterLine(int start)
    {
        _lineStart = start;
        int feed = _text.AsSpan(start).IndexOf('\n');
        _lineEnd = feed < 0 ? _text.Length : start + feed;
        ReadOnlySpan<char> line = _text.AsSpan(start, _lineEnd - start);
        int comment = line.IndexOf('#');
        bool directive = line.Length > 0 && line[0] == '%';
        _commentStart = directive ? start : comment < 0 ? int.MaxValue : start + comment;
    }

    /// <summary>Takes lines of one indentation that hold a dash, a blank and a number each.</summary>
    private bool TryBlock()
    {
        if (!TryBlockItem(_lineStart, out int indent, out int first, out int end))
            return false;
        int count = 1;
        int last = end;
        int lineEnd = _lineEnd;
        while (lineEnd < _text.Length && TryBlockItem(lineEnd + 1, out int nextIndent, out _, out int nextEnd) && nextIndent == indent)
        {
            count++;
            last = nextEnd;
            int feed = _text.AsSpan(nextEnd).IndexOf('\n');
            lineEnd = feed < 0 ? _text.Length : nextEnd + feed;
        }

        if (count < NumberRuns.LeastCount)
            return false;
        _found.Add((Flow: false, first, last));
        _lineEnd = lineEnd;
        return true;
    }

    private bool TryBlockItem(int lineStart, out int indent, out int start, out int end)
    {
        int at = lineStart;
        while (at < _text.Length && _text[at] == ' ')
            at++;
        indent = at - lineStart;
        start = at + 2;
        end = 0;
        if (at + 2 >= _text.Length || _text[at] != '-' || _text[at + 1] != ' ' || !PlainNumber.TryMatch(_text, start, out end))
            return false;
        at = end;
        while (at < _text.Length && _text[at] is ' ' or '\r')
            at++;
        return at == _text.Length || _text[at] == '\n';
    }

    private void FindFlowInLine()
    {
        int at = SkipSpaces(_lineStart);
        while (at < _lineEnd)
        {
            if (at < _commentStart && TryFlow(at, out int end))
            {
                if (end > _lineEnd)
                    EnterLine(_text.LastIndexOf('\n', end - 1) + 1);
                at = end;
            }

            int next = _text.AsSpan(at, _lineEnd - at).IndexOfAny('[', ',');
            if (next < 0)
                return;
            at = SkipSpaces(at + next + 1);
        }
    }

    /// <summary>Takes numbers with commas between them, also over line ends, up to a comma or a closing bracket.</summary>
    private bool TryFlow(int start, out int end)
    {
        end = 0;
        int count = 0;
        int at = start;
        while (PlainNumber.TryMatch(_text, at, out int numberEnd))
        {
            int after = SkipBlanks(numberEnd);
            if (after == _text.Length || _text[after] is not (',' or ']'))
                break;
            count++;
            end = numberEnd;
            if (_text[after] == ']')
                break;
            at = SkipBlanks(after + 1);
        }

        if (count < NumberRuns.LeastCount)
            return false;
        _found.Add((Flow: true, start, end));
        return true;
    }

    private int SkipSpaces(int at)
    {
        while (at < _text.Length && _text[at] == ' ')
            at++;
        return at;
    }

    private int SkipBlanks(int at)
    {
        while (at < _text.Length && _text[at] is ' ' or '\n' or '\r')
            at++;
        return at;
    }
}
