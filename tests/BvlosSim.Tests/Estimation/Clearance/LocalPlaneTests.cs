using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;

namespace BvlosSim.Tests.Estimation.Clearance;

/// <summary>The local azimuthal equidistant plane.</summary>
public sealed class LocalPlaneTests
{
    [Theory]
    [InlineData(52.005, 4.01, 686.7036417341901, 556.3842275272701)]
    [InlineData(53.0, 5.0, 67138.48104207708, 111740.62683179743)]
    public void Points_project_to_known_places(double lat, double lon, double x, double y)
    {
        var plane = new LocalPlane(new GeoPoint(52, 4));
        PlaneVector point = plane.Project(new GeoPoint(lat, lon));
        Assert.Equal(x, point.X, 1e-8);
        Assert.Equal(y, point.Y, 1e-8);
        GeoPoint back = plane.Unproject(point);
        Assert.Equal(lat, back.LatDeg, 1e-12);
        Assert.Equal(lon, back.LonDeg, 1e-12);
    }

    [Fact]
    public void The_centre_is_the_origin() => Assert.Equal(default, new LocalPlane(new GeoPoint(52, 4)).Project(new GeoPoint(52, 4)));
}
