using System.Text;
using BvlosSim.Documents.Json;
using BvlosSim.Values;

namespace BvlosSim.Documents.Tests.Json;

public class CanonicalJsonWriterTests
{
    [Fact]
    public void A_document_has_the_canonical_layout()
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();
        json.StartArray("a");
        json.EndArray();
        json.Boolean("b", true);
        json.Integer("c", 7);
        json.Integer("d", null);
        json.Number("e", 60.0);
        json.StartObject("f");
        json.EndObject();
        json.Texts("g", ["x", "y"]);
        json.Null("h");
        json.EndObject();

        const string expected =
            "{\n  \"a\": [],\n  \"b\": true,\n  \"c\": 7,\n  \"d\": null,\n  \"e\": 60.0,\n  \"f\": {},\n  \"g\": [\n    \"x\",\n    \"y\"\n  ],\n  \"h\": null\n}\n";
        Assert.Equal(expected, Encoding.UTF8.GetString(json.Finish()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(70_000)]
    [InlineData(400_000)]
    public void Handed_on_piece_by_piece_a_document_is_the_same(int length)
    {
        string text = new('x', length);
        var pieces = new List<byte[]>();
        using var handedOn = new CanonicalJsonWriter(piece => pieces.Add(piece.ToArray()));
        using var held = new CanonicalJsonWriter();
        foreach (CanonicalJsonWriter json in (CanonicalJsonWriter[])[handedOn, held])
        {
            json.StartObject();
            json.Texts("a", Enumerable.Repeat("short \u00e9", length / 10));
            json.Text("b", text);
            json.EndObject();
        }

        handedOn.HandOn();

        Assert.Equal(held.Finish(), pieces.SelectMany(p => p));
        Assert.Throws<InvalidOperationException>(() => handedOn.Finish());
        Assert.Throws<InvalidOperationException>(() => held.HandOn());
    }

    [Fact]
    public void Every_item_of_a_list_of_texts_has_its_line()
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();
        json.Texts("k", ["\u00e9", "a", "\"", "\n"]);
        json.EndObject();

        Assert.Equal(
            "{\n  \"k\": [\n    \"\\u00e9\",\n    \"a\",\n    \"\\\"\",\n    \"\\n\"\n  ]\n}\n",
            Encoding.UTF8.GetString(json.Finish()));
    }

    [Theory]
    [InlineData("é", "\\u00e9")]
    [InlineData("\u2028", "\\u2028")]
    [InlineData("\u007f", "\\u007f")]
    [InlineData("😀", "\\ud83d\\ude00")]
    [InlineData("a\"b\\c/d", "a\\\"b\\\\c/d")]
    [InlineData("\n\r\t\b\f\u0001", "\\n\\r\\t\\b\\f\\u0001")]
    [InlineData("<&'+>", "<&'+>")]
    public void Texts_are_ascii_with_short_escapes(string text, string expected)
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();
        json.Text("k", text);
        json.EndObject();

        Assert.Equal("{\n  \"k\": \"" + expected + "\"\n}\n", Encoding.UTF8.GetString(json.Finish()));
        Assert.Equal('"' + expected + '"', AsciiText.Quote(text));
    }

    [Fact]
    public void A_lone_surrogate_keeps_its_escape() => Assert.Equal("\"\\ud800\"", AsciiText.Quote("\ud800"));

    [Theory]
    [InlineData("é")]
    [InlineData("a\"b")]
    [InlineData("a\nb")]
    public void A_key_that_is_no_contract_key_is_a_bug(string key)
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();

        Assert.Throws<InvalidOperationException>(() => json.Null(key));
    }

    [Theory]
    [InlineData("b", "a")]
    [InlineData("a", "a")]
    [InlineData("a", "Z")]
    public void A_key_out_of_order_is_a_bug(string first, string second)
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();
        json.Null(first);

        Assert.Throws<InvalidOperationException>(() => json.Null(second));
    }

    [Fact]
    public void The_order_of_an_inner_object_does_not_disturb_the_outer_one()
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();
        json.StartObject("b");
        json.Null("a");
        json.EndObject();
        json.Null("c");
        json.EndObject();

        Assert.Contains("\"c\": null", Encoding.UTF8.GetString(json.Finish()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_is_sorted_and_keeps_the_types_of_its_values()
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();
        json.Map("m", ScalarMap.Of(("z", 1), ("y", 1.0), ("x", true), ("w", "t"), ("v", default), ("u", double.NaN), ("Z", 2)));
        json.EndObject();

        const string expected =
            "{\n  \"m\": {\n    \"Z\": 2,\n    \"u\": null,\n    \"v\": null,\n    \"w\": \"t\",\n    \"x\": true,\n    \"y\": 1.0,\n    \"z\": 1\n  }\n}\n";
        Assert.Equal(expected, Encoding.UTF8.GetString(json.Finish()));
    }

    [Fact]
    public void A_non_finite_number_is_never_printed()
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();

        Assert.Throws<NonFiniteNumberException>(() => json.Number("k", double.NaN));
    }
}
