using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Tests.Loading;

/// <summary>What a plain scalar of YAML 1.1 means.</summary>
public sealed class YamlScalarTests
{
    [Theory]
    [InlineData("yes")]
    [InlineData("Yes")]
    [InlineData("YES")]
    [InlineData("true")]
    [InlineData("True")]
    [InlineData("TRUE")]
    [InlineData("on")]
    [InlineData("On")]
    [InlineData("ON")]
    public void True_has_nine_spellings(string text) => Assert.Equal("true", Loads.Show(Loads.YamlValue(text)));

    [Theory]
    [InlineData("no")]
    [InlineData("No")]
    [InlineData("NO")]
    [InlineData("false")]
    [InlineData("False")]
    [InlineData("FALSE")]
    [InlineData("off")]
    [InlineData("Off")]
    [InlineData("OFF")]
    public void False_has_nine_spellings(string text) => Assert.Equal("false", Loads.Show(Loads.YamlValue(text)));

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("Null")]
    [InlineData("NULL")]
    public void Null_has_five_spellings(string text) => Assert.Equal("null", Loads.Show(Loads.YamlValue(text)));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("+1", "1")]
    [InlineData("-17", "-17")]
    [InlineData("1_000", "1000")]
    [InlineData("1__0_", "10")]
    [InlineData("00", "0")]
    [InlineData("0_", "0")]
    [InlineData("0x10", "16")]
    [InlineData("-0x1F", "-31")]
    [InlineData("0xAB_cd", "43981")]
    [InlineData("0b11", "3")]
    [InlineData("+0b1_0", "2")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("-123456789012345678901234567890", "-123456789012345678901234567890")]
    public void Integers(string text, string value)
    {
        DocumentNode node = Loads.YamlValue(text);
        Assert.Equal("i" + value, Loads.Show(node));
        Assert.Null(node.MisleadingText);
    }

    [Theory]
    [InlineData("010", "8")]
    [InlineData("0100", "64")]
    [InlineData("-0777", "-511")]
    [InlineData("0_10", "8")]
    [InlineData("1:30", "90")]
    [InlineData("-1:30", "-90")]
    [InlineData("190:20:30", "685230")]
    [InlineData("1:3", "63")]
    [InlineData("01777777777777777777777777", "9444732965739290427391")]
    public void Integers_that_mean_something_else_than_they_show(string text, string value)
    {
        DocumentNode node = Loads.YamlValue(text);
        Assert.Equal("i" + value, Loads.Show(node));
        Assert.Equal(text, node.MisleadingText);
    }

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("-1.5", -1.5)]
    [InlineData("+1.5", 1.5)]
    [InlineData("1.", 1.0)]
    [InlineData(".5", 0.5)]
    [InlineData("09.5", 9.5)]
    [InlineData("1_000.5", 1000.5)]
    [InlineData("1.5_0", 1.5)]
    [InlineData("1.5e+3", 1500.0)]
    [InlineData("1.5E-3", 0.0015)]
    [InlineData("1.e-3", 0.001)]
    [InlineData(".5e+3", 500.0)]
    [InlineData("1.0e+400", double.PositiveInfinity)]
    [InlineData("1.0e-400", 0.0)]
    [InlineData(".inf", double.PositiveInfinity)]
    [InlineData("+.Inf", double.PositiveInfinity)]
    [InlineData("-.INF", double.NegativeInfinity)]
    [InlineData(".nan", double.NaN)]
    [InlineData(".NaN", double.NaN)]
    [InlineData(".NAN", double.NaN)]
    [InlineData("0.1", 0.1)]
    [InlineData("123456789.123456789", 123456789.123456789)]
    public void Floats(string text, double value)
    {
        DocumentNode node = Loads.YamlValue(text);
        Assert.Equal(DocumentNodeKind.Float, node.Kind);
        Assert.Equal(value, node.Number);
        Assert.Null(node.MisleadingText);
    }

    [Fact]
    public void Negative_zero_is_a_float_only_with_a_point()
    {
        Assert.True(double.IsNegative(Loads.YamlValue("-0.0").Number));
        Assert.False(double.IsNegative(Loads.YamlValue("-0").Number));
    }

    [Theory]
    [InlineData("1:30.5", 90.5)]
    [InlineData("-1:30.5", -90.5)]
    [InlineData("0:30.", 30.0)]
    public void Base_60_floats_mislead(string text, double value)
    {
        DocumentNode node = Loads.YamlValue(text);
        Assert.Equal(DocumentNodeKind.Float, node.Kind);
        Assert.Equal(value, node.Number);
        Assert.Equal(text, node.MisleadingText);
    }

    [Theory]
    [InlineData("y")]
    [InlineData("n")]
    [InlineData("Y")]
    [InlineData("N")]
    [InlineData("yEs")]
    [InlineData("nULL")]
    [InlineData("1e3")]
    [InlineData("1E3")]
    [InlineData("1e-3")]
    [InlineData("1.5e3")]
    [InlineData("1.5E3")]
    [InlineData("-.5")]
    [InlineData("+.5")]
    [InlineData("-.nan")]
    [InlineData("._5")]
    [InlineData("08")]
    [InlineData("0:30")]
    [InlineData("1:60")]
    [InlineData("1:30:60")]
    [InlineData("0o10")]
    [InlineData("1,5")]
    [InlineData("5m")]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("Infinity")]
    [InlineData("0b2")]
    [InlineData("0xg")]
    [InlineData("_1")]
    [InlineData("1.2.3")]
    [InlineData("+")]
    [InlineData("...x")]
    [InlineData("2026-1-2")]
    [InlineData("2026-01-2")]
    [InlineData("26-01-02")]
    [InlineData("2026-01-02T03:04")]
    [InlineData("2026-01-02T03:04:05z")]
    [InlineData("2026-01-02T03:04:05+0200")]
    [InlineData("2026-01-02T03:04:05Zx")]
    public void Everything_else_is_text(string text) => Assert.Equal($"'{text}'", Loads.Show(Loads.YamlValue(text)));

    [Theory]
    [InlineData("2026-01-02", "date 2026-01-02")]
    [InlineData("2024-02-29", "date 2024-02-29")]
    [InlineData("2026-01-02T03:04:05", "time 2026-01-02T03:04:05.000000 naive")]
    [InlineData("2026-01-02t3:04:05", "time 2026-01-02T03:04:05.000000 naive")]
    [InlineData("2026-1-2 3:04:05", "time 2026-01-02T03:04:05.000000 naive")]
    [InlineData("2026-01-02  03:04:05.", "time 2026-01-02T03:04:05.000000 naive")]
    [InlineData("2026-01-02T03:04:05.5", "time 2026-01-02T03:04:05.500000 naive")]
    [InlineData("2026-01-02T03:04:05.1234569", "time 2026-01-02T03:04:05.123456 naive")]
    [InlineData("2026-01-02T03:04:05Z", "time 2026-01-02T03:04:05.000000 00:00:00")]
    [InlineData("2026-01-02T03:04:05 +2", "time 2026-01-02T03:04:05.000000 02:00:00")]
    [InlineData("2026-01-02T03:04:05-02:30", "time 2026-01-02T03:04:05.000000 -02:30:00")]
    [InlineData("2026-01-02T03:04:05+23:59", "time 2026-01-02T03:04:05.000000 23:59:00")]
    public void Dates_and_times(string text, string shown) => Assert.Equal(shown, Loads.Show(Loads.YamlValue(text)));

    [Theory]
    [InlineData("2026-13-45")]
    [InlineData("2026-02-30")]
    [InlineData("2025-02-29")]
    [InlineData("0000-01-01")]
    [InlineData("2026-01-01T24:00:00")]
    [InlineData("2026-01-01T23:60:00")]
    [InlineData("2026-01-01T23:59:60")]
    [InlineData("2026-01-01T00:00:00+24:00")]
    [InlineData("2026-01-01T00:00:00-99")]
    [InlineData("!!int x")]
    [InlineData("!!int ''")]
    [InlineData("!!float x")]
    [InlineData("0x_")]
    [InlineData("0b_")]
    public void What_cannot_be_is_refused_at_its_place_as_unexpected(string text)
    {
        LoadError error = Loads.Error(Loads.Yaml("a: 1\nmetadata:\n  k: " + text));
        Assert.Equal(LoadStage.Parse, error.Stage);
        Assert.Equal("ValueError", error.InternalErrorType);
        Assert.Equal((3, 6), (error.Problems[0].Line, error.Problems[0].Column));
    }

    [Theory]
    [InlineData('1', 4300, true)]
    [InlineData('1', 4301, false)]
    public void An_integer_has_at_most_4300_digits(char digit, int count, bool loads)
    {
        string digits = new(digit, count);
        foreach (LoadResult<LoadedDocument> result in new[] { Loads.Yaml("k: -" + digits), Loads.Json($"{{\"k\": -{digits}}}") })
        {
            if (loads)
                Assert.Equal("i-" + digits, Loads.Show(result.Value!.Root.Members[0].Value));
            else
                Assert.Equal("ValueError", Loads.Error(result).InternalErrorType);
        }
    }

    [Theory]
    [InlineData("'yes'")]
    [InlineData("\"yes\"")]
    [InlineData("|-\n  yes")]
    [InlineData(">-\n  yes")]
    [InlineData("!!str yes")]
    public void Quotes_blocks_and_a_tag_make_a_text(string text) => Assert.Equal("'yes'", Loads.Show(Loads.YamlValue(text)));

    [Theory]
    [InlineData("!!int \"12\"", "i12")]
    [InlineData("!!int 0x1f", "i31")]
    [InlineData("!!float 1", "f1")]
    [InlineData("!!float 1e3", "f1000")]
    [InlineData("!!float 1:30", "f90")]
    [InlineData("!!bool 'ON'", "true")]
    [InlineData("!!null x", "null")]
    [InlineData("!!timestamp 2026-1-2", "date 2026-01-02")]
    [InlineData("!!timestamp '2026-01-02'", "date 2026-01-02")]
    [InlineData("!!binary YWJj", "bytes 616263")]
    [InlineData("!!binary |\n  YW\n  Jj\n", "bytes 616263")]
    [InlineData("!!set {b, a}", "Set['b', 'a', ]")]
    [InlineData("!!omap [b: 1, a: 2]", "Pairs[{'b': i1, }, {'a': i2, }, ]")]
    [InlineData("!!pairs [a: 1, a: 2]", "Pairs[{'a': i1, }, {'a': i2, }, ]")]
    [InlineData("!!seq [1]", "[i1, ]")]
    [InlineData("!!map {a: 1}", "{'a': i1, }")]
    [InlineData("!<tag:yaml.org,2002:str> 1", "'1'")]
    [InlineData("! '5'", "i5")]
    public void Standard_tags(string text, string shown) => Assert.Equal(shown, Loads.Show(Loads.YamlValue(text)));

    [Theory]
    [InlineData("!foo 1")]
    [InlineData("!!foo 1")]
    [InlineData("!!python/object/apply:os.system [x]")]
    [InlineData("!!str [a]")]
    [InlineData("!!int {a: 1}")]
    [InlineData("!!map [a]")]
    [InlineData("!!seq {a: 1}")]
    [InlineData("!!set [a]")]
    [InlineData("!!omap {a: 1}")]
    [InlineData("!!omap [a]")]
    [InlineData("!!pairs [{a: 1, b: 2}]")]
    [InlineData("!!binary Y")]
    [InlineData("!!bool maybe")]
    [InlineData("!!timestamp soon")]
    [InlineData("=")]
    [InlineData("[=]")]
    [InlineData("<<")]
    public void Tags_that_do_not_fit_and_marks_without_meaning(string text) =>
        Assert.Equal("ConstructorError", Loads.ParseErrorType(Loads.Yaml("k: " + text)));
}
