using System.Collections.Immutable;
using BvlosSim.Environment;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;
using CsCheck;
using NetTopologySuite.Operation.Valid;

namespace BvlosSim.Tests.Estimation.Planar;

/// <summary>Rings that meet themselves, and the two proofs that others do not.</summary>
public sealed class SimpleRingTests
{
    private static bool Is(ImmutableArray<GeoPoint> ring) => SimpleRing.Is(new SegmentTree(ring), CancellationToken.None);

    private static bool Sweep(ImmutableArray<GeoPoint> ring) => RingSweep.IsSimple(new SegmentTree(ring), CancellationToken.None);

    private static bool IsValid(ImmutableArray<GeoPoint> ring) => new IsValidOp(PlanarShapes.ToPolygon(new GeoPolygon([ring]))).IsValid;

    private static ImmutableArray<GeoPoint> Closed(IEnumerable<GeoPoint> corners) => [.. corners, corners.First()];

    /// <summary>A comb of long slanting teeth above a back of three corners.</summary>
    private static ImmutableArray<GeoPoint> Comb(int teeth) => Closed(
    [
        .. Enumerable.Range(0, (2 * teeth) + 1).Select(i => i % 2 == 0 ? new GeoPoint(0.0, i * 1e-5) : new GeoPoint(1.0, 1.0 + (i * 1e-5))),
        new GeoPoint(-0.5, 2e-5 * teeth),
        new GeoPoint(-0.5, 0.0),
    ]);

    /// <summary>A channel that winds inward with square corners, and its way back beside it: the boxes of leaves all meet, those of segments do not.</summary>
    private static ImmutableArray<GeoPoint> Spiral(int turns)
    {
        var way = new List<GeoPoint>();
        for (int i = 0; i < turns; i++)
        {
            (double low, double high) = (i, (2 * turns) - i);
            way.AddRange([new(low, i == 0 ? low : low - 1), new(low, high), new(high, high), new(high, low)]);
        }

        IEnumerable<GeoPoint> back = way.AsEnumerable().Reverse().Select(p => new GeoPoint(
            p.LatDeg + (p.LatDeg < turns ? 0.25 : -0.25), p.LonDeg + (p.LonDeg < turns ? 0.25 : -0.25)));
        return Closed(way.Concat(back));
    }

    private static int Misses(ImmutableArray<GeoPoint> ring)
    {
        var tree = new SegmentTree(ring);
        var all = new Everything();
        long budget = SimpleRing.BoxesPerSegment * tree.SegmentCount;
        tree.VisitOwn(ref all, ref budget);
        return budget < 0 ? 1 : 0;
    }

    private readonly struct Everything : ISegmentPairVisitor
    {
        public bool Visit(int first, int second) => true;
    }

    [Fact]
    public void Both_proofs_agree_on_small_rings_that_touch_often() => Gen.Int[0, 4].Array[6, 24].Sample(
        numbers =>
        {
            ImmutableArray<GeoPoint> ring = Closed(Enumerable.Range(0, numbers.Length / 2).Select(i => new GeoPoint(numbers[2 * i], numbers[(2 * i) + 1])));
            SegmentTree distinct = new SegmentTree(ring).WithoutRepetition();
            bool simple = Is(ring);
            if (simple)
                Assert.True(IsValid(ring));
            bool repeatsAcross = ring[..^1].Distinct().Count() < distinct.SegmentCount;
            bool turns = distinct.SegmentCount >= 3 && Enumerable.Range(0, distinct.SegmentCount).Any(i => TurnsBack(distinct, i));
            if (distinct.SegmentCount < 3 || turns)
                Assert.False(simple);
            else
                Assert.Equal(simple, RingSweep.IsSimple(distinct, CancellationToken.None));
            if (repeatsAcross)
                Assert.False(simple);
        }, iter: 30_000, threads: 1);

    [Fact]
    public void Both_proofs_agree_on_random_rings() => Property.Holds(
        from radii in Property.Between(0.2, 1.0).Array[3, 60]
        from swapped in Gen.Int[0, 59]
        from swaps in Gen.Bool
        select (radii, swapped, swaps),
        sample =>
        {
            GeoPoint[] star =
            [
                .. sample.radii.Select((r, i) =>
                {
                    (double sin, double cos) = Math.SinCos(2 * Math.PI * i / sample.radii.Length);
                    return new GeoPoint(47 + (r * sin), 8 + (r * cos));
                }),
            ];
            if (sample.swaps)
                (star[0], star[sample.swapped % star.Length]) = (star[sample.swapped % star.Length], star[0]);
            ImmutableArray<GeoPoint> ring = Closed(star);
            bool simple = Sweep(ring);
            Assert.Equal(simple, Is(ring));
            Assert.Equal(simple, IsValid(ring));
            Assert.Equal(simple, Sweep([.. ring.Reverse()]));
        });

    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(1000)]
    public void Both_proofs_agree_on_combs_and_spirals(int size)
    {
        foreach (ImmutableArray<GeoPoint> ring in new[] { Comb(size), Spiral(size) })
        {
            Assert.True(Is(ring));
            Assert.True(Sweep(ring));
            Assert.True(Is(ring.Insert(2, ring[2])));
            // One tooth that is bent over its neighbour, or one corner moved into the next turn.
            ImmutableArray<GeoPoint> bent = ring.SetItem(1, ring[3] with { LonDeg = ring[3].LonDeg + 1e-6 });
            Assert.False(Is(bent));
            Assert.False(Sweep(bent));
            // A corner that lies exactly on another segment.
            ImmutableArray<GeoPoint> touching = ring.Insert(1, ring[^2]);
            Assert.False(Is(touching));
        }
    }

    [Fact]
    public void A_shape_whose_boxes_all_meet_costs_no_more_than_the_budget()
    {
        // 40,000 segments of which every two boxes meet: 800 million pairs.
        ImmutableArray<GeoPoint> comb = Comb(20_000);
        var tree = new SegmentTree(comb);
        var all = new Everything();
        long budget = SimpleRing.BoxesPerSegment * tree.SegmentCount;
        Assert.False(tree.VisitOwn(ref all, ref budget));
        Assert.InRange(budget, -100, -1);
        Assert.True(Is(comb));
        Assert.Equal(1, Misses(Spiral(5000)));
        // An ordinary outline stays far below.
        ImmutableArray<GeoPoint> coast = Closed(Enumerable.Range(0, 20_000).Select(i =>
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * i / 20_000);
            double r = 1 + (0.01 * Math.Sin(37.0 * i)) + (0.1 * Math.Sin(0.01 * i));
            return new GeoPoint(r * sin, r * cos);
        }));
        Assert.Equal(0, Misses(coast));
    }

    private static bool TurnsBack(SegmentTree ring, int i)
    {
        (GeoPoint a, GeoPoint b, GeoPoint c) = (ring.Start(i), ring.End(i), ring.End((i + 1) % ring.SegmentCount));
        double cross = ((b.LonDeg - a.LonDeg) * (c.LatDeg - b.LatDeg)) - ((b.LatDeg - a.LatDeg) * (c.LonDeg - b.LonDeg));
        double along = ((b.LonDeg - a.LonDeg) * (c.LonDeg - b.LonDeg)) + ((b.LatDeg - a.LatDeg) * (c.LatDeg - b.LatDeg));
        return cross == 0.0 && along < 0.0;
    }
}
