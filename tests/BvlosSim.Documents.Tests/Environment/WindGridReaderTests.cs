using System.Text;
using BvlosSim.Documents.Environment;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Wind;

namespace BvlosSim.Documents.Tests.EnvironmentTests;

/// <summary>Wind grids from documents.</summary>
public sealed class WindGridReaderTests
{
    private const string Good = """
        axes:
          time_s: [0, 600]
          altitude_m: [0, 200]
          lat: [52, 52.01]
          lon: [4, 4.02]
        values:
        - - [[[1, 0], [2, 1]], [[3, -1], [5, 2]]]
          - [[[4, 0.5], [6, 1.5]], [[7, 2], [9, -2]]]
        - - [[[2, 1], [3, 2]], [[4, 0], [6, 3]]]
          - [[[5, 1.5], [7, 2.5]], [[8, 3], [10, -1]]]

        """;

    [Theory]
    [InlineData(52.0025, 4.005, 50, 150, 2.921874999999567, 0.5468750000000555)]
    [InlineData(52.005, 4.01, 100, 300, 5.125000000000977, 0.9999999999998224)]
    [InlineData(53, 5, 500, 9999, 10, -1)]
    [InlineData(51, 3, -50, -5, 1, 0)]
    public void A_grid_nests_time_altitude_latitude_longitude(double lat, double lon, double altitudeM, double elapsedS, double east, double north)
    {
        WindGridDocument document = Read(Good).Value!;
        Assert.Equal(new WindVector(east, north), document.Grid.At(lat, lon, altitudeM, elapsedS));
        Assert.Equal("spatiotemporal_grid", document.Grid.Id);
    }

    [Fact]
    public void Aliases_as_a_builder_writes_them_are_read()
    {
        const string text = "axes: {altitude_m: [110.0, 180.0], lat: [52.0, 52.1], lon: [4.0, 4.1], time_s: [0, 3600]}\nmetadata: {source: x}\nvalues:\n"
            + "- - - - &id001 [3.6062, 3.6062]\n      - *id001\n    - - *id001\n      - *id001\n  - &p [[[1, 2], [1, 2]], [[1, 2], [1, 2]]]\n- [*p, *p]\n";
        WindGridDocument document = Read(text).Value!;
        Assert.Equal(new WindVector(3.6062, 3.6062), document.Grid.At(52.05, 4.05, 110, 0));
        Assert.Equal(new WindVector(1, 2), document.Grid.At(52.05, 4.05, 110, 3600));
    }

    [Theory]
    [InlineData("[0, 600]", "['0', '6e2']")]
    [InlineData("[10, -1]", "['10', ' -1.0 ']")]
    [InlineData("values:", "schema_version: 3\nmetadata: x\nvalues:")]
    public void Numbers_may_be_texts_and_unknown_keys_are_ignored(string part, string written) =>
        Assert.Equal(new WindVector(10, -1), Read(Good.Replace(part, written, StringComparison.Ordinal)).Value!.Grid.At(53, 5, 500, 9999));

    [Theory]
    [InlineData("[0, 600]", "[0]", "axes.time_s", "too_short", 2, 11)]
    [InlineData("[0, 600]", "600", "axes.time_s", "list_type", 2, 11)]
    [InlineData("[0, 600]", "'06'", "axes.time_s", "list_type", 2, 11)]
    [InlineData("[0, 600]", "[0, 0]", "axes.time_s.1", "value_error", 2, 15)]
    [InlineData("[0, 600]", "[600, 0]", "axes.time_s.1", "value_error", 2, 17)]
    [InlineData("[0, 600]", "[0, true]", "axes.time_s.1", "value_error", 2, 15)]
    [InlineData("[0, 600]", "[-1.0e+308, 1.0e+308]", "axes.time_s.1", "value_error", 2, 23)]
    [InlineData("[0, 200]", "[0, .inf]", "axes.altitude_m.1", "value_error", 3, 19)]
    [InlineData("[0, 200]", "[0, 0300]", "axes.altitude_m.1", "value_error", 3, 19)]
    [InlineData("[52, 52.01]", "[-90.5, 52]", "axes.lat.0", "value_error", 4, 9)]
    [InlineData("[4, 4.02]", "[4, 180.5]", "axes.lon.1", "value_error", 5, 12)]
    [InlineData("  lat: [52, 52.01]\n", "", "axes.lat", "missing", 2, 3)]
    [InlineData("axes:", "axes: 5\nrest:", "axes", "model_type", 1, 7)]
    [InlineData("values:", "value:", "values", "missing", 1, 1)]
    [InlineData("[10, -1]", "[10]", "values.1.1.1.1", "value_error", 10, 37)]
    [InlineData("[10, -1]", "[10, -1, 0]", "values.1.1.1.1", "value_error", 10, 37)]
    [InlineData("[10, -1]", "5", "values.1.1.1.1", "list_type", 10, 37)]
    [InlineData("[10, -1]", "[10, yes]", "values.1.1.1.1.1", "value_error", 10, 42)]
    [InlineData("[10, -1]", "[.nan, 1]", "values.1.1.1.1.0", "value_error", 10, 38)]
    [InlineData("[10, -1]", "[10, ~]", "values.1.1.1.1.1", "value_error", 10, 42)]
    [InlineData(", [9, -2]", "", "values.0.1.1", "value_error", 8, 28)]
    [InlineData("values:\n", "values:\n- []\n", "values", "value_error", 7, 1)]
    public void A_violation_is_named_with_its_place(string part, string written, string path, string type, int line, int column)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);
        LoadError error = Read(Good.Replace(part, written, StringComparison.Ordinal)).Error!;
        Assert.Equal((LoadStage.SchemaValidation, "wind_grid"), (error.Stage, error.InputName));
        Assert.Empty(error.Details);
        Assert.NotNull(error.Identity);
        Problem problem = Assert.Single(error.Problems);
        Assert.Equal((path, type, line, column), (problem.Path!, problem.Type, problem.Line, problem.Column));
    }

    [Fact]
    public void A_misspelt_key_is_suggested()
    {
        Assert.Contains("value", Read(Good.Replace("values:", "value:", StringComparison.Ordinal)).Error!.Problems[0].Message, StringComparison.Ordinal);
        string message = Read(Good.Replace("altitude_m:", "altitude-m:", StringComparison.Ordinal)).Error!.Problems[0].Message;
        Assert.Contains("altitude-m", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_axis_is_checked_before_the_values_are()
    {
        LoadError error = Read("axes: {time_s: [1], altitude_m: x, lat: [1, 1], lon: [0, x]}\nvalues: 5").Error!;
        Assert.Equal(["axes.time_s", "axes.altitude_m", "axes.lat.1", "axes.lon.1"], error.Problems.Select(p => p.Path));
    }

    private static LoadResult<WindGridDocument> Read(string text)
    {
        LoadResult<LoadedDocument> loaded = DocumentLoader.Parse(Encoding.UTF8.GetBytes(text), DocumentFormat.Yaml, "/x/w.yaml", "wind_grid", LoaderProfile.Grid);
        Assert.True(loaded.Error is null, loaded.Error?.Message);
        return WindGridReader.Read(loaded.Value!);
    }
}
