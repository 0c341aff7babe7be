using CsCheck;

namespace BvlosSim.Geodesy.Tests;

public class ShortDistanceTests
{
    private static readonly Gen<double> Difference = Gen.Double[-0.02, 0.02];

    [Fact]
    public void It_is_that_of_the_geodesic() => Property.Holds(
        Gen.Select(Gen.Double[-89.9, 89.9], Gen.Double[-180, 180], Gen.Select(Difference, Difference)),
        v =>
        {
            (double lat, double lon, (double north, double east)) = v;
            double expected = Geodesic.Inverse(lat, lon, lat + north, lon + east).DistanceM;

            Assert.Equal(expected, ShortDistance.Of(lat, lon, lat + north, lon + east), 15e-9 + (3e-9 * expected));
        });

    [Fact]
    public void Where_it_does_not_hold_it_is_the_geodesic_itself()
    {
        Assert.Equal(Geodesic.Inverse(47, 8, 48, 9).DistanceM, ShortDistance.Of(47, 8, 48, 9));
        Assert.Equal(Geodesic.Inverse(47, 179.999, 47, -179.999).DistanceM, ShortDistance.Of(47, 179.999, 47, -179.999));
        Assert.Equal(0, ShortDistance.Of(47, 8, 47, 8));
        Assert.Equal(double.NaN, ShortDistance.Of(double.NaN, 8, 47, 8));
        Assert.Equal(double.NaN, ShortDistance.Of(91, 8, 91, 8));
    }
}
