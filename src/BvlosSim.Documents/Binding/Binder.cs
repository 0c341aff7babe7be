using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding;

/// <summary>
/// One run over one document: where the walk is, the values of the objects that are open, and what is wrong so far.
/// Texts of paths are made for problems alone.
/// </summary>
internal sealed class Binder
{
    private readonly List<Problem> _problems = [];
    private PathPart[] _path = new PathPart[16];
    private Slot[] _slots = new Slot[64];
    private int[] _members = new int[64];
    private int _depth;
    private int _top;

    /// <summary>Starts a run.</summary>
    /// <param name="contract">The contract of the document, for hints about keys of other objects; null = none.</param>
    public Binder(DocumentContract? contract) => Contract = contract;

    /// <summary>The contract of the document.</summary>
    public DocumentContract? Contract { get; }

    /// <summary>Number of problems so far.</summary>
    public int ProblemCount => _problems.Count;

    /// <summary>The problems so far, in the order of the contract.</summary>
    public ImmutableArray<Problem> Problems => [.. _problems];

    /// <summary>The type token of a cause that a run reports as an unexpected failure; null = none met.</summary>
    public string? InternalErrorType { get; set; }

    /// <summary>Makes room for the values of an object.</summary>
    /// <returns>The frame, for the other members.</returns>
    public int OpenFrame(int fieldCount)
    {
        int frame = _top;
        _top += fieldCount;
        if (_top > _slots.Length)
        {
            Array.Resize(ref _slots, _top * 2);
            Array.Resize(ref _members, _top * 2);
        }

        return frame;
    }

    /// <summary>Gives the room back.</summary>
    public void CloseFrame(int frame) => _top = frame;

    /// <summary>The values of an open object.</summary>
    public Span<Slot> SlotsOf(int frame, int fieldCount) => _slots.AsSpan(frame, fieldCount);

    /// <summary>The index of the member of each field of an open object.</summary>
    public Span<int> MembersOf(int frame, int fieldCount) => _members.AsSpan(frame, fieldCount);

    /// <summary>Steps into a key.</summary>
    public void Push(string key) => Push(new PathPart(key, 0));

    /// <summary>Steps into an item of a list.</summary>
    public void Push(int index) => Push(new PathPart(null, index));

    /// <summary>Steps out.</summary>
    public void Pop() => _depth--;

    /// <summary>Notes a problem where the walk is.</summary>
    public void Report(string type, DocumentNode place, string message) =>
        _problems.Add(new Problem(type, PathText(), place.Line, place.Column, message));

    /// <summary>Notes that the value of a field is refused.</summary>
    /// <param name="field">The field.</param>
    /// <param name="type">Machine token.</param>
    /// <param name="node">The value.</param>
    /// <param name="hint">What to do, without capital and full stop; null = the expectation says it all.</param>
    /// <returns>No value.</returns>
    public Slot Refuse(Field field, string type, DocumentNode node, string? hint)
    {
        string end = hint is null ? "." : $": {hint}.";
        Report(type, node, $"`{field.Name}` must be {field.Expectation}; found {FoundValue.Describe(node)}{end}");
        return default;
    }

    private void Push(PathPart part)
    {
        if (_depth == _path.Length)
            Array.Resize(ref _path, _depth * 2);
        _path[_depth++] = part;
    }

    private string? PathText()
    {
        if (_depth == 0)
            return null;
        var text = new StringBuilder();
        for (int i = 0; i < _depth; i++)
        {
            if (i > 0)
                text.Append('.');
            if (_path[i].Key is { } key)
                text.Append(key);
            else
                text.Append(CultureInfo.InvariantCulture, $"{_path[i].Index}");
        }

        return text.ToString();
    }

    private readonly record struct PathPart(string? Key, int Index);
}
