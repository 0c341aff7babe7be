using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Environment.GeoJson;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Documents.Environment;

/// <summary>Reads geofences, <c>geofence-geojson.v1</c>: Polygon and MultiPolygon features.</summary>
/// <remarks>Every problem of the file is listed. Unknown properties are ignored, unless they look like a known one that is absent.</remarks>
public static class GeofenceReader
{
    private const string Kind = "kind";
    private const string Floor = "floor_m";
    private const string Ceiling = "ceiling_m";
    private const string From = "active_from";
    private const string Until = "active_until";
    private const string Repeats = "recurrence";

    private static readonly VectorAsset Asset = new()
    {
        InputName = "geofences",
        IdPrefix = "geofence",
        Geometries = ["Polygon", "MultiPolygon"],
        UnsupportedCode = FailureCode.UnsupportedGeometryType,
        Properties = [Kind, Floor, Ceiling, From, Until, Repeats],
    };

    /// <summary>Loads geofences.</summary>
    /// <param name="path">Absolute path of a <c>.geojson</c> or <c>.json</c> file.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    /// <returns>The zones in file order, or why there are none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static VectorLoadResult<GeofenceZone> Load(string path, CancellationToken cancellationToken = default) =>
        VectorFile.Load<GeofenceZone>(Asset, path, Read, shapes: null, cancellationToken);

    /// <summary>Checks geofences before they are used: what <see cref="Load"/> refuses, and shapes that no check could use.</summary>
    /// <param name="path">Absolute path of a <c>.geojson</c> or <c>.json</c> file.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>Everything that is wrong; null when nothing is.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static VectorLoadError? Check(string path, CancellationToken cancellationToken = default) =>
        VectorFile.Load<GeofenceZone>(Asset, path, Read, ShapesOf, cancellationToken).Error;

    /// <summary>Reads geofences from the bytes of a file.</summary>
    /// <param name="path">Path of the file, for an error.</param>
    /// <param name="bytes">Its content. Not to be changed afterwards.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The zones in file order, or why there are none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static VectorLoadResult<GeofenceZone> Parse(string path, byte[] bytes, CancellationToken cancellationToken = default) =>
        VectorFile.Parse<GeofenceZone>(Asset, path, bytes, Read, shapes: null, cancellationToken);

    private static IEnumerable<ShapeDefect> ShapesOf(GeofenceZone item, CancellationToken cancellation) => ShapeDefects.Of(item, cancellation);

    private static GeofenceZone? Read(Feature feature, FeatureProblems problems)
    {
        GeofenceKind kind = ReadKind(feature, problems);
        FeatureGeometry? geometry = new GeometryReader(feature, problems).Read();
        double? floor = NumberProperty.Read(feature, Floor, VectorLoadStage.SchemaValidation, problems);
        double? ceiling = NumberProperty.Read(feature, Ceiling, VectorLoadStage.SchemaValidation, problems);

        var rules = new RecordRules(problems);
        if (geometry is { Polygons.IsEmpty: true })
        {
            const string message = "a zone needs at least one polygon, and its MultiPolygon is empty.";
            rules.Break("geometry.polygons", ProblemTypes.TooShort, feature.Geometry, "geometry", message);
        }

        DateTimeOffset? from = ReadTime(feature, From, rules);
        DateTimeOffset? until = ReadTime(feature, Until, rules);
        Recurrence? recurrence = ReadRecurrence(feature, rules);
        if (rules.Hold && ceiling <= floor)
        {
            DocumentNode top = feature.Property(Ceiling)!;
            string message = $"`{Ceiling}`, {FoundValue.Describe(top)}, must be above `{Floor}`, {FoundValue.Describe(feature.Property(Floor)!)}.";
            rules.Break(null, ProblemTypes.ValueError, top, NumberProperty.PathOf(Ceiling), message);
        }

        rules.Tell();
        NumberProperty.RequireFinite(feature, Floor, floor, VectorLoadStage.SchemaValidation, problems);
        NumberProperty.RequireFinite(feature, Ceiling, ceiling, VectorLoadStage.SchemaValidation, problems);
        if (recurrence is null && until < from)
            RefuseWindow(feature, problems);
        return geometry is null
            ? null
            : new GeofenceZone
            {
                Id = feature.Id,
                Kind = kind,
                Polygons = geometry.Polygons,
                FloorM = floor,
                CeilingM = ceiling,
                ActiveFrom = from,
                ActiveUntil = until,
                Recurrence = recurrence,
            };
    }

    private static GeofenceKind ReadKind(Feature feature, FeatureProblems problems)
    {
        if (feature.Property(Kind) is not { } node)
            return GeofenceKind.Forbidden;
        if (node.Kind == DocumentNodeKind.String && GeofenceTokens.Kinds.TryParse(node.Text, out GeofenceKind kind))
            return kind;
        problems.Contract(
            VectorLoadStage.Feature,
            ProblemTypes.Enum,
            node,
            NumberProperty.PathOf(Kind),
            $"`{Kind}` must be {Expectation(GeofenceTokens.Kinds.Names, node)}.",
            (Kind, ScalarText.Of(node)));
        return GeofenceKind.Forbidden;
    }

    private static DateTimeOffset? ReadTime(Feature feature, string name, RecordRules rules)
    {
        if (feature.Property(name) is not { } node || node.Kind == DocumentNodeKind.Null)
            return null;
        DateTimeReading reading = node.Kind switch
        {
            DocumentNodeKind.Integer => DateTimeReading.OfUnixTime(node.Integer),
            DocumentNodeKind.Float => DateTimeReading.OfUnixTime(node.Number),
            DocumentNodeKind.String => DateTimeReading.OfText(node.Text),
            _ => new DateTimeReading(null, ProblemTypes.DateTimeType),
        };
        if (reading.Value is { } value)
            return value.Value;
        string hint = reading.Hint is null ? "" : ": " + reading.Hint;
        rules.Break(
            name,
            reading.Problem!,
            node,
            NumberProperty.PathOf(name),
            $"`{name}` must be a date-time such as 2026-06-01T08:00:00Z, not {FoundValue.Describe(node)}{hint}.");
        return null;
    }

    private static Recurrence? ReadRecurrence(Feature feature, RecordRules rules)
    {
        if (feature.Property(Repeats) is not { } node || node.Kind == DocumentNodeKind.Null)
            return null;
        if (node.Kind == DocumentNodeKind.String && GeofenceTokens.Recurrences.TryParse(node.Text, out Recurrence recurrence))
            return recurrence;
        rules.Break(
            Repeats,
            ProblemTypes.Enum,
            node,
            NumberProperty.PathOf(Repeats),
            $"`{Repeats}` must be {Expectation(GeofenceTokens.Recurrences.Names, node)}.");
        return null;
    }

    private static void RefuseWindow(Feature feature, FeatureProblems problems) => problems.Ambiguity(
        VectorLoadStage.Feature,
        "inverted_window",
        feature.Property(Until)!,
        NumberProperty.PathOf(Until),
        $"the zone ends, {FoundValue.Describe(feature.Property(Until)!)}, before it begins, {FoundValue.Describe(feature.Property(From)!)}: "
            + $"exchange the two, or give a `{Repeats}` if the times of day are meant.",
        ("property", Until));

    private static string Expectation(IReadOnlyList<string> names, DocumentNode node)
    {
        string tokens = string.Join(" or ", names.Select(n => $"\"{n}\""));
        string hint = TokenHint.For(node, names) is { } text ? ": " + text : "";
        return $"{tokens}, not {FoundValue.Describe(node)}{hint}";
    }
}
