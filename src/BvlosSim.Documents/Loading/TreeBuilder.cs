using System.Collections.Immutable;
using System.Text;
using BvlosSim.Documents.Binding.Hints;

namespace BvlosSim.Documents.Loading;

/// <summary>
/// Builds the tree of a document from the inside out, without recursion: values wait on one stack until the collection around them closes.
/// </summary>
internal sealed class TreeBuilder
{
    /// <summary>Stands for the key <c>&lt;&lt;</c> of YAML: the value after it is merged into the mapping.</summary>
    public static DocumentNode MergeKey { get; } = DocumentNode.Null(0, 0);

    // Merging copies members; no honest document comes near.
    private const int MaxMergedMembers = 250_000;

    private readonly DuplicateKeys _duplicates;
    private readonly MemberSet _members = new();
    private readonly List<Frame> _frames = [];
    private readonly List<DocumentNode> _values = [];
    private int _mergedMembers;

    public TreeBuilder(DuplicateKeys duplicates) => _duplicates = duplicates;

    /// <summary>How many collections are open.</summary>
    public int Depth => _frames.Count;

    /// <summary>The finished tree; null before it is complete.</summary>
    public DocumentNode? Root { get; private set; }

    /// <summary>Whether the next value is a key of the innermost open mapping.</summary>
    public bool ExpectsKey => _frames.Count > 0
        && _frames[^1].Kind == DocumentNodeKind.Mapping
        && (_values.Count - _frames[^1].FirstValue) % 2 == 0;

    /// <summary>Whether nothing is in the innermost open collection yet.</summary>
    public bool IsFirst => _frames.Count == 0 || _frames[^1].FirstValue == _values.Count;

    /// <summary>Whether the innermost open mapping ends in a key without a value.</summary>
    public bool LacksValue => _frames.Count > 0
        && _frames[^1].Kind == DocumentNodeKind.Mapping
        && (_values.Count - _frames[^1].FirstValue) % 2 != 0;

    /// <summary>How many values the tree would have with every alias written out, as far as it is built.</summary>
    public long Weight { get; private set; }

    /// <summary>Opens a collection.</summary>
    /// <param name="kind">Mapping or list.</param>
    /// <param name="place">Where it starts.</param>
    public void Open(DocumentNodeKind kind, Place place)
    {
        _frames.Add(new Frame(kind, place, _values.Count, Weight));
        Weight++;
    }

    /// <summary>Changes where the innermost open collection starts.</summary>
    public void MoveInnermost(Place place) => _frames[^1] = _frames[^1] with { Place = place };

    /// <summary>Adds a value, or a key where one is due.</summary>
    /// <param name="node">The value.</param>
    /// <param name="weight">How many values it stands for; more than one for an alias.</param>
    public void Add(DocumentNode node, long weight = 1)
    {
        Weight += weight;
        Push(node);
    }

    /// <summary>Closes the innermost collection. <see cref="Push"/> adds it to the one around it.</summary>
    /// <returns>The collection and the number of values that it stands for.</returns>
    public (DocumentNode Node, long Weight) Close()
    {
        Frame frame = _frames[^1];
        DocumentNode node = frame.Kind == DocumentNodeKind.Mapping ? CloseMapping(frame) : CloseList(frame);
        _frames.RemoveAt(_frames.Count - 1);
        _values.RemoveRange(frame.FirstValue, _values.Count - frame.FirstValue);
        return (node, Weight - frame.WeightBefore);
    }

    /// <summary>Adds a value that is already counted: what <see cref="Close"/> gave, or the same after a tag has changed its kind.</summary>
    public void Push(DocumentNode node)
    {
        if (_frames.Count == 0)
            Root = node;
        else
            _values.Add(node);
    }

    private DocumentNode CloseList(Frame frame)
    {
        var items = ImmutableArray.CreateBuilder<DocumentNode>(_values.Count - frame.FirstValue);
        for (int i = frame.FirstValue; i < _values.Count; i++)
            items.Add(_values[i]);
        return DocumentNode.FromItems(DocumentNodeKind.List, items.MoveToImmutable(), frame.Place.Line, frame.Place.Column);
    }

    private DocumentNode CloseMapping(Frame frame)
    {
        _members.Clear();
        int mergedCount = Merge(frame);
        bool[] overridden = mergedCount == 0 ? [] : new bool[mergedCount];
        for (int i = frame.FirstValue; i < _values.Count; i += 2)
        {
            DocumentNode key = _values[i];
            DocumentNode value = _values[i + 1];
            if (ReferenceEquals(key, MergeKey))
                continue;

            int at = _members.IndexOf(key);
            if (at < 0)
            {
                _members.Append(key, value);
                continue;
            }

            bool merged = at < overridden.Length && !overridden[at];
            if (merged)
                overridden[at] = true;
            else
                _duplicates.Add(PathOfInnermost, _members[at].Key, key);
            _members.Replace(at, key, value);
        }

        return _members.ToNode(frame.Place);
    }

    /// <summary>Brings the members of merged mappings in, and returns how many there are.</summary>
    private int Merge(Frame frame)
    {
        int count = 0;
        DocumentNode? earlier = null;
        for (int i = frame.FirstValue; i < _values.Count; i += 2)
        {
            if (!ReferenceEquals(_values[i], MergeKey))
                continue;
            DocumentNode source = _values[i + 1];
            if (earlier is not null)
                _duplicates.Add(PathOfInnermost, MergeKeyNear(earlier), MergeKeyNear(source));
            earlier = source;

            if (source.Kind == DocumentNodeKind.Mapping)
            {
                count += MergeOne(source);
                continue;
            }

            if (source.Kind != DocumentNodeKind.List)
                throw Unmergeable(source, "Only a mapping, or a list of mappings, can be merged with '<<'.");
            // Of several mappings the first wins, so it comes last.
            ImmutableArray<DocumentNode> sources = source.Items;
            for (int s = sources.Length - 1; s >= 0; s--)
                count += MergeOne(sources[s]);
        }

        return count;
    }

    private int MergeOne(DocumentNode source)
    {
        if (source.Kind != DocumentNodeKind.Mapping)
            throw Unmergeable(source, "Only mappings can be merged with '<<'.");
        _mergedMembers += source.Members.Length + 1;
        if (_mergedMembers > MaxMergedMembers)
            throw Unmergeable(source, $"The merges ('<<') of this document copy more than {MaxMergedMembers} members.");
        int added = 0;
        foreach (DocumentMember member in source.Members)
        {
            int at = _members.IndexOf(member.Key);
            if (at >= 0)
            {
                _members.Replace(at, member.Key, member.Value);
            }
            else
            {
                _members.Append(member.Key, member.Value);
                added++;
            }
        }

        return added;
    }

    private static DocumentNode MergeKeyNear(DocumentNode source) => DocumentNode.FromString("<<", source.Line, source.Column);

    private static SyntaxFault Unmergeable(DocumentNode source, string message) =>
        new(ParseErrorTypes.Constructor, new Place(source.Line, source.Column), message);

    private string PathOfInnermost()
    {
        var path = new StringBuilder();
        for (int i = 0; i + 1 < _frames.Count && path.Length < 2000; i++)
        {
            int before = _frames[i + 1].FirstValue;
            if (_frames[i].Kind == DocumentNodeKind.Mapping)
                path.Append(before > _frames[i].FirstValue ? KeyName.Of(_values[before - 1]) : "").Append('.');
            else
                path.Append(before - _frames[i].FirstValue).Append('.');
        }

        return path.ToString();
    }

    private readonly record struct Frame(DocumentNodeKind Kind, Place Place, int FirstValue, long WeightBefore);
}
