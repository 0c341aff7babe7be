using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Tests.Binding;

namespace BvlosSim.Documents.Tests.Vehicles;

/// <summary>One change to a valid vehicle, and the problem it gives; each rule with a neighbour that passes.</summary>
public class VehicleOutcomeTests
{
    [Fact]
    public void AnEmptyVehicleMissesFiveKeys()
    {
        LoadError error = Outcome.VehicleError(Tree.EmptyMapping());

        Assert.Equal(
            ["vehicle_id missing", "vehicle_class missing", "mass missing", "performance missing", "energy missing"],
            error.Problems.Select(Outcome.Short));
        Assert.Equal("vehicle", error.InputName);
    }

    [Theory]
    [InlineData("capabilities", """{"hover": 2, "forward_flight": 1}""", "capabilities.hover", "bool_parsing")]
    [InlineData("capabilities", """{"hover": 2.0, "forward_flight": 1}""", "capabilities.hover", "bool_parsing")]
    [InlineData("capabilities", """{"hover": 0.5, "forward_flight": 1}""", "capabilities.hover", "bool_type")]
    [InlineData("capabilities", """{"hover": 9223372036854775808, "forward_flight": 1}""", "capabilities.hover", "bool_type")]
    [InlineData("capabilities", """{"hover": " yes", "forward_flight": 1}""", "capabilities.hover", "bool_parsing")]
    [InlineData("capabilities", """{"hover": null, "forward_flight": 1}""", "capabilities.hover", "bool_type")]
    [InlineData("performance.max_crab_angle_deg", "90", "performance.max_crab_angle_deg", "less_than")]
    [InlineData("failsafe", """{"low_battery_warn_percent": 20}""", "failsafe", "value_error")]
    [InlineData("schema_version", "\"vehicle.v5\"", "schema_version", "extra_forbidden")]
    [InlineData("controller", """{"kp_cross_track": 1}""", "controller.kp_cross_track", "extra_forbidden")]
    [InlineData("sensors", """{"gps": {"foo": 1}}""", "sensors.gps.foo", "extra_forbidden")]
    [InlineData("metadata", "null", "metadata", "dict_type")]
    [InlineData("autopilot", "null", "autopilot", "enum")]
    public void OneChangeGivesOneProblem(string path, string json, string problemPath, string type) =>
        Outcome.One(Outcome.VehicleError(Samples.Vehicle.With(path, json)), problemPath, type);

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("1.0", true)]
    [InlineData("\"Yes\"", true)]
    [InlineData("\"T\"", true)]
    [InlineData("\"on\"", true)]
    [InlineData("\"1\"", true)]
    [InlineData("0", false)]
    [InlineData("-0.0", false)]
    [InlineData("\"OFF\"", false)]
    [InlineData("\"n\"", false)]
    [InlineData("\"0\"", false)]
    public void LenientBooleans(string json, bool expected)
    {
        DocumentNode root = Samples.Vehicle.With("capabilities", """{"forward_flight": true}""").With("capabilities.hover", json);
        Assert.Equal(expected, Outcome.BindVehicle(root).Capabilities!.Hover);
    }

    [Fact]
    public void NonFiniteBooleansAreNone()
    {
        foreach (double value in new[] { double.NaN, double.PositiveInfinity })
        {
            DocumentNode root = Samples.Vehicle.With("capabilities", """{"forward_flight": true}""").With("capabilities.hover", Tree.Number(value));
            Outcome.One(Outcome.VehicleError(root), "capabilities.hover", "bool_type");
        }
    }

    [Fact]
    public void AVtolNeedsHoverSpeedHoverPowerAndTurnRadius()
    {
        DocumentNode neither = Samples.Vehicle.Without("performance.hover_speed_mps").Without("energy.hover_power_w");
        Problem first = Outcome.One(Outcome.VehicleError(neither), null, "value_error");
        Assert.Contains("hover_speed_mps", first.Message, StringComparison.Ordinal);

        Problem power = Outcome.One(Outcome.VehicleError(Samples.Vehicle.Without("energy.hover_power_w")), null, "value_error");
        Assert.Contains("hover_power_w", power.Message, StringComparison.Ordinal);

        Problem radius = Outcome.One(Outcome.VehicleError(Samples.Vehicle.Without("performance.turn_radius_m")), null, "value_error");
        Assert.Contains("turn_radius_m", radius.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMultirotorNeedsNoTurnRadiusAndAFixedWingNoHover()
    {
        Outcome.BindVehicle(Samples.Vehicle.With("vehicle_class", "\"multirotor\"").Without("performance.turn_radius_m"));
        DocumentNode wing = Samples.Vehicle.With("vehicle_class", "\"fixed_wing\"");
        Outcome.BindVehicle(wing.Without("performance.hover_speed_mps").Without("energy.hover_power_w"));
        Outcome.One(Outcome.VehicleError(wing.Without("performance.turn_radius_m")), null, "value_error");
        DocumentNode multirotor = Samples.Vehicle.With("vehicle_class", "\"multirotor\"");
        Outcome.One(Outcome.VehicleError(multirotor.Without("performance.hover_speed_mps")), null, "value_error");
    }

    [Theory]
    [InlineData("mass", """{"empty_kg": 0.1, "max_payload_kg": 0.2, "max_takeoff_kg": 0.3}""", false)]
    [InlineData("mass", """{"empty_kg": 8.1, "max_payload_kg": 0.2, "max_takeoff_kg": 8.3}""", true)]
    [InlineData("mass", """{"empty_kg": 8, "max_takeoff_kg": 8}""", true)]
    [InlineData("mass", """{"empty_kg": 8, "max_takeoff_kg": 7.9}""", false)]
    [InlineData("mass", """{"empty_kg": 8, "max_takeoff_kg": 9, "operating_mass_kg": 7.9}""", false)]
    [InlineData("mass", """{"empty_kg": 8, "max_takeoff_kg": 9, "operating_mass_kg": 8}""", true)]
    [InlineData("mass", """{"empty_kg": 8, "max_takeoff_kg": 9, "operating_mass_kg": 9}""", true)]
    [InlineData("mass", """{"empty_kg": 8, "max_takeoff_kg": 9, "operating_mass_kg": 9.1}""", false)]
    [InlineData("failsafe", """{"low_battery_warn_percent": 25}""", true)]
    [InlineData("failsafe", """{"emergency_land_percent": 25}""", true)]
    [InlineData("failsafe", """{"emergency_land_percent": 26}""", false)]
    [InlineData("failsafe", """{"low_battery_abort_percent": 9}""", false)]
    public void RulesOfObjects(string path, string json, bool passes)
    {
        DocumentNode root = Samples.Vehicle.With(path, json);
        if (passes)
            Outcome.BindVehicle(root);
        else
            Outcome.One(Outcome.VehicleError(root), path, "value_error");
    }

    [Theory]
    [InlineData("max_speed_mps", 20.0, true)]
    [InlineData("max_speed_mps", 19.9, false)]
    [InlineData("hover_speed_mps", 25.0, true)]
    [InlineData("hover_speed_mps", 25.1, false)]
    public void RulesOfSpeeds(string key, double value, bool passes)
    {
        DocumentNode root = Samples.Vehicle.With($"performance.{key}", Tree.Number(value));
        if (passes)
            Outcome.BindVehicle(root);
        else
            Outcome.One(Outcome.VehicleError(root), "performance", "value_error");
    }

    [Theory]
    [InlineData("""[{"soc": 0.5, "usable_fraction": 1}]""", true)]
    [InlineData("""[{"soc": 0, "usable_fraction": 0.5}, {"soc": 1, "usable_fraction": 0.5}]""", true)]
    [InlineData("""[{"soc": 0.5, "usable_fraction": 0}, {"soc": 0.5, "usable_fraction": 1}]""", false)]
    [InlineData("""[{"soc": 0.5, "usable_fraction": 0.6}, {"soc": 0.6, "usable_fraction": 0.5}]""", false)]
    public void TheCapacityCurveIsSorted(string json, bool passes)
    {
        DocumentNode root = Samples.Vehicle.With("energy.usable_capacity_curve", json);
        if (passes)
            Outcome.BindVehicle(root);
        else
            Outcome.One(Outcome.VehicleError(root), "energy", "value_error");
    }

    [Fact]
    public void TheCapacityCurveHasAPoint() => Outcome.One(
        Outcome.VehicleError(Samples.Vehicle.With("energy.usable_capacity_curve", "[]")), "energy.usable_capacity_curve", "too_short");

    [Theory]
    [InlineData("external_power", false)]
    [InlineData("hybrid", false)]
    [InlineData("onboard_battery", true)]
    [InlineData("fuel", true)]
    public void ASupplyHasAPower(string kind, bool passes)
    {
        DocumentNode root = Samples.Vehicle.With("resource_systems", """[{"resource_id": "a"}]""").With("resource_systems.0.kind", Tree.Text(kind));
        if (passes)
            Outcome.BindVehicle(root);
        else
            Outcome.One(Outcome.VehicleError(root), "resource_systems.0", "value_error");
        Outcome.BindVehicle(root.With("resource_systems.0.continuous_power_w", "5"));
    }
}
