using System.Collections;
using BvlosSim.Values;

namespace BvlosSim.Tests.Values;

public class ScalarMapTests
{
    [Fact]
    public void Entries_keep_their_order_and_a_repeated_key_its_first_place()
    {
        ScalarMap map = ScalarMap.Of(("b", 1), ("a", "x"), ("b", 2.5));
        Assert.Equal(["b", "a"], map.Select(e => e.Key));
        Assert.Equal((Scalar)2.5, map.Find("b"));
        Assert.Equal(2, map.Count);
        Assert.Equal("a", map[1].Key);
        Assert.Equal(2, ((IEnumerable)map).Cast<object>().Count());
    }

    [Fact]
    public void Adding_entries_makes_another_map()
    {
        ScalarMap map = ScalarMap.Of(("a", 1));
        ScalarMap more = map.With(("b", 2), ("a", 3));
        Assert.Equal((Scalar)1, map.Find("a"));
        Assert.Equal((Scalar)3, more.Find("a"));
        Assert.Equal(["a", "b"], more.Select(e => e.Key));
        Assert.Single(map);
    }

    [Fact]
    public void An_absent_key_has_no_value()
    {
        Assert.Equal(ScalarKind.Null, ScalarMap.Of(("a", 1)).Find("A").Kind);
        Assert.Empty(ScalarMap.Empty);
    }
}
