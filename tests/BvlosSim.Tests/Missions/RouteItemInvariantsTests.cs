using BvlosSim.Missions;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Missions;

public class RouteItemInvariantsTests
{
    private static string? Of(RouteItem item) => RouteItemInvariants.FirstViolated(item);

    [Fact]
    public void Sound_items()
    {
        Assert.Null(Of(Rtl()));
        Assert.Null(Of(Takeoff(0)));
        Assert.Null(Of(VtolTakeoff(47, 8, 10)));
        Assert.Null(Of(Waypoint(47, 8, 0)));
        Assert.Null(Of(Waypoint(47, 8, 0) with { AltitudeReference = AltitudeReference.Amsl, LoiterTimeS = 1, LoiterRadiusM = 1, AcceptanceRadiusM = 1 }));
        Assert.Null(Of(Loiter(47, 8, 0, 30)));
        Assert.Null(Of(Land(47, 8)));
        Assert.Null(Of(Land(47, 8, 0) with { AltitudeReference = AltitudeReference.Terrain }));
    }

    [Fact]
    public void A_return_has_no_target_of_its_own()
    {
        RouteItem[] items =
        [
            Rtl() with { LatDeg = 0 }, Rtl() with { LonDeg = 0 }, Rtl() with { AltitudeM = 0 },
            Rtl() with { AltitudeReference = AltitudeReference.RelativeHome }, Rtl() with { AcceptanceRadiusM = 1 },
            Rtl() with { LoiterTimeS = 1 }, Rtl() with { LoiterRadiusM = 1 },
        ];
        Assert.All(items, item => Assert.Equal("forbidden_target_fields", Of(item)));
    }

    [Fact]
    public void Positions()
    {
        RouteItem[] items = [Waypoint(47, 8, 0), Loiter(47, 8, 0, 30), Land(47, 8)];
        Assert.All(items, item => Assert.Equal("missing_position", Of(item with { LatDeg = null })));
        Assert.All(items, item => Assert.Equal("missing_position", Of(item with { LonDeg = null })));
        // The first of several.
        Assert.Equal("missing_position", Of(new RouteItem { Id = "", Action = RouteAction.LoiterTime }));
        Assert.Equal("partial_coordinates", Of(Takeoff(0) with { LatDeg = 47 }));
        Assert.Equal("partial_coordinates", Of(VtolTakeoff(0) with { LonDeg = 8 }));
    }

    [Fact]
    public void Altitudes_and_times()
    {
        RouteItem[] items = [Takeoff(0), VtolTakeoff(0), Waypoint(47, 8, 0), Loiter(47, 8, 0, 30) with { LoiterTimeS = null }];
        Assert.All(items, item => Assert.Equal("missing_altitude", Of(item with { AltitudeM = null })));
        Assert.Equal("missing_loiter_time", Of(Loiter(47, 8, 0, 30) with { LoiterTimeS = null }));
        Assert.Equal("altitude_reference_without_altitude", Of(Land(47, 8) with { AltitudeReference = AltitudeReference.Amsl }));
        Assert.Equal("missing_altitude", Of(Takeoff(0) with { AltitudeM = null, LatDeg = 47, AltitudeReference = AltitudeReference.Amsl }));
    }
}
