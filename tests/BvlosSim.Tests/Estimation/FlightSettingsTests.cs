using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Missions;
using BvlosSim.Vehicles;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation;

/// <summary>Who decides each setting of a run.</summary>
public class FlightSettingsTests
{
    private static Vehicle K => TestVehicles.K;

    private static Mission Plain { get; } = TestMissions.K(Rtl());

    private static WindVector WindOf(FlightSettings settings, double altitudeM = 500) => settings.Wind.At(47, 8, altitudeM, 0);

    [Fact]
    public void Without_any_choice_the_defaults_hold()
    {
        FlightSettings settings = Estimates.Settings(Plain, K);
        Assert.Equal((3.0, 500.0, 35.0), (settings.MinGroundspeedMps, settings.MaxSegmentLengthM, settings.MaxCrabAngleDeg));
        Assert.Equal((Fidelity.V1, OptionsSource.LibraryDefaults), (settings.Fidelity, settings.OptionsSource));
        Assert.IsType<ConstantWind>(settings.Wind);
        Assert.Equal(default, WindOf(settings));
    }

    [Fact]
    public void The_mission_comes_before_the_defaults()
    {
        Mission mission = Plain with
        {
            Estimation = new EstimationSettings
            {
                WindEastMps = 2,
                WindNorthMps = -3,
                MinGroundspeedMps = 4,
                MaxSegmentLengthM = 70,
                Fidelity = Fidelity.V2,
            },
        };
        FlightSettings settings = Estimates.Settings(mission, K);
        Assert.Equal((4.0, 70.0, Fidelity.V2), (settings.MinGroundspeedMps, settings.MaxSegmentLengthM, settings.Fidelity));
        Assert.Equal(new WindVector(2, -3), WindOf(settings));
        Assert.Equal(OptionsSource.MissionEstimation, settings.OptionsSource);
    }

    [Fact]
    public void An_empty_block_of_the_mission_inherits_the_defaults()
    {
        FlightSettings settings = Estimates.Settings(Plain with { Estimation = new EstimationSettings() }, K);
        Assert.Equal((3.0, 500.0, Fidelity.V1), (settings.MinGroundspeedMps, settings.MaxSegmentLengthM, settings.Fidelity));
        Assert.Equal(OptionsSource.MissionEstimation, settings.OptionsSource);
    }

    [Fact]
    public void Options_come_before_the_mission_each_for_itself()
    {
        Mission mission = Plain.WithWind(2, -3).WithEstimation(e => e with { MinGroundspeedMps = 4, MaxSegmentLengthM = 70 });
        FlightSettings settings = Estimates.Settings(mission, K, options: new EstimationOptions { WindEastMps = 9 });
        Assert.Equal(new WindVector(9, -3), WindOf(settings));
        Assert.Equal((4.0, 70.0, Fidelity.V1), (settings.MinGroundspeedMps, settings.MaxSegmentLengthM, settings.Fidelity));

        settings = Estimates.Settings(mission.V2(), K, options: new EstimationOptions
        {
            WindNorthMps = 8,
            MinGroundspeedMps = 5,
            MaxSegmentLengthM = 60,
            Fidelity = Fidelity.V1,
        });
        Assert.Equal(new WindVector(2, 8), WindOf(settings));
        Assert.Equal((5.0, 60.0, Fidelity.V1), (settings.MinGroundspeedMps, settings.MaxSegmentLengthM, settings.Fidelity));
        // Also without a block in the mission.
        Assert.Equal(new WindVector(0, 8), WindOf(Estimates.Settings(Plain, K, options: new EstimationOptions { WindNorthMps = 8 })));
    }

    [Fact]
    public void Empty_options_inherit_everything_and_are_the_source_all_the_same()
    {
        FlightSettings settings = Estimates.Settings(Plain.WithWind(2, -3).V2(), K, options: new EstimationOptions());
        Assert.Equal(new WindVector(2, -3), WindOf(settings));
        Assert.Equal((Fidelity.V2, OptionsSource.RuntimeOptions), (settings.Fidelity, settings.OptionsSource));
    }

    [Fact]
    public void The_crab_limit_is_the_vehicles() => Assert.Equal(
        41, Estimates.Settings(Plain, K.WithPerformance(p => p with { MaxCrabAngleDeg = 41 })).MaxCrabAngleDeg);

    [Fact]
    public void A_given_wind_comes_before_every_other()
    {
        var wind = new EastOverlayWind(null, 1);
        Mission mission = Plain.WithWind(2, -3).WithLayers(new WindLayer(0, 5, 5));
        Assert.Same(wind, Estimates.Settings(mission, K, wind, new EstimationOptions { WindEastMps = 9 }).Wind);
        // Layers that are not used are not judged.
        Assert.Same(wind, Estimates.Settings(Plain.WithLayers(), K, wind).Wind);
    }

    [Fact]
    public void Layers_come_before_scalars_unless_options_set_one()
    {
        Mission mission = Plain.WithWind(2, -3).WithLayers(new WindLayer(0, 5, 5), new WindLayer(1000, 6, 6));
        FlightSettings settings = Estimates.Settings(mission, K);
        Assert.IsType<LayeredWind>(settings.Wind);
        Assert.Equal((new WindVector(5, 5), new WindVector(6, 6)), (WindOf(settings), WindOf(settings, 1000)));

        EstimationOptions other = new() { MinGroundspeedMps = 5, MaxSegmentLengthM = 60, Fidelity = Fidelity.V2 };
        Assert.IsType<LayeredWind>(Estimates.Settings(mission, K, options: other).Wind);
        Assert.Equal(new WindVector(9, -3), WindOf(Estimates.Settings(mission, K, options: new EstimationOptions { WindEastMps = 9 })));
        Assert.Equal(new WindVector(2, 9), WindOf(Estimates.Settings(mission, K, options: new EstimationOptions { WindNorthMps = 9 })));
    }

    [Fact]
    public void Layers_that_make_no_wind_are_refused_before_the_run()
    {
        WindLayer[][] broken = [[], [new WindLayer(100, 1, 1), new WindLayer(100, 2, 2)]];
        foreach (WindLayer[] layers in broken)
        {
            EstimateResult result = Estimates.Run(Plain.WithLayers(layers), K);
            Expect.Failure(result.Failure, FailureKind.InvalidInput, FailureCode.InvalidWindLayers, FlightPlace.Mission);
            Assert.StartsWith("estimation.wind_layers: ", result.Failure!.Message, StringComparison.Ordinal);
            Assert.Empty(result.Metadata);
            Assert.Empty(result.Legs);
        }
    }

    [Theory]
    [InlineData(VehicleClass.FixedWing, false, true)]
    [InlineData(VehicleClass.Multirotor, true, false)]
    [InlineData(VehicleClass.Vtol, true, true)]
    public void Capabilities_follow_from_the_class_unless_they_are_stated(VehicleClass vehicleClass, bool hovers, bool fliesForward)
    {
        FlightSettings settings = Estimates.Settings(Plain, K with { Class = vehicleClass });
        Assert.Equal((hovers, fliesForward, false), (settings.CanHover, settings.CanFlyForward, settings.CapabilitiesAreExplicit));
        settings = Estimates.Settings(Plain, K with { Class = vehicleClass, Capabilities = new VehicleCapabilities(!hovers, !fliesForward) });
        Assert.Equal((!hovers, !fliesForward, true), (settings.CanHover, settings.CanFlyForward, settings.CapabilitiesAreExplicit));
    }
}
