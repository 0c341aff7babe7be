using BvlosSim.Estimation.Planar;

namespace BvlosSim.Estimation.Clearance;

/// <summary>Where a segment enters a convex polygon.</summary>
internal static class ConvexArea
{
    /// <summary>The least share of a segment that lies in a convex polygon.</summary>
    /// <param name="from">Begin of the segment.</param>
    /// <param name="to">End of the segment.</param>
    /// <param name="corners">At least three corners, counter-clockwise.</param>
    /// <returns>0…1; null when the segment stays outside.</returns>
    public static double? Entry(PlaneVector from, PlaneVector to, ReadOnlySpan<PlaneVector> corners)
    {
        PlaneVector run = to - from;
        double enter = 0.0;
        double leave = 1.0;
        PlaneVector corner = corners[^1];
        foreach (PlaneVector next in corners)
        {
            PlaneVector edge = next - corner;
            double inside = edge.Cross(from - corner);
            double gain = edge.Cross(run);
            if (gain > 0.0)
                enter = Math.Max(enter, -inside / gain);
            else if (gain < 0.0)
                leave = Math.Min(leave, -inside / gain);
            else if (inside < 0.0)
                return null;
            corner = next;
        }

        return enter <= leave ? enter : null;
    }
}
