using System.Collections.Immutable;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Sampling;

namespace BvlosSim.Estimation.Clearance;

/// <summary>Holds a leg against obstacles: at most one violation each, the first along the leg.</summary>
internal sealed class ObstacleClearance
{
    private readonly ObstacleSet _obstacles;
    private readonly PartList _near = new();
    private readonly SortedDictionary<int, ClearanceViolation> _found = [];

    /// <summary>Prepares the evaluation of legs, one after the other.</summary>
    public ObstacleClearance(ObstacleSet obstacles) => _obstacles = obstacles;

    /// <summary>Evaluates a leg.</summary>
    /// <returns>The violations in the file order of the obstacles.</returns>
    public ImmutableArray<ClearanceViolation> Evaluate(Leg leg, ImmutableArray<RouteSample> samples, CancellationToken cancellation)
    {
        _found.Clear();
        if (samples.Length == 1)
            Evaluate(leg, new RoutePiece(samples[0], samples[0]), cancellation);
        for (int i = 1; i < samples.Length; i++)
            Evaluate(leg, new RoutePiece(samples[i - 1], samples[i]), cancellation);
        return [.. _found.Values];
    }

    private void Evaluate(Leg leg, RoutePiece piece, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _obstacles.FindNear(piece.StartPoint, piece.EndPoint, _near);
        int next = 0;
        for (ReadOnlySpan<ObstaclePart> parts = _near.GroupAt(0); !parts.IsEmpty; parts = _near.GroupAt(next))
        {
            int obstacle = parts[0].Obstacle;
            next += parts.Length;
            bool isAbove = piece.AltitudeM - _obstacles.Obstacles[obstacle].HeightM >= _obstacles.VerticalReachM(obstacle);
            if (isAbove || _found.ContainsKey(obstacle))
                continue;
            cancellation.ThrowIfCancellationRequested();
            if (FirstContact(piece, parts) is { } contact)
                _found.Add(obstacle, Violation(leg, piece, obstacle, contact));
        }
    }

    /// <summary>Where a piece of route first meets the keep-out of an obstacle of which some parts are near.</summary>
    private KeepOutContact? FirstContact(RoutePiece piece, ReadOnlySpan<ObstaclePart> parts)
    {
        Obstacle obstacle = _obstacles.Obstacles[parts[0].Obstacle];
        double reachM = _obstacles.HorizontalReachM(parts[0].Obstacle);
        if (obstacle.Shape == ObstacleShape.Polygon ? IsSurelyOutside(piece, parts) : !(DistanceTo(piece, parts) <= reachM))
            return null;
        var shape = new PlaneShape(obstacle.Shape, obstacle.Positions.Select(piece.Project));
        return piece.DistanceTo(shape) <= reachM ? piece.FirstContact(shape, reachM) : null;
    }

    /// <summary>Away from every edge of an area, the lon/lat plane tells inside from outside as well as a local one.</summary>
    private bool IsSurelyOutside(RoutePiece piece, ReadOnlySpan<ObstaclePart> parts)
    {
        foreach (ObstaclePart part in parts)
        {
            if (!part.IsInside)
                return false;
        }

        return !_obstacles.HoldsInDegrees(parts[0].Obstacle, piece.StartPoint);
    }

    /// <summary>Distance to the near parts of a line; the others are farther than the keep-out reaches.</summary>
    private double DistanceTo(RoutePiece piece, ReadOnlySpan<ObstaclePart> parts)
    {
        Obstacle obstacle = _obstacles.Obstacles[parts[0].Obstacle];
        double least = double.PositiveInfinity;
        foreach (ObstaclePart part in parts)
        {
            var positions = obstacle.Positions.Skip(part.FirstPosition).Take(part.PositionCount);
            least = Math.Min(least, piece.DistanceTo(new PlaneShape(obstacle.Shape, positions.Select(piece.Project))));
        }

        return least;
    }

    private ClearanceViolation Violation(Leg leg, RoutePiece piece, int obstacle, KeepOutContact contact)
    {
        string id = _obstacles.Obstacles[obstacle].Id;
        return new ClearanceViolation
        {
            Code = FailureCode.ObstacleClearanceViolated,
            Message = $"The leg comes too close to obstacle '{id}'.",
            Leg = leg,
            ObstacleId = id,
            SampleLatDeg = contact.Point.LatDeg,
            SampleLonDeg = contact.Point.LonDeg,
            SampleAltitudeAmslM = piece.AltitudeM,
            HorizontalDistanceM = contact.DistanceM,
            VerticalClearanceM = piece.AltitudeM - _obstacles.Obstacles[obstacle].HeightM,
            RequiredClearanceM = _obstacles.VerticalReachM(obstacle),
        };
    }
}
