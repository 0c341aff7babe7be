using System.Globalization;
using System.Text;
using BvlosSim.Documents.Environment;
using BvlosSim.Environment.Airspace;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Estimation;
using BvlosSim.Values;

namespace BvlosSim.Documents.Tests.Environment.Assets;

/// <summary>Vector assets written as text, and what came of them as one line.</summary>
internal static class Vector
{
    public const string Square = "[[4, 52], [4.1, 52], [4.1, 52.1], [4, 52.1], [4, 52]]";

    public static VectorLoadResult<GeofenceZone> Geofences(string json) => GeofenceReader.Parse("/f.geojson", Bytes(json));

    public static VectorLoadResult<LandingZone> LandingZones(string json) => LandingZoneReader.Parse("/f.geojson", Bytes(json));

    public static VectorLoadResult<Obstacle> Obstacles(string json) => ObstacleReader.Parse("/f.geojson", Bytes(json));

    public static VectorLoadError? Error(string asset, string json) => asset switch
    {
        "geofences" => Geofences(json).Error,
        "landing_zones" => LandingZones(json).Error,
        _ => Obstacles(json).Error,
    };

    public static string Collection(params string[] features) => $$"""{"type": "FeatureCollection", "features": [{{string.Join(", ", features)}}]}""";

    public static string Feature(string geometry, string properties = "null", string more = "") =>
        $$"""{"type": "Feature", "properties": {{properties}}, "geometry": {{geometry}}{{more}}}""";

    public static string Polygon(params string[] rings) => $$"""{"type": "Polygon", "coordinates": [{{string.Join(", ", rings)}}]}""";

    public static string Point(string coordinates = "[4, 52]") => $$"""{"type": "Point", "coordinates": {{coordinates}}}""";

    /// <summary>A collection of one zone with properties.</summary>
    public static string Zone(string properties) => Collection(Feature(Polygon(Square), properties));

    /// <summary>A collection of one obstacle with properties.</summary>
    public static string Obstacle(string properties) => Collection(Feature(Point(), properties));

    /// <summary>Kind, code and context of a refusal without name and path of the input: what a machine reads.</summary>
    public static string Show(VectorLoadError? error)
    {
        Assert.NotNull(error);
        ScalarMap context = error.Context;
        Assert.Equal(error.InputName, context.Find("input_name").Text);
        Assert.Equal(error.Path, context.Find("path").Text);
        IEnumerable<string> keys = context
            .Where(c => c.Key is not ("input_name" or "path" or "first_error_message"))
            .OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => $"{c.Key}={Show(c.Value)}");
        return $"{FailureTokens.Kinds.NameOf(error.Kind)} {FailureTokens.Codes.NameOf(error.Code)} {string.Join(' ', keys)}";
    }

    /// <summary>The first refusal as <c>stage key=value …</c>, of an invalid geometry.</summary>
    public static void Refuses(string asset, string json, string expected)
    {
        VectorLoadError? error = Error(asset, json);
        Assert.Equal("invalid_input INVALID_GEOMETRY " + expected, Show(error));
        Assert.Equal("geojson", error!.Identity!.Format);
        Assert.NotEmpty(error.Problems);
        Assert.All(error.Problems, p => Assert.True(p is { Line: > 0, Column: > 0, Message.Length: > 20 }));
    }

    private static string Show(Scalar value) => value.Kind switch
    {
        ScalarKind.Null => "null",
        ScalarKind.Text => $"'{value.Text}'",
        ScalarKind.Number => value.Number.ToString("R", CultureInfo.InvariantCulture) + "f",
        _ => value.ToString(),
    };

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);
}
