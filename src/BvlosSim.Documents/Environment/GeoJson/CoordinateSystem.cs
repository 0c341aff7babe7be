using System.Collections.Frozen;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>
/// The <c>crs</c> member that GeoJSON had before RFC 7946. Coordinates are WGS84 longitudes and latitudes; a file that says otherwise is
/// refused rather than read as if it did not. CRS84h is the same with heights above the ellipsoid, which nobody reads.
/// </summary>
internal static class CoordinateSystem
{
    private static readonly FrozenSet<string> Wgs84 = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "WGS84",
        "WGS 84",
        "CRS84",
        "OGC:CRS84",
        "OGC:CRS84h",
        "EPSG:4326",
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "urn:ogc:def:crs:OGC::CRS84",
        "urn:ogc:def:crs:OGC:2:84",
        "urn:ogc:def:crs:OGC:1.3:CRS84h",
        "urn:ogc:def:crs:OGC::CRS84h",
        "urn:ogc:def:crs:EPSG::4326",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
        "https://www.opengis.net/def/crs/OGC/1.3/CRS84",
        "http://www.opengis.net/def/crs/EPSG/0/4326",
        "https://www.opengis.net/def/crs/EPSG/0/4326");

    /// <summary>The coordinate system that an object declares, where it is another one.</summary>
    /// <param name="node">The file, a feature or a geometry.</param>
    /// <returns>Where it is declared and its name; null when none is, or WGS84.</returns>
    public static (DocumentNode Place, string Name)? FindOther(DocumentNode node)
    {
        if (node.Find("crs") is not { } crs || crs.Kind == DocumentNodeKind.Null)
            return null;
        string? name = NameOf(crs);
        return name is not null && Wgs84.Contains(name.Trim()) ? null : (crs, name ?? "None");
    }

    /// <summary>What to do about another coordinate system.</summary>
    public static string Advice(string name) =>
        $"the coordinate system (`crs`) {FoundValue.Quote(name)} is not WGS84 longitude and latitude: convert the file, then remove the member.";

    private static string? NameOf(DocumentNode crs)
    {
        if (crs.Kind == DocumentNodeKind.String)
            return crs.Text;
        if (crs.Kind != DocumentNodeKind.Mapping || crs.Find("properties") is not { Kind: DocumentNodeKind.Mapping } properties)
            return null;
        if (properties.Find("name") is { Kind: DocumentNodeKind.String } name)
            return name.Text;
        return properties.Find("code") is { Kind: DocumentNodeKind.Integer } code ? "EPSG:" + ScalarText.Of(code) : null;
    }
}
