using BvlosSim.Estimation;
using BvlosSim.Links;
using BvlosSim.Missions;
using BvlosSim.Resources;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation;

/// <summary>What a mission asks for and no check answers must not pass in silence.</summary>
public class UnsupportedChecksTests
{
    private static readonly string[] Fields =
    [
        "vehicle.resource_systems", "link_systems", "assets.geofences_file", "assets.landing_zones_file", "assets.obstacles_file",
        "constraints.min_obstacle_clearance_m", "constraints.min_terrain_clearance_m", "constraints.max_gust_mps", "constraints.min_visibility_m",
        "constraints.max_precipitation_mm_h", "constraints.max_wind_mps", "constraints.max_crosswind_mps", "assets.population_grid_file",
    ];

    /// <summary>Asks for everything from a field of the list on.</summary>
    private static (Mission Mission, Vehicle Vehicle) AskingFrom(int first)
    {
        double? From(int index) => index >= first ? 0 : null;
        string? FileFrom(int index) => index >= first ? "a" : null;
        Vehicle vehicle = TestVehicles.K with
        {
            ResourceSystems = first > 0 ? [] : [new ResourceSystem { ResourceId = "r", Kind = ResourceKind.OnboardBattery }],
        };
        Mission mission = TestMissions.K(Rtl()) with
        {
            LinkSystems = first > 1 ? [] : [new LinkSystem { LinkId = "l", Kind = LinkKind.DirectRadio }],
            Assets = new MissionAssets
            {
                GeofencesFile = FileFrom(2),
                LandingZonesFile = FileFrom(3),
                ObstaclesFile = FileFrom(4),
                PopulationGridFile = FileFrom(12),
            },
            Constraints = new MissionConstraints
            {
                MinObstacleClearanceM = From(5),
                MinTerrainClearanceM = From(6),
                MaxGustMps = From(7),
                MinVisibilityM = From(8),
                MaxPrecipitationMmH = From(9),
                MaxWindMps = From(10),
                MaxCrosswindMps = From(11),
            },
        };
        return (mission, vehicle);
    }

    [Fact]
    public void The_first_of_them_ends_the_run_with_the_balance()
    {
        for (int i = 0; i < Fields.Length; i++)
        {
            (Mission mission, Vehicle vehicle) = AskingFrom(i);
            EstimateResult result = Estimates.Run(mission, vehicle);
            Expect.Failure(
                result.Failure, FailureKind.Unsupported, FailureCode.CheckUnsupported, FlightPlace.Mission, ("field", Fields[i]));
            Assert.Contains(Fields[i], result.Failure!.Message, StringComparison.Ordinal);
            Assert.NotNull(result.Energy);
        }

        (Mission plain, Vehicle plainVehicle) = AskingFrom(Fields.Length);
        Estimates.Success(plain, plainVehicle);
    }

    [Fact]
    public void An_empty_path_asks_too_and_files_that_were_read_do_not()
    {
        Mission mission = TestMissions.K(Rtl());
        Assert.Equal(
            FailureCode.CheckUnsupported,
            Estimates.Run(mission.WithAssets(a => a with { GeofencesFile = "" }), TestVehicles.K).Failure!.Code);
        Estimates.Success(mission.WithAssets(a => a with { TerrainFile = "t", WindGridFile = "w", CommsCoverageFile = "c" }), TestVehicles.K);
    }

    [Fact]
    public void The_gates_of_the_plain_battery_do_not_judge_a_vehicle_with_resources()
    {
        Vehicle vehicle = TestVehicles.K.WithEnergy(e => e with { BatteryCapacityWh = 1 }) with
        {
            ResourceSystems = [new ResourceSystem { ResourceId = "r", Kind = ResourceKind.OnboardBattery }],
        };
        EstimateResult result = Estimates.Run(TestMissions.F(Waypoint(47.02, 8.0, 0)), vehicle);
        Assert.Equal(FailureCode.CheckUnsupported, result.Failure!.Code);
        Assert.False(result.Energy!.IsFeasible);
        // No warning of the failsafe in a run that failed.
        Assert.Empty(result.Warnings);
    }
}
