using BvlosSim.Environment.Grids;
using BvlosSim.Environment.Terrain;
using BvlosSim.Estimation;
using BvlosSim.Missions;
using CsCheck;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Limits;

/// <summary>Heights above ground that the mission declares, and the flight.</summary>
public class DeclaredHeightsTests
{
    private static readonly Mission Flight = TestMissions.K(Waypoint(47.02, 8.0, 100), Waypoint(47.02, 8.03, 150), Waypoint(47.0, 8.03, 80));

    private static Mission Declaring(double? airspaceM, double? footprintM = null, Mission? mission = null) => (mission ?? Flight) with
    {
        Airspace = airspaceM is not { } height
            ? null
            : new AirspaceDeclaration
            {
                Class = AirspaceClass.G,
                MaxAltitudeAglM = height,
                VolumeAssessmentReference = "volume",
                WorstCaseArcDeclared = true,
                AerodromeEnvironment = false,
                OverUrbanArea = false,
                TransponderMandatoryZone = false,
            },
        Sora = footprintM is not { } maximum
            ? null
            : new SoraDeclaration
            {
                GroundRiskFootprint = new GroundRiskFootprint
                {
                    OperationalVolumeMarginM = 10,
                    GroundRiskBufferM = 200,
                    VerticalContingencyMarginM = 15,
                    MaximumHeightAglM = maximum,
                    Derivation = "rule",
                },
            },
    };

    private static EstimateResult Fly(Mission mission, TerrainProvider? terrain = null) => Estimates.Run(mission, TestVehicles.K, terrain: terrain);

    private static MissionWarning[] Of(EstimateResult result) => [.. result.Warnings.Where(w => w.Code == WarningCode.DeclaredHeightExceeded)];

    private static TerrainGrid Ground(double southWestM, double northEastM) =>
        new(new RegularGrid(new RegularAxis(46.9, 0.2, 2), new RegularAxis(7.9, 0.2, 2), [southWestM, southWestM, northEastM, northEastM]));

    [Fact]
    public void A_mission_that_declares_nothing_or_keeps_to_it_says_nothing()
    {
        Assert.Empty(Of(Fly(Flight)));
        Assert.Empty(Of(Fly(Declaring(150, 150))));
        Assert.Empty(Of(Fly(Declaring(120, 120), Ground(530, 530))));
    }

    [Fact]
    public void A_flight_above_a_declared_height_says_where_when_and_how_far()
    {
        Mission mission = Declaring(120) with { DepartureTime = new DepartureTime(new DateTimeOffset(2026, 6, 18, 8, 0, 0, TimeSpan.Zero), HasOffset: true) };
        EstimateResult result = Fly(mission);
        MissionWarning warning = Assert.Single(Of(result));

        Assert.Equal(1, warning.Place.LegIndex);
        double elapsedS = warning.Context.Find("elapsed_time_s").Number;
        Assert.InRange(elapsedS, result.Legs[0].TimeS, result.Legs[0].TimeS + result.Legs[1].TimeS);
        double lonDeg = warning.Context.Find("lon").Number;
        Assert.InRange(lonDeg, 8.0, 8.03);
        Expect.Context(
            warning.Context,
            ("field", "airspace.max_altitude_agl_m"), ("declared_height_m", 120.0), ("height_m", 150.0), ("beyond_m", 30.0),
            ("lat", warning.Context.Find("lat").Number), ("lon", lonDeg), ("alt_amsl_m", 650.0), ("ground_amsl_m", 500.0), ("ground", "home"),
            ("elapsed_time_s", elapsedS), ("utc", new DateTime(2026, 6, 18, 8, 0, 0, DateTimeKind.Utc).AddSeconds(elapsedS).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null)));
        Assert.Contains("The flight is 150.0 m above the altitude of home (no terrain is given) at 47.02", warning.Message, StringComparison.Ordinal);
        Assert.Contains("30.0 m more than airspace.max_altitude_agl_m (120) declares", warning.Message, StringComparison.Ordinal);
        Assert.Contains(warning.Context.Find("utc").Text, warning.Message, StringComparison.Ordinal);
        Assert.False(WarningCodes.IsWaivable(warning.Code));
    }

    [Fact]
    public void Both_declarations_count_each_by_itself()
    {
        static string[] Fields(Mission mission) => [.. Of(Fly(mission)).Select(w => w.Context.Find("field").Text)];
        Assert.Equal(["airspace.max_altitude_agl_m", "sora.ground_risk_footprint.maximum_height_agl_m"], Fields(Declaring(20, 20)));
        Assert.Equal(["sora.ground_risk_footprint.maximum_height_agl_m"], Fields(Declaring(150, 149.9)));
        Assert.Equal(["airspace.max_altitude_agl_m"], Fields(Declaring(149.9, 150)));
    }

    [Fact]
    public void The_terrain_counts_where_there_is_one()
    {
        // The ground falls to the north: there the flight is 150 m above home, and home 60 m above the ground.
        MissionWarning warning = Assert.Single(Of(Fly(Declaring(200), Ground(500, 400))));
        Assert.Equal("terrain", warning.Context.Find("ground").Text);
        Assert.Equal(440.0, warning.Context.Find("ground_amsl_m").Number, 0.01);
        Assert.Equal(210.0, warning.Context.Find("height_m").Number, 0.01);
        Assert.Contains("m above the terrain at 47.02", warning.Message, StringComparison.Ordinal);
        Assert.Empty(Of(Fly(Declaring(200))));
    }

    [Fact]
    public void Ground_that_is_not_known_leaves_the_declaration_unevaluated()
    {
        var small = new TerrainGrid(new RegularGrid(new RegularAxis(46.99, 0.02, 2), new RegularAxis(7.99, 0.02, 2), [500, 500, 500, 500]));
        EstimateResult result = Fly(Declaring(20, 20), small);
        Assert.Empty(Of(result));
        MissionWarning[] unknown = [.. result.Warnings.Where(w => w.Code == WarningCode.LimitNotEvaluated)];
        Assert.Equal(2, unknown.Length);
        Assert.All(unknown, w => Assert.Contains("the terrain grid does not cover the route at 47.01", w.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(Fly(Flight, small).Warnings, w => w.Code == WarningCode.LimitNotEvaluated);
    }

    [Fact]
    public void It_warns_exactly_from_the_greatest_height_on() => Property.Holds(
        from heights in Property.Between(10, 400).Array[1, 6]
        from declaredM in Property.Between(5, 450)
        from groundM in Property.Between(300, 500)
        select (heights, declaredM, groundM),
        sample =>
        {
            Mission mission = TestMissions.K([.. sample.heights.Select((h, i) => Waypoint(47.01, 8.0 + (0.02 * i), h))]);
            double greatestM = Math.Max(0.0, sample.heights.Max()) + 500.0 - sample.groundM;
            MissionWarning[] warnings = Of(Fly(Declaring(sample.declaredM, mission: mission), new ConstantTerrain(sample.groundM)));
            Assert.Equal(greatestM > sample.declaredM + 1e-6 ? 1 : 0, warnings.Length);
            if (warnings.Length > 0)
                Assert.Equal(greatestM, warnings[0].Context.Find("height_m").Number, 6);
        });
}
