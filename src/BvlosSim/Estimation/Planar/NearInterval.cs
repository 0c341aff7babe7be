using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.Planar;

/// <summary>A part of a segment, from one share of its length to another; empty when it begins behind its end.</summary>
/// <param name="Begin">Share at the begin, 0…1.</param>
/// <param name="End">Share at the end, 0…1.</param>
internal readonly record struct NearInterval(double Begin, double End)
{
    /// <summary>The part of no segment.</summary>
    public static NearInterval None { get; } = new(double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>Whether nothing is left.</summary>
    public bool IsEmpty => !(Begin <= End);

    /// <summary>The part of a segment that lies within a distance of an edge.</summary>
    /// <param name="from">Begin of the segment.</param>
    /// <param name="to">End of the segment; may be the begin.</param>
    /// <param name="a">Begin of the edge.</param>
    /// <param name="b">End of the edge; may be its begin.</param>
    /// <param name="edgeDx">Added to the longitudes of the edge.</param>
    /// <param name="reach">The distance, in degrees of the plane.</param>
    public static NearInterval Of(GeoPoint from, GeoPoint to, GeoPoint a, GeoPoint b, double edgeDx, double reach)
    {
        // The points near a convex set form a convex set: its parts near the two ends and near the inner part make one interval.
        var start = new PlaneVector(from.LonDeg - a.LonDeg - edgeDx, from.LatDeg - a.LatDeg);
        var run = new PlaneVector(to.LonDeg - from.LonDeg, to.LatDeg - from.LatDeg);
        var edge = new PlaneVector(b.LonDeg - a.LonDeg, b.LatDeg - a.LatDeg);
        NearInterval near = NearPoint(start, run, reach)
            .Hull(NearPoint(start - edge, run, reach))
            .Hull(NearInside(start, run, edge, reach));
        return new NearInterval(Math.Max(0.0, near.Begin), Math.Min(1.0, near.End));
    }

    private static NearInterval NearPoint(PlaneVector start, PlaneVector run, double reach)
    {
        double length = run.Length;
        if (length == 0.0)
            return start.Length <= reach ? new NearInterval(0.0, 1.0) : None;
        double offset = run.Cross(start) / length;
        if (Math.Abs(offset) > reach)
            return None;
        double middle = -run.Dot(start) / (length * length);
        double half = Math.Sqrt((reach - offset) * (reach + offset)) / length;
        return new NearInterval(Math.Max(0.0, middle - half), Math.Min(1.0, middle + half)).OrNone();
    }

    private static NearInterval NearInside(PlaneVector start, PlaneVector run, PlaneVector edge, double reach)
    {
        double length = edge.Length;
        if (length == 0.0)
            return None;
        double along = edge.Dot(start) / length;
        double across = edge.Cross(start) / length;
        return Between(along, edge.Dot(run) / length, 0.0, length)
            .And(Between(across, edge.Cross(run) / length, -reach, reach))
            .OrNone();
    }

    /// <summary>Where start + share·slope lies between two bounds.</summary>
    private static NearInterval Between(double start, double slope, double low, double high)
    {
        if (slope == 0.0)
            return start >= low && start <= high ? new NearInterval(0.0, 1.0) : None;
        double atLow = (low - start) / slope;
        double atHigh = (high - start) / slope;
        return new NearInterval(Math.Max(0.0, Math.Min(atLow, atHigh)), Math.Min(1.0, Math.Max(atLow, atHigh)));
    }

    private NearInterval Hull(NearInterval other) => new(Math.Min(Begin, other.Begin), Math.Max(End, other.End));

    private NearInterval And(NearInterval other) => new(Math.Max(Begin, other.Begin), Math.Min(End, other.End));

    private NearInterval OrNone() => IsEmpty ? None : this;
}
