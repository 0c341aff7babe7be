using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Documents.Page;

/// <summary>Where the route items of a flight end, along the top of a chart.</summary>
internal static class LegMarks
{
    private const double CharacterWidth = 8.2;
    private const double Gap = 12.0;

    /// <summary>Draws a line for every item, and its name where there is room.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="ends">Places of the ends of the legs, in order.</param>
    public static void Write(Markup svg, IEnumerable<(double X, Leg Leg)> ends)
    {
        (double left, double right) = Chart.Sides;
        double free = left;
        foreach (IGrouping<int, (double X, Leg Leg)> item in ends.Where(e => e.Leg.Phase != LegPhase.TurnArc).GroupBy(e => e.Leg.RouteItemIndex))
        {
            (double x, Leg leg) = item.Last();
            string at = PageText.At(x);
            svg.Shape("line", leg.Item.Id, ("class", "mark"), ("x1", at), ("x2", at), ("y1", PageText.At(Chart.Ceiling)), ("y2", PageText.At(Chart.Floor)));
            string label = PageText.Label(leg.Item.Id);
            double width = label.Length * CharacterWidth;
            double begin = Math.Clamp(x - (width / 2.0), left, Math.Max(left, right - width));
            if (begin < free)
                begin = free;
            if (begin > x + 4.0 || begin + width > right + 4.0)
                continue;
            svg.Element("text", label, ("class", "label minor"), ("x", PageText.At(begin)), ("y", PageText.At(Chart.Ceiling - 8.0)));
            free = begin + width + Gap;
        }
    }
}
