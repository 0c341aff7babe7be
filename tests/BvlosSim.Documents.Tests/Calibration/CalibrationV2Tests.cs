using BvlosSim.Documents.Calibration;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Tests.Binding;
using BvlosSim.Documents.Vehicles;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Tests.Calibration;

/// <summary>The second version of calibration profiles, which holds an energy model.</summary>
public class CalibrationV2Tests
{
    private static readonly DocumentNode Full = Samples.FullCalibration
        .With("schema_version", Tree.Text("calibration-profile.v2"))
        .With("energy", """
            {
              "reference_mass_kg": 9, "reference_density_kgm3": 1.1,
              "coefficients": [
                {
                  "parameter": "cruise_power_w", "fitted_value": 480, "unit": "W", "standard_error": 5, "confidence_level": 0.95,
                  "confidence_low": 470, "confidence_high": 490, "interval_basis": "flights", "sample_count": 40, "flight_count": 4,
                  "mass_low_kg": 8.8, "mass_high_kg": 9.1,
                  "residuals": {"rms_percent": 4, "mad_percent": 2, "max_percent": 12}, "applicable_conditions": ["c"], "derivation": "d"
                }
              ],
              "not_identified": [{"parameter": "cruise_power_density_exponent", "reason": "r", "identifying_flight": "f"}],
              "flights": [
                {
                  "trace_id": "t1", "mass_kg": 9, "energy_wh": 80, "airborne_s": 600, "modelled_s": 590, "gap_count": 1, "gap_s": 7, "absent_s": 3,
                  "window_count": 40
                }
              ],
              "flight_error": {"rms_percent": 2, "interval_percent": 7, "confidence_level": 0.95, "flight_count": 4}
            }
            """)
        .With("holdout", """
            {
              "method": "leave_one_flight_out", "confidence_level": 0.95, "energy_share_inside": 1, "time_share_inside": null,
              "flights": [
                {
                  "trace_id": "t1", "predicted_share": 0.9, "time_s": null,
                  "energy_wh": {"observed": 80, "predicted": 82, "low": 75, "high": 89, "error_percent": 2.5, "inside": true}
                }
              ]
            }
            """);

    [Fact]
    public void TheLogsOfAProfileAreHashesAndOptional()
    {
        const string hash = "0123456789abcdefABCDEF0123456789abcdef0123456789abcdef0123456789";
        DocumentNode provenance = Tree.Json("{\"tool_version\": \"t\", \"calibration_dataset_version\": \"d\"}");

        Assert.Equal([hash], Outcome.BindCalibration(Full.With("provenance", provenance.With("source_log_sha256s", $"[\"{hash}\"]"))).Provenance.SourceLogSha256s.ToArray());
        Assert.Empty(Outcome.BindCalibration(Full.With("provenance", provenance)).Provenance.SourceLogSha256s);
    }

    [Fact]
    public void EveryValueOfAProfile()
    {
        CalibrationProfile profile = Outcome.BindCalibration(Full);
        EnergyCalibration energy = profile.Energy!;
        Assert.Equal((9.0, 1.1), (energy.ReferenceMassKg, energy.ReferenceDensityKgm3));
        EnergyCoefficient cruise = Assert.Single(energy.Coefficients);
        Assert.Equal((EnergyParameter.CruisePowerW, 480.0, 470.0, 490.0), (cruise.Parameter, cruise.FittedValue, cruise.ConfidenceLow, cruise.ConfidenceHigh));
        Assert.Equal((IntervalBasis.Flights, 40L, 4L), (cruise.Basis, cruise.SampleCount, cruise.FlightCount));
        Assert.Equal((8.8, 9.1), (cruise.MassLowKg, cruise.MassHighKg));
        Assert.Equal(new ResidualSummary(4.0, 2.0, 12.0), cruise.Residuals);
        Assert.Equal(new UnidentifiedCoefficient(EnergyParameter.CruisePowerDensityExponent, "r", "f"), Assert.Single(energy.NotIdentified));
        Assert.Equal((1L, 7.0, 3.0), (energy.Flights[0].GapCount, energy.Flights[0].GapS, energy.Flights[0].AbsentS));
        Assert.Equal(new FlightErrorSummary(2.0, 7.0, 0.95, 4), energy.FlightError);
        HoldoutFlight flight = Assert.Single(profile.Holdout!.Flights);
        Assert.Equal(new HoldoutFlight("t1", 0.9, new Prediction(80.0, 82.0, 75.0, 89.0), null), flight);
        Assert.True(flight.EnergyWh!.IsInside);
        Assert.Equal(2.5, flight.EnergyWh.ErrorPercent);
    }

    [Fact]
    public void EnergyAndHoldoutMayBeNull()
    {
        CalibrationProfile profile = Outcome.BindCalibration(Full.With("energy", "null").Without("holdout"));
        Assert.Null(profile.Energy);
        Assert.Null(profile.Holdout);
    }

