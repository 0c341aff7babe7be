using BvlosSim.Documents.Inputs;

namespace BvlosSim.Documents.Tests.Inputs;

public class AssetPathTests
{
    [Theory]
    [InlineData("terrain.yaml", "/m/terrain.yaml")]
    [InlineData("./a//b/./c.yaml", "/m/a/b/c.yaml")]
    [InlineData("../up.yaml", "/m/../up.yaml")]
    [InlineData("/abs/t.yaml", "/abs/t.yaml")]
    [InlineData("", "/m")]
    [InlineData("http://host/t.yaml", "/m/http:/host/t.yaml")]
    [InlineData("~/t.yaml", "/m/~/t.yaml")]
    public void An_asset_lies_beside_its_mission(string written, string expected) => Assert.Equal(expected, AssetPath.Resolve("/m", written));

    [Theory]
    [InlineData("./assets//t.yaml", "assets/t.yaml")]
    [InlineData("", ".")]
    [InlineData(".", ".")]
    [InlineData("/", "/")]
    public void Redundant_segments_are_dropped(string written, string expected) => Assert.Equal(expected, AssetPath.Normalise(written));
}
