using BvlosSim.Environment.Terrain;
using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Missions;
using BvlosSim.Values;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation;

/// <summary>What a result says about the settings it was made with.</summary>
public class ResultMetadataTests
{
    private static Vehicle K => TestVehicles.K;

    private static Mission Plain { get; } = TestMissions.K(Rtl());

    private static ScalarMap Of(Mission mission, Vehicle? vehicle = null, WindProvider? wind = null, EstimationOptions? options = null) =>
        Estimates.Run(mission, vehicle ?? K, wind, options).Metadata;

    [Fact]
    public void Everything_by_default() => Expect.Context(
        Of(TestMissions.F(Rtl())),
        ("estimator_version", "v1"), ("options_source", "library_defaults"), ("capabilities_source", "derived_from_vehicle_class"),
        ("wind_provider_id", "constant"), ("require_rth_reserve", true), ("applied_default_min_groundspeed_mps", 3.0),
        ("applied_default_max_segment_length_m", 500.0), ("applied_default_max_crab_angle_deg", 35.0));

    [Fact]
    public void Nothing_by_default() => Expect.Context(
        Of(
            Plain.V2(), (K with { Capabilities = new VehicleCapabilities(true, true) }).WithPerformance(p => p with { MaxCrabAngleDeg = 35 }),
            new LayeredWind([new WindLayer(0, 0, 0)]), new EstimationOptions { MinGroundspeedMps = 2, MaxSegmentLengthM = double.PositiveInfinity }),
        ("estimator_version", "v2"), ("options_source", "runtime_options"), ("capabilities_source", "explicit"),
        ("wind_provider_id", "layered"));

    [Fact]
    public void A_default_is_a_number_whoever_wrote_it()
    {
        ScalarMap metadata = Of(Plain.WithEstimation(e => e with { MinGroundspeedMps = 3, MaxSegmentLengthM = 500 }));
        Assert.Equal(3, metadata.Find("applied_default_min_groundspeed_mps").Number);
        Assert.Equal(500, metadata.Find("applied_default_max_segment_length_m").Number);
        Assert.Equal("mission_estimation", metadata.Find("options_source").Text);
        metadata = Of(Plain.WithEstimation(e => e with { MinGroundspeedMps = 3.0000001, MaxSegmentLengthM = 500.1 }));
        Assert.Equal(ScalarKind.Null, metadata.Find("applied_default_min_groundspeed_mps").Kind);
        Assert.Equal(ScalarKind.Null, metadata.Find("applied_default_max_segment_length_m").Kind);
    }

    [Theory]
    [InlineData("2026-03-04T05:06:07Z", "2026-03-04T05:06:07Z")]
    [InlineData("2026-03-04T05:06:07+02:30", "2026-03-04T02:36:07Z")]
    [InlineData("2026-03-04T23:06:07.25-02:00", "2026-03-05T01:06:07.250000Z")]
    [InlineData("2026-03-04T05:06:07.000001Z", "2026-03-04T05:06:07.000001Z")]
    [InlineData("2026-03-04T05:06:07.0000009Z", "2026-03-04T05:06:07Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    public void The_departure_is_in_universal_time(string departure, string expected)
    {
        DateTimeOffset time = DateTimeOffset.Parse(departure, System.Globalization.CultureInfo.InvariantCulture);
        Mission mission = Plain with { DepartureTime = new DepartureTime(time, HasOffset: true) };
        Assert.Equal(expected, Of(mission).Find("departure_time").Text);
    }

    [Fact]
    public void Accepted_warnings_are_sorted()
    {
        Mission mission = Plain.WithConstraints(
            c => c with { AcceptedWarningCodes = ["LOITER_RADIUS_IGNORED", "ENERGY_MODEL_UNCALIBRATED", "HIGH_CRAB_MARGIN"] });
        Assert.Equal(
            "ENERGY_MODEL_UNCALIBRATED,HIGH_CRAB_MARGIN,LOITER_RADIUS_IGNORED", Of(mission).Find("accepted_warning_codes").Text);
    }

    [Fact]
    public void The_terrain_names_itself()
    {
        EstimateResult result = Estimates.Run(Plain, K, terrain: new ConstantTerrain(100));
        Assert.Equal(new ConstantTerrain(100).Id, result.Metadata.Find("terrain_provider_id").Text);
        Assert.DoesNotContain(Of(Plain), e => e.Key == "terrain_provider_id");
    }

    [Fact]
    public void Every_wind_names_itself()
    {
        var grid = new WindGrid([0, 1], [0, 1], [0, 1], [0, 1], [.. Enumerable.Repeat(default(WindVector), 16)]);
        (WindProvider, string)[] winds =
        [
            (ConstantWind.Calm, "constant"), (new LayeredWind([new WindLayer(0, 0, 0)]), "layered"), (grid, "spatiotemporal_grid"),
            (new TimeVaryingWind(grid, []), "time-varying"), (new ComponentOverrideWind(grid, 1, null), "component-override"),
            (new EastOverlayWind(grid, 0), "sensitivity_east_overlay"), (FormulaWind.OfTime(_ => default), "custom"),
        ];
        Assert.All(winds, wind => Assert.Equal(wind.Item2, Of(Plain, wind: wind.Item1).Find("wind_provider_id").Text));
    }

    [Fact]
    public void A_refused_run_has_metadata_once_the_settings_are_known()
    {
        Assert.Empty(Of(Plain with { VehicleProfile = "another" }));
        Assert.Equal("v1", Of(Plain.WithEstimation(e => e with { MinGroundspeedMps = 0 })).Find("estimator_version").Text);
    }
}
