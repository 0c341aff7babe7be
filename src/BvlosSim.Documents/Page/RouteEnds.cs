using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Documents.Page;

/// <summary>The places that a map names.</summary>
internal static class RouteEnds
{
    /// <summary>The end of every route item away from home, each place once.</summary>
    public static IEnumerable<(double X, double Y, string Id)> Of(IEnumerable<Leg> legs, GeoPoint home, MapFrame frame)
    {
        var seen = new HashSet<(double, double)> { Rounded(frame.Place(home)) };
        foreach (IGrouping<int, Leg> item in legs.Where(l => l.Phase != LegPhase.TurnArc).GroupBy(l => l.RouteItemIndex))
        {
            Leg last = item.Last();
            (double x, double y) = frame.Place(last.End.Position);
            if (seen.Add(Rounded((x, y))))
                yield return (x, y, last.Item.Id);
        }
    }

    private static (double X, double Y) Rounded((double X, double Y) place) => (Math.Round(place.X / 4.0), Math.Round(place.Y / 4.0));
}
