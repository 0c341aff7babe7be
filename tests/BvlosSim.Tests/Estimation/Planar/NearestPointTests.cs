using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;
using CsCheck;

namespace BvlosSim.Tests.Estimation.Planar;

/// <summary>The point of a polyline that is nearest to another.</summary>
public sealed class NearestPointTests
{
    private static readonly Gen<GeoPoint> Anywhere =
        from lat in Property.Between(46, 48) from lon in Property.Between(7, 9) select new GeoPoint(lat, lon);

    // On a lattice many segments are equally near.
    private static readonly Gen<GeoPoint> OnLattice =
        from lat in Gen.Int[0, 6] from lon in Gen.Int[0, 6] select new GeoPoint(lat * 0.5, lon * 0.5);

    [Fact]
    public void None_of_a_long_polyline_is_nearer() => Property.Holds(
        from vertices in Anywhere.Array[1, 300] from point in Anywhere select (vertices, point), IsNearest);

    [Fact]
    public void None_is_nearer_where_several_are_equally_near() => Property.Holds(
        from vertices in OnLattice.Array[1, 120] from point in OnLattice select (vertices, point), IsNearest);

    private static void IsNearest((GeoPoint[] Vertices, GeoPoint Point) sample)
    {
        var tree = new SegmentTree([.. sample.Vertices]);
        double least = Enumerable.Range(0, tree.SegmentCount)
            .Min(i => Distance(sample.Point, new SegmentTree([tree.Start(i), tree.End(i)]).NearestTo(sample.Point)));
        GeoPoint found = tree.NearestTo(sample.Point);
        Assert.Equal(least, Distance(sample.Point, found), 1e-12);
        Assert.Equal(0.0, Distance(found, tree.NearestTo(found)), 1e-12);
    }

    /// <summary>In the plane that is true to scale at the first point, degrees of latitude.</summary>
    private static double Distance(GeoPoint from, GeoPoint to) =>
        double.Hypot((to.LonDeg - from.LonDeg) * Math.Cos(from.LatDeg * (Math.PI / 180.0)), to.LatDeg - from.LatDeg);
}
