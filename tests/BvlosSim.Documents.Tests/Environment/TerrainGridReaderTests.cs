using System.Globalization;
using System.Text;
using BvlosSim.Documents.Environment;
using BvlosSim.Documents.Loading;
using CsCheck;

namespace BvlosSim.Documents.Tests.EnvironmentTests;

/// <summary>Terrain grids from documents.</summary>
public sealed class TerrainGridReaderTests : IDisposable
{
    private const string Good = "origin_lat: 52\norigin_lon: 4\nstep_lat_deg: 0.01\nstep_lon_deg: 0.02\nelevations_m:\n- [10, 20, 35]\n- [30, 45, 5]\n- [12, 8, 60]\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("bvlos-terrain-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_grid_has_its_rows_from_the_south()
    {
        TerrainGridDocument document = Read(Good).Value!;
        Assert.Equal(26.25000000000562, document.Grid.ElevationAt(52.005, 4.01));
        Assert.Equal(60, document.Grid.ElevationAt(52.02, 4.04));
        Assert.Null(document.Grid.ElevationAt(52.03, 4.04));
        Assert.Equal("yaml", document.Identity.Format);
    }

    [Fact]
    public void Json_gives_the_same_grid()
    {
        string json = """{"origin_lat": 52, "origin_lon": 4, "step_lat_deg": 1e-2, "step_lon_deg": 0.02, "elevations_m": [[10, 20, 35], [30, 45, 5], [12, 8, 60]]}""";
        LoadedDocument document = DocumentLoader.Parse(Encoding.UTF8.GetBytes(json), DocumentFormat.Json, "/x/t.json", "terrain", LoaderProfile.Grid).Value!;
        Assert.Equal(26.25000000000562, TerrainGridReader.Read(document).Value!.Grid.ElevationAt(52.005, 4.01));
    }

    [Theory]
    [InlineData("30, 45, 5", "'30', ' 4_5.0 ', 5e0")]
    [InlineData("30, 45, 5", "0x1e, 4_5, '+5'")]
    [InlineData("step_lat_deg: 0.01", "step_lat_deg: '1e-2'")]
    [InlineData("origin_lat: 52\n", "schema_version: whatever\nx: [1]\norigin_lat: 52\nmetadata: {a: 1}\n")]
    public void Numbers_may_be_texts_and_unknown_keys_are_ignored(string part, string written)
    {
        TerrainGridDocument document = Read(Good.Replace(part, written, StringComparison.Ordinal)).Value!;
        Assert.Equal(26.25000000000562, document.Grid.ElevationAt(52.005, 4.01));
    }

