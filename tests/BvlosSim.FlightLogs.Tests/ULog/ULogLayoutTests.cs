using System.Text;
using BvlosSim.FlightLogs.ULog.Definitions;
using CsCheck;

namespace BvlosSim.FlightLogs.Tests.ULog;

/// <summary>Where the values of a format are.</summary>
public class ULogLayoutTests
{
    private static readonly (string Type, int Bytes)[] Scalars =
    [
        ("int8_t", 1), ("uint8_t", 1), ("bool", 1), ("char", 1), ("int16_t", 2), ("uint16_t", 2), ("int32_t", 4), ("uint32_t", 4),
        ("float", 4), ("int64_t", 8), ("uint64_t", 8), ("double", 8),
    ];

    [Fact]
    public void Every_type_is_read_as_it_was_written()
    {
        ULogLayout layout = Layout(
            "t",
            "t:int8_t a;uint8_t b;int16_t c;uint16_t d;int32_t e;uint32_t f;int64_t g;uint64_t h;float i;double j;bool k;char l;")!;
        byte[] body = new ULogBody()
            .I8(-1).U8(200).I16(-2).U16(60_000).I32(-3).U32(4_000_000_000).I64(long.MinValue).U64(ulong.MaxValue).F32(0.1f).F64(0.1).I8(1).I8(-5).Bytes;
        Assert.Equal(body.Length, layout.BodyBytes);
        double[] expected = [-1, 200, -2, 60_000, -3, 4_000_000_000, long.MinValue, ulong.MaxValue, 0.1f, 0.1, 1, -5];
        Assert.Equal(expected, "abcdefghijkl".Select(n => layout.Find(n.ToString())!.Value.Number(body)));
        Assert.Equal(long.MinValue, layout.Find("g")!.Value.Whole(body));
        Assert.Null(layout.Find("h")!.Value.Whole(body));
        Assert.Equal(4_000_000_000, layout.Find("f")!.Value.Whole(body));
        Assert.Equal(0, layout.Find("i")!.Value.Whole(body));
    }

    [Fact]
    public void A_number_that_is_none_has_no_whole_part()
    {
        ULogField field = Layout("t", "t:float x;")!.Find("x")!.Value;
        foreach (float value in (float[])[float.NaN, float.PositiveInfinity, 1e30f])
            Assert.Null(field.Whole(new ULogBody().F32(value).Bytes));
        Assert.Null(field.Finite(new ULogBody().F32(float.NaN).Bytes));
    }

    [Fact]
    public void Nested_formats_and_arrays_are_found_by_their_full_names()
    {
        ULogLayout layout = Layout(
            "t", "vec:float x;uint16_t[3] y;", "pair:vec a;vec[2] b;uint8_t _padding0;", "t:uint64_t timestamp;pair[2] p;int8_t q;uint8_t[5] _padding0;uint8_t _padding1;")!;
        const int vec = 10;
        const int pair = (3 * vec) + 1;
        Assert.Equal(8 + (2 * pair) + 1, layout.BodyBytes);
        Assert.Equal(layout.BodyBytes + 6, layout.PaddedBytes);
        Assert.Equal(new ULogField(ULogType.UInt16, 8 + pair + vec + vec + 4 + 4), layout.Find("p[1].b[1].y[2]"));
        Assert.Equal(new ULogField(ULogType.Float, 8 + vec), layout.Find("p[0].b[0].x"));
        Assert.Equal(new ULogField(ULogType.UInt8, 8 + pair - 1), layout.Find("p[0]._padding0"));
        Assert.Equal(new ULogField(ULogType.Int8, 8 + (2 * pair)), layout.Find("q"));
        foreach (string none in (string[])["p", "p[2].a.x", "p[0].b", "p[0].b[2].x", "q[0]", "q.x", "p[-1].a.x", "p[0].a.x.z", "", ".", "_padding1", "_padding0[0]"])
            Assert.Null(layout.Find(none));
    }

