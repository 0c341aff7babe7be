using BvlosSim.Environment.Wind;
using BvlosSim.Missions;

namespace BvlosSim.Tests;

/// <summary>Missions from 47° north, 8° east, 500 m, and the items of their routes.</summary>
internal static class TestMissions
{
    public const double HomeLatDeg = 47.0;
    public const double HomeLonDeg = 8.0;
    public const double HomeAltitudeM = 500.0;

    /// <summary>A mission that asks for no reserve for the way home; its items are called w1, w2, …</summary>
    public static Mission K(params RouteItem[] items) => F(items).WithConstraints(c => c with { RequireRthReserve = false });

    /// <summary>A mission that wants to be able to return from everywhere; its items are called w1, w2, …</summary>
    public static Mission F(params RouteItem[] items) => new()
    {
        MissionId = "test-mission",
        VehicleProfile = TestVehicles.Id,
        PlannedHome = new PlannedHome(HomeLatDeg, HomeLonDeg, HomeAltitudeM),
        Route = [.. items.Select((item, index) => item with { Id = $"w{index + 1}" })],
    };

    public static RouteItem Waypoint(double latDeg, double lonDeg, double altitudeM) =>
        At(RouteAction.Waypoint, latDeg, lonDeg) with { AltitudeM = altitudeM };

    public static RouteItem Takeoff(double altitudeM) => new() { Id = "", Action = RouteAction.Takeoff, AltitudeM = altitudeM };

    public static RouteItem VtolTakeoff(double altitudeM) => Takeoff(altitudeM) with { Action = RouteAction.VtolTakeoff };

    public static RouteItem VtolTakeoff(double latDeg, double lonDeg, double altitudeM) =>
        At(RouteAction.VtolTakeoff, latDeg, lonDeg) with { AltitudeM = altitudeM };

    public static RouteItem Loiter(double latDeg, double lonDeg, double altitudeM, double timeS) =>
        At(RouteAction.LoiterTime, latDeg, lonDeg) with { AltitudeM = altitudeM, LoiterTimeS = timeS };

    public static RouteItem Land(double latDeg, double lonDeg, double? altitudeM = null) =>
        At(RouteAction.Land, latDeg, lonDeg) with { AltitudeM = altitudeM };

    public static RouteItem Rtl() => new() { Id = "", Action = RouteAction.Rtl };

    public static Mission WithConstraints(this Mission mission, Func<MissionConstraints, MissionConstraints> change) =>
        mission with { Constraints = change(mission.Constraints) };

    public static Mission WithEstimation(this Mission mission, Func<EstimationSettings, EstimationSettings> change) =>
        mission with { Estimation = change(mission.Estimation ?? new EstimationSettings()) };

    public static Mission WithWind(this Mission mission, double eastMps, double northMps) =>
        mission.WithEstimation(e => e with { WindEastMps = eastMps, WindNorthMps = northMps });

    public static Mission WithLayers(this Mission mission, params WindLayer[] layers) =>
        mission.WithEstimation(e => e with { WindLayers = [.. layers] });

    public static Mission V2(this Mission mission) => mission.WithEstimation(e => e with { Fidelity = Fidelity.V2 });

    public static Mission WithAssets(this Mission mission, Func<MissionAssets, MissionAssets> change) =>
        mission with { Assets = change(mission.Assets) };

    private static RouteItem At(RouteAction action, double latDeg, double lonDeg) =>
        new() { Id = "", Action = action, LatDeg = latDeg, LonDeg = lonDeg };
}
