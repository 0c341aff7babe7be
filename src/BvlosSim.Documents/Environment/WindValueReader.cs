using System.Collections.Immutable;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Wind;

namespace BvlosSim.Documents.Environment;

/// <summary>Reads the nested lists of a wind grid into one flat array.</summary>
internal sealed class WindValueReader
{
    private static readonly string[] PerItem =
    [
        "one for each of axes.time_s",
        "one for each of axes.altitude_m",
        "one for each of axes.lat",
        "one for each of axes.lon",
        "east and north",
    ];

    private readonly int[] _shape;
    private readonly int[] _index = new int[5];
    private readonly GridFields _fields;
    private readonly GridProblems _problems;
    private readonly CancellationToken _cancellationToken;
    private readonly ImmutableArray<WindVector>.Builder _nodes = ImmutableArray.CreateBuilder<WindVector>();

    public WindValueReader(ImmutableArray<double>[] axes, GridFields fields, GridProblems problems, CancellationToken cancellationToken)
    {
        _shape = [.. axes.Select(axis => axis.Length), 2];
        _fields = fields;
        _problems = problems;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads the values. The result is complete when no problem was noted.</summary>
    public ImmutableArray<WindVector> Read(DocumentNode values)
    {
        ReadLevel(values, 0);
        return _nodes.ToImmutable();
    }

    private void ReadLevel(DocumentNode node, int level)
    {
        if (level < 3)
            _cancellationToken.ThrowIfCancellationRequested();
        if (node.Kind != DocumentNodeKind.List || node.Items.Length != _shape[level])
        {
            if (!_problems.OnlyCount())
                _ = _fields.Items(node, Path(level), PerItem[level], _shape[level]);
            return;
        }

        ImmutableArray<DocumentNode> items = node.Items;
        if (level == 4)
        {
            _nodes.Add(new WindVector(ReadComponent(items[0], 0), ReadComponent(items[1], 1)));
            return;
        }

        for (int i = 0; i < items.Length; i++)
        {
            _index[level] = i;
            ReadLevel(items[i], level + 1);
        }
    }

    private double ReadComponent(DocumentNode node, int component)
    {
        if (GridNumber.TryRead(node, out double value) || _problems.OnlyCount())
            return value;
        _index[4] = component;
        _problems.Add(ProblemTypes.ValueError, Path(5), node, GridNumber.Complaint(node));
        return 0.0;
    }

    private string Path(int length) => "values" + string.Concat(_index.Take(length).Select(i => "." + i));
}
