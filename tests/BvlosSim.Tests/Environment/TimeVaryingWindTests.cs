using BvlosSim.Environment.Wind;
using CsCheck;

namespace BvlosSim.Tests.EnvironmentTests;

/// <summary>Winds that are replaced at scheduled times, and what wraps others.</summary>
public sealed class TimeVaryingWindTests
{
    private static readonly TimeVaryingWind Wind = new(ConstantWind.Calm, [new(60, East(1)), new(30, East(2)), new(60, East(3))]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(29.999, 0)]
    [InlineData(30, 2)]
    [InlineData(59, 2)]
    [InlineData(60, 3)]
    [InlineData(1e9, 3)]
    public void A_change_applies_from_its_moment_on_and_the_last_listed_wins(double elapsedS, double east) =>
        Assert.Equal(east, Wind.At(0, 0, 0, elapsedS).EastMps);

    [Theory]
    [InlineData(-1, 30)]
    [InlineData(0, 30)]
    [InlineData(29.999, 30)]
    [InlineData(30, 60)]
    [InlineData(60, double.PositiveInfinity)]
    public void The_next_change_is_strictly_later(double elapsedS, double next) => Assert.Equal(next, Wind.NextChangeAfter(elapsedS));

    [Fact]
    public void Nested_schedules_are_unwrapped_and_the_earliest_change_is_kept()
    {
        var inner = new TimeVaryingWind(East(5), [new(40, East(6)), new(90, East(7))]);
        var outer = new TimeVaryingWind(ConstantWind.Calm, [new(20, inner), new(80, East(8))]);

        Assert.Equal(new WindRegime(ConstantWind.Calm, 20), WindRegime.At(outer, 0));
        WindRegime within = WindRegime.At(outer, 20);
        Assert.Equal(5, within.Active.At(0, 0, 0, 20).EastMps);
        Assert.Equal(40, within.NextChangeS);
        // The change of the inner schedule at 90 is past the outer one at 80.
        Assert.Equal(80, WindRegime.At(outer, 40).NextChangeS);
        Assert.Equal([20.0, 40, 80], WindRegime.ChangesWithin(outer, 0, 1000));
        Assert.Equal([40.0, 80], WindRegime.ChangesWithin(outer, 20, 80));
        Assert.Empty(WindRegime.ChangesWithin(outer, 40, 79.999));
    }

    [Fact]
    public void Only_a_schedule_has_changes_not_what_hides_one()
    {
        Assert.Empty(WindRegime.ChangesWithin(new EastOverlayWind(Wind, 1), 0, 1000));
        Assert.Equal(double.PositiveInfinity, WindRegime.At(new ComponentOverrideWind(Wind, 1, null), 0).NextChangeS);
        Assert.Empty(WindRegime.ChangesWithin(ConstantWind.Calm, 0, 1000));
    }

    [Fact]
    public void Lookup_and_changes_agree_with_a_search_through_all_changes()
    {
        Gen<(int[] Times, int From, int Length)> cases = Gen.Select(Gen.Int[0, 30].Array[0, 10], Gen.Int[-3, 33], Gen.Int[0, 40]);
        Property.Holds(cases, sample =>
        {
            var wind = new TimeVaryingWind(East(-1), [.. sample.Times.Select((t, i) => new WindChange(t, East(i)))]);
            int expected = -1;
            int at = int.MinValue;
            for (int i = 0; i < sample.Times.Length; i++)
            {
                if (sample.Times[i] <= sample.From && sample.Times[i] >= at)
                    (expected, at) = (i, sample.Times[i]);
            }

            Assert.Equal(expected, wind.At(0, 0, 0, sample.From).EastMps);
            int until = sample.From + sample.Length;
            Assert.Equal(
                sample.Times.Where(t => t > sample.From && t <= until).Distinct().Order().Select(t => (double)t),
                WindRegime.ChangesWithin(wind, sample.From, until));
        });
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_time_that_is_none_is_refused(double timeS) =>
        Assert.Throws<ArgumentException>(() => new TimeVaryingWind(ConstantWind.Calm, [new(timeS, East(1))]));

    [Fact]
    public void The_active_wind_is_asked_with_the_time_since_departure()
    {
        var grid = new WindGrid([0, 100], [0, 1], [0, 1], [0, 1], [.. Enumerable.Range(0, 16).Select(i => new WindVector(i < 8 ? 0 : 100, 0))]);
        Assert.Equal(50, new TimeVaryingWind(ConstantWind.Calm, [new(40, grid)]).At(0, 0, 0, 50).EastMps);
    }

    [Fact]
    public void An_override_replaces_the_components_that_are_given()
    {
        var below = new ConstantWind(new WindVector(3, -1));
        Assert.Equal(new WindVector(9, -1), new ComponentOverrideWind(below, 9, null).At(0, 0, 0, 0));
        Assert.Equal(new WindVector(3, 9), new ComponentOverrideWind(below, null, 9).At(0, 0, 0, 0));
        Assert.Equal(new WindVector(8, 9), new ComponentOverrideWind(below, 8, 9).At(0, 0, 0, 0));
        Assert.Equal(new WindVector(0, 9), new ComponentOverrideWind(null, null, 9).At(0, 0, 0, 0));
        Assert.Throws<ArgumentException>(() => new ComponentOverrideWind(below, null, null));
    }

    [Fact]
    public void An_overlay_adds_to_the_east()
    {
        Assert.Equal(new WindVector(1, -1), new EastOverlayWind(new ConstantWind(new WindVector(3, -1)), -2).At(0, 0, 0, 0));
        Assert.Equal(new WindVector(-2, 0), new EastOverlayWind(null, -2).At(0, 0, 0, 0));
    }

    [Fact]
    public void A_provider_without_a_name_of_its_own_is_custom() => Assert.Equal("custom", new Nameless().Id);

    private static ConstantWind East(double east) => new(new WindVector(east, 0));

    private sealed class Nameless : WindProvider
    {
        public override WindVector At(double latDeg, double lonDeg, double altitudeAmslM, double elapsedS) => default;
    }
}
