using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Tests.Loading;

/// <summary>Documents, merges, anchors, and the classes of YAML errors.</summary>
public sealed class YamlStructureTests
{
    [Theory]
    [InlineData("<<: {a: 1, b: 2}\nb: 3", "{'a': i1, 'b': i3, }")]
    [InlineData("b: 3\n<<: {a: 1, b: 2}", "{'a': i1, 'b': i3, }")]
    [InlineData("d: 1\n<<: [{a: 1, b: 1}, {b: 2, c: 2}]", "{'b': i1, 'c': i2, 'a': i1, 'd': i1, }")]
    [InlineData("k: {<<: {<<: {q: 1}, r: 2}, q: 3}", "{'k': {'q': i3, 'r': i2, }, }")]
    [InlineData("k: {<<: []}", "{'k': {}, }")]
    [InlineData("k: {'<<': 1}", "{'k': {'<<': i1, }, }")]
    [InlineData("x: &x {a: 1}\ny: {<<: *x, a: 2}", "{'x': {'a': i1, }, 'y': {'a': i2, }, }")]
    public void Merges_come_first_and_yield_to_what_is_written(string text, string shown) =>
        Assert.Equal(shown, Loads.Show(Loads.YamlRoot(text)));

    [Theory]
    [InlineData("k: {<<: 1}")]
    [InlineData("k: {<<: ~}")]
    [InlineData("k: {<<: [1]}")]
    [InlineData("k: {<<: [[]]}")]
    [InlineData("k: &a {<<: *a}")]
    public void Only_mappings_are_merged(string text) => Assert.Equal("ConstructorError", Loads.ParseErrorType(Loads.Yaml(text)));

    [Fact]
    public void An_alias_is_the_same_node_again()
    {
        DocumentNode root = Loads.YamlRoot("a: &x [1, 2]\nb: *x\nc: &y 5\nd: *y\n&z e: *z");
        Assert.Same(root.Find("a"), root.Find("b"));
        Assert.Same(root.Find("c"), root.Find("d"));
        Assert.Equal("'e'", Loads.Show(root.Find("e")!));
    }

    [Theory]
    [InlineData("a: &x {b: *x}", "ConstructorError")]
    [InlineData("a: &x [*x]", "ConstructorError")]
    [InlineData("a: *x", "ComposerError")]
    [InlineData("a: *x\nb: &x 1", "ComposerError")]
    [InlineData("a: &x 1\nb: &x 2", "ComposerError")]
    [InlineData("a: 1\n---\nb: 2", "ComposerError")]
    [InlineData("a: 1\n...\nb: 2", "ComposerError")]
    [InlineData("? [a]\n: 1", "ConstructorError")]
    [InlineData("{[1]: 2}", "ConstructorError")]
    [InlineData("{{a: 1}: 2}", "ConstructorError")]
    [InlineData("a: &x [1]\n*x : 1", "ConstructorError")]
    [InlineData("a: [1, 2\nb: }", "ParserError")]
    [InlineData("a: [1", "ParserError")]
    [InlineData("a: {b: 1", "ParserError")]
    [InlineData("a: [1, 2}", "ParserError")]
    [InlineData("a: }", "ParserError")]
    [InlineData("a: [1,, 2]", "ParserError")]
    [InlineData("a: 'x' 'y'", "ParserError")]
    [InlineData("a:\n  - b\n c: d", "ParserError")]
    [InlineData("- a\nb: 1", "ParserError")]
    [InlineData("%YAML 2.0\n---\na: 1", "ParserError")]
    [InlineData("a: \"x", "ScannerError")]
    [InlineData("a: 'x", "ScannerError")]
    [InlineData("a: b: c", "ScannerError")]
    [InlineData("a: 1\n b: 2", "ScannerError")]
    [InlineData("a: \"\\q\"", "ScannerError")]
    [InlineData("a: \"\\ud800\"", "ScannerError")]
    [InlineData("a: \"\\ud83d\\ude00\"", "ScannerError")]
    [InlineData("a: @x", "ScannerError")]
    [InlineData("a: `x", "ScannerError")]
    [InlineData("a: -", "ScannerError")]
    [InlineData("a:\n\tb: 1", "ScannerError")]
    [InlineData("\ta: 1", "ScannerError")]
    [InlineData("a:\n  b: 1\n\tc: 1", "ScannerError")]
    [InlineData("- a\n-\tb", "ScannerError")]
    [InlineData("a: x\u0007", "ReaderError")]
    [InlineData("a: x\u007f", "ReaderError")]
    [InlineData("a: x\u0080", "ReaderError")]
    [InlineData("a: \ufffe", "ReaderError")]
    public void Errors_have_their_class(string text, string type) => Assert.Equal(type, Loads.ParseErrorType(Loads.Yaml(text)));

