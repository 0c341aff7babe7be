using BvlosSim.Environment.Grids;
using CsCheck;

namespace BvlosSim.Tests.EnvironmentTests;

/// <summary>Axes of equally spaced nodes, and the grids that they span.</summary>
public sealed class RegularGridTests
{
    private static readonly RegularAxis Axis = new(52.0, 0.01, 4);

    [Fact]
    public void A_range_is_split_at_the_nodes()
    {
        Assert.True(Axis.TryPartition(52.005, 52.025, out AxisPartition points));
        Assert.Equal([52.005, 52.01, 52.02, 52.025], Enumerable.Range(0, points.Count).Select(i => points[i]));
    }

    [Fact]
    public void A_range_within_a_cell_has_its_ends_alone()
    {
        Assert.True(Axis.TryPartition(52.011, 52.012, out AxisPartition points));
        Assert.Equal([52.011, 52.012], Enumerable.Range(0, points.Count).Select(i => points[i]));
    }

    [Fact]
    public void A_range_may_leave_the_axis_by_a_billionth_of_a_degree()
    {
        Assert.False(Axis.TryPartition(52.0 - 2e-9, 52.01, out _));
        Assert.False(Axis.TryPartition(52.01, 52.03 + 2e-9, out _));
        Assert.True(Axis.TryPartition(52.0 - 5e-10, 52.03 + 5e-10, out AxisPartition points));
        Assert.Equal(52.0, points[0]);
        Assert.Equal(Axis.LastDeg, points[points.Count - 1]);
        Assert.False(Axis.TryPartition(double.NaN, 52.01, out _));
        Assert.False(Axis.TryPartition(52.0, double.NaN, out _));
    }

    [Fact]
    public void A_partition_agrees_with_a_search_through_all_nodes()
    {
        Property.Holds(Gen.Select(Gen.Double[52.0, 52.03], Gen.Double[52.0, 52.03]), ends =>
        {
            (double low, double high) = ends.Item1 <= ends.Item2 ? ends : (ends.Item2, ends.Item1);
            Assert.True(Axis.TryPartition(low, high, out AxisPartition points));
            double[] inner = [.. Enumerable.Range(0, 4).Where(i => i >= (low - 52.0) / 0.01 && i <= (high - 52.0) / 0.01).Select(i => 52.0 + (i * 0.01))];
            Assert.Equal([low, .. inner, high], Enumerable.Range(0, points.Count).Select(i => points[i]));
        });
    }

    [Fact]
    public void A_step_too_small_to_matter_overflows_nothing()
    {
        var tiny = new RegularAxis(0, 1e-300, 3);
        Assert.True(tiny.TryPartition(0, 1e-9, out AxisPartition points));
        Assert.Equal(5, points.Count);
        Assert.False(tiny.TryLocate(1, out _));
        Assert.True(tiny.TryLocate(1e-300, out AxisCell cell));
        Assert.Equal(new AxisCell(1, 0), cell);
    }

    [Fact]
    public void The_last_node_belongs_to_the_last_cell()
    {
        var axis = new RegularAxis(0, 1, 4);
        Assert.True(axis.TryLocate(3, out AxisCell cell));
        Assert.Equal(new AxisCell(2, 1), cell);
        Assert.True(axis.TryLocate(3 + 5e-10, out cell));
        Assert.Equal(new AxisCell(2, 1), cell);
        Assert.True(axis.TryLocate(-5e-10, out cell));
        Assert.Equal(new AxisCell(0, 0), cell);
        Assert.False(axis.TryLocate(3 + 2e-9, out _));
        Assert.False(axis.TryLocate(-2e-9, out _));
    }

    [Theory]
    [InlineData(double.NaN, 1, 2)]
    [InlineData(double.PositiveInfinity, 1, 2)]
    [InlineData(0, 0, 2)]
    [InlineData(0, -1, 2)]
    [InlineData(0, double.NaN, 2)]
    [InlineData(0, double.PositiveInfinity, 2)]
    [InlineData(0, 1, 1)]
    public void An_axis_that_leads_nowhere_is_refused(double origin, double step, int count) =>
        Assert.Throws<ArgumentException>(() => new RegularAxis(origin, step, count));

    [Fact]
    public void A_grid_stays_on_the_globe_and_is_complete()
    {
        var axis = new RegularAxis(0, 1, 2);
        Assert.Throws<ArgumentException>(() => new RegularGrid(new RegularAxis(89.5, 1, 2), axis, [1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => new RegularGrid(new RegularAxis(-91, 1, 2), axis, [1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => new RegularGrid(axis, new RegularAxis(179.5, 1, 2), [1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => new RegularGrid(axis, new RegularAxis(-181, 1, 2), [1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => new RegularGrid(axis, axis, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => new RegularGrid(axis, axis, [1, 2, 3, double.NaN]));
        Assert.Throws<ArgumentException>(() => new RegularGrid(axis, axis, default));
        Assert.Equal(3, new RegularGrid(axis, axis, [1, 2, 3, 4])[1, 0]);
    }
}
