using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using BvlosSim.Documents.Interchange;
using BvlosSim.Environment;

namespace BvlosSim.Documents.Tests.Interchange;

/// <summary>Maps as GeoJSON, RFC 7946.</summary>
public sealed class GeoJsonExportTests
{
    public static TheoryData<string> Maps => Interchange.Maps.Names;

    [Theory]
    [MemberData(nameof(Maps))]
    public void A_map_keeps_every_rule(string map)
    {
        string[] allowed = map == "antimeridian" ? ["3.1.9 antimeridian"] : [];
        Assert.Equal(allowed, Rfc7946.Problems(Render(Interchange.Maps.Named(map))).Select(p => p.Split(':')[0]).Distinct());
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void A_map_is_ASCII_without_a_byte_order_mark(string map)
    {
        byte[] json = GeoJsonExport.Render(Interchange.Maps.Named(map));

        Assert.All(json, b => Assert.True(b is (byte)'\n' or >= 0x20 and < 0x7f));
        Assert.Equal((byte)'{', json[0]);
    }

    [Fact]
    public void A_ring_is_drawn_in_the_direction_of_its_file()
    {
        EstimateMap map = Interchange.Maps.Named("violations");
        EstimateMap turned = map with { Geofences = [.. map.Geofences!.Value.Select(z => z with { Polygons = [.. z.Polygons.Select(Turn)] })] };

        Assert.Equal(["3.1.6 right-hand rule"], Rfc7946.Problems(Render(turned)).Select(p => p.Split(':')[0]).Distinct());
    }

    [Theory]
    [InlineData("\"FeatureCollection\"", "\"Collection\"", "1.4 root")]
    [InlineData("\"features\"", "\"crs\": null, \"features\"", "3.3, 6.1 members")]
    [InlineData("\"features\"", "\"Features\"", "3.3, 6.1 members")]
    [InlineData("\"Feature\"", "\"feature\"", "3.2 type")]
    [InlineData("\"properties\": {}", "\"properties\": []", "3.2 properties")]
    [InlineData(", \"properties\": {}", "", "3.2 members")]
    [InlineData("[4, 52]", "[4]", "3.1.1 position")]
    [InlineData("[4, 52]", "[4, 52, 1, 2]", "3.1.1 position")]
    [InlineData("[4, 52]", "[4, \"52\"]", "3.1.1 position")]
    [InlineData("[4, 52]", "[52, 104]", "4 longitude and latitude")]
    [InlineData("\"Point\"", "\"point\"", "3.1 type")]
    [InlineData("[[0, 0], [1, 1]]", "[[0, 0]]", "3.1.4")]
    [InlineData("[[0, 0], [1, 1]]", "[[179, 0], [-179, 1]]", "3.1.9 antimeridian")]
    [InlineData("[0, 9], [0, 0]]]", "[0, 9]]]", "3.1.6 closed")]
    [InlineData("[9, 0], [9, 9], [0, 9], [0, 0]]]", "[9, 0], [0, 0]]]", "3.1.6 linear ring")]
    [InlineData("[9, 0], [9, 9], [0, 9], [0, 0]]]", "[0, 9], [9, 9], [9, 0], [0, 0]]]", "3.1.6 right-hand rule")]
    public void The_check_finds_what_is_not(string text, string other, string section)
    {
        const string sound = """
            {"type": "FeatureCollection", "features": [
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": [4, 52]}, "properties": {}},
            {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}, "properties": {}},
            {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]]]}, "properties": {}}
            ]}
            """;
        string tampered = sound.Replace(text, other, StringComparison.Ordinal);
        Assert.Empty(Rfc7946.Problems(JsonDocument.Parse(sound).RootElement));
        Assert.NotEqual(sound, tampered);

        Assert.Contains(section, Rfc7946.Problems(JsonDocument.Parse(tampered).RootElement).Select(p => p.Split(':')[0]));
    }

    private static GeoPolygon Turn(GeoPolygon polygon) => new([.. polygon.Rings.Select(r => Enumerable.Reverse(r).ToImmutableArray())]);

    private static JsonElement Render(EstimateMap map) => JsonDocument.Parse(Encoding.UTF8.GetString(GeoJsonExport.Render(map))).RootElement;
}
