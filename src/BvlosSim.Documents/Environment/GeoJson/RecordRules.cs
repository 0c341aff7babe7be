using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>
/// The rules of a zone or an obstacle as a whole, once its geometry is read: what breaks them is counted, and the context names the first.
/// </summary>
internal sealed class RecordRules
{
    private readonly FeatureProblems _problems;
    private readonly List<Broken> _broken = [];

    public RecordRules(FeatureProblems problems) => _problems = problems;

    /// <summary>Whether no rule is broken so far.</summary>
    public bool Hold => _broken.Count == 0;

    /// <summary>Notes a broken rule. To be called in the order of the record's fields.</summary>
    /// <param name="field">The field; null = the record as a whole.</param>
    /// <param name="type">Contract token.</param>
    /// <param name="node">Where it is.</param>
    /// <param name="path">Path in the feature.</param>
    /// <param name="message">What is wrong, and what to do.</param>
    public void Break(string? field, string type, DocumentNode node, string path, string message) =>
        _broken.Add(new Broken(field, type, node, path, message));

    /// <summary>Tells the broken rules.</summary>
    public void Tell()
    {
        if (_broken.Count == 0)
            return;
        Broken first = _broken[0];
        foreach (Broken rule in _broken)
        {
            _problems.Contract(
                VectorLoadStage.Geometry,
                rule.Type,
                rule.Node,
                rule.Path,
                rule.Message,
                ("validation_error_count", _broken.Count),
                ("first_error_path", first.Field),
                ("first_error_type", first.Type),
                ("first_error_message", first.Message));
        }
    }

    private readonly record struct Broken(string? Field, string Type, DocumentNode Node, string Path, string Message);
}
