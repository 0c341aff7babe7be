using BvlosSim.Estimation;
using BvlosSim.Readiness;
using BvlosSim.Values;

namespace BvlosSim.Tests.Readiness;

/// <summary>How far the numbers of a result hold.</summary>
public class ResultValidityTests
{
    private static readonly string[] Totals =
    [
        "result.total_horizontal_distance_m", "result.total_vertical_distance_m", "result.total_path_distance_m", "result.total_time_s",
    ];

    private static EstimateResult Failed(FailureCode code, bool hasLegs = true, bool hasEnergy = false, bool partial = false)
    {
        EstimateResult flown = Estimates.Success(TestMissions.K(TestMissions.Rtl()), TestVehicles.K);
        return flown with
        {
            Failure = new MissionFailure(FailureKind.Infeasible, code, "message", FlightPlace.Mission, ScalarMap.Empty),
            Legs = hasLegs ? flown.Legs : [],
            Energy = hasEnergy ? flown.Energy : null,
            TotalsArePartial = partial,
        };
    }

    private static void AssertValidity(
        ResultValidity actual, bool complete, bool partial, bool fullMission, ResultScope scope, string[]? invalidated = null,
        string[]? unavailable = null)
    {
        Assert.Equal((complete, partial, fullMission), (actual.IsComplete, actual.IsPartial, actual.IsValidForFullMission));
        Assert.Equal(scope, actual.Scope);
        Assert.Equal(invalidated ?? [], actual.InvalidatedFields);
        Assert.Equal(unavailable ?? [], actual.UnavailableFields);
    }

    [Fact]
    public void No_result() => AssertValidity(
        ResultValidity.WithoutResult, complete: false, partial: false, fullMission: false, ResultScope.None, unavailable: ["result"]);

    [Fact]
    public void A_success() => AssertValidity(
        ResultValidity.Of(Estimates.Success(TestMissions.K(TestMissions.Rtl()), TestVehicles.K)),
        complete: true, partial: false, fullMission: true, ResultScope.FullMission);

    [Theory]
    [InlineData(FailureCode.InsufficientEnergy)]
    [InlineData(FailureCode.ReserveBelowThreshold)]
    [InlineData(FailureCode.RthReserveBelowThreshold)]
    [InlineData(FailureCode.MissingEnergyModel)]
    [InlineData(FailureCode.UnsupportedPhaseEnergyModel)]
    [InlineData(FailureCode.InvalidEnergyModel)]
    [InlineData(FailureCode.InvalidEnergyPolicy)]
    public void A_failure_that_is_found_after_the_flight(FailureCode code)
    {
        AssertValidity(
            ResultValidity.Of(Failed(code, hasEnergy: true)), complete: true, partial: false, fullMission: true, ResultScope.FullMission);
        AssertValidity(
            ResultValidity.Of(Failed(code)), complete: false, partial: false, fullMission: false, ResultScope.FullMission,
            unavailable: ["result.energy"]);
    }

    [Theory]
    [InlineData(FailureCode.ResourceFeasibilityFailed, "result.resource")]
    [InlineData(FailureCode.LinkFeasibilityFailed, "result.link")]
    [InlineData(FailureCode.RouteEntersForbiddenZone, "result.geofence")]
    [InlineData(FailureCode.RouteExitsRequiredZone, "result.geofence")]
    [InlineData(FailureCode.NoReachableLandingZone, "result.landing_zone")]
    [InlineData(FailureCode.LandingZoneReachableButBelowReserve, "result.landing_zone")]
    [InlineData(FailureCode.AllLandingZonesUnavailable, "result.landing_zone")]
    [InlineData(FailureCode.ObstacleClearanceViolated, "result.obstacle")]
    [InlineData(FailureCode.TerrainClearanceViolated, "result.obstacle")]
    [InlineData(FailureCode.WindLimitExceeded, "result.weather")]
    [InlineData(FailureCode.CrosswindLimitExceeded, "result.weather")]
    [InlineData(FailureCode.GustLimitExceeded, "result.weather")]
    public void A_failed_check_without_its_block(FailureCode code, string block)
    {
        AssertValidity(
            ResultValidity.Of(Failed(code, hasEnergy: true)), complete: false, partial: false, fullMission: false, ResultScope.FullMission,
            unavailable: [block]);
        AssertValidity(
            ResultValidity.Of(Failed(code)), complete: false, partial: false, fullMission: false, ResultScope.FullMission,
            unavailable: ["result.energy", block]);
    }

    [Fact]
    public void Every_other_failure_after_the_flight_invalidates_the_full_mission()
    {
        FailureCode[] others = [.. Enum.GetValues<FailureCode>().Where(code => !FailureTokens.IsStatic(code))];
        Assert.Equal(Enum.GetValues<FailureCode>().Length - 19, others.Length);
        Assert.All(others, code => AssertValidity(
            ResultValidity.Of(Failed(code, hasEnergy: true)), complete: false, partial: false, fullMission: false, ResultScope.FullMission));
    }

    [Theory]
    [InlineData(FailureCode.CrabAngleLimitExceeded)]
    [InlineData(FailureCode.InsufficientEnergy)]
    public void A_flight_that_ended_early(FailureCode code) => AssertValidity(
        ResultValidity.Of(Failed(code, partial: true)), complete: false, partial: true, fullMission: false, ResultScope.CompletedLegsOnly,
        invalidated: Totals);

    [Fact]
    public void A_failure_before_the_first_leg() => AssertValidity(
        ResultValidity.Of(Failed(FailureCode.InvalidMissionProfile, hasLegs: false)),
        complete: false, partial: false, fullMission: false, ResultScope.None, unavailable: Totals);
}
