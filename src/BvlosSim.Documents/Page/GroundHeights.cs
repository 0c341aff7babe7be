using System.Collections.Immutable;
using BvlosSim.Documents.Rendering;
using BvlosSim.Environment.Terrain;

namespace BvlosSim.Documents.Page;

/// <summary>The drawn track over the terrain: nothing judges it, but whoever reads the page should not have to find it by eye.</summary>
internal sealed class GroundHeights
{
    private const double ToleranceM = 1.0;
    private const double EndsShare = 0.02;

    private GroundHeights(ImmutableArray<TrackPoint> points, ImmutableArray<double?> ground) => (Points, Ground) = (points, ground);

    /// <summary>The points of the track.</summary>
    public ImmutableArray<TrackPoint> Points { get; }

    /// <summary>The ground under each of them, metres AMSL; null where it is not known.</summary>
    public ImmutableArray<double?> Ground { get; }

    /// <summary>Whether the ground is known everywhere.</summary>
    public bool IsCovered => Ground.All(g => g is not null);

    /// <summary>Looks the ground up along a track.</summary>
    public static GroundHeights Of(ImmutableArray<TrackLeg> track, TerrainProvider? terrain)
    {
        ImmutableArray<TrackPoint> points = [.. track.SelectMany(l => l.Points)];
        return new GroundHeights(points, [.. points.Select(p => terrain?.ElevationAt(p.Position.LatDeg, p.Position.LonDeg))]);
    }

    /// <summary>Whether a point of the track lies below the ground.</summary>
    public bool IsBelow(int index) => Points[index].AltitudeAmslM < Ground[index] - ToleranceM;

    /// <summary>The least height above ground away from departure and arrival, and where; null when it is not known.</summary>
    public (double HeightM, TrackPoint At)? Least()
    {
        double farM = Points[^1].DistanceM;
        (double HeightM, TrackPoint At)[] between =
        [
            .. Points.Zip(Ground)
                .Where(p => p.Second is not null && p.First.DistanceM > farM * EndsShare && p.First.DistanceM < farM * (1.0 - EndsShare))
                .Select(p => (p.First.AltitudeAmslM - p.Second!.Value, p.First)),
        ];
        return between.Length == 0 ? null : between.MinBy(p => p.HeightM);
    }

    /// <summary>A warning when the track dips below the ground; null when it does not.</summary>
    public string? Warning()
    {
        double lengthM = 0.0;
        double deepestM = 0.0;
        double firstM = double.PositiveInfinity;
        for (int i = 0; i < Points.Length; i++)
        {
            if (!IsBelow(i))
                continue;
            deepestM = Math.Max(deepestM, Ground[i]!.Value - Points[i].AltitudeAmslM);
            firstM = Math.Min(firstM, Points[i].DistanceM);
            if (i > 0)
                lengthM += Points[i].DistanceM - Points[i - 1].DistanceM;
        }

        return deepestM == 0.0
            ? null
            : $"The flight as drawn lies below the terrain for {PageText.Length(lengthM)}, first at {PageText.Length(firstM)}, by up to " +
              $"{ReportText.Fixed(deepestM, 0)} m.";
    }
}
