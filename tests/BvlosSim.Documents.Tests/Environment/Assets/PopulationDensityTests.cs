using System.Globalization;
using System.Text;
using BvlosSim.Documents.Environment;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Population;

namespace BvlosSim.Documents.Tests.Environment.Assets;

/// <summary>Densities of a grid as read from its file.</summary>
public class PopulationDensityTests
{
    private const string Grid = """
        {origin_lat: 52, origin_lon: 4, step_lat_deg: 0.01, step_lon_deg: 0.01,
         density_ppl_km2: [[1, 2, 3, 4], [5, 60, 7, 8], [9, 10, 110, 12], [13, 14, 15, 160]]
        """;

    private static readonly PopulationGrid Picture = Load(Grid + "}");
    private static readonly PopulationGrid Evidence = Load(WithEvidence("false"));
    private static readonly PopulationGrid Crowd = Load(WithEvidence("true"));

    [Theory]
    [InlineData(52.004, 4.007, 18.419999999989994, 60.0)]
    [InlineData(52.01, 4.01, 59.99999999998729, 60.0)]
    [InlineData(52.0, 4.0, 1.0, 60.0)]
    public void DensityAtAPoint(double lat, double lon, double picture, double evidence)
    {
        Assert.Equal(picture, Picture.DensityAt(lat, lon));
        Assert.Equal(evidence, Evidence.DensityAt(lat, lon));
        Assert.Equal(50000.0, Crowd.DensityAt(lat, lon));
    }

    [Theory]
    [InlineData(52.0301, 4.0)]
    [InlineData(51.9, 4.0)]
    [InlineData(52.0, double.NaN)]
    public void NoDensityOutside(double lat, double lon)
    {
        Assert.Null(Picture.DensityAt(lat, lon));
        Assert.Null(Crowd.DensityAt(lat, lon));
    }

    [Theory]
    [InlineData(0.0, 52.005, 17.00000000000763, 60.0)]
    [InlineData(100.0, 52.005, 24.63442339781085, 60.0)]
    [InlineData(300.0, 52.015, 82.622848675173, 110.0)]
    [InlineData(1000.0, 52.015, 109.99999999996604, 160.0)]
    public void GreatestDensityWithinARadius(double radius, double lat, double picture, double evidence)
    {
        double lon = lat - 48.0;

        Assert.Equal(picture, Picture.GreatestDensityWithin(lat, Math.Round(lon, 3), radius)!.Value, 1e-9);
        Assert.Equal(evidence, Evidence.GreatestDensityWithin(lat, Math.Round(lon, 3), radius));
        Assert.Equal(50000.0, Crowd.GreatestDensityWithin(lat, Math.Round(lon, 3), radius));
    }

    [Theory]
    [InlineData(52.005, 4.005, 500.0)]
    [InlineData(52.015, 4.015, 2000.0)]
    [InlineData(52.015, 4.015, -1.0)]
    [InlineData(52.015, 4.015, double.PositiveInfinity)]
    public void NoDensityWhereTheCircleLeavesTheGrid(double lat, double lon, double radius) =>
        Assert.Null(Picture.GreatestDensityWithin(lat, lon, radius));

    [Fact]
    public void ACellIsSampledTwice() => Assert.Equal(
        0.5 * 0.01 * 111320.0 * Math.Cos(double.DegreesToRadians(52.0)), Picture.SamplingIntervalM(52.0), 1e-9);

    private static string WithEvidence(string assemblies) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {{Grid}}, schema_version: population-grid.v2, metadata: {source: s, population_year: 2026, native_resolution_m: 100, effective_resolution_m: 100,
         value_semantics: conservative_cell_maximum, authority_assessment_reference: a, valid_from: '2026-01-01T00:00Z', valid_until: '2027-01-01T00:00Z',
         transient_population_assessment_reference: b, operational_footprint_assemblies_present: {{assemblies}}} }
        """);

    private static PopulationGrid Load(string yaml) => PopulationGridReader.Read(
        DocumentLoader.Parse(Encoding.UTF8.GetBytes(yaml), DocumentFormat.Yaml, "/p.yaml", "population", LoaderProfile.Grid).Value!).Value!.Grid;
}
