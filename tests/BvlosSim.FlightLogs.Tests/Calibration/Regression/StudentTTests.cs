using BvlosSim.FlightLogs.Calibration.Regression;

namespace BvlosSim.FlightLogs.Tests.Calibration.Regression;

/// <summary>Quantiles against the printed tables of Student's t.</summary>
public class StudentTTests
{
    [Theory]
    [InlineData(0.95, 1, 12.7062)]
    [InlineData(0.95, 2, 4.30265)]
    [InlineData(0.95, 5, 2.57058)]
    [InlineData(0.95, 29, 2.04523)]
    [InlineData(0.99, 10, 3.16927)]
    [InlineData(0.5, 3, 0.764892)]
    [InlineData(0.95, 1e9, 1.95997)]
    public void Quantiles(double level, double degrees, double expected) =>
        Assert.Equal(expected, StudentT.TwoSided(level, degrees), expected * 2e-5);

    [Fact]
    public void OneDegreeIsCauchy() => Assert.Equal(2.0 / Math.PI * Math.Atan(3.0), StudentT.Inside(3.0, 1.0), 1e-13);
}
