using System.Text;
using BvlosSim.Documents.Environment;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Population;

namespace BvlosSim.Documents.Tests.Environment.Assets;

/// <summary>Population grids: what is read and what is refused.</summary>
public class PopulationGridTests
{
    private const string Grid = """
        origin_lat: 52
        origin_lon: 4
        step_lat_deg: 0.01
        step_lon_deg: 0.01
        density_ppl_km2: [[1, 2], [3, 4]]

        """;

    private const string Evidence = Grid + """
        schema_version: population-grid.v2
        metadata:
          source: ' study '
          population_year: 2026
          native_resolution_m: 100
          effective_resolution_m: 685.2
          value_semantics: ' conservative_cell_maximum '
          authority_assessment_reference: POP-1
          valid_from: '2026-01-01T00:00:00Z'
          valid_until: 2026-12-31 23:59:59 +02:00
          transient_population_assessment_reference: POP-2
          operational_footprint_assemblies_present: yes

        """;

    [Fact]
    public void AGridWithoutVersionIsNoEvidence()
    {
        Assert.Null(Loaded(Grid).Evidence);
        Assert.Null(Loaded(Grid + "schema_version: null\nmetadata: [1]\nother: 5\n").Evidence);
    }

    [Fact]
    public void AGridWithItsVersionIsEvidence()
    {
        PopulationEvidence evidence = Loaded(Evidence).Evidence!;

        Assert.Equal(("study", 2026, 100.0, 685.2), (evidence.Source, evidence.PopulationYear, evidence.NativeResolutionM, evidence.EffectiveResolutionM));
        Assert.Equal(("POP-1", "POP-2", true), (evidence.AuthorityAssessmentReference, evidence.TransientPopulationAssessmentReference, evidence.AssembliesPresent));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), evidence.ValidFrom);
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 23, 59, 59, TimeSpan.FromHours(2)), evidence.ValidUntil);
        Assert.Equal(TimeSpan.FromHours(2), evidence.ValidUntil.Offset);
    }

    [Theory]
    [InlineData("origin_lat: 52", "origin_lat: 90.1", "origin_lat")]
    [InlineData("origin_lat: 52", "origin_lat: '52'", "origin_lat")]
    [InlineData("origin_lat: 52", "origin_lat: true", "origin_lat")]
    [InlineData("origin_lat: 52", "origin_lat: .nan", "origin_lat")]
    [InlineData("origin_lat: 52", "origin_lat: 052", "origin_lat")]
    [InlineData("origin_lat: 52", "orgin_lat: 52", "origin_lat")]
    [InlineData("origin_lon: 4", "origin_lon: -181", "origin_lon")]
    [InlineData("step_lat_deg: 0.01", "step_lat_deg: 0", "step_lat_deg")]
    [InlineData("step_lat_deg: 0.01", "step_lat_deg: 38.1", "step_lat_deg")]
    [InlineData("step_lon_deg: 0.01", "step_lon_deg: 177", "step_lon_deg")]
    [InlineData("[[1, 2], [3, 4]]", "[[1, 2]]", "density_ppl_km2")]
    [InlineData("[[1, 2], [3, 4]]", "[[1, 2], [3]]", "density_ppl_km2.1")]
    [InlineData("[[1, 2], [3, 4]]", "[[1, 2], [3, 4, 5]]", "density_ppl_km2.1")]
    [InlineData("[[1, 2], [3, 4]]", "[[1, 2], [3, -0.1]]", "density_ppl_km2.1.1")]
    [InlineData("[[1, 2], [3, 4]]", "[[1, 2], [3, '4']]", "density_ppl_km2.1.1")]
    [InlineData("[[1, 2], [3, 4]]", "[[1, 2], [3, yes]]", "density_ppl_km2.1.1")]
    [InlineData("[[1, 2], [3, 4]]", "[[1, 2], [3, 1e1]]", "density_ppl_km2.1.1")]
    [InlineData("[[1, 2], [3, 4]]", "[[1, 2], [3, .inf]]", "density_ppl_km2.1.1")]
    [InlineData("[[1, 2], [3, 4]]", "[[1, 2], null]", "density_ppl_km2.1")]
    [InlineData("schema_version: population-grid.v2", "schema_version: population-grid.v1", "schema_version")]
    [InlineData("schema_version: population-grid.v2", "schema_version: ''", "schema_version")]
    [InlineData("schema_version: population-grid.v2", "schema_version: 2", "schema_version")]
    [InlineData("metadata:\n", "metadata: 5\nother:\n", "metadata")]
    [InlineData("metadata:\n", "meta:\n", "metadata")]
    [InlineData("' study '", "' '", "metadata.source")]
    [InlineData("' study '", "5", "metadata.source")]
    [InlineData("population_year: 2026", "population_year: 1899", "metadata.population_year")]
    [InlineData("population_year: 2026", "population_year: 2026.0", "metadata.population_year")]
    [InlineData("population_year: 2026", "population_year: true", "metadata.population_year")]
    [InlineData("population_year: 2026", "population_year: '2026'", "metadata.population_year")]
    [InlineData("population_year: 2026", "population_year: 99999999999", "metadata.population_year")]
    [InlineData("native_resolution_m: 100", "native_resolution_m: 0", "metadata.native_resolution_m")]
    [InlineData("native_resolution_m: 100", "native_resolution_m: '100'", "metadata.native_resolution_m")]
    [InlineData("effective_resolution_m: 685.2", "effective_resolution_m: .inf", "metadata.effective_resolution_m")]
    [InlineData("conservative_cell_maximum", "mean", "metadata.value_semantics")]
    [InlineData("POP-1", "''", "metadata.authority_assessment_reference")]
    [InlineData("'2026-01-01T00:00:00Z'", "2026-01-01", "metadata.valid_from")]
    [InlineData("'2026-01-01T00:00:00Z'", "2026-01-01 00:00:00", "metadata.valid_from")]
    [InlineData("'2026-01-01T00:00:00Z'", "5", "metadata.valid_from")]
    [InlineData("'2026-01-01T00:00:00Z'", "'2026-12-31T21:59:59Z'", "metadata.valid_until")]
    [InlineData("POP-2", "null", "metadata.transient_population_assessment_reference")]
    [InlineData("present: yes", "present: 1", "metadata.operational_footprint_assemblies_present")]
    [InlineData("present: yes", "present: 'yes'", "metadata.operational_footprint_assemblies_present")]
    public void WhatIsRefused(string written, string instead, string path)
    {
        Assert.Contains(written, Evidence, StringComparison.Ordinal);
        LoadError error = Read(Evidence.Replace(written, instead, StringComparison.Ordinal)).Error!;

        Assert.Equal("population", error.InputName);
        Assert.Equal(LoadStage.SchemaValidation, error.Stage);
        Assert.Empty(error.Details);
        Assert.NotNull(error.Identity);
        Assert.Equal(path, Assert.Single(error.Problems).Path);
    }

    [Fact]
    public void EveryProblemIsTold()
    {
        string text = Evidence.Replace("[[1, 2], [3, 4]]", "[[1, x], [-3, 4]]", StringComparison.Ordinal)
            .Replace("source: ' study '", "sorce: x", StringComparison.Ordinal);

        Assert.Equal(["metadata.source", "density_ppl_km2.0.1", "density_ppl_km2.1.0"], Read(text).Error!.Problems.Select(p => p.Path));
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02 03:04:05.000000 +00:00")]
    [InlineData(" 2026-01-02 03:04:05 +01:00 ", "2026-01-02 03:04:05.000000 +01:00")]
    [InlineData("20260102x030405-0130", "2026-01-02 03:04:05.000000 -01:30")]
    [InlineData("2026-W01-1T00Z", "2025-12-29 00:00:00.000000 +00:00")]
    [InlineData("2026-W01T00Z", "2025-12-29 00:00:00.000000 +00:00")]
    [InlineData("2026W537T00:00+02", "2027-01-03 00:00:00.000000 +02:00")]
    [InlineData("2026-01-02T03:04:05.1234567Z", "2026-01-02 03:04:05.123456 +00:00")]
    [InlineData("2026-01-02T03:04:05,5Z", "2026-01-02 03:04:05.500000 +00:00")]
    [InlineData("2026-01-02T03:04+02:00:30", "2026-01-02 01:03:30.000000 +00:00")]
    [InlineData("2026-01-02T03:04+23:00", "2026-01-01 04:04:00.000000 +00:00")]
    public void FormsOfADateTime(string text, string expected)
    {
        string written = Evidence.Replace("'2026-01-01T00:00:00Z'", $"'{text}'", StringComparison.Ordinal)
            .Replace("2026-12-31 23", "2027-12-31 23", StringComparison.Ordinal);

        Assert.Equal(expected, Loaded(written).Evidence!.ValidFrom.ToString("yyyy-MM-dd HH:mm:ss.ffffff zzz", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2026-01-02")]
    [InlineData("2026-01-02T03:04:05")]
    [InlineData("2026-01-02T03:04:05z")]
    [InlineData("2026-01-02T24:00:00Z")]
    [InlineData("2026-01-02T03:60Z")]
    [InlineData("2026-01-02T03:04:60Z")]
    [InlineData("2026-01-02T03:04:05.Z")]
    [InlineData("2026-01-02T03:04:05  Z")]
    [InlineData("2026-01-02T03:04:05+24:00")]
    [InlineData("2026-001T03Z")]
    [InlineData("2026-W54-1T03Z")]
    [InlineData("2025-W53-1T03Z")]
    [InlineData("2026-W01-0T03Z")]
    [InlineData("2026-02-29T03Z")]
    [InlineData("0000-01-02T03Z")]
    [InlineData("0001-01-01T00+01")]
    [InlineData("9999-W52-7T00Z")]
    public void OtherDateTimes(string text) => Assert.Equal(
        "metadata.valid_from",
        Read(Evidence.Replace("'2026-01-01T00:00:00Z'", $"'{text}'", StringComparison.Ordinal)).Error!.Problems[0].Path);

    private static PopulationGrid Loaded(string yaml)
    {
        LoadResult<PopulationGridDocument> read = Read(yaml);
        Assert.Null(read.Error);
        return read.Value!.Grid;
    }

    private static LoadResult<PopulationGridDocument> Read(string yaml) => PopulationGridReader.Read(
        DocumentLoader.Parse(Encoding.UTF8.GetBytes(yaml), DocumentFormat.Yaml, "/p.yaml", "population", LoaderProfile.Grid).Value!);
}
