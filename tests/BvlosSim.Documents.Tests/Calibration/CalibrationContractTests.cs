using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Tests.Binding;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Tests.Calibration;

/// <summary>The calibration profile as a document of its own.</summary>
public class CalibrationContractTests
{
    [Fact]
    public void EveryValueOfAProfile()
    {
        CalibrationProfile profile = Outcome.BindCalibration(Samples.FullCalibration);

        Assert.Equal("c1", profile.CalibrationId);
        Assert.Equal("q", profile.BaseVehicleId);
        Assert.Equal("1", profile.Provenance.ToolVersion);
        Assert.Equal("d1", profile.Provenance.CalibrationDatasetVersion);
        Assert.Equal("t1", Assert.Single(profile.Provenance.SourceTraceIds));
        Assert.Equal("r1", Assert.Single(profile.Provenance.ValidationReportIds));
        Assert.Equal("n", Assert.Single(profile.Notes));
        FittedParameter fitted = Assert.Single(profile.Parameters);
        Assert.Equal("calm", Assert.Single(fitted.ApplicableConditions));
        var expected = new FittedParameter
        {
            Parameter = CalibratedParameter.CruiseSpeedMps,
            FittedValue = 16.0,
            Unit = "m/s",
            SampleCount = 100,
            ConfidenceLow = 15.5,
            ConfidenceHigh = 16.5,
            Spread = 0.5,
            CalibrationDatasetVersion = "d1",
            ApplicableConditions = fitted.ApplicableConditions,
            Derivation = "median",
        };
        Assert.Equal(expected, fitted);
    }

    [Theory]
    [InlineData("true", 1.0)]
    [InlineData("\"30\"", 30.0)]
    [InlineData("\" 30.5 \"", 30.5)]
    [InlineData("\"3_0.2_5\"", 30.25)]
    [InlineData("\".5\"", 0.5)]
    [InlineData("\"1.\"", 1.0)]
    [InlineData("\"1e3\"", 1000.0)]
    [InlineData("\"+1E-2\"", 0.01)]
    [InlineData("\"1e400\"", double.PositiveInfinity)]
    [InlineData("\"-1e400\"", double.NegativeInfinity)]
    [InlineData("\"NaN\"", double.NaN)]
    [InlineData("\"-inf\"", double.NegativeInfinity)]
    [InlineData("\"+Infinity\"", double.PositiveInfinity)]
    public void LenientNumbers(string json, double expected) =>
        Assert.Equal(expected, Outcome.BindCalibration(Samples.FullCalibration.With("parameters.0.fitted_value", json)).Parameters[0].FittedValue);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"x\"")]
    [InlineData("\"1,5\"")]
    [InlineData("\"_1\"")]
    [InlineData("\"1__0\"")]
    [InlineData("\" 1_0 \"")]
    [InlineData("\"1_.0\"")]
    [InlineData("\".\"")]
    [InlineData("\"e5\"")]
    [InlineData("\"0x10\"")]
    [InlineData("\"--1\"")]
    public void OtherTextsAreNoNumbers(string json) => Outcome.One(
        Outcome.CalibrationError(Samples.FullCalibration.With("parameters.0.fitted_value", json)), "parameters.0.fitted_value", "float_parsing");

    [Fact]
    public void NonFiniteNumbersPassButNoNaNSpread()
    {
        Outcome.BindCalibration(Samples.FullCalibration.With("parameters.0.fitted_value", Tree.Number(double.NaN)));
        Outcome.BindCalibration(Samples.FullCalibration.With("parameters.0.spread", Tree.Number(double.PositiveInfinity)));
        LoadError error = Outcome.CalibrationError(Samples.FullCalibration.With("parameters.0.spread", Tree.Number(double.NaN)));
        Outcome.One(error, "parameters.0.spread", "greater_than_equal");
    }

    [Theory]
    [InlineData(15.0, 16.0, true)]
    [InlineData(16.0, 16.0, true)]
    [InlineData(16.1, 16.0, false)]
    [InlineData(double.NaN, 16.0, true)]
    public void TheConfidenceIntervalIsOrdered(double low, double high, bool passes)
    {
        DocumentNode root = Samples.FullCalibration
            .With("parameters.0.confidence_low", Tree.Number(low))
            .With("parameters.0.confidence_high", Tree.Number(high));
        if (passes)
            Outcome.BindCalibration(root);
        else
            Outcome.One(Outcome.CalibrationError(root), "parameters.0", "value_error");
    }

    [Fact]
    public void AnAbsentVersionIsAnOrdinaryProblem()
    {
        LoadError error = Outcome.CalibrationError(Samples.FullCalibration.Without("schema_version"));
        Outcome.One(error, "schema_version", "missing");
        Assert.Equal(1, error.Details.Find("validation_error_count").Integer);
        Assert.Equal("calibration", error.InputName);
    }
}
