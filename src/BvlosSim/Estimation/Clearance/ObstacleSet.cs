using System.Collections.Immutable;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;
using BvlosSim.Values;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace BvlosSim.Estimation.Clearance;

/// <summary>
/// The obstacles of a file, validated and indexed once for a clearance; any number of flights can then be held against them. Immutable,
/// safe across threads.
/// </summary>
internal sealed class ObstacleSet
{
    private const int EdgesPerPart = 8;
    private const double TurnDeg = 360.0;
    private const double HalfTurnDeg = 180.0;

    private readonly STRtree<ObstaclePart> _index = new();

    private ObstacleSet(ImmutableArray<Obstacle> obstacles, double clearanceM, MissionFailure? failure)
    {
        Obstacles = obstacles;
        ClearanceM = clearanceM;
        Failure = failure;
        for (int i = 0; failure is null && i < obstacles.Length; i++)
            Insert(i);
        _index.Build();
    }

    /// <summary>The obstacles in file order.</summary>
    public ImmutableArray<Obstacle> Obstacles { get; }

    /// <summary>The mission's clearance in metres.</summary>
    public double ClearanceM { get; }

    /// <summary>Why the obstacles cannot be used: the first whose geometry is not valid; null when all are.</summary>
    public MissionFailure? Failure { get; }

    /// <summary>Validates and indexes obstacles.</summary>
    /// <param name="obstacles">The obstacles in file order.</param>
    /// <param name="clearanceM">The mission's clearance in metres; 0 when it asks for none.</param>
    /// <param name="cancellation">Ends a long validation.</param>
    public static ObstacleSet Compile(ImmutableArray<Obstacle> obstacles, double clearanceM, CancellationToken cancellation)
    {
        foreach (Obstacle obstacle in obstacles)
        {
            cancellation.ThrowIfCancellationRequested();
            if (ShapeDefects.FindInvalidity(obstacle, cancellation) is { } reason)
                return new ObstacleSet(obstacles, clearanceM, Invalid(obstacle, reason.ToString()));
        }

        return new ObstacleSet(obstacles, clearanceM, null);
    }

    /// <summary>What an obstacle's top must be cleared by, metres.</summary>
    public double VerticalReachM(int obstacle) => ClearanceM + Obstacles[obstacle].UncertaintyM;

    /// <summary>How far from its outline an obstacle's keep-out reaches, metres.</summary>
    public double HorizontalReachM(int obstacle) => Obstacles[obstacle].RadiusM + VerticalReachM(obstacle);

    /// <summary>The parts of obstacles whose keep-out a piece of route may meet.</summary>
    /// <param name="start">Begin of the piece.</param>
    /// <param name="end">End of the piece, at most 50 m away.</param>
    /// <param name="found">Takes the parts; emptied first.</param>
    public void FindNear(GeoPoint start, GeoPoint end, PartList found)
    {
        double endLonDeg = start.LonDeg + Math.IEEERemainder(end.LonDeg - start.LonDeg, TurnDeg);
        found.Clear();
        _index.Query(new Envelope(start.LonDeg, endLonDeg, start.LatDeg, end.LatDeg), found);
        if (Math.Abs(endLonDeg) > HalfTurnDeg)
        {
            double shiftDeg = Math.CopySign(TurnDeg, endLonDeg);
            _index.Query(new Envelope(start.LonDeg - shiftDeg, endLonDeg - shiftDeg, start.LatDeg, end.LatDeg), found);
        }

        found.Sort();
    }

    /// <summary>Whether an area holds a point of the lon/lat plane.</summary>
    /// <param name="obstacle">Index of the obstacle; an area that does not go round a pole.</param>
    /// <param name="point">A point away from the area's edges.</param>
    public bool HoldsInDegrees(int obstacle, GeoPoint point)
    {
        GeoPoint[] ring = ReachBox.Unwrap(Obstacles[obstacle].Positions.AsSpan());
        var area = new PlaneShape(ObstacleShape.Polygon, ring.Select(p => new PlaneVector(p.LonDeg, p.LatDeg)));
        var here = new PlaneVector(point.LonDeg, point.LatDeg);
        var turn = new PlaneVector(TurnDeg, 0.0);
        return area.Holds(here) || area.Holds(here + turn) || area.Holds(here - turn);
    }

    private void Insert(int obstacle)
    {
        GeoPoint[] positions = ReachBox.Unwrap(Obstacles[obstacle].Positions.AsSpan());
        bool isArea = Obstacles[obstacle].Shape == ObstacleShape.Polygon;
        bool roundsPole = isArea && positions[0] != positions[^1];
        double reachM = roundsPole ? double.PositiveInfinity : HorizontalReachM(obstacle);
        int first = 0;
        do
        {
            int count = Math.Min(EdgesPerPart + 1, positions.Length - first);
            Insert(ReachBox.Of(positions.AsSpan(first, count), reachM), new ObstaclePart(obstacle, first, count));
            first += EdgesPerPart;
        }
        while (first < positions.Length - 1);

        if (isArea)
            Insert(ReachBox.Of(positions, 0.0), new ObstaclePart(obstacle, 0, 0));
    }

    /// <summary>Routes have longitudes of −180…180: what reaches beyond the antimeridian repeats on its other side.</summary>
    private void Insert(in PlanarBox box, ObstaclePart part)
    {
        _index.Insert(new Envelope(box.MinX, box.MaxX, box.MinY, box.MaxY), part);
        if (box == ReachBox.Everything)
            return;
        if (box.MaxX > HalfTurnDeg)
            _index.Insert(new Envelope(box.MinX - TurnDeg, box.MaxX - TurnDeg, box.MinY, box.MaxY), part);
        if (box.MinX < -HalfTurnDeg)
            _index.Insert(new Envelope(box.MinX + TurnDeg, box.MaxX + TurnDeg, box.MinY, box.MaxY), part);
    }

    private static MissionFailure Invalid(Obstacle obstacle, string reason) => new(
        FailureKind.InvalidInput,
        FailureCode.InvalidGeometry,
        $"Obstacle '{obstacle.Id}' has no valid footprint: {reason}. Correct its positions.",
        FlightPlace.Mission,
        ScalarMap.Of(("obstacle_id", obstacle.Id), ("reason", reason)));
}
