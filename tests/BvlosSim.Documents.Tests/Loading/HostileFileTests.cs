using System.Text;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Tests.Loading;

/// <summary>Files of a megabyte made to be expensive: each is answered, within memory in proportion to its size.</summary>
public sealed class HostileFileTests
{
    private const int Size = 1_000_000;

    // Garbage of the whole load, not what is alive at once.
    private const long MaxAllocatedBytes = 300L * 1024 * 1024;

    public static TheoryData<string> Yaml { get; } = [.. Texts().Select(entry => entry.Name)];

    public static TheoryData<string> Json { get; } = [.. JsonTexts().Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Yaml))]
    public void Yaml_is_answered(string name) => Answer(Texts().First(entry => entry.Name == name), DocumentFormat.Yaml);

    [Theory]
    [MemberData(nameof(Json))]
    public void Json_is_answered(string name) => Answer(JsonTexts().First(entry => entry.Name == name), DocumentFormat.Json);

    [Fact]
    public void What_aliases_stand_for_is_limited()
    {
        // Nine to the sixth is half a million, to the seventh nearly five.
        Assert.Null(Loads.Yaml(Laughs(6)).Error);
        LoadError error = Loads.Error(Loads.Yaml(Laughs(8)));
        Assert.Equal("ConstructorError", error.Details.Find("parse_error_type").Text);
        Assert.Contains("aliases", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_of_aliases_as_a_builder_writes_it_loads()
    {
        var text = new StringBuilder("values:\n");
        for (int t = 0; t < 2000; t++)
            text.Append($"- &a{t} [&p{t} [{t}, 1.5], *p{t}, *p{t}, *p{t}]\n- *a{t}\n- *a{t}\n");
        DocumentNode values = Loads.YamlRoot(text.ToString()).Members[0].Value;
        Assert.Equal(6000, values.Items.Length);
        Assert.Equal("[i1999, f1.5, ]", Loads.Show(values.Items[5999].Items[3]));
    }

    [Fact]
    public void What_merges_copy_is_limited()
    {
        LoadError error = Loads.Error(Loads.Yaml(MergeChain(20_000)));
        Assert.Equal("ConstructorError", error.Details.Find("parse_error_type").Text);
        Assert.Contains("merges", error.Message, StringComparison.Ordinal);
        Assert.Null(Loads.Yaml(MergeChain(50)).Error);
    }

    [Theory]
    [InlineData("- ", 1000)]
    [InlineData("[", 32)]
    public void Yaml_is_nested_only_so_deep(string opening, int limit)
    {
        string End(int depth) => opening == "[" ? new string(']', depth) : "x";
        Assert.Null(Loads.Yaml("a:\n " + Repeat(opening, limit - 1) + End(limit - 1)).Error);
        LoadError error = Loads.Error(Loads.Yaml("a:\n " + Repeat(opening, limit + 1) + End(limit + 1)));
        Assert.Equal("ParserError", error.Details.Find("parse_error_type").Text);
        Assert.Contains("nested", error.Message, StringComparison.Ordinal);
    }

    private static void Answer((string Name, Func<string> Text, string Outcome) entry, DocumentFormat format)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(entry.Text());
        long before = GC.GetAllocatedBytesForCurrentThread();
        LoadResult<LoadedDocument> result = DocumentLoader.Parse(bytes, format, "/x", "mission");
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 0, MaxAllocatedBytes);
        Assert.InRange(result.Error?.Problems.Length ?? 0, 0, 1001);
        Assert.InRange(result.Error?.Message.Length ?? 0, 0, 2000);
        string outcome = result.Error is null ? "loads"
            : result.Error.Stage == LoadStage.RootType ? "root"
            : result.Error.Details.Find("parse_error_type").Text;
        Assert.Equal(entry.Outcome, outcome);
    }

    private static IEnumerable<(string Name, Func<string> Text, string Outcome)> Texts()
    {
        yield return ("brackets", () => Repeat("[", Size), "ParserError");
        yield return ("braces", () => Repeat("{a: ", Size / 4), "ParserError");
        yield return ("dashes", () => Repeat("- ", Size / 2), "ParserError");
        yield return ("questions", () => Repeat("? ", Size / 2), "ConstructorError");
        yield return ("brackets on lines", () => Repeat("[\n", Size / 2), "ParserError");
        yield return ("staircase", () => string.Concat(Enumerable.Range(0, 1400).Select(i => new string(' ', i) + "a:\n")), "ParserError");
        yield return ("pairs", () => "a: [" + Repeat("b: c,", Size / 5) + "]", "loads");
        yield return ("small mappings", () => Repeat("- a:\n", Size / 5), "root");
        yield return ("empty lists", () => "a: [" + Repeat("[],", Size / 3) + "]", "loads");
        yield return ("integers", () => "a: [" + Repeat("1,", Size / 2) + "]", "loads");
        yield return ("integers in vain", () => "a: [" + Repeat("1,", Size / 2) + "}", "ParserError");
        yield return ("plain scalar", () => "a: " + Repeat("x", Size), "loads");
        yield return ("words", () => "a: " + Repeat("x ", Size / 2), "loads");
        yield return ("lines of a scalar", () => "a: x\n" + Repeat(" x\n", Size / 3), "loads");
        yield return ("empty lines in a scalar", () => "a: x" + Repeat("\n", Size) + " y", "loads");
        yield return ("digits", () => "a: " + Repeat("1", Size), "ConstructorError");
        yield return ("long integers", () => "a: [" + Repeat(Repeat("9", 4300) + ",", Size / 4301) + "]", "loads");
        yield return ("long octal integers", () => "a: [" + Repeat("0" + Repeat("7", 4200) + ",", Size / 4202) + "]", "loads");
        yield return ("long base-60 integers", () => "a: [" + Repeat("1" + Repeat(":10", 1400) + ",", Size / 4202) + "]", "loads");
        yield return ("open quote", () => "a: \"" + Repeat("x", Size), "ScannerError");
        yield return ("quoted lines", () => "a: \"" + Repeat("\n", Size) + " \"", "loads");
        yield return ("runs in quotes", () => "a: \"" + Repeat("1, 2, 3, 4, ", Size / 12) + "\"", "loads");
        yield return ("block", () => "a: |\n" + Repeat(" x\n", Size / 3), "loads");
        yield return ("comment", () => "#" + Repeat("x", Size), "root");
        yield return ("comments", () => Repeat("#\n", Size / 2) + "a: 1", "loads");
        yield return ("line feeds", () => Repeat("\n", Size), "root");
        yield return ("carriage returns", () => Repeat("\r", Size) + "a: 1", "loads");
        yield return ("anchors", () => "a: [" + string.Concat(Enumerable.Range(0, Size / 10).Select(i => $"&a{i} x,")) + "]", "loads");
        yield return ("aliases", () => "a:\n- &a b\n" + Repeat("- *a\n", Size / 5), "loads");
        yield return ("long anchor", () => "a: &" + Repeat("x", Size) + " 1", "loads");
        yield return ("long tag", () => "a: !" + Repeat("x", Size) + " 1", "ConstructorError");
        yield return ("tags", () => "a: [" + Repeat("!!str x,", Size / 8) + "]", "loads");
        yield return ("reserved directives", () => Repeat("%A b\n", Size / 5) + "---\na: 1", "loads");
        yield return ("tag directives", () => string.Concat(Enumerable.Range(0, Size / 20).Select(i => $"%TAG !e{i}! tag:x\n")) + "---\na: 1", "loads");
        yield return ("documents", () => Repeat("--- a\n", Size / 6), "ComposerError");
        yield return ("keys", () => string.Concat(Enumerable.Range(0, Size / 10).Select(i => $"k{i}: 1\n")), "loads");
        yield return ("float keys", () => string.Concat(Enumerable.Range(0, Size / 10).Select(i => $"{i}.5: 1\n")), "loads");
        yield return ("repeated keys", () => Repeat("a: 1\n", Size / 5), "ConstructorError");
        yield return ("mappings of seventeen", () => "a: [" + Repeat("{" + string.Concat(Enumerable.Range(0, 17).Select(i => (char)('a' + i) + ",")) + "},", Size / 37) + "]", "loads");
        yield return ("one merge a hundred thousand times", () => "a: &a {" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"k{i},")) + "}\nb: {<<: [" + Repeat("*a,", 100_000) + "]}", "ConstructorError");
        yield return ("accents", () => "a: [" + Repeat("é,", Size / 3) + "]", "loads");
        yield return ("control characters", () => "a: " + Repeat("\u0001", Size), "ReaderError");
    }

    private static IEnumerable<(string Name, Func<string> Text, string Outcome)> JsonTexts()
    {
        yield return ("brackets", () => Repeat("[", Size), "JSONDecodeError");
        yield return ("objects", () => Repeat("{\"a\":", Size / 5), "JSONDecodeError");
        yield return ("integers", () => "{\"a\":[" + Repeat("1,", Size / 2) + "1]}", "loads");
        yield return ("NaN", () => "{\"a\":[" + Repeat("NaN,", Size / 4) + "1]}", "loads");
        yield return ("NaN in vain", () => "{\"a\":[" + Repeat("NaN,", Size / 4) + "1}", "JSONDecodeError");
        yield return ("escapes", () => "{\"a\":\"" + Repeat("\\n", Size / 2) + "\"}", "loads");
        yield return ("half pairs", () => "{\"a\":\"" + Repeat("\\ud800", Size / 6) + "\"}", "loads");
        yield return ("digits", () => "{\"a\":" + Repeat("9", Size) + "}", "JSONDecodeError");
        yield return ("long integers", () => "{\"a\":[" + Repeat(Repeat("9", 4300) + ",", Size / 4301) + "1]}", "loads");
        yield return ("keys", () => "{" + string.Concat(Enumerable.Range(0, Size / 10).Select(i => $"\"k{i}\":1,")) + "\"z\":1}", "loads");
        yield return ("repeated keys", () => "{" + Repeat("\"a\":1,", Size / 6) + "\"z\":1}", "JSONDecodeError");
        yield return ("blanks", () => Repeat(" ", Size), "JSONDecodeError");
        yield return ("open quote", () => "\"" + Repeat("x", Size), "JSONDecodeError");
    }

    private static string Laughs(int levels)
    {
        var text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < levels; i++)
            text.Append($"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        return text.ToString();
    }

    private static string MergeChain(int links)
    {
        var text = new StringBuilder("a0: &a0 {" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"k{i},")) + "}\n");
        for (int i = 1; i < links; i++)
            text.Append($"a{i}: &a{i} {{<<: *a{i - 1}, q{i}: 1}}\n");
        return text.ToString();
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