    [Fact]
    public void TheFirstVersionKnowsNoEnergy() => Assert.Equal(
        ["energy extra_forbidden", "holdout extra_forbidden"],
        Outcome.CalibrationError(Full.With("schema_version", Tree.Text("calibration-profile.v1"))).Problems.Select(Outcome.Short));

    [Fact]
    public void AnUnknownVersionIsToldOfBoth()
    {
        LoadError error = Outcome.CalibrationError(Samples.FullCalibration.With("schema_version", Tree.Text("calibration-profile.v3")));
        Outcome.One(error, "schema_version", "literal_error");
        Assert.Contains("calibration-profile.v1", error.Message, StringComparison.Ordinal);
        Assert.Contains("calibration-profile.v2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("energy.coefficients.0.confidence_high", "400", "energy.coefficients.0 value_error")]
    [InlineData("energy.coefficients.0.confidence_low", "481", "energy.coefficients.0 value_error")]
    [InlineData("energy.coefficients.0.fitted_value", "491", "energy.coefficients.0 value_error")]
    [InlineData("energy.coefficients.0.confidence_low", "-1", "energy.coefficients.0 value_error")]
    [InlineData("energy.coefficients.0.mass_low_kg", "9.2", "energy.coefficients.0 value_error")]
    [InlineData("energy.coefficients.0.mass_high_kg", "0", "energy.coefficients.0.mass_high_kg greater_than")]
    [InlineData("energy.coefficients.0.unit", "\"kW\"", "energy.coefficients.0 value_error")]
    [InlineData("energy.coefficients.0.unit", "\"1\"", "energy.coefficients.0 value_error")]
    [InlineData("energy.coefficients.0.parameter", "\"x\"", "energy.coefficients.0.parameter enum")]
    [InlineData("energy.coefficients.0.interval_basis", "\"x\"", "energy.coefficients.0.interval_basis enum")]
    [InlineData("energy.coefficients.0.confidence_level", "1", "energy.coefficients.0.confidence_level less_than")]
    [InlineData("energy.reference_density_kgm3", "null", "energy value_error")]
    [InlineData("provenance.source_log_sha256s", "[\"aa\"]", "provenance.source_log_sha256s.0 string_pattern_mismatch")]
    [InlineData("energy.reference_density_kgm3", "0.19", "energy.reference_density_kgm3 greater_than_equal")]
    [InlineData("energy.reference_density_kgm3", "1.7", "energy.reference_density_kgm3 less_than_equal")]
    [InlineData("energy.reference_mass_kg", "0", "energy.reference_mass_kg greater_than")]
    [InlineData("holdout.method", "\"x\"", "holdout.method enum")]
    [InlineData("holdout.flights.0.predicted_share", "1.1", "holdout.flights.0.predicted_share less_than_equal")]
    public void WhatIsWrong(string path, string value, string problem) =>
        Assert.Equal([problem], Outcome.CalibrationError(Full.With(path, value)).Problems.Select(Outcome.Short));

    [Fact]
    public void ARepeatedCoefficientIsRefused()
    {
        DocumentNode one = Full.At("energy.coefficients.0");
        Outcome.One(Outcome.CalibrationError(Full.With("energy.coefficients", Tree.List(one, one))), "energy", "value_error");
    }

    [Fact]
    public void EveryPowerAndTheConditionsAtWhichTheyHoldGoIntoTheVehicle()
    {
        Vehicle plain = Outcome.BindVehicle(Samples.FullVehicle);
        Vehicle calibrated = Outcome.Sound(Apply(Full.With("energy.coefficients", Tree.List([.. EveryPower()])), Samples.FullVehicle)).Vehicle;
        Assert.Equal(16.0, calibrated.Performance.CruiseSpeedMps);
        Assert.Equal(
            plain.Energy with
            {
                HoverPowerW = 480.0,
                ClimbPowerW = 480.0,
                CruisePowerW = 480.0,
                DescentPowerW = 480.0,
                ReferenceMassKg = 9.0,
                ReferenceDensityKgm3 = 1.1,
            },
            calibrated.Energy with { UsableCapacityCurve = plain.Energy.UsableCapacityCurve });
    }

    [Fact]
    public void ThePowersThatWereNotFittedAreAsTheyWere()
    {
        // Cruise power alone. A file without reference conditions has its powers scaled by none, and keeps that.
        DocumentNode unscaled = Samples.FullVehicle.With("energy.reference_mass_kg", "null").With("energy.reference_density_kgm3", "null");
        Vehicle plain = Outcome.BindVehicle(unscaled);
        Vehicle calibrated = Outcome.Sound(Apply(Full, unscaled)).Vehicle;
        Assert.Equal(plain.Energy with { CruisePowerW = 480.0 }, calibrated.Energy with { UsableCapacityCurve = plain.Energy.UsableCapacityCurve });
        Assert.Equal(CalibrationStatus.PlaceholderValues, calibrated.CalibrationStatus);
        // One with conditions has to have those of the profile.
        DocumentNode same = Samples.FullVehicle.With("energy.reference_density_kgm3", "1.1");
        Assert.Equal((9.0, 1.1), (Outcome.Sound(Apply(Full, same)).Vehicle.Energy.ReferenceMassKg, Outcome.Sound(Apply(Full, same)).Vehicle.Energy.ReferenceDensityKgm3));
        Outcome.One(Outcome.Refused(Apply(Full, Samples.FullVehicle)), "energy.reference_density_kgm3", "value_error");
        Outcome.One(Outcome.Refused(Apply(Full, same.With("energy.reference_mass_kg", "8.9"))), "energy.reference_mass_kg", "value_error");
    }

    [Theory]
    // The vehicle keeps its station in 10 m/s; version 1 raises that, version 2 does not.
    [InlineData("calibration-profile.v2", "9", 9.0)]
    [InlineData("calibration-profile.v2", "11", 10.0)]
    [InlineData("calibration-profile.v1", "11", 11.0)]
    public void TheWindOfStationKeepingIsNotRaised(string version, string value, double expectedMps)
    {
        DocumentNode profile = Samples.FullCalibration.With("schema_version", Tree.Text(version))
            .With("parameters.0.parameter", Tree.Text("max_station_keep_wind_mps"))
            .With("parameters.0.confidence_low", "1").With("parameters.0.fitted_value", value);
        Assert.Equal(expectedMps, Outcome.Sound(Apply(profile, Samples.FullVehicle)).Vehicle.Performance.MaxStationKeepWindMps);
    }

    [Theory]
    // The vehicle weighs 8 to 10 kg, and draws 1200, 800, 450 and 300 W.
    [InlineData("energy.reference_mass_kg", "7.2", "energy.reference_mass_kg")]
    [InlineData("energy.reference_mass_kg", "1e9", "energy.reference_mass_kg")]
    [InlineData("energy.coefficients.0.fitted_value", "119", "energy.coefficients.0.fitted_value")]
    [InlineData("energy.coefficients.3.fitted_value", "3001", "energy.coefficients.3.fitted_value")]
    public void WhatTheVehicleCannotBeIsRefusedWithItsPlace(string path, string value, string place)
    {
        DocumentNode profile = Full.With("energy.coefficients", Tree.List([.. EveryPower().Select(
            p => p.With("confidence_low", "0").With("confidence_high", "1e10"))]));
        Assert.Null(Apply(profile, Samples.FullVehicle).Error);
        LoadError error = Outcome.Refused(Apply(profile.With(path, Tree.Json(value)), Samples.FullVehicle));
        Outcome.One(error, place, "value_error");
        Assert.Equal("calibration", error.InputName);
    }

    [Fact]
    public void OnlyEveryPowerTogetherChangesTheStatus()
    {
        DocumentNode[] all = EveryPower();
        Assert.Equal(CalibrationStatus.LogCalibrated, Status(Samples.FullVehicle, all));
        DocumentNode sameAir = Samples.FullVehicle.With("energy.reference_density_kgm3", "1.1");
        for (int i = 0; i < all.Length; i++)
            Assert.Equal(CalibrationStatus.PlaceholderValues, Status(sameAir, [.. all.Where((_, k) => k != i)]));
    }

    [Theory]
    // From too few flights, known too badly on one side or the other, or claiming too little.
    [InlineData("interval_basis", "\"windows\"")]
    [InlineData("flight_count", "2")]
    [InlineData("confidence_low", "400")]
    [InlineData("confidence_high", "560")]
    [InlineData("confidence_level", "0.9")]
    // At masses of which none is near that of the vehicle, or not known.
    [InlineData("mass_low_kg", "null")]
    [InlineData("mass_high_kg", "null")]
    [InlineData("mass_high_kg", "8.1", "8")]
    [InlineData("mass_low_kg", "9.95", "9.95")]
    public void APowerThatIsNotKnownWellEnoughChangesNoStatus(string key, string value, string? otherMass = null)
    {
        DocumentNode[] all = EveryPower();
        DocumentNode doubtful = all[0].With(key, value);
        if (otherMass is not null)
            doubtful = doubtful.With(key == "mass_low_kg" ? "mass_high_kg" : "mass_low_kg", otherMass);
        Assert.Equal(CalibrationStatus.PlaceholderValues, Status(Samples.FullVehicle, [doubtful, .. all[1..]]));
    }

    [Fact]
    public void AFittedExponentReachesAsFarAsItIsKnown()
    {
        // The flights weighed 8.8 to 9.1 kg, and the vehicle has 12 now.
        DocumentNode heavier = Samples.FullVehicle.With("mass.max_takeoff_kg", "15").With("mass.operating_mass_kg", "12");
        Assert.Equal(CalibrationStatus.PlaceholderValues, Status(heavier, EveryPower()));
        Assert.Equal(CalibrationStatus.LogCalibrated, Status(heavier, [.. EveryPower(), .. Exponents(0.3)]));
        Assert.Equal(CalibrationStatus.PlaceholderValues, Status(heavier, [.. EveryPower(), .. Exponents(0.6)]));
    }

    [Fact]
    public void WithoutAMassNothingIsKnown()
    {
        DocumentNode unknown = Samples.FullVehicle.With("mass.operating_mass_kg", "null");
        Assert.Equal(CalibrationStatus.PlaceholderValues, Status(unknown, EveryPower()));
        Assert.Equal(CalibrationStatus.PlaceholderValues, Status(unknown, [.. EveryPower(), .. Exponents(0.1)]));
    }

    private static DocumentNode[] EveryPower()
    {
        DocumentNode one = Full.At("energy.coefficients.0");
        return [.. new[] { "hover_power_w", "climb_power_w", "cruise_power_w", "descent_power_w" }.Select(p => one.With("parameter", Tree.Text(p)))];
    }

    /// <summary>Both mass exponents, known within a distance.</summary>
    private static IEnumerable<DocumentNode> Exponents(double reach) => new[] { "induced_power_mass_exponent", "cruise_power_mass_exponent" }.Select(
        p => Full.At("energy.coefficients.0").With("parameter", Tree.Text(p)).With("unit", Tree.Text("1")).With("fitted_value", "1.2")
            .With("confidence_low", DocumentNode.FromFloat(1.2 - reach, 1, 1)).With("confidence_high", DocumentNode.FromFloat(1.2 + reach, 1, 1)));

    private static CalibrationStatus? Status(DocumentNode vehicle, DocumentNode[] coefficients) =>
        Outcome.Sound(Apply(Full.With("energy.coefficients", Tree.List([.. coefficients])), vehicle)).Vehicle.CalibrationStatus;

    [Fact]
    public void AnExponentOfTheDensityIsNoKeyOfTheVehicle()
    {
        DocumentNode exponent = Full.At("energy.coefficients.0")
            .With("parameter", Tree.Text("induced_power_density_exponent")).With("fitted_value", "0.7")
            .With("unit", Tree.Text("1")).With("confidence_low", "0.5").With("confidence_high", "0.9");
        Vehicle calibrated = Outcome.Sound(Apply(Full.With("energy.coefficients", Tree.List(exponent)), Samples.FullVehicle)).Vehicle;
        Assert.Equal(450.0, calibrated.Energy.CruisePowerW);
    }

    [Fact]
    public void APowerThatCannotBeIsRefused()
    {
        DocumentNode negative = Full.With("energy.coefficients.0.fitted_value", "-475").With("energy.coefficients.0.confidence_low", "-480");
        Outcome.One(Outcome.CalibrationError(negative), "energy.coefficients.0", "value_error");
    }

    [Fact]
    public void AValueThatTheVehicleCannotHaveIsRefusedWithItsPlace()
    {
        DocumentNode exponent = Full.With("energy.coefficients.0.parameter", Tree.Text("cruise_power_mass_exponent"))
            .With("energy.coefficients.0.unit", Tree.Text("1")).With("energy.coefficients.0.confidence_low", "-2");
        LoadError error = Outcome.Refused(Apply(
            exponent.With("energy.coefficients.0.fitted_value", DocumentNode.FromInteger(-1, 8, 51)), Samples.FullVehicle));
        Problem problem = Outcome.One(error, "energy.cruise_power_mass_exponent", "greater_than");
        Assert.Equal((8, 51), (problem.Line, problem.Column));
        Assert.Equal("calibration", error.InputName);
    }

    [Fact]
    public void WithoutFittedValuesTheVehicleIsUnchanged()
    {
        BoundVehicle vehicle = Outcome.Sound(VehicleReader.Bind(Tree.Document(Samples.FullVehicle)));
        DocumentNode empty = Full.With("parameters", "[]").With("energy.coefficients", "[]");
        BoundCalibration profile = Outcome.Sound(CalibrationReader.Bind(Tree.Document(empty)));
        Assert.Same(vehicle, CalibrationApplication.Apply(profile, vehicle).Value);
    }

    private static LoadResult<BoundVehicle> Apply(DocumentNode profile, DocumentNode vehicle) => CalibrationApplication.Apply(
        Outcome.Sound(CalibrationReader.Bind(Tree.Document(profile))), Outcome.Sound(VehicleReader.Bind(Tree.Document(vehicle))));
}
