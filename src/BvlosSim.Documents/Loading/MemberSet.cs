using System.Runtime.InteropServices;

namespace BvlosSim.Documents.Loading;

/// <summary>Builds the members of a mapping: each key once, in the order of first occurrence.</summary>
internal sealed class MemberSet
{
    // Up to here comparing every pair is cheaper than hashing.
    private const int Few = 16;

    private readonly List<DocumentMember> _members = [];
    private Dictionary<KeyIdentity, int> _index = [];
    private bool _indexed;

    /// <summary>Starts a new mapping.</summary>
    public void Clear()
    {
        _members.Clear();
        if (_indexed)
            _index = [];
        _indexed = false;
    }

    /// <summary>Where a key stands, or −1.</summary>
    public int IndexOf(DocumentNode key)
    {
        if (_indexed)
            return _index.GetValueOrDefault(KeyIdentity.Of(key), -1);
        ReadOnlySpan<DocumentMember> members = CollectionsMarshal.AsSpan(_members);
        for (int i = 0; i < members.Length; i++)
        {
            if (KeyIdentity.AreSame(members[i].Key, key))
                return i;
        }

        return -1;
    }

    /// <summary>The member at an index.</summary>
    public DocumentMember this[int index] => _members[index];

    /// <summary>Appends a member whose key is not there yet.</summary>
    public void Append(DocumentNode key, DocumentNode value)
    {
        _members.Add(new DocumentMember(key, value));
        if (_indexed)
        {
            _index.Add(KeyIdentity.Of(key), _members.Count - 1);
        }
        else if (_members.Count > Few)
        {
            _indexed = true;
            for (int i = 0; i < _members.Count; i++)
                _index.Add(KeyIdentity.Of(_members[i].Key), i);
        }
    }

    /// <summary>Replaces the key and value at an index, keeping the place in the order.</summary>
    public void Replace(int index, DocumentNode key, DocumentNode value) => _members[index] = new DocumentMember(key, value);

    /// <summary>The mapping.</summary>
    public DocumentNode ToNode(Place place) => DocumentNode.FromMembers([.. _members], place.Line, place.Column);
}
