using System.Text;
using BvlosSim.AtomicFiles.Naming;
using CsCheck;

namespace BvlosSim.AtomicFiles.Tests.Naming;

/// <summary>Temporary names: never too long, never twice the same, and recognised for their own destination only.</summary>
public sealed class TemporaryNameTests
{
    private static readonly Gen<string> Names = Gen.String[Gen.Char["abc.äß漢_- 0123456789"], 1, 260];

    [Fact]
    public void A_name_fits_into_a_folder_and_belongs_to_its_destination() => Names.Sample(
        static name =>
        {
            string temporary = TemporaryName.For(name);
            return Encoding.UTF8.GetByteCount(temporary) <= TemporaryName.LongestNameBytes
                && temporary.StartsWith('.')
                && temporary.EndsWith(".tmp", StringComparison.Ordinal)
                && TemporaryName.IsFor(temporary, name);
        });

    [Fact]
    public void A_name_belongs_to_no_other_destination() => Gen.Select(Names, Names).Sample(
        static (one, other) => one == other || !TemporaryName.IsFor(TemporaryName.For(one), other));

    [Fact]
    public void A_name_with_any_digit_changed_is_not_ours() => Gen.Select(Names, Gen.Int[0, 39], Gen.Char["0123456789abcdef"]).Sample(
        static (name, place, digit) =>
        {
            string temporary = TemporaryName.For(name);
            int at = temporary.Length - ".tmp".Length - 40 + place;
            string changed = temporary[..at] + digit + temporary[(at + 1)..];
            return changed == temporary || !TemporaryName.IsFor(changed, name);
        });

    [Fact]
    public void The_form_is_dot_name_dot_token_dot_tmp() => Assert.Matches(@"^\.result\.json\.[0-9a-f]{40}\.tmp$", TemporaryName.For("result.json"));

    [Fact]
    public void No_two_are_the_same() =>
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(static _ => TemporaryName.For("result")).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData(209, 209)]
    [InlineData(210, 209)]
    [InlineData(255, 209)]
    public void A_long_name_is_shortened_to_what_fits(int length, int kept)
    {
        string name = new('a', length);
        Assert.Equal("." + new string('a', kept) + ".", TemporaryName.PrefixFor(name));
        Assert.Equal(255 - 209 + kept, TemporaryName.For(name).Length);
    }

    [Theory]
    [InlineData("ä", 2, 104)]
    [InlineData("漢", 3, 69)]
    [InlineData("🚁", 4, 52)]
    public void A_long_name_is_never_cut_inside_a_character(string letter, int bytes, int kept)
    {
        string name = string.Concat(Enumerable.Repeat(letter, 255 / bytes));
        Assert.Equal("." + string.Concat(Enumerable.Repeat(letter, kept)) + ".", TemporaryName.PrefixFor(name));
    }

    [Fact]
    public void Two_long_names_that_begin_alike_are_told_apart()
    {
        string one = new string('a', 250) + "1";
        string other = new string('a', 250) + "2";
        Assert.Equal(TemporaryName.PrefixFor(one), TemporaryName.PrefixFor(other));
        Assert.False(TemporaryName.IsFor(TemporaryName.For(one), other));
    }

    [Theory]
    [InlineData(".result.d41d8cd98f00b204e9800998ecf8427e.tmp")]
    [InlineData(".result.da39a3ee5e6b4b0d3255bfef95601890afd80709.tmp")]
    [InlineData(".result.abcdefgh.tmp")]
    [InlineData(".result..tmp")]
    [InlineData(".result.tmp")]
    [InlineData("result")]
    [InlineData("")]
    public void What_other_programs_leave_is_not_ours(string candidate) => Assert.False(TemporaryName.IsFor(candidate, "result"));

    [Fact]
    public void Another_ending_or_beginning_is_not_ours()
    {
        string temporary = TemporaryName.For("result");
        Assert.True(TemporaryName.IsFor(temporary, "result"));
        Assert.False(TemporaryName.IsFor(temporary[..^4] + ".bak", "result"));
        Assert.False(TemporaryName.IsFor("_" + temporary[1..], "result"));
        Assert.False(TemporaryName.IsFor(temporary + ".tmp", "result"));
        Assert.False(TemporaryName.IsFor(temporary.ToUpperInvariant(), "RESULT"));
    }
}
