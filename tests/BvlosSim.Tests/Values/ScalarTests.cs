using BvlosSim.Values;

namespace BvlosSim.Tests.Values;

public class ScalarTests
{
    [Fact]
    public void A_scalar_keeps_its_type()
    {
        Scalar text = "a";
        Scalar integer = 3;
        Scalar number = 3.0;
        Scalar truth = true;
        Assert.Equal((ScalarKind.Text, "a"), (text.Kind, text.Text));
        Assert.Equal((ScalarKind.Integer, 3L), (integer.Kind, integer.Integer));
        Assert.Equal((ScalarKind.Number, 3.0), (number.Kind, number.Number));
        Assert.Equal((ScalarKind.Boolean, true), (truth.Kind, truth.Boolean));
        Assert.False(Scalar.FromBoolean(false).Boolean);
        Assert.Equal(ScalarKind.Null, default(Scalar).Kind);
        Assert.Equal(ScalarKind.Null, Scalar.FromString(null).Kind);
        Assert.Equal(long.MaxValue, Scalar.FromInt64(long.MaxValue).Integer);
    }

    [Fact]
    public void Scalars_are_equal_when_type_and_value_are()
    {
        Assert.Equal((Scalar)1, Scalar.FromInt64(1));
        Assert.NotEqual((Scalar)1, (Scalar)1.0);
        Assert.NotEqual((Scalar)1, (Scalar)true);
        Assert.NotEqual((Scalar)0.0, default);
        Assert.NotEqual((Scalar)"a", (Scalar)"b");
        Assert.NotEqual((Scalar)2.0, (Scalar)2.5);
    }

    [Fact]
    public void Only_a_text_has_a_text() => Assert.Throws<InvalidOperationException>(() => ((Scalar)1).Text);

    [Fact]
    public void A_person_reads_the_value() => Assert.Equal(
        ["a", "-7", "0.25", "true", "false", "null"],
        ((Scalar[])["a", -7, 0.25, true, false, default]).Select(s => s.ToString()));
}
