using System.Collections.Immutable;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Environment;

/// <summary>Reads the fields of grid documents. Unlike missions, these ignore keys that they do not know.</summary>
internal sealed class GridFields
{
    private readonly GridProblems _problems;
    private readonly bool _textCounts;

    /// <summary>Reads fields.</summary>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="textCounts">Whether a number may be written as text.</param>
    public GridFields(GridProblems problems, bool textCounts = true)
    {
        _problems = problems;
        _textCounts = textCounts;
    }

    /// <summary>The value of a required key, or null after noting that it is missing.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="parent">Path of the mapping with a dot at its end; empty for the root.</param>
    /// <param name="name">The key.</param>
    /// <param name="known">Every key that the mapping knows: an unknown one may be a misspelling of the missing one.</param>
    public DocumentNode? Require(DocumentNode mapping, string parent, string name, IReadOnlyList<string> known)
    {
        if (mapping.Find(name) is DocumentNode value)
            return value;

        IEnumerable<string> unknown = mapping.Members
            .Where(member => member.Key.Kind == DocumentNodeKind.String && !known.Contains(member.Key.Text))
            .Select(member => member.Key.Text)
            .Take(100);
        string? near = EditDistance.Nearest(name, unknown);
        string hint = near is null ? "" : $" There is a key {FoundValue.Quote(near)}: is that a misspelling?";
        _problems.Add(ProblemTypes.Missing, parent + name, mapping, $"The key `{name}` is required and missing.{hint}");
        return null;
    }

    /// <summary>Reads a finite number.</summary>
    public bool TryRead(DocumentNode node, out double value)
    {
        bool read = GridNumber.TryRead(node, out value);
        if (!read || _textCounts || node.Kind != DocumentNodeKind.String)
            return read;
        value = 0.0;
        return false;
    }

    /// <summary>Reads a number that stands under a key.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="parent">Path of the mapping with a dot at its end; empty for the root.</param>
    /// <param name="name">The key.</param>
    /// <param name="known">Every key that the mapping knows.</param>
    public double? RequireNumber(DocumentNode mapping, string parent, string name, IReadOnlyList<string> known)
    {
        if (Require(mapping, parent, name, known) is not DocumentNode node)
            return null;
        if (TryRead(node, out double value))
            return value;
        _problems.Add(ProblemTypes.ValueError, parent + name, node, GridNumber.Complaint(node));
        return null;
    }

    /// <summary>Notes a value outside its range.</summary>
    public void CheckRange(DocumentNode mapping, string name, double? value, double least, double most)
    {
        if (value < least)
            _problems.Add(ProblemTypes.GreaterThanEqual, name, mapping.Find(name)!, $"It must be at least {least}, and is {value}.");
        else if (value > most)
            _problems.Add(ProblemTypes.LessThanEqual, name, mapping.Find(name)!, $"It must be at most {most}, and is {value}.");
    }

    /// <summary>Notes a value that is zero or negative.</summary>
    public void CheckPositive(DocumentNode mapping, string parent, string name, double? value)
    {
        if (value <= 0.0)
            _problems.Add(ProblemTypes.GreaterThan, parent + name, mapping.Find(name)!, $"It must be greater than 0, and is {value}.");
    }

    /// <summary>The items of a list of a wanted length, or null after noting that it is none.</summary>
    /// <param name="node">The value.</param>
    /// <param name="path">Its path.</param>
    /// <param name="what">What each item is, such as "one row of values".</param>
    /// <param name="count">The wanted length; null = at least two.</param>
    public ImmutableArray<DocumentNode>? Items(DocumentNode node, string path, string what, int? count)
    {
        if (node.Kind != DocumentNodeKind.List)
        {
            if (!_problems.OnlyCount())
                _problems.Add(ProblemTypes.ListType, path, node, $"It must be a list of {what}, not {FoundValue.Describe(node)}.");
            return null;
        }

        ImmutableArray<DocumentNode> items = node.Items;
        if (count is null && items.Length < 2)
        {
            if (!_problems.OnlyCount())
                _problems.Add(ProblemTypes.TooShort, path, node, $"It must have at least two items, {what}; it has {items.Length}.");
            return null;
        }

        if (count is int wanted && items.Length != wanted)
        {
            if (!_problems.OnlyCount())
                _problems.Add(ProblemTypes.ValueError, path, node, $"It must have {wanted} items, {what}; it has {items.Length}.");
            return null;
        }

        return items;
    }
}
