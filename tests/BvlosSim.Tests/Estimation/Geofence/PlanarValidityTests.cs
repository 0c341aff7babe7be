using System.Collections.Immutable;
using BvlosSim.Environment;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;
using CsCheck;
using NetTopologySuite.Operation.Valid;
using static BvlosSim.Tests.Estimation.Geofence.BaseFlight;

namespace BvlosSim.Tests.Estimation.Geofence;

/// <summary>Which rings are an area.</summary>
public sealed class PlanarValidityTests
{
    private static ImmutableArray<GeoPoint> Shell { get; } = Rectangle(0, 10, 0, 10);

    [Fact]
    public void A_rectangle_is_valid() => Assert.Null(PlanarShapes.FindInvalidity(Polygon(Shell)));

    [Fact]
    public void Repeated_positions_are_allowed() =>
        Assert.Null(PlanarShapes.FindInvalidity(Polygon(Shell.Insert(2, Shell[2]).Insert(0, Shell[0]))));

    [Fact]
    public void A_hole_may_touch_the_shell_at_a_point() =>
        Assert.Null(PlanarShapes.FindInvalidity(Polygon(Shell, Ring("5 0 7 2 3 2"))));

    [Theory]
    [InlineData("0 0 10 10 10 0 0 10")]
    [InlineData("0 0 10 0 10 10 5 10 5 15 5 10 0 10")]
    [InlineData("0 0 5 5 10 0 10 10 5 5 0 10")]
    [InlineData("0 0 5 0 10 0")]
    [InlineData("0 0 10 0 5 0 5 5")]
    [InlineData("3 3 3 3 3 3")]
    [InlineData("3 3 4 4 3 3")]
    [InlineData("0 0 10 0 10 10 0 10 0 0 -5 -5 -5 -2")]
    public void A_ring_that_meets_itself_is_not(string ring) => Assert.NotNull(PlanarShapes.FindInvalidity(Polygon(Ring(ring))));

    [Theory]
    [InlineData("20 20 21 20 21 21")]
    [InlineData("5 5 15 5 15 6")]
    [InlineData("2 0 4 0 3 3")]
    public void A_hole_outside_or_across_or_along_the_shell_is_not(string hole) =>
        Assert.NotNull(PlanarShapes.FindInvalidity(Polygon(Shell, Ring(hole))));

    [Theory]
    [InlineData("2 2 6 2 4 6", "3 3 7 3 5 7")]
    [InlineData("1 1 9 1 9 9 1 9", "2 2 4 2 3 4")]
    [InlineData("2 2 4 2 4 4 2 4", "4 2 6 2 6 4 4 4")]
    public void Holes_must_not_overlap_lie_in_each_other_or_share_an_edge(string first, string second) =>
        Assert.NotNull(PlanarShapes.FindInvalidity(Polygon(Shell, Ring(first), Ring(second))));

    [Theory]
    [InlineData("10 10 20 10 20 20 10 20", true)]
    [InlineData("5 5 20 5 20 20 5 20", false)]
    [InlineData("1 1 2 1 2 2", false)]
    [InlineData("10 0 20 0 20 10 10 10", false)]
    public void Parts_may_touch_at_points_only(string part, bool valid) =>
        Assert.Equal(valid, PlanarShapes.FindInvalidity([Polygon(Shell), Polygon(Ring(part))]) is null);

    [Fact]
    public void A_part_may_fill_a_hole_only_up_to_points()
    {
        GeoPolygon holed = Polygon(Shell, Rectangle(2, 8, 2, 8));
        Assert.Null(PlanarShapes.FindInvalidity([holed, Polygon(Rectangle(3, 7, 3, 7))]));
        Assert.NotNull(PlanarShapes.FindInvalidity([holed, Polygon(Rectangle(2, 8, 2, 8))]));
    }

    [Fact]
    public void A_line_needs_two_places()
    {
        Assert.Null(PlanarShapes.FindLineInvalidity([new(0, 0), new(1, 1), new(0, 1), new(1, 0)]));
        Assert.Equal(
            "Too few distinct points in geometry component[2 1]", PlanarShapes.FindLineInvalidity([new(1, 2), new(1, 2), new(1, 2)])!.ToString());
    }

    [Fact]
    public void The_quick_proof_agrees_with_the_complete_test() => Gen.Int[0, 4].Array[6, 24].Sample(
        numbers =>
        {
            GeoPoint[] corners = [.. Enumerable.Range(0, numbers.Length / 2).Select(i => new GeoPoint(numbers[2 * i], numbers[(2 * i) + 1]))];
            GeoPolygon polygon = Polygon([.. corners, corners[0]]);
            bool valid = new IsValidOp(PlanarShapes.ToPolygon(polygon)).IsValid;
            Assert.Equal(valid, PlanarShapes.FindInvalidity(polygon) is null);
            if (SimpleRing.Is(new SegmentTree(polygon.Rings[0]), CancellationToken.None))
                Assert.True(valid);
        }, iter: 20_000, threads: 1);

    private static GeoPolygon Polygon(params ReadOnlySpan<ImmutableArray<GeoPoint>> rings) => new([.. rings]);

    /// <summary>A ring of x and y pairs, closed here.</summary>
    private static ImmutableArray<GeoPoint> Ring(string numbers)
    {
        double[] values = [.. numbers.Split(' ').Select(double.Parse)];
        GeoPoint[] corners = [.. Enumerable.Range(0, values.Length / 2).Select(i => new GeoPoint(values[(2 * i) + 1], values[2 * i]))];
        return [.. corners, corners[0]];
    }
}
