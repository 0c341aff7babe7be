using System.Collections.Immutable;
using BvlosSim.Documents.Binding.Hints;

namespace BvlosSim.Documents.Loading;

/// <summary>
/// The keys that a document repeats inside one mapping. The contract would let the last one win in silence; a repeated altitude is a
/// mistake that must not fly, so the document is refused and every repetition is named.
/// </summary>
internal sealed class DuplicateKeys
{
    private const string Type = "duplicate_key";
    private const int MaxListed = 1000;
    private const int MaxPathLength = 1000;

    private readonly List<Problem> _listed = [];
    private int _total;

    public bool Any => _total > 0;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _listed.Clear();
        _total = 0;
    }

    /// <summary>Notes a repetition.</summary>
    /// <param name="path">Makes the path of the mapping, ending in a dot unless it is the root.</param>
    /// <param name="first">The key where it stands first.</param>
    /// <param name="later">The repetition.</param>
    public void Add(Func<string> path, DocumentNode first, DocumentNode later)
    {
        _total++;
        if (_listed.Count >= MaxListed)
            return;
        string key = KeyName.Of(later);
        string full = path() + key;
        _listed.Add(new Problem(
            Type,
            full.Length <= MaxPathLength ? full : full[..MaxPathLength] + "…",
            later.Line,
            later.Column,
            $"The key '{Shorten(key)}' stands here again; it is first at line {first.Line}. Keep one of them."));
    }

    /// <summary>All repetitions in the order of the file, and a count of those beyond the thousandth.</summary>
    public ImmutableArray<Problem> ToProblems()
    {
        List<Problem> problems = [.. _listed.OrderBy(p => p.Line).ThenBy(p => p.Column)];
        if (_total > _listed.Count)
            problems.Add(new Problem(Type, null, 0, 0, $"{_total - _listed.Count} more repeated keys are not listed."));
        return [.. problems];
    }

    private static string Shorten(string key) => key.Length <= 80 ? key : key[..80] + "…";
}
