using System.Text;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Tests.Loading;

/// <summary>JSON and what the contract adds to it.</summary>
public sealed class JsonDocumentTests
{
    [Theory]
    [InlineData("0", "i0")]
    [InlineData("-0", "i0")]
    [InlineData("-17", "i-17")]
    [InlineData("9007199254740993", "i9007199254740993")]
    [InlineData("123456789012345678901234567890", "i123456789012345678901234567890")]
    [InlineData("1.0", "f1")]
    [InlineData("1e3", "f1000")]
    [InlineData("1E-3", "f0.001")]
    [InlineData("0.1", "f0.1")]
    [InlineData("1e400", "f∞")]
    [InlineData("-1e400", "f-∞")]
    [InlineData("1e-400", "f0")]
    [InlineData("NaN", "fNaN")]
    [InlineData("Infinity", "f∞")]
    [InlineData("-Infinity", "f-∞")]
    [InlineData("[NaN,-Infinity , Infinity]", "[fNaN, f-∞, f∞, ]")]
    [InlineData("[\"NaN\", NaN, \"a\\\"NaN\"]", "['NaN', fNaN, 'a\"NaN', ]")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", "null")]
    [InlineData("\"a\\u00e9\\n\\/\\\\\\\"\\b\\f\\r\\t\"", "'aé\n/\\\"\b\f\r\t'")]
    [InlineData("\"\\ud83d\\ude00\"", "'😀'")]
    [InlineData("\"2026-01-02\"", "'2026-01-02'")]
    [InlineData("{}", "{}")]
    [InlineData("[[], {\"b\": 1}]", "[[], {'b': i1, }, ]")]
    public void Values(string text, string shown) =>
        Assert.Equal(shown.Replace("∞", double.PositiveInfinity.ToString("R"), StringComparison.Ordinal), Loads.Show(Loads.JsonRoot($" {{\"k\": {text}}}\n").Members[0].Value));

    [Theory]
    [InlineData("\\ud800", new[] { 0xD800 })]
    [InlineData("\\uDC00x", new[] { 0xDC00, 'x' })]
    [InlineData("\\ude00\\ud83d", new[] { 0xDE00, 0xD83D })]
    public void Half_a_surrogate_pair_is_for_the_field_to_refuse(string escape, int[] units)
    {
        string value = string.Concat(units.Select(unit => (char)unit));
        DocumentNode root = Loads.JsonRoot($"{{\"{escape}\": \"{escape}\"}}");
        Assert.Equal(value, root.Members[0].Key.Text);
        Assert.Equal(value, root.Members[0].Value.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\ufeff{}")]
    [InlineData("{\"a\": 1,}")]
    [InlineData("[1,]")]
    [InlineData("{} x")]
    [InlineData("{}{}")]
    [InlineData("{\"a\": 1} // c")]
    [InlineData("/* c */ {}")]
    [InlineData("{'a': 1}")]
    [InlineData("{a: 1}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{\"a\": 01}")]
    [InlineData("{\"a\": +1}")]
    [InlineData("{\"a\": 1.}")]
    [InlineData("{\"a\": .5}")]
    [InlineData("{\"a\": nan}")]
    [InlineData("{\"a\": -NaN}")]
    [InlineData("{\"a\": NaN1}")]
    [InlineData("{\"a\": 1NaN}")]
    [InlineData("{\"a\": NaN.5}")]
    [InlineData("{\"a\": Infinity\"x\"}")]
    [InlineData("{NaN: 1}")]
    [InlineData("{\"a\": Infinit}")]
    [InlineData("{\"a\": +Infinity}")]
    [InlineData("{\"a\": NaN,}")]
    [InlineData("{\"a\": \"x\ny\"}")]
    [InlineData("{\"a\": \"\t\"}")]
    [InlineData("{\"a\": \"\\q\"}")]
    [InlineData("{\"a\": \"\\u12\"}")]
    [InlineData("{\"a\": \"x}")]
    [InlineData("{\"a\": tru}")]
    [InlineData("[")]
    [InlineData("]")]
    public void Syntax_errors(string text) => Assert.Equal("JSONDecodeError", Loads.ParseErrorType(Loads.Json(text)));

    [Fact]
    public void Nesting_of_thousands_is_fine_and_of_tens_of_thousands_is_unexpected()
    {
        DocumentNode node = Loads.JsonRoot("{\"a\":" + new string('[', 3000) + new string(']', 3000) + "}").Members[0].Value;
        int depth = 1;
        while (node.Items.Length > 0)
        {
            node = node.Items[0];
            depth++;
        }

        Assert.Equal(3000, depth);
        foreach (string text in new[] { new string('[', 20_000), string.Concat(Enumerable.Repeat("{\"a\":", 20_000)), "{\"a\":" + new string('[', 15_000) + new string(']', 15_000) + "}" })
        {
            LoadError error = Loads.Error(Loads.Json(text));
            Assert.Equal(LoadStage.Parse, error.Stage);
            Assert.Equal("RecursionError", error.InternalErrorType);
        }
    }

    [Fact]
    public void An_error_names_its_place()
    {
        Problem problem = Loads.Error(Loads.Json("{\n  \"é\": [1,\n    2 3]\n}")).Problems[0];
        Assert.Equal((3, 7), (problem.Line, problem.Column));
        Problem afterNaN = Loads.Error(Loads.Json("{\n  \"a\": NaN,\n \"b\": x}")).Problems[0];
        Assert.Equal((3, 7), (afterNaN.Line, afterNaN.Column));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_in_both_formats()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("a: é\nb: "), 0xC3, 0x28];
        foreach (DocumentFormat format in Enum.GetValues<DocumentFormat>())
        {
            LoadError error = Loads.Error(DocumentLoader.Parse(bytes, format, "/x", "mission"));
            Assert.Equal("UnicodeDecodeError", error.Details.Find("parse_error_type").Text);
            Assert.Equal((2, 4), (error.Problems[0].Line, error.Problems[0].Column));
        }

        byte[] utf16 = Encoding.Unicode.GetBytes("\ufeffa: 1");
        Assert.Equal("UnicodeDecodeError", Loads.ParseErrorType(DocumentLoader.Parse(utf16, DocumentFormat.Yaml, "/x", "mission")));
    }
}
