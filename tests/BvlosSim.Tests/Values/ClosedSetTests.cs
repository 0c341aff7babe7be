using BvlosSim.Values;

namespace BvlosSim.Tests.Values;

public class ClosedSetTests
{
    private enum Colour
    {
        Red,
        Green,
        Blue,
    }

    private static ClosedSet<Colour> Colours { get; } = new((Colour.Red, "red"), (Colour.Green, "green"), (Colour.Blue, "deep_blue"));

    [Fact]
    public void Values_and_tokens_belong_together()
    {
        Assert.Equal(["red", "green", "deep_blue"], Colours.Names);
        Assert.Equal("deep_blue", Colours.NameOf(Colour.Blue));
        Assert.True(Colours.TryParse("green", out Colour found));
        Assert.Equal(Colour.Green, found);
        Assert.True(Colours.TryParse("red", out found));
        Assert.Equal(Colour.Red, found);
    }

    [Theory]
    [InlineData("GREEN")]
    [InlineData(" green")]
    [InlineData("")]
    [InlineData("Green")]
    public void Tokens_are_exact(string text)
    {
        Assert.False(Colours.TryParse(text, out Colour found));
        Assert.Equal(default, found);
    }

    [Fact]
    public void Every_value_is_declared_once_in_order()
    {
        Assert.Throws<ArgumentException>(() => new ClosedSet<Colour>((Colour.Red, "red"), (Colour.Green, "green")));
        Assert.Throws<ArgumentException>(() => new ClosedSet<Colour>((Colour.Green, "green"), (Colour.Red, "red"), (Colour.Blue, "blue")));
        Assert.Throws<ArgumentException>(() => new ClosedSet<Colour>((Colour.Red, "red"), (Colour.Green, "green"), (Colour.Green, "blue")));
        Assert.Throws<ArgumentException>(
            () => new ClosedSet<Colour>((Colour.Red, "a"), (Colour.Green, "b"), (Colour.Blue, "c"), (Colour.Blue, "d")));
    }
}
