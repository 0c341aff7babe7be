using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>Reads the numbers among the properties of a feature.</summary>
internal static class NumberProperty
{
    /// <summary>Path of a property in its feature.</summary>
    public static string PathOf(string name) => "properties." + FoundValue.Printable(name);

    /// <summary>Whether a value is a number; NaN and infinity are.</summary>
    public static bool IsNumber(DocumentNode node) => node.Kind is DocumentNodeKind.Integer or DocumentNodeKind.Float;

    /// <summary>Reads a number.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="name">The property.</param>
    /// <param name="stage">The step that refuses what is no number.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The value, which may be NaN or infinite; null when the property is absent or no number.</returns>
    public static double? Read(Feature feature, string name, VectorLoadStage stage, FeatureProblems problems)
    {
        if (feature.Property(name) is not { } node)
            return null;
        if (IsNumber(node))
            return node.Number;
        string? hint = NumberHint.For(node, unit: "metres", isRequired: false);
        problems.Contract(
            stage,
            ProblemTypes.FloatType,
            node,
            PathOf(name),
            $"`{name}` must be a number in metres, not {FoundValue.Describe(node)}{(hint is null ? "" : ": " + hint)}.",
            ("property", name),
            ("value_type", ScalarText.TypeOf(node)));
        return null;
    }

    /// <summary>Notes a number that is NaN or infinite.</summary>
    public static void RequireFinite(Feature feature, string name, double? value, VectorLoadStage stage, FeatureProblems problems)
    {
        if (value is null || double.IsFinite(value.Value))
            return;
        DocumentNode node = feature.Property(name)!;
        problems.Ambiguity(
            stage,
            Ambiguities.NotFinite,
            node,
            PathOf(name),
            $"`{name}` must be a finite number, not {FoundValue.Describe(node)}; leave it out where there is no limit.",
            ("property", name));
    }
}
