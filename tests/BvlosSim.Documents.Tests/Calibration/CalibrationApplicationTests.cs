using BvlosSim.Documents.Calibration;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Tests.Binding;
using BvlosSim.Documents.Vehicles;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Tests.Calibration;

/// <summary>A profile put into a vehicle.</summary>
public class CalibrationApplicationTests
{
    private static readonly DocumentIdentity ProfileIdentity = new("yaml", new string('1', 64));

    [Fact]
    public void TheFittedValueReplacesTheVehicles()
    {
        BoundVehicle calibrated = Outcome.Sound(Apply(Samples.FullCalibration, Samples.Vehicle));
        Vehicle plain = Outcome.BindVehicle(Samples.Vehicle);

        Assert.Equal(
            plain with { Performance = plain.Performance with { CruiseSpeedMps = 16.0 } },
            calibrated.Vehicle);
        Assert.Equal(new string('0', 64), calibrated.Document.Identity.Sha256);
    }

    [Fact]
    public void TheLastOfARepeatedParameterCounts()
    {
        BoundVehicle calibrated = Outcome.Sound(Apply(
            WithParameters(("cruise_speed_mps", "16"), ("max_station_keep_wind_mps", "0"), ("cruise_speed_mps", "17"), ("climb_rate_mps", "\"3.5\"")),
            Samples.FullVehicle));

        Assert.Equal(17.0, calibrated.Vehicle.Performance.CruiseSpeedMps);
        Assert.Equal(3.5, calibrated.Vehicle.Performance.ClimbRateMps);
        Assert.Equal(0.0, calibrated.Vehicle.Performance.MaxStationKeepWindMps);
        Assert.Equal(CalibrationStatus.PlaceholderValues, calibrated.Vehicle.CalibrationStatus);
    }

    [Fact]
    public void WithoutParametersTheVehicleIsUnchanged()
    {
        BoundVehicle vehicle = Outcome.Sound(VehicleReader.Bind(Tree.Document(Samples.FullVehicle)));
        BoundCalibration profile = Outcome.Sound(CalibrationReader.Bind(Tree.Document(WithParameters())));

        Assert.Same(vehicle, CalibrationApplication.Apply(profile, vehicle).Value);
    }

    [Fact]
    public void AProfileOfAnotherVehicleIsRefused()
    {
        LoadError error = Outcome.Refused(Apply(Samples.FullCalibration.With("base_vehicle_id", Tree.Text("zz")), Samples.Vehicle));

        Assert.Equal(["base_vehicle_id=q", "calibration_vehicle_id=zz"], error.Details.Select(d => $"{d.Key}={d.Value}"));
        Assert.Equal("calibration", error.InputName);
        Assert.Equal("/folder/profile.yaml", error.Path);
        Assert.Equal(ProfileIdentity, error.Identity);
    }

    [Fact]
    public void AValueAboveTheGreatestSpeedIsRefused()
    {
        LoadError error = Outcome.Refused(Apply(WithParameters(("cruise_speed_mps", "\"30\"")), Samples.Vehicle));

        Outcome.One(error, "performance", "value_error");
        Assert.Equal("calibration", error.InputName);
        Assert.Equal("/folder/profile.yaml", error.Path);
        Assert.Equal(ProfileIdentity, error.Identity);
        Assert.Equal(1, error.Details.Find("validation_error_count").Integer);
    }

    [Fact]
    public void ValuesOutOfBoundsAreRefusedInTheOrderOfTheVehicle()
    {
        DocumentNode profile = WithParameters(("climb_rate_mps", "-1"), ("max_station_keep_wind_mps", "\"nan\""), ("cruise_speed_mps", "0"));
        LoadError error = Outcome.Refused(Apply(profile, Samples.Vehicle));

        Assert.Equal(
            [
                "performance.cruise_speed_mps greater_than", "performance.climb_rate_mps greater_than",
                "performance.max_station_keep_wind_mps value_error",
            ],
            error.Problems.Select(Outcome.Short));
    }

    [Fact]
    public void AProblemPointsIntoTheProfile()
    {
        DocumentNode profile = Samples.FullCalibration.With("parameters.0.fitted_value", DocumentNode.FromInteger(0, 8, 51));
        Problem problem = Outcome.One(Outcome.Refused(Apply(profile, Samples.Vehicle)), "performance.cruise_speed_mps", "greater_than");

        Assert.Equal((8, 51), (problem.Line, problem.Column));
    }

    private static LoadResult<BoundVehicle> Apply(DocumentNode profile, DocumentNode vehicle)
    {
        var document = new LoadedDocument("/folder/profile.yaml", ProfileIdentity, profile);
        return CalibrationApplication.Apply(
            Outcome.Sound(CalibrationReader.Bind(document)), Outcome.Sound(VehicleReader.Bind(Tree.Document(vehicle))));
    }

    private static DocumentNode WithParameters(params (string Name, string Value)[] parameters)
    {
        DocumentNode template = Samples.FullCalibration.At("parameters.0");
        return Samples.FullCalibration.With(
            "parameters",
            Tree.List([.. parameters.Select(p => template.With("parameter", Tree.Text(p.Name)).With("fitted_value", p.Value))]));
    }
}
