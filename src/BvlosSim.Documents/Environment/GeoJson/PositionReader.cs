using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Values;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>
/// Reads the positions of a point, a line or a ring: longitude, then latitude; what follows them, such as a height, is not looked at.
/// </summary>
internal readonly struct PositionReader
{
    // A straight edge in the plane of longitude and latitude cannot be longer and mean the shorter way round.
    private const double LongestEdgeDeg = 180.0;

    // Of a ring that is wrong all along, such as one in metres, the first few tell as much as all of them.
    private const int MaxTold = 3;

    private const double FullTurnDeg = 360.0;

    private readonly FeatureProblems _problems;
    private readonly string _path;
    private readonly string _name;
    private readonly int? _ring;

    /// <summary>Reads positions.</summary>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="path">Path of the positions in the feature.</param>
    /// <param name="name">What they are, for a message.</param>
    /// <param name="ring">Index of the ring; null = no ring.</param>
    public PositionReader(FeatureProblems problems, string path, string name, int? ring)
    {
        _problems = problems;
        _path = path;
        _name = name;
        _ring = ring;
    }

    /// <summary>Reads the position of a point.</summary>
    public GeoPoint? ReadPoint(DocumentNode node)
    {
        if (TryRead(node, out GeoPoint point))
            return point;
        Complain(node, 0, _path);
        return null;
    }

    /// <summary>Reads the positions of a line or a ring.</summary>
    /// <returns>The positions; null after a problem.</returns>
    public ImmutableArray<GeoPoint>? ReadPath(ImmutableArray<DocumentNode> nodes)
    {
        var points = new GeoPoint[nodes.Length];
        List<int>? wrong = null;
        for (int i = 0; i < points.Length; i++)
        {
            if (!TryRead(nodes[i], out points[i]))
                (wrong ??= []).Add(i);
        }

        if (wrong is not null)
        {
            Complain(nodes, wrong);
            return null;
        }

        FindLongEdge(points, nodes);
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(points);
    }

    /// <summary>A position as it is written.</summary>
    public static string Show(GeoPoint point) =>
        $"[{point.LonDeg.ToString(CultureInfo.InvariantCulture)}, {point.LatDeg.ToString(CultureInfo.InvariantCulture)}]";

    private static bool TryRead(DocumentNode node, out GeoPoint point)
    {
        point = default;
        if (node.Kind != DocumentNodeKind.List)
            return false;
        ReadOnlySpan<DocumentNode> items = node.Items.AsSpan();
        if (items.Length < 2 || !IsNumber(items[0]) || !IsNumber(items[1]))
            return false;
        (double lon, double lat) = (items[0].Number, items[1].Number);
        point = new GeoPoint(lat, lon);
        return IsWithin(lon, 180.0) && IsWithin(lat, 90.0);
    }

    private void Complain(ImmutableArray<DocumentNode> nodes, List<int> wrong)
    {
        foreach (int i in wrong.Take(MaxTold))
            Complain(nodes[i], i, PathOf(i));
        if (wrong.Count <= MaxTold)
            return;
        int next = wrong[MaxTold];
        string rest = (wrong.Count - MaxTold).ToString(CultureInfo.InvariantCulture);
        Refuse(nodes[next], next, PathOf(next), ProblemTypes.ValueError, $"and later: {rest} more of its positions are wrong.");
        foreach (int i in wrong.Skip(MaxTold))
        {
            if (nodes[i].Kind != DocumentNodeKind.List)
                continue;
            foreach (DocumentNode item in nodes[i].Items)
                _problems.Pass(item);
        }
    }

    private void Complain(DocumentNode node, int index, string path)
    {
        if (node.Kind != DocumentNodeKind.List || node.Items.Length < 2)
        {
            string found = node.Kind == DocumentNodeKind.List ? $"it has {Elements(node.Items.Length)}" : "it is " + FoundValue.Describe(node);
            Refuse(node, index, path, ProblemTypes.ListType, $"needs a list of longitude and latitude; {found}.");
            return;
        }

        (DocumentNode lon, DocumentNode lat) = (node.Items[0], node.Items[1]);
        if (!IsNumber(lon))
            RefuseType(lon, index, path + ".0", "lon", "longitude");
        else if (!IsNumber(lat))
            RefuseType(lat, index, path + ".1", "lat", "latitude");
        else if (!IsWithin(lon.Number, 180.0))
            RefuseValue(lon, index, path + ".0", "lon", "The longitude comes first and lies between -180 and 180", UnitHint(lon));
        else
            RefuseValue(lat, index, path + ".1", "lat", "The latitude comes second and lies between -90 and 90", SwapHint(lon, lat));
    }

    private static string Elements(int count) => count == 1 ? "one element" : $"{count.ToString(CultureInfo.InvariantCulture)} elements";

    private static string UnitHint(DocumentNode lon) => !double.IsFinite(lon.Number)
        ? ""
        : Math.Abs(lon.Number) <= FullTurnDeg
            ? $" Does the file count from 0 to 360? {(lon.Number > 0.0 ? "Subtract" : "Add")} 360."
            : " Is it in metres of a projection? Convert the file to WGS84 longitude and latitude.";

    private static string SwapHint(DocumentNode lon, DocumentNode lat) =>
        IsWithin(lat.Number, 180.0) && IsWithin(lon.Number, 90.0) ? " Is the latitude written first?" : "";

    private void RefuseType(DocumentNode node, int index, string path, string coordinate, string name) => Refuse(
        node,
        index,
        path,
        ProblemTypes.FloatType,
        $"has {FoundValue.Describe(node)} for its {name}: write a number.",
        ("coordinate", coordinate),
        ("value_type", ScalarText.TypeOf(node)));

    private void RefuseValue(DocumentNode node, int index, string path, string coordinate, string rule, string hint) => Refuse(
        node,
        index,
        path,
        ProblemTypes.ValueError,
        $"is off the globe. {rule}; it is {FoundValue.Describe(node)}.{hint}",
        ("coordinate_order", "geojson_lon_lat"),
        (coordinate, node.Number));

    private void Refuse(
        DocumentNode node, int index, string path, string type, string message, params ReadOnlySpan<(string Key, Scalar Value)> details)
    {
        Scalar ring = _ring is { } r ? r : default(Scalar);
        _problems.Contract(
            VectorLoadStage.Geometry,
            type,
            node,
            path,
            $"{_name}, position {index.ToString(CultureInfo.InvariantCulture)} {message}",
            [("ring_index", ring), ("position_index", index), .. details]);
    }

    private void FindLongEdge(GeoPoint[] points, ImmutableArray<DocumentNode> nodes)
    {
        for (int i = 1; i < points.Length; i++)
        {
            if (Math.Abs(points[i].LonDeg - points[i - 1].LonDeg) <= LongestEdgeDeg)
                continue;
            Scalar ring = _ring is { } r ? r : default(Scalar);
            _problems.Ambiguity(
                VectorLoadStage.Geometry,
                "antimeridian",
                nodes[i],
                PathOf(i),
                $"{_name}: the edge from {Show(points[i - 1])} to {Show(points[i])} spans more than 180 degrees of longitude. "
                    + "If it crosses the antimeridian, split the geometry at longitude 180 (RFC 7946, section 3.1.9); "
                    + "if it goes the long way round, put a position in between.",
                ("ring_index", ring),
                ("position_index", i));
            return;
        }
    }

    private string PathOf(int index) => $"{_path}.{index.ToString(CultureInfo.InvariantCulture)}";

    private static bool IsNumber(DocumentNode node) => node.Kind is DocumentNodeKind.Float or DocumentNodeKind.Integer;

    private static bool IsWithin(double value, double limit) => value >= -limit && value <= limit;
}
