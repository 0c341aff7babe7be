using System.Globalization;
using BvlosSim.Documents.Loading;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>Finds the defects of the shape of an item.</summary>
/// <typeparam name="T">An item.</typeparam>
/// <param name="item">The item.</param>
/// <param name="cancellation">Ends a long search.</param>
internal delegate IEnumerable<ShapeDefect> ShapeRules<in T>(T item, CancellationToken cancellation);

/// <summary>Tells where in the file a shape is not one.</summary>
internal static class ShapeProblems
{
    /// <summary>Notes a defect of the shape of a feature.</summary>
    /// <param name="feature">The feature, of a geometry that was read.</param>
    /// <param name="defect">The defect.</param>
    /// <param name="problems">Takes it.</param>
    public static void Tell(Feature feature, ShapeDefect defect, FeatureProblems problems)
    {
        bool isLine = defect.Fault == ShapeFault.Line;
        bool hasParts = ScalarText.Of(feature.Geometry.Find("type")) == "MultiPolygon";
        int?[] steps = [hasParts ? defect.Part : null, isLine ? null : defect.Ring, defect.Position];
        DocumentNode node = feature.Geometry.Find("coordinates")!;
        string path = feature.IsBare ? "coordinates" : "geometry.coordinates";
        foreach (int step in steps.OfType<int>())
        {
            node = node.Items[step];
            path = $"{path}.{Text(step)}";
        }

        string place = defect.At is { } at ? $" at {PositionReader.Show(Rounded(at))}" : "";
        string part = hasParts ? $"part {Text(defect.Part)}, " : "";
        problems.Shape(
            ShapeFaultTokens.Set.NameOf(defect.Fault),
            node,
            path,
            part + Message(defect, place),
            ("ring_index", isLine ? default : defect.Ring),
            ("position_index", defect.Position));
    }

    private static string Message(ShapeDefect defect, string place) => defect.Fault switch
    {
        ShapeFault.Ring => $"ring {Text(defect.Ring)} crosses, touches or doubles back on itself{place}: move or remove a position there.",
        ShapeFault.Hole => $"ring {Text(defect.Ring)}: a hole is not inside the outer ring, or meets another ring{place}: keep holes inside and apart.",
        ShapeFault.Parts => $"ring {Text(defect.Ring)} overlaps another part or shares an edge with it{place}: join the two, or make them features of their own.",
        _ => $"all positions of the line are the same{place}: write a Point, or give the line a second position.",
    };

    /// <summary>To a millimetre: the meeting of two edges has digits that nobody wrote.</summary>
    private static GeoPoint Rounded(GeoPoint point) => new(Math.Round(point.LatDeg, 8), Math.Round(point.LonDeg, 8));

    private static string Text(int index) => index.ToString(CultureInfo.InvariantCulture);
}
