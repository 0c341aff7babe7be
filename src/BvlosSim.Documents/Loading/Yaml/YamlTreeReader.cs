using System.Diagnostics.CodeAnalysis;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BvlosSim.Documents.Loading.Yaml;

/// <summary>One reading of a YAML text: events in, a tree out.</summary>
internal sealed class YamlTreeReader
{
    /// <summary>The deepest nesting.</summary>
    public const int MaxDepth = 1000;

    /// <summary>The deepest nesting of brackets and braces: with each level the library takes longer over every token.</summary>
    public const int MaxFlowDepth = 32;

    /// <summary>How many values aliases may stand for, beyond those written in the file.</summary>
    public const int MaxAliasedValues = 4_000_000;

    private const int CancellationStride = 4096;

    private readonly string _text;
    private readonly NumberRuns _runs;
    private readonly LineMap _lines;
    private readonly CancellationToken _cancellationToken;
    private readonly TreeBuilder _builder;
    private readonly Stack<OpenCollection> _open = [];
    private readonly Dictionary<string, Anchored> _anchors = [];
    private readonly bool _hasTabs;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private int _flowDepth;
    private int _lastEnd;
    private int _documents;
    private bool _documentEndedExplicitly;
    private long _events;
    private bool _misplacedRun;

    public YamlTreeReader(string text, NumberRuns runs, DuplicateKeys duplicates, LineMap lines, CancellationToken cancellationToken)
    {
        _text = text;
        _runs = runs;
        _lines = lines;
        _cancellationToken = cancellationToken;
        _builder = new TreeBuilder(duplicates);
        _hasTabs = text.Contains('\t', StringComparison.Ordinal);
        _scanner = new Scanner(new StringReader(runs.ShortText), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>Reads the document.</summary>
    /// <returns>The root; null when a run of numbers turned out to be something else.</returns>
    /// <exception cref="SyntaxFault">It is not YAML.</exception>
    public DocumentNode? Read()
    {
        while (!_misplacedRun && MoveNext())
        {
            if (++_events % CancellationStride == 0)
                _cancellationToken.ThrowIfCancellationRequested();
            Take(_parser.Current!);
        }

        return _misplacedRun ? null : _builder.Root ?? DocumentNode.Null(1, 1);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The library throws bare exceptions for some malformed texts.")]
    private bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (YamlException e)
        {
            throw new SyntaxFault(YamlFaults.TypeOf(e), PlaceOf(e.Start), e.Message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The one known cause. Other readers of YAML 1.1 let it pass; the standard does not.
            throw new SyntaxFault(
                ParseErrorTypes.Parser,
                PlaceOf(_scanner.CurrentPosition),
                "It cannot be read from here on. A value between brackets or braces must be indented deeper than the line that opened them.");
        }
    }

    private void Take(ParsingEvent current)
    {
        switch (current)
        {
            case YamlDotNet.Core.Events.Scalar scalar:
                TakeScalar(scalar);
                break;
            case SequenceStart start:
                Open(start, DocumentNodeKind.List, start.Style == SequenceStyle.Flow);
                break;
            case MappingStart start:
                Open(start, DocumentNodeKind.Mapping, start.Style == MappingStyle.Flow);
                break;
            case SequenceEnd or MappingEnd:
                Close(current);
                break;
            case AnchorAlias alias:
                TakeAlias(alias);
                break;
            case DocumentStart start:
                TakeDocumentStart(start);
                break;
            case DocumentEnd end:
                _documentEndedExplicitly = !end.IsImplicit;
                break;
        }
    }

    private void TakeDocumentStart(DocumentStart start)
    {
        if (_documents++ == 0)
            return;
        bool marked = !start.IsImplicit || _documentEndedExplicitly;
        throw new SyntaxFault(
            marked ? ParseErrorTypes.Composer : ParseErrorTypes.Parser,
            PlaceOf(start.Start),
            "A second document starts here: a file holds one.");
    }

    private void TakeScalar(YamlDotNet.Core.Events.Scalar scalar)
    {
        Place place = PlaceOf(scalar.Start);
        bool plain = scalar.Style == ScalarStyle.Plain;
        CheckTab(scalar, place);
        CheckSeparator(scalar, place, isEmpty: plain && scalar.Value.Length == 0);
        if (_runs.Count > 0 && scalar.Value.Contains(NumberRuns.StandIn, StringComparison.Ordinal))
        {
            TakeRun(scalar);
            return;
        }

        if (YamlFaults.FindIn(scalar, _flowDepth > 0, _builder.ExpectsKey, SourceOf(scalar)) is string complaint)
            throw new SyntaxFault(ParseErrorTypes.Scanner, place, complaint);
        DocumentNode node;
        if (!scalar.Tag.IsEmpty && !scalar.Tag.IsNonSpecific)
            node = YamlTags.Scalar(scalar.Tag.Value, scalar.Value, place);
        else if (plain || scalar.Tag.IsNonSpecific)
            node = YamlScalars.Resolve(scalar.Value, _builder.ExpectsKey, place);
        else
            node = DocumentNode.FromString(scalar.Value, place.Line, place.Column);

        if (!scalar.Anchor.IsEmpty)
            Declare(scalar.Anchor, place, new Anchored(node, 1));
        _builder.Add(node);
    }

    private void TakeRun(YamlDotNet.Core.Events.Scalar scalar)
    {
        bool asItem = scalar.Style == ScalarStyle.Plain
            && scalar.Tag.IsEmpty
            && scalar.Anchor.IsEmpty
            && _open.TryPeek(out OpenCollection around)
            && around.Kind == DocumentNodeKind.List
            && scalar.Value[0] == NumberRuns.StandIn
            && _runs.TryGet(scalar.Value, out NumberRun run)
            && run.Flow == around.Flow
            && AddRun(run);
        _misplacedRun = !asItem;
    }

    private bool AddRun(NumberRun run)
    {
        int at = run.Start;
        while (at < run.End)
        {
            if (!PlainNumber.TryMatch(_text, at, out int end))
                return false;
            _builder.Add(PlainNumber.NodeOf(_text.AsSpan(at, end - at), _lines.At(at)));
            _events++;
            at = end;
            // On to the next: over the comma, or over the line end, the indentation and the dash with its blank.
            while (at < run.End && (_text[at] is ' ' or ',' or '\n' or '\r' || (_text[at] == '-' && _text[at + 1] == ' ')))
                at++;
        }

        return true;
    }

    private void Open(NodeEvent start, DocumentNodeKind kind, bool flow)
    {
        Place place = PlaceOf(start.Start);
        // The pair of a list like [a: 1] has no mark of its own: its place is that of its key, and so is the comma before it.
        bool isPair = kind == DocumentNodeKind.Mapping
            && start.Start.Index == 0
            && _open.TryPeek(out OpenCollection around)
            && around is { Kind: DocumentNodeKind.List, Flow: true };
        bool isFirst = _builder.IsFirst;
        if (!isPair)
        {
            CheckTab(start, place);
            CheckSeparator(start, place, isEmpty: false);
        }

        if (_open.Count >= MaxDepth)
            throw new SyntaxFault(ParseErrorTypes.Parser, place, $"The document is nested deeper than {MaxDepth} levels.");
        if (flow && ++_flowDepth > MaxFlowDepth)
            throw new SyntaxFault(ParseErrorTypes.Parser, place, $"Brackets and braces are nested deeper than {MaxFlowDepth} levels.");
        if (_builder.ExpectsKey)
            throw Unhashable(place);
        if (!start.Anchor.IsEmpty)
            Declare(start.Anchor, place, new Anchored(null, 0));
        _open.Push(new OpenCollection(kind, flow, isPair, isFirst, start.Anchor, start.Tag));
        _builder.Open(kind, place);
    }

    private void Close(ParsingEvent end)
    {
        // The library lets a value indicator pass where none may stand, and then gives a key no value.
        if (_builder.LacksValue)
            throw new SyntaxFault(ParseErrorTypes.Scanner, PlaceOf(end.Start), "A colon stands where no key is before it.");
        OpenCollection closed = _open.Pop();
        if (!closed.IsPair)
            _lastEnd = OffsetOf(end.Start);
        if (closed.Flow)
            _flowDepth--;
        (DocumentNode node, long weight) = _builder.Close();
        if (!closed.Tag.IsEmpty && !closed.Tag.IsNonSpecific)
            node = closed.Kind == DocumentNodeKind.List ? YamlTags.List(closed.Tag.Value, node) : YamlTags.Mapping(closed.Tag.Value, node);
        if (!closed.Anchor.IsEmpty)
            _anchors[closed.Anchor.Value] = new Anchored(node, weight);
        _builder.Push(node);
    }

    private void TakeAlias(AnchorAlias alias)
    {
        Place place = PlaceOf(alias.Start);
        CheckTab(alias, place);
        CheckName(alias.Value, place);
        CheckSeparator(alias, place, isEmpty: false);
        if (!_anchors.TryGetValue(alias.Value.Value, out Anchored? anchored))
            throw new SyntaxFault(ParseErrorTypes.Composer, place, $"There is no anchor '&{alias.Value.Value}' before this alias.");
        if (anchored.Node is null)
            throw new SyntaxFault(ParseErrorTypes.Constructor, place, $"The alias '*{alias.Value.Value}' stands inside what it repeats.");
        bool isCollection = anchored.Node.Kind is DocumentNodeKind.Mapping or DocumentNodeKind.List or DocumentNodeKind.Set or DocumentNodeKind.Pairs;
        if (_builder.ExpectsKey && isCollection)
            throw Unhashable(place);
        _builder.Add(anchored.Node, anchored.Weight);
        if (_builder.Weight - _events > MaxAliasedValues)
        {
            throw new SyntaxFault(
                ParseErrorTypes.Constructor, place, $"The aliases of this document stand for more than {MaxAliasedValues} values.");
        }
    }

    private void Declare(AnchorName anchor, Place place, Anchored anchored)
    {
        CheckName(anchor, place);
        if (!_anchors.TryAdd(anchor.Value, anchored))
            throw new SyntaxFault(ParseErrorTypes.Composer, place, $"The anchor '&{anchor.Value}' is used twice.");
    }

    /// <summary>
    /// Refuses a key that is not written, and in brackets and braces a value without its colon or an item without its comma: the library
    /// invents all three.
    /// </summary>
    private void CheckSeparator(ParsingEvent node, Place place, bool isEmpty)
    {
        bool isKey = _builder.ExpectsKey;
        if (isEmpty && isKey)
            throw new SyntaxFault(ParseErrorTypes.Parser, place, "A colon stands where no key is before it.");
        if (isEmpty)
            return;

        if (_open.TryPeek(out OpenCollection around) && around.Flow)
        {
            bool first = _builder.IsFirst;
            if (first && around.IsPair)
                _builder.MoveInnermost(place);
            char wanted = around.Kind == DocumentNodeKind.List || isKey ? ',' : ':';
            bool needed = !first || (around.IsPair && !around.IsFirstItem);
            if (needed && !_text.AsSpan(_lastEnd, Math.Max(0, OffsetOf(node.Start) - _lastEnd)).Contains(wanted))
                throw new SyntaxFault(ParseErrorTypes.Parser, place, $"A '{wanted}' is missing before this.");
        }

        _lastEnd = OffsetOf(node.End);
    }

    private static void CheckName(AnchorName anchor, Place place)
    {
        if (!YamlFaults.IsAnchorName(anchor.Value))
            throw new SyntaxFault(ParseErrorTypes.Scanner, place, "The name of an anchor consists of letters, digits, '-' and '_'.");
    }

    /// <summary>Refuses a token that a tab indents. The library is more patient; what a tab is worth differs from editor to editor.</summary>
    private void CheckTab(ParsingEvent token, Place place)
    {
        if (!_hasTabs || _flowDepth > 0)
            return;
        int at = OffsetOf(token.Start);
        for (int i = _lines.StartOfLine(at); i < at && _text[i] is ' ' or '-' or '?' or '\t'; i++)
        {
            if (_text[i] == '\t')
                throw new SyntaxFault(ParseErrorTypes.Scanner, place, "A tab stands where the indentation is: use blanks.");
        }
    }

    private ReadOnlySpan<char> SourceOf(ParsingEvent token) => _text.AsSpan(OffsetOf(token.Start)..OffsetOf(token.End));

    private int OffsetOf(in Mark mark) => Math.Min(_runs.Original((int)mark.Index), _text.Length);

    private Place PlaceOf(in Mark mark) => _lines.At(OffsetOf(mark));

    private static SyntaxFault Unhashable(Place place) =>
        new(ParseErrorTypes.Constructor, place, "A list or a mapping cannot be the key of a mapping.");

    private sealed record Anchored(DocumentNode? Node, long Weight);

    private readonly record struct OpenCollection(
        DocumentNodeKind Kind, bool Flow, bool IsPair, bool IsFirstItem, AnchorName Anchor, TagName Tag);
}
