using BvlosSim.Documents.Inputs;

namespace BvlosSim.Documents.Tests.Inputs;

public class GeneratedAtTests
{
    [Theory]
    [InlineData("2026-01-31")]
    [InlineData("20260131")]
    [InlineData("2026-W01")]
    [InlineData("2026-W53-7")]
    [InlineData("2026W011")]
    [InlineData("2024-02-29")]
    [InlineData("2026-01-31T12")]
    [InlineData("2026-01-31T12:30")]
    [InlineData("2026-01-31T12:30:59")]
    [InlineData("2026-01-31 12:30:59.123456789")]
    [InlineData("2026-01-31T123059,5")]
    [InlineData("2026-01-31T12:30Z")]
    [InlineData("2026-01-31T12:30 Z")]
    [InlineData("2026-01-31T12:30+05")]
    [InlineData("2026-01-31T12:30-0530")]
    [InlineData("2026-01-31T12:30+05:30:15")]
    [InlineData("20260131T1230")]
    public void A_time_stamp_is_accepted(string text) => Assert.True(GeneratedAt.IsValid(text));

    [Theory]
    [InlineData("")]
    [InlineData("now ")]
    [InlineData(" 2026-01-31")]
    [InlineData("2026-01-31 ")]
    [InlineData("2026-01")]
    [InlineData("2026-1-31")]
    [InlineData("2026-031")]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("2026-00-01")]
    [InlineData("2026-01-00")]
    [InlineData("0000-01-01")]
    [InlineData("2026-W00")]
    [InlineData("2025-W53")]
    [InlineData("2026-W01-8")]
    [InlineData("2026-01-31T24:00")]
    [InlineData("2026-01-31T12:60")]
    [InlineData("2026-01-31T12:30:60")]
    [InlineData("2026-01-31T12:30z")]
    [InlineData("2026-01-31T12:30+24:00")]
    [InlineData("2026-01-31T12:30+05:60")]
    [InlineData("2026-01-31T12:30:59.")]
    [InlineData("2026-01-31T")]
    [InlineData("٢٠٢٦-01-31")]
    public void Anything_else_is_refused(string text) => Assert.False(GeneratedAt.IsValid(text));
}
