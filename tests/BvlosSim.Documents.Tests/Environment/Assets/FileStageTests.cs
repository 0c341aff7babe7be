using BvlosSim.Documents.Environment;

namespace BvlosSim.Documents.Tests.Environment.Assets;

/// <summary>A vector asset as a file: its name, its bytes, its root.</summary>
public sealed class FileStageTests : IDisposable
{
    private readonly AssetFolder _folder = new("{}");

    [Theory]
    [InlineData("a.yaml", "'.yaml'")]
    [InlineData("a.GEO", "'.geo'")]
    [InlineData("a", "null")]
    [InlineData(".geojson", "null")]
    public void TheSuffixIsToldBeforeTheFileIsOpened(string name, string suffix)
    {
        VectorLoadError error = GeofenceReader.Load(_folder.In(name)).Error!;

        Assert.Equal($"invalid_input INVALID_GEOMETRY stage='format_detection' suffix={suffix}", Vector.Show(error));
        Assert.Null(error.Identity);
    }

    [Theory]
    [InlineData("a.geojson")]
    [InlineData("a.JSON")]
    [InlineData("a.GeoJSON")]
    public void TheSuffixesInAnyCase(string name)
    {
        VectorLoadResult<BvlosSim.Environment.Airspace.GeofenceZone> loaded = GeofenceReader.Load(_folder.Write(name, Vector.Collection()));

        Assert.Empty(loaded.Items!.Value);
        Assert.Equal("geojson", loaded.Identity!.Format);
    }

    [Fact]
    public void AFileThatCannotBeRead()
    {
        Directory.CreateDirectory(_folder.In("d.json"));
        _folder.Write("f.json", "");

        Assert.Equal("FileNotFoundError", ReadErrorOf("none.geojson"));
        Assert.Equal("IsADirectoryError", ReadErrorOf("d.json"));
        Assert.Equal("NotADirectoryError", ReadErrorOf("f.json/x.json"));
    }

    [Theory]
    [InlineData("", "JSONDecodeError")]
    [InlineData("{", "JSONDecodeError")]
    [InlineData("{\"type\": \"FeatureCollection\", \"features\": [],}", "JSONDecodeError")]
    [InlineData("type: FeatureCollection", "JSONDecodeError")]
    [InlineData("\ufeff{\"type\": \"FeatureCollection\", \"features\": []}", "JSONDecodeError")]
    [InlineData("{\"type\": \"Feature\", \"type\": \"FeatureCollection\", \"features\": []}", "JSONDecodeError")]
    public void WhatIsNoJson(string text, string type)
    {
        VectorLoadError error = ObstacleReader.Load(_folder.Write("f.geojson", text)).Error!;

        Assert.Equal($"invalid_input INVALID_GEOMETRY parse_error_type='{type}' stage='parse'", Vector.Show(error));
        Assert.Equal("geojson", error.Identity!.Format);
    }

    [Fact]
    public void WhatIsNoUtf8() => Assert.Equal(
        "invalid_input INVALID_GEOMETRY parse_error_type='UnicodeDecodeError' stage='parse'",
        Vector.Show(LandingZoneReader.Load(_folder.Write("f.geojson", [0x7b, 0xff, 0x7d])).Error));

    [Fact]
    public void AByteOrderMarkIsNamed() => Assert.Contains(
        "byte-order mark", GeofenceReader.Load(_folder.Write("f.geojson", "\ufeff{}")).Error!.Message, StringComparison.Ordinal);

    [Fact]
    public void AComplaintStaysOnItsLine()
    {
        VectorLoadError error = GeofenceReader.Load(_folder.Write("f.geojson", $"{{\"type\": nu\nll{new string('\u001b', 100_000)}")).Error!;

        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain('\u001b', error.Problems.Single().Message);
        Assert.True(error.Message.Length < 2500);
    }

    [Theory]
    [InlineData("[]", "list")]
    [InlineData("null", "NoneType")]
    [InlineData("true", "bool")]
    [InlineData("5", "int")]
    [InlineData("5.0", "float")]
    [InlineData("NaN", "float")]
    [InlineData("\"x\"", "str")]
    public void ARootThatIsNoObject(string text, string type)
    {
        VectorLoadError error = LandingZoneReader.Load(_folder.Write("f.geojson", text)).Error!;

        Assert.Equal($"invalid_input INVALID_GEOMETRY root_type='{type}' stage='root_type'", Vector.Show(error));
        Assert.Equal(64, error.Identity!.Sha256.Length);
    }

    [Fact]
    public void LoadingCanBeCancelled()
    {
        string path = _folder.Write("f.geojson", Vector.Zone("{}"));

        Assert.Throws<OperationCanceledException>(() => GeofenceReader.Load(path, new CancellationToken(canceled: true)));
    }

    public void Dispose() => _folder.Dispose();

    private string ReadErrorOf(string name)
    {
        VectorLoadError error = GeofenceReader.Load(_folder.In(name)).Error!;
        string type = error.Context.Find("read_error_type").Text;
        Assert.Equal($"invalid_input ASSET_LOAD_ERROR read_error_type='{type}' stage='read'", Vector.Show(error));
        Assert.Null(error.Identity);
        return type;
    }
}
