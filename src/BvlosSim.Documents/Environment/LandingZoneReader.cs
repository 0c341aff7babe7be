using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Environment.GeoJson;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Documents.Environment;

/// <summary>Reads landing zones, <c>landing-zone-geojson.v1</c>: Point, Polygon and MultiPolygon features.</summary>
/// <remarks>Every problem of the file is listed. Unknown properties are ignored, unless they look like a known one that is absent.</remarks>
public static class LandingZoneReader
{
    private const string Altitude = "altitude_amsl_m";

    private static readonly VectorAsset Asset = new()
    {
        InputName = "landing_zones",
        IdPrefix = "landing-zone",
        Geometries = ["Point", "Polygon", "MultiPolygon"],
        UnsupportedCode = FailureCode.UnsupportedLandingZoneGeometry,
        Properties = [Altitude],
    };

    /// <summary>Loads landing zones.</summary>
    /// <param name="path">Absolute path of a <c>.geojson</c> or <c>.json</c> file.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    /// <returns>The zones in file order, or why there are none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static VectorLoadResult<LandingZone> Load(string path, CancellationToken cancellationToken = default) =>
        VectorFile.Load<LandingZone>(Asset, path, Read, shapes: null, cancellationToken);

    /// <summary>Checks landing zones before they are used: what <see cref="Load"/> refuses, and shapes that no check could use.</summary>
    /// <param name="path">Absolute path of a <c>.geojson</c> or <c>.json</c> file.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>Everything that is wrong; null when nothing is.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static VectorLoadError? Check(string path, CancellationToken cancellationToken = default) =>
        VectorFile.Load<LandingZone>(Asset, path, Read, ShapesOf, cancellationToken).Error;

    /// <summary>Reads landing zones from the bytes of a file.</summary>
    /// <param name="path">Path of the file, for an error.</param>
    /// <param name="bytes">Its content. Not to be changed afterwards.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The zones in file order, or why there are none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static VectorLoadResult<LandingZone> Parse(string path, byte[] bytes, CancellationToken cancellationToken = default) =>
        VectorFile.Parse<LandingZone>(Asset, path, bytes, Read, shapes: null, cancellationToken);

    private static IEnumerable<ShapeDefect> ShapesOf(LandingZone item, CancellationToken cancellation) => ShapeDefects.Of(item, cancellation);

    private static LandingZone? Read(Feature feature, FeatureProblems problems)
    {
        FeatureGeometry? geometry = new GeometryReader(feature, problems).Read();
        var rules = new RecordRules(problems);
        if (geometry is { Point: null, Polygons.IsEmpty: true })
        {
            const string message = "a zone needs a point or a polygon, and its MultiPolygon is empty.";
            rules.Break("geometry", ProblemTypes.ValueError, feature.Geometry, "geometry", message);
        }

        double? altitude = ReadAltitude(feature, rules);
        rules.Tell();
        return geometry is null
            ? null
            : new LandingZone { Id = feature.Id, Point = geometry.Point, Polygons = geometry.Polygons, AltitudeAmslM = altitude };
    }

    private static double? ReadAltitude(Feature feature, RecordRules rules)
    {
        if (feature.Property(Altitude) is not { } node || node.Kind == DocumentNodeKind.Null)
            return null;
        if (NumberProperty.IsNumber(node) && double.IsFinite(node.Number))
            return node.Number;
        string? hint = NumberProperty.IsNumber(node) ? null : NumberHint.For(node, unit: "metres", isRequired: false);
        rules.Break(
            Altitude,
            ProblemTypes.ValueError,
            node,
            NumberProperty.PathOf(Altitude),
            $"`{Altitude}` must be a finite number in metres, not {FoundValue.Describe(node)}{(hint is null ? "" : ": " + hint)}.");
        return null;
    }
}