    [Theory]
    [InlineData("t:t x;")]
    [InlineData("t:u x;", "u:t x;")]
    [InlineData("t:unknown x;")]
    [InlineData("t:uint8_t[65535] x;uint8_t y;")]
    [InlineData("t:u[60000] x;", "u:uint8_t[60000] x;")]
    [InlineData("t:float x;float x;")]
    public void A_layout_that_cannot_be_is_none(params string[] formats) => Assert.Null(Layout("t", formats));

    [Fact]
    public void A_layout_says_which_format_it_waits_for()
    {
        var formats = new ULogFormats();
        Assert.Equal(0, formats.VersionOf("t"));
        Assert.Null(formats.Layout("t", out string awaited));
        Assert.Equal("t", awaited);
        Assert.True(formats.TryAdd("t:u[2] x;"u8));
        Assert.Null(formats.Layout("t", out awaited));
        Assert.Equal("u", awaited);
        Assert.True(formats.TryAdd("v:float x;"u8));
        Assert.Equal(0, formats.VersionOf("u"));
        Assert.True(formats.TryAdd("u:float x;"u8));
        Assert.Equal(3, formats.VersionOf("u"));
        Assert.Equal(8, formats.Layout("t", out _)!.BodyBytes);
    }

    [Theory]
    [InlineData("t")]
    [InlineData("t:float")]
    [InlineData("t:float[x] a;")]
    [InlineData("t:float[-1] a;")]
    [InlineData("t:float[99999999999] a;")]
    public void A_text_that_is_no_format_is_not_entered(string text) => Assert.False(new ULogFormats().TryAdd(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Formats_that_would_take_for_ever_or_all_of_memory_do_not()
    {
        var formats = new ULogFormats();
        for (int i = 0; i < 5000; i++)
            Assert.True(formats.TryAdd(Encoding.UTF8.GetBytes($"f{i}:f{i + 1}[65535] a;f{i + 1}[65535] b;")));
        Assert.True(formats.TryAdd("f5000:"u8));
        Assert.Null(formats.Layout("f0"));
        Assert.Equal(0, formats.Layout("f4990")!.BodyBytes);
        Assert.Null(formats.Layout("f4990")!.Find("a[7].a[7].x"));
        for (int i = 5001; i < ULogFormats.MostFormats; i++)
            Assert.True(formats.TryAdd(Encoding.UTF8.GetBytes($"g{i}:")));
        Assert.False(formats.TryAdd("one_too_many:"u8) && formats.TryAdd("two_too_many:"u8));
    }

    [Fact]
    public void Sizes_and_places_agree_for_any_format() =>
        Gen.Select(Gen.Int[0, Scalars.Length - 1], Gen.Int[0, 5]).Array[1, 12].Sample(
            fields =>
            {
                var text = new StringBuilder("t:");
                int offset = 0;
                var places = new List<(string Name, int Offset)>();
                for (int i = 0; i < fields.Length; i++)
                {
                    (int scalar, int count) = fields[i];
                    (string type, int bytes) = Scalars[scalar];
                    text.Append(type).Append(count > 0 ? $"[{count}]" : "").Append(" n").Append(i).Append(';');
                    for (int k = 0; k < Math.Max(1, count); k++, offset += bytes)
                        places.Add((count > 0 ? $"n{i}[{k}]" : $"n{i}", offset));
                }

                ULogLayout layout = Layout("t", text.ToString())!;
                Assert.Equal(offset, layout.BodyBytes);
                Assert.All(places, p => Assert.Equal(p.Offset, layout.Find(p.Name)!.Value.OffsetBytes));
            },
            iter: 300,
            seed: "0000KOIPZrv4");

    private static ULogLayout? Layout(string topic, params string[] texts)
    {
        var formats = new ULogFormats();
        foreach (string text in texts)
            Assert.True(formats.TryAdd(Encoding.UTF8.GetBytes(text)));
        return formats.Layout(topic);
    }
}
