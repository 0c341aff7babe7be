using System.Text;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Tests.Loading;

/// <summary>A key that stands twice is refused, and every repetition is named.</summary>
public sealed class DuplicateKeyTests
{
    [Fact]
    public void Yaml_names_every_repetition_with_path_and_place()
    {
        LoadError error = Loads.Error(Loads.Yaml("a: 1\nroute:\n- x: 1\n- lat: 1\n  lon: 2\n  lat: 3\n  lat: 4\na: 5\n"));
        Assert.Equal(LoadStage.Parse, error.Stage);
        Assert.Equal("ConstructorError", error.Details.Find("parse_error_type").Text);
        Assert.Null(error.InternalErrorType);
        Assert.NotNull(error.Identity);
        Assert.Equal(
            [("route.1.lat", 6, 3), ("route.1.lat", 7, 3), ("a", 8, 1)],
            error.Problems.Select(p => (p.Path!, p.Line, p.Column)));
        Assert.All(error.Problems, p => Assert.Equal("duplicate_key", p.Type));
        Assert.Contains("line 4", error.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("line 1", error.Problems[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_does_the_same()
    {
        LoadError error = Loads.Error(Loads.Json("{\"a\": {\"b\": [0, {\"c\": 1,\n \"c\": 2}]}}"));
        Assert.Equal("JSONDecodeError", error.Details.Find("parse_error_type").Text);
        Problem problem = Assert.Single(error.Problems);
        Assert.Equal(("a.b.1.c", 2, 2), (problem.Path!, problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("1: a\n1.0: b")]
    [InlineData("1: a\ntrue: b")]
    [InlineData("0x10: a\n16: b")]
    [InlineData("~: a\nnull: b")]
    [InlineData("2026-01-02: a\n2026-01-02: b")]
    [InlineData("2026-01-02T03:00:00Z: a\n2026-01-02T05:00:00+02:00: b")]
    [InlineData("!!binary YQ==: a\n!!binary YQ==: b")]
    [InlineData("<<: {a: 1}\n<<: {b: 1}")]
    [InlineData("x: {a, a}")]
    public void Equal_values_are_equal_keys(string text) => Assert.Single(Loads.Error(Loads.Yaml(text)).Problems);

    [Theory]
    [InlineData("1: a\n'1': b")]
    [InlineData("a: 1\nA: 2")]
    [InlineData(".nan: a\n.NaN: b")]
    [InlineData("1.5: a\n1.25: b")]
    [InlineData("2026-01-02: a\n2026-01-02T00:00:00: b")]
    [InlineData("<<: {a: 1}\na: 2")]
    [InlineData("a: 2\n<<: [{a: 1}, {a: 3}]")]
    [InlineData("'<<': 1\n<<: {a: 1}")]
    public void Other_keys_are_not(string text) => Assert.Null(Loads.Yaml(text).Error);

    [Fact]
    public void A_key_written_twice_beside_a_merge_is_a_repetition()
    {
        LoadError error = Loads.Error(Loads.Yaml("<<: {a: 1}\na: 2\na: 3"));
        Assert.Equal((3, 1), (error.Problems.Single().Line, error.Problems.Single().Column));
    }

    [Fact]
    public void Large_mappings_are_searched_as_small_ones_are()
    {
        for (int count = 10; count <= 40; count++)
        {
            string keys = string.Concat(Enumerable.Range(0, count).Select(i => $"k{i}: {i}\n"));
            Assert.Equal(count, Loads.YamlRoot(keys).Members.Length);
            Problem problem = Assert.Single(Loads.Error(Loads.Yaml(keys + "k7: 1\n")).Problems);
            Assert.Equal(("k7", count + 1), (problem.Path, problem.Line));
        }
    }

    [Fact]
    public void A_thousand_are_listed_and_the_rest_is_counted()
    {
        LoadError error = Loads.Error(Loads.Yaml(string.Concat(Enumerable.Repeat("a: 1\n", 1301))));
        Assert.Equal(1001, error.Problems.Length);
        Assert.Contains("300 more", error.Problems[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_path_of_a_deep_repetition_stays_short()
    {
        var text = new StringBuilder();
        for (int i = 0; i < 300; i++)
            text.Append(' ', i).Append('k', 300).Append(":\n");
        text.Append(' ', 300).Append("a: 1\n").Append(' ', 300).Append("a: 1\n");
        Problem problem = Assert.Single(Loads.Error(Loads.Yaml(text.ToString())).Problems);
        Assert.InRange(problem.Path!.Length, 1, 1100);
    }
}
