using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Weather;
using BvlosSim.Missions;

namespace BvlosSim.Tests.Estimation.Weather;

public class WeatherCheckTests
{
    private static readonly ConstantWind Breeze = Estimates.Constant(6, -2);

    [Fact]
    public void Wind_and_crosswind_above_their_limits_are_listed_by_leg()
    {
        EstimateResult result = Run(c => c with { MaxWindMps = 6, MaxCrosswindMps = 5 }, Breeze);
        WeatherResult weather = result.Weather!;

        Assert.Equal(
            [
                (FailureCode.WindLimitExceeded, 0), (FailureCode.WindLimitExceeded, 1), (FailureCode.WindLimitExceeded, 2),
                (FailureCode.CrosswindLimitExceeded, 1), (FailureCode.CrosswindLimitExceeded, 2),
            ],
            weather.Violations.Select(v => (v.Code, v.Leg.LegIndex)));
        Expect.Printed(6.32455532, weather.Violations[0].ObservedMps);
        Expect.Printed(5.33144725, weather.Violations[3].ObservedMps);
        Expect.Printed(5.33051112, weather.Violations[4].ObservedMps);
        Assert.Equal("to", weather.WorstLeg!.Item.Id);
        Expect.Failure(
            result.Failure, FailureKind.Infeasible, FailureCode.WindLimitExceeded, new FlightPlace(0, 0, "to"),
            ("observed_mps", 6.32455532), ("limit_mps", 6.0));
    }

    [Fact]
    public void Within_its_limits_a_flight_passes()
    {
        WeatherResult weather = Run(c => c with { MaxWindMps = 7, MaxCrosswindMps = 5.9 }, Breeze).Weather!;
        Assert.True(weather.IsFeasible);
        Assert.Equal(3, weather.CheckedLegCount);
        Expect.Printed(5.33144725, weather.WorstCrosswindMps);
    }

    [Fact]
    public void A_calm_that_was_only_assumed_is_no_evidence() =>
        Assert.Null(Run(c => c with { MaxWindMps = 0, MaxCrosswindMps = 0 }).Weather);

    [Fact]
    public void A_calm_that_somebody_measured_is()
    {
        EstimateResult result = Run(c => c with { MaxWindMps = 5 }, new LayeredWind([new WindLayer(0, 0, 0)]));
        Assert.Equal(0.0, result.Weather!.WorstWindMps);
        Assert.Equal(0.0, result.Weather.WorstCrosswindMps);
        Assert.Equal(0, result.Weather.WorstLeg!.LegIndex);
    }

    [Fact]
    public void A_limit_without_data_fails_whatever_the_wind()
    {
        EstimateResult result = Run(c => c with { MaxWindMps = 0, MaxGustMps = 0, MaxPrecipitationMmH = 1 });
        Expect.Failure(
            result.Failure, FailureKind.Infeasible, FailureCode.WeatherDataUnavailable, FlightPlace.Mission,
            ("unavailable_fields", "constraints.max_gust_mps,constraints.max_precipitation_mm_h"));
        Assert.Null(result.Weather);
        Assert.Equal(
            "constraints.min_visibility_m", Run(c => c with { MinVisibilityM = 0 }).Failure!.Context.Find("unavailable_fields").Text);
    }

    [Fact]
    public void A_limit_is_kept_when_it_is_met_exactly()
    {
        double wind = Run(c => c with { MaxWindMps = 100 }, Breeze).Weather!.WorstWindMps!.Value;
        Assert.Null(Run(c => c with { MaxWindMps = wind }, Breeze).Failure);
        Assert.NotNull(Run(c => c with { MaxWindMps = Math.BitDecrement(wind) }, Breeze).Failure);
    }

    private static EstimateResult Run(Func<MissionConstraints, MissionConstraints> limits, WindProvider? wind = null) =>
        BaseMission.Run(BaseMission.Mission.WithConstraints(limits), wind);
}
