namespace BvlosSim.Geodesy.Tests;

public class StandardAtmosphereTests
{
    [Theory]
    [InlineData(0, 0, 1.225000018124288)]
    [InlineData(100, 0, 1.2132827836852849)]
    [InlineData(1000, 0, 1.1116425003060326)]
    [InlineData(2000, 0, 1.0064900974626037)]
    [InlineData(5000, 0, 0.736115547399152)]
    [InlineData(-100, 0, 1.2368036267164)]
    [InlineData(1000, 15, 1.0554326991781362)]
    public void Worked_densities_to_the_last_bit(double altitude, double offset, double density) =>
        Assert.Equal(density, StandardAtmosphere.DensityKgPerM3(altitude, offset));

    /// <summary>Table values of ISO 2533 at geopotential heights.</summary>
    [Theory]
    [InlineData(-2000, 301.15, 127774)]
    [InlineData(0, 288.15, 101325)]
    [InlineData(1000, 281.65, 89874.5)]
    [InlineData(5000, 255.65, 54019.9)]
    [InlineData(11000, 216.65, 22632)]
    public void The_troposphere_agrees_with_the_standard(double altitude, double temperature, double pressure)
    {
        Assert.Equal(temperature, StandardAtmosphere.TemperatureK(altitude), 1e-10);
        Assert.Equal(1, StandardAtmosphere.PressurePa(altitude) / pressure, 1e-5);
    }

    [Theory]
    [InlineData(44330.769230769234)]
    [InlineData(1e6)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void There_is_no_air_where_the_law_ends(double altitude)
    {
        Assert.Equal(double.NaN, StandardAtmosphere.TemperatureK(altitude));
        Assert.Equal(double.NaN, StandardAtmosphere.PressurePa(altitude));
        Assert.Equal(double.NaN, StandardAtmosphere.DensityKgPerM3(altitude));
        Assert.Equal(double.NaN, StandardAtmosphere.DensityKgPerM3(altitude, 50));
    }

    [Fact]
    public void Just_below_the_ceiling_the_law_holds()
    {
        Assert.Equal(44330.76923076923, StandardAtmosphere.CeilingM);
        Assert.True(StandardAtmosphere.TemperatureK(44330.7) > 0);
        Assert.True(StandardAtmosphere.DensityKgPerM3(44330.7) > 0);
    }

    [Fact]
    public void The_offset_warms_the_air_at_equal_pressure()
    {
        double ratio = StandardAtmosphere.DensityKgPerM3(1000) / StandardAtmosphere.DensityKgPerM3(1000, 20);
        Assert.Equal((281.65 + 20) / 281.65, ratio, 1e-14);
        Assert.Equal(double.NaN, StandardAtmosphere.DensityKgPerM3(0, -288.15));
        Assert.Equal(double.NaN, StandardAtmosphere.DensityKgPerM3(0, double.NaN));
    }
}