    [Theory]
    [InlineData("origin_lat: 52", "origin_lat: 90.1", "origin_lat", "less_than_equal", 1, 13)]
    [InlineData("origin_lat: 52", "origin_lat: -90.1", "origin_lat", "greater_than_equal", 1, 13)]
    [InlineData("origin_lon: 4", "origin_lon: -180.5", "origin_lon", "greater_than_equal", 2, 13)]
    [InlineData("origin_lon: 4", "origin_lon: east", "origin_lon", "value_error", 2, 13)]
    [InlineData("step_lat_deg: 0.01", "step_lat_deg: 0", "step_lat_deg", "greater_than", 3, 15)]
    [InlineData("step_lon_deg: 0.02", "step_lon_deg: -1", "step_lon_deg", "greater_than", 4, 15)]
    [InlineData("step_lon_deg: 0.02", "step_lon_deg: .inf", "step_lon_deg", "value_error", 4, 15)]
    [InlineData("step_lat_deg: 0.01", "step_lat_deg: 20", "step_lat_deg", "value_error", 3, 15)]
    [InlineData("step_lon_deg: 0.02", "step_lon_deg: 88.01", "step_lon_deg", "value_error", 4, 15)]
    [InlineData("45, 5", "x, 5", "elevations_m.1.1", "value_error", 7, 8)]
    [InlineData("45, 5", "true, 5", "elevations_m.1.1", "value_error", 7, 8)]
    [InlineData("45, 5", "~, 5", "elevations_m.1.1", "value_error", 7, 8)]
    [InlineData("45, 5", ".nan, 5", "elevations_m.1.1", "value_error", 7, 8)]
    [InlineData("45, 5", "'inf', 5", "elevations_m.1.1", "value_error", 7, 8)]
    [InlineData("45, 5", "[45], 5", "elevations_m.1.1", "value_error", 7, 8)]
    [InlineData("45, 5", "0100, 5", "elevations_m.1.1", "value_error", 7, 8)]
    [InlineData("45, 5", "1:30, 5", "elevations_m.1.1", "value_error", 7, 8)]
    [InlineData("- [30, 45, 5]", "- [30, 45]", "elevations_m.1", "value_error", 7, 3)]
    [InlineData("- [30, 45, 5]", "- '345'", "elevations_m.1", "list_type", 7, 3)]
    [InlineData("- [30, 45, 5]", "- {a: 1, b: 2, c: 3}", "elevations_m.1", "list_type", 7, 3)]
    [InlineData("- [10, 20, 35]", "- [10]", "elevations_m.0", "too_short", 6, 3)]
    [InlineData("- [10, 20, 35]\n- [30, 45, 5]\n", "", "elevations_m", "too_short", 6, 1)]
    [InlineData("elevations_m:", "elevations_m: 5\nrest:", "elevations_m", "list_type", 5, 15)]
    [InlineData("origin_lat: 52\n", "", "origin_lat", "missing", 1, 1)]
    public void A_violation_is_named_with_its_place(string part, string written, string path, string type, int line, int column)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);
        LoadError error = Read(Good.Replace(part, written, StringComparison.Ordinal)).Error!;
        Assert.Equal(LoadStage.SchemaValidation, error.Stage);
        Assert.Empty(error.Details);
        Assert.NotNull(error.Identity);
        Problem problem = Assert.Single(error.Problems);
        Assert.Equal((path, type, line, column), (problem.Path!, problem.Type, problem.Line, problem.Column));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_edge_is_exact()
    {
        string At(string origin) => $"origin_lat: {origin}\norigin_lon: 0\nstep_lat_deg: 1\nstep_lon_deg: 90\nelevations_m: [[1, 2, 3], [1, 2, 3]]\n";
        Assert.Null(Read(At("89")).Error);
        Assert.NotNull(Read(At("89.00000000000001")).Error);
    }

    [Theory]
    [InlineData("0100", "octal")]
    [InlineData("1:30", "base 60")]
    [InlineData("true", "yes, no, on and off")]
    [InlineData("12m", "12")]
    public void The_message_says_what_to_do(string written, string hint) =>
        Assert.Contains(hint, Read(Good.Replace("45, 5", written + ", 5", StringComparison.Ordinal)).Error!.Problems[0].Message, StringComparison.Ordinal);

    [Fact]
    public void A_misspelt_key_is_suggested()
    {
        Problem problem = Assert.Single(Read(Good.Replace("elevations_m", "elevation_m", StringComparison.Ordinal)).Error!.Problems);
        Assert.Equal("missing", problem.Type);
        Assert.Contains("elevation_m", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("misspelling", Read("zzz: 1").Error!.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_is_noted_and_the_fifty_first_is_counted()
    {
        var text = new StringBuilder("origin_lat: 52\norigin_lon: 4\nstep_lat_deg: 0.01\nstep_lon_deg: x\nelevations_m:\n");
        for (int r = 0; r < 10; r++)
            text.Append("- [").AppendJoin(", ", Enumerable.Repeat("?x", 7).Select(_ => "x")).Append("]\n");
        LoadError error = Read(text.ToString()).Error!;
        Assert.Equal(51, error.Problems.Length);
        Assert.Equal("step_lon_deg", error.Problems[0].Path);
        Assert.Equal("elevations_m.0.0", error.Problems[1].Path);
        Assert.Contains("21 more", error.Problems[^1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t.txt", Good, LoadStage.FormatDetection, "suffix")]
    [InlineData("t.yaml", "[1, 2]", LoadStage.RootType, null)]
    [InlineData("t.yaml", "a: [1", LoadStage.Parse, "format,parse_error_type")]
    public void A_file_is_loaded_as_a_grid(string name, string text, LoadStage stage, string? details)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        LoadError error = TerrainGridReader.Load(path).Error!;
        Assert.Equal(stage, error.Stage);
        Assert.Equal("terrain", error.InputName);
        Assert.Equal(stage is LoadStage.RootType or LoadStage.Parse, error.Identity is not null);
        Assert.Equal(details ?? "", string.Join(',', error.Details.Select(d => d.Key)));
        Assert.Equal(LoadStage.Read, TerrainGridReader.Load(Path.Combine(_folder, "absent.yaml")).Error!.Stage);
    }

    [Fact]
    public void What_is_written_is_what_is_read()
    {
        var pcg = new PCG(54, 20130107);
        Gen<int[,]> grids = Gen.Int[-500, 9000].Array2D[Gen.Int[2, 12], Gen.Int[2, 12]];
        for (int i = 0; i < 100; i++)
        {
            int[,] cells = grids.Generate(pcg, null, out _);
            var text = new StringBuilder("origin_lat: -10\norigin_lon: 20\nstep_lat_deg: 0.5\nstep_lon_deg: 0.25\nelevations_m:\n");
            for (int r = 0; r < cells.GetLength(0); r++)
            {
                string[] row = [.. Enumerable.Range(0, cells.GetLength(1)).Select(c => (cells[r, c] / 10.0).ToString("0.0", CultureInfo.InvariantCulture))];
                text.Append(i % 2 == 0 ? $"- [{string.Join(", ", row)}]\n" : "- - " + string.Join("\n  - ", row) + "\n");
            }

            TerrainGridDocument document = Read(text.ToString()).Value!;
            for (int r = 0; r < cells.GetLength(0); r++)
            {
                for (int c = 0; c < cells.GetLength(1); c++)
                {
                    Assert.Equal(cells[r, c] / 10.0, document.Grid.ElevationsM[r, c]);
                    Assert.Equal(cells[r, c] / 10.0, document.Grid.ElevationAt(-10 + (0.5 * r), 20 + (0.25 * c)));
                }
            }
        }
    }

    private static LoadResult<TerrainGridDocument> Read(string text)
    {
        LoadResult<LoadedDocument> loaded = DocumentLoader.Parse(Encoding.UTF8.GetBytes(text), DocumentFormat.Yaml, "/x/t.yaml", "terrain", LoaderProfile.Grid);
        Assert.True(loaded.Error is null, loaded.Error?.Message);
        return TerrainGridReader.Read(loaded.Value!);
    }
}
