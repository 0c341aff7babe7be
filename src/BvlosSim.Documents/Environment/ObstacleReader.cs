using System.Collections.Immutable;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Environment.GeoJson;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Documents.Environment;

/// <summary>Reads obstacles, <c>obstacle-geojson.v1</c>: Point, LineString and Polygon features; the holes of a polygon do not count.</summary>
/// <remarks>Every problem of the file is listed. Unknown properties are ignored, unless they look like a known one that is absent.</remarks>
public static class ObstacleReader
{
    private const string Height = "height_m";
    private const string Radius = "radius_m";
    private const string Uncertainty = "uncertainty_m";

    private static readonly VectorAsset Asset = new()
    {
        InputName = "obstacles",
        IdPrefix = "obstacle",
        Geometries = ["Point", "LineString", "Polygon"],
        UnsupportedCode = FailureCode.UnsupportedGeometryType,
        Properties = [Height, Radius, Uncertainty],
    };

    /// <summary>Loads obstacles.</summary>
    /// <param name="path">Absolute path of a <c>.geojson</c> or <c>.json</c> file.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    /// <returns>The obstacles in file order, or why there are none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static VectorLoadResult<Obstacle> Load(string path, CancellationToken cancellationToken = default) =>
        VectorFile.Load<Obstacle>(Asset, path, Read, shapes: null, cancellationToken);

    /// <summary>Checks obstacles before they are used: what <see cref="Load"/> refuses, and shapes that no check could use.</summary>
    /// <param name="path">Absolute path of a <c>.geojson</c> or <c>.json</c> file.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>Everything that is wrong; null when nothing is.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static VectorLoadError? Check(string path, CancellationToken cancellationToken = default) =>
        VectorFile.Load<Obstacle>(Asset, path, Read, ShapesOf, cancellationToken).Error;

    /// <summary>Reads obstacles from the bytes of a file.</summary>
    /// <param name="path">Path of the file, for an error.</param>
    /// <param name="bytes">Its content. Not to be changed afterwards.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The obstacles in file order, or why there are none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static VectorLoadResult<Obstacle> Parse(string path, byte[] bytes, CancellationToken cancellationToken = default) =>
        VectorFile.Parse<Obstacle>(Asset, path, bytes, Read, shapes: null, cancellationToken);

    private static IEnumerable<ShapeDefect> ShapesOf(Obstacle item, CancellationToken cancellation) => ShapeDefects.Of(item, cancellation);

    private static Obstacle? Read(Feature feature, FeatureProblems problems)
    {
        FeatureGeometry? geometry = new GeometryReader(feature, problems).Read();
        if (feature.Property(Height) is null)
        {
            problems.Contract(
                VectorLoadStage.Feature,
                ProblemTypes.Missing,
                feature.Properties ?? feature.Node,
                NumberProperty.PathOf(Height),
                $"the property `{Height}`, its top in metres above mean sea level, is required and missing.",
                ("property", Height));
        }

        double? height = NumberProperty.Read(feature, Height, VectorLoadStage.Feature, problems);
        double? radius = NumberProperty.Read(feature, Radius, VectorLoadStage.Feature, problems);
        double? uncertainty = NumberProperty.Read(feature, Uncertainty, VectorLoadStage.Feature, problems);

        var rules = new RecordRules(problems);
        RequireNotNegative(feature, Height, height, rules);
        RequireNotNegative(feature, Radius, radius, rules);
        RequireNotNegative(feature, Uncertainty, uncertainty, rules);
        rules.Tell();
        RefuseInfinite(feature, Height, height, problems);
        RefuseInfinite(feature, Radius, radius, problems);
        RefuseInfinite(feature, Uncertainty, uncertainty, problems);
        if (geometry is null || height is null)
            return null;
        (ObstacleShape shape, ImmutableArray<GeoPoint> positions) = Footprint(geometry);
        return new Obstacle
        {
            Id = feature.Id,
            Shape = shape,
            Positions = positions,
            HeightM = height.Value,
            RadiusM = radius ?? 0.0,
            UncertaintyM = uncertainty ?? 0.0,
        };
    }

    private static (ObstacleShape Shape, ImmutableArray<GeoPoint> Positions) Footprint(FeatureGeometry geometry) => geometry switch
    {
        { Point: { } point } => (ObstacleShape.Point, [point]),
        { Polygons: [var polygon, ..] } => (ObstacleShape.Polygon, polygon.Rings[0]),
        _ => (ObstacleShape.Line, geometry.Line),
    };

    private static void RequireNotNegative(Feature feature, string name, double? value, RecordRules rules)
    {
        if (value is null or >= 0.0)
            return;
        DocumentNode node = feature.Property(name)!;
        string message = $"`{name}` must be at least 0, not {FoundValue.Describe(node)}.";
        rules.Break(name, ProblemTypes.GreaterThanEqual, node, NumberProperty.PathOf(name), message);
    }

    private static void RefuseInfinite(Feature feature, string name, double? value, FeatureProblems problems)
    {
        if (value >= 0.0)
            NumberProperty.RequireFinite(feature, name, value, VectorLoadStage.Feature, problems);
    }
}
