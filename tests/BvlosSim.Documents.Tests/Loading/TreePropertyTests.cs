using BvlosSim.Documents.Loading;
using CsCheck;

namespace BvlosSim.Documents.Tests.Loading;

/// <summary>What is written is what is read, in both formats, at the place where it was written.</summary>
public sealed class TreePropertyTests
{
    // A private-use character in a comment turns the short cut for runs of numbers off.
    private const string WithoutRuns = "# \uE000\n";

    private static readonly string Padding = "# " + new string('x', 5000) + "\n";

    [Fact]
    public void Json_gives_the_tree_and_every_place() => ForAll((sample, seed) =>
    {
        (string text, string shown) = TreeTexts.Json(sample, seed);
        Assert.Equal(shown, Loads.Show(Loads.JsonRoot(text), places: true));
    });

    [Fact]
    public void Flow_yaml_gives_the_same_tree_and_places_as_json() => ForAll((sample, seed) =>
    {
        (string text, string shown) = TreeTexts.Json(sample, seed);
        Assert.Equal(shown, Loads.Show(Loads.YamlRoot(text), places: true));
    });

    [Fact]
    public void Block_yaml_gives_the_tree_and_every_place() => ForAll((sample, _) =>
    {
        (string text, string shown) = TreeTexts.Block(sample);
        Assert.Equal(shown, Loads.Show(Loads.YamlRoot(text), places: true));
    });

    [Fact]
    public void Runs_of_numbers_change_no_value_and_no_place() => ForAll((sample, seed) =>
    {
        foreach (string text in new[] { TreeTexts.Json(sample, seed).Text, TreeTexts.Block(sample).Text })
        {
            string shown = Loads.Show(Loads.YamlRoot(WithoutRuns + Padding + text), places: true);
            Assert.Equal(shown, Loads.Show(Loads.YamlRoot("# x\n" + Padding + text), places: true));
        }
    });

    [Theory]
    [InlineData("a: '1, 2, 3, 4'")]
    [InlineData("a: \"x\n  - 1\n  - 2\n  - 3\n  - 4\"")]
    [InlineData("a: 1, 2, 3, 4, 5")]
    [InlineData("a: |\n  - 1\n  - 2\n  - 3\n  - 4\n  [1, 2, 3, 4]\nb: [1, 2, 3, 4]")]
    [InlineData("a: x\n  - 1\n  - 2\n  - 3\n  - 4")]
    [InlineData("a:\n- 1\n- 2\n- 3\n- 4\n    5\nb: 1")]
    [InlineData("a:\n- 1\n- 2\n- 3\n- 4\n- x: 1\n- 5")]
    [InlineData("a: {b: 1, 2, 3, 4, 5, 6}")]
    [InlineData("a: [1, 2, 3, 4: 5]")]
    [InlineData("a: [1, 2, 3, 4 5]")]
    [InlineData("a: [1, 2, 3, 4 # c\n  ]")]
    [InlineData("a: [1, 2, 3, 4, # 5, 6, 7,\n  8, 9, 10, 11]")]
    [InlineData("# [1, 2,\n# 3, 4, 5\na: 1")]
    [InlineData("# [1, 2, 3, 4,\na: [5, 6, 7, 8,\n  9]")]
    [InlineData("a: !!str 1\nb: [!!str 1, 2, 3, 4, 5]")]
    [InlineData("a: [&x 1, 2, 3, 4, 5, *x]")]
    [InlineData("a: [0100, 1, 2, 3, 4, 1:30, 5, 6, 7, 8, 1e5]")]
    [InlineData("a: [1., .5, 1.5e3, -0, -0.0, 1.0e+400, 123456789012345678901, 1.7976931348623157e+308]")]
    [InlineData("a: [0.1, 0.30000000000000004, 4.35, 0.000001, 123456.789012345, 5e-324]")]
    [InlineData("a: [1, 2, 3, 4], b")]
    [InlineData("a: [1, 2, 3, 4")]
    [InlineData("a:\r\n- 1\r\n- 2\r\n- 3\r\n- 4\r\nb: [1,\r\n 2,\r\n 3, 4]\r\n")]
    [InlineData("- - 1\n  - 2\n  - 3\n  - 4\n  - 5\n- 6\n- 7\n- 8\n- 9\n- 10")]
    [InlineData("k: [[1, 2, 3, 4], [5, 6, 7, 8]]\nl: [é, 1, 2, 3, 4, é]\nm: {n: [1, 2, 3, 4]}")]
    public void Runs_where_they_are_no_list_of_numbers_change_nothing_either(string text)
    {
        string plain = Outcome(WithoutRuns + Padding + text);
        Assert.Equal(plain, Outcome("# x\n" + Padding + text));
        // And the padding is not what makes them equal.
        Assert.NotEqual(plain, Outcome("# x\n" + Padding + "zz: 1\n"));
    }

    private static string Outcome(string text)
    {
        LoadResult<LoadedDocument> result = Loads.Yaml(text);
        return result.Value is null
            ? $"{result.Error!.Details.Find("parse_error_type")} {result.Error.Details.Find("root_type")} {result.Error.Message}"
            : Loads.Show(result.Value.Root, places: true);
    }

    private static void ForAll(Action<Sample, int> check)
    {
        var pcg = new PCG(54, 20130107);
        Gen<(Sample, int)> samples = Gen.Select(TreeTexts.Roots, Gen.Int[0, 1_000_000]);
        for (int i = 0; i < 300; i++)
        {
            (Sample sample, int seed) = samples.Generate(pcg, null, out _);
            check(sample, seed);
        }
    }
}
