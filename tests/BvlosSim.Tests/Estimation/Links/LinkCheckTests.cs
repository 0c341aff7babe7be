using BvlosSim.Estimation;
using BvlosSim.Links;
using BvlosSim.Missions;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation.Links;

/// <summary>Command-and-control links against a flight that gets 3186 m away from home.</summary>
public class LinkCheckTests
{
    private static readonly LinkSystem Mesh = new() { LinkId = "mesh", Kind = LinkKind.MeshNetwork, MaxRangeM = 3000 };
    private static readonly LinkSystem Satellite =
        new() { LinkId = "sat", Kind = LinkKind.Satellite, Priority = 3, Availability = LinkAvailability.Unavailable };

    private static readonly LinkSystem Cellular = new() { LinkId = "lte", Kind = LinkKind.CellularLte5G, Priority = 5, Required = false };
    private static readonly LinkSystem Starlink = new() { LinkId = "sl", Kind = LinkKind.Starlink, Priority = 7, MaxRangeM = 100000 };

    [Fact]
    public void No_required_link_that_reaches_is_infeasible_although_an_optional_one_does()
    {
        EstimateResult result = Run(Mesh, Satellite, Cellular);
        Expect.Failure(
            result.Failure, FailureKind.Infeasible, FailureCode.LinkFeasibilityFailed, FlightPlace.Mission,
            ("required_link_count", 2), ("available_link_count", 1), ("max_observed_range_m", 3185.54864631),
            ("link_failure_reason", "link_range_exceeded"), ("link_id", "mesh"), ("link_kind", "mesh_network"));
        Assert.False(result.Link!.IsFeasible);
        Assert.Equal("lte", result.Link.Selected!.System.LinkId);
        Assert.Equal(
            [BvlosSim.Estimation.Links.LinkLimit.LinkRangeExceeded, BvlosSim.Estimation.Links.LinkLimit.LinkUnavailable, null],
            result.Link.Systems.Select(s => s.Limit));
    }

    [Fact]
    public void One_required_link_that_reaches_is_enough_and_preferred_to_an_optional_one()
    {
        EstimateResult result = Run(Mesh, Satellite, Cellular, Starlink);
        Assert.Null(result.Failure);
        Assert.Equal("sl", result.Link!.Selected!.System.LinkId);
        Assert.Equal((3, 2), (result.Link.RequiredCount, result.Link.AvailableCount));
    }

    [Fact]
    public void Without_a_required_link_nothing_has_to_reach()
    {
        EstimateResult result = Run(Satellite with { Required = false });
        Assert.Null(result.Failure);
        Assert.True(result.Link!.IsFeasible);
        Assert.Null(result.Link.Selected);
    }

    [Fact]
    public void A_link_reaches_exactly_to_its_range()
    {
        double range = Run(Starlink).Link!.MaxObservedRangeM;
        Assert.Null(Run(Mesh with { MaxRangeM = range }).Failure);
        Assert.NotNull(Run(Mesh with { MaxRangeM = Math.BitDecrement(range) }).Failure);
    }

    [Fact]
    public void Equal_preference_goes_by_name() => Assert.Equal(
        "a", Run(Starlink with { LinkId = "b" }, Starlink with { LinkId = "a" }).Link!.Selected!.System.LinkId);

    private static EstimateResult Run(params LinkSystem[] links)
    {
        Mission mission = F(Waypoint(47.02, 8.0, 100), Waypoint(47.02, 8.03, 150)).WithWind(4, 1) with { LinkSystems = [.. links] };
        return Estimates.Run(mission, TestVehicles.F);
    }
}