    // What the library reads, by later versions of YAML or by oversight, and the contract does not.
    [Theory]
    [InlineData("a: [@]")]
    [InlineData("a: {%x}")]
    [InlineData("a: [|]")]
    [InlineData("a: [:a]")]
    [InlineData("a: {?x}")]
    [InlineData("a: [1, :, 2]")]
    [InlineData(": a")]
    [InlineData("a: {: b}")]
    [InlineData("{&: 1}")]
    [InlineData("a: {b: [1] 2, c: 3}")]
    [InlineData("a: [[1] 2]")]
    [InlineData("{\"k: !!null \"null\"}")]
    [InlineData("a: {k1: ['x'], : k2: 3}")]
    [InlineData("a: {x\n  y: 1}")]
    [InlineData("a: {b:}")]
    [InlineData("a: [b:]")]
    [InlineData("a: {\nb: 1\n}")]
    public void Doubtful_texts_are_refused(string text) =>
        Assert.Contains(Loads.ParseErrorType(Loads.Yaml(text)), new[] { "ParserError", "ScannerError" });

    [Theory]
    [InlineData("---\na: 1\n...\n")]
    [InlineData("%YAML 1.1\n---\na: 1")]
    [InlineData("%YAML 1.2\n---\na: 1")]
    [InlineData("%FOO x\n---\na: 1")]
    [InlineData("\ufeffa: 1")]
    [InlineData("a: 1\r\n")]
    [InlineData("# c\na: 1 # d\n")]
    [InlineData("? a\n: 1")]
    [InlineData("{\"a\":1}")]
    [InlineData("a: 1\n--- # nothing\n", false)]
    public void One_document_is_a_document(string text, bool loads = true)
    {
        if (loads)
            Assert.Equal("{'a': i1, }", Loads.Show(Loads.YamlRoot(text)));
        else
            Assert.Equal("ComposerError", Loads.ParseErrorType(Loads.Yaml(text)));
    }

    [Theory]
    [InlineData("a: [1, b: 2, {c: 3}]", "{'a': [i1, {'b': i2, }, {'c': i3, }, ], }")]
    [InlineData("a: [b: 2]", "{'a': [{'b': i2, }, ], }")]
    [InlineData("a: [1,2,]", "{'a': [i1, i2, ], }")]
    [InlineData("a: {b, c: 1}", "{'a': {'b': null, 'c': i1, }, }")]
    [InlineData("a:\n- 1\n- - 2\n  - 3\nb:", "{'a': [i1, [i2, i3, ], ], 'b': null, }")]
    [InlineData("1: a\n2.5: b\n~: c\n2026-01-02: d", "{i1: 'a', f2.5: 'b', null: 'c', date 2026-01-02: 'd', }")]
    [InlineData("a: \"\\U0001F600\\x41\\u00e9\\n\"", "{'a': '😀Aé\n', }")]
    [InlineData("a: 😀", "{'a': '😀', }")]
    [InlineData("a: [x,\n  # c, d\n  y]", "{'a': ['x', 'y', ], }")]
    [InlineData("a: http://x.y/z:1", "{'a': 'http://x.y/z:1', }")]
    [InlineData("a: [\t1,\t2]", "{'a': [i1, i2, ], }")]
    public void Structures(string text, string shown) => Assert.Equal(shown, Loads.Show(Loads.YamlRoot(text)));
}
