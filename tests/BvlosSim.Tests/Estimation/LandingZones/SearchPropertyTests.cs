using System.Collections.Immutable;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Estimation;
using BvlosSim.Estimation.LandingZones;
using CsCheck;

namespace BvlosSim.Tests.Estimation.LandingZones;

/// <summary>Searching only near the route finds what trying everything finds, to the last bit.</summary>
public class SearchPropertyTests
{
    [Fact]
    public void FindsWhatTryingEverythingFinds() => Gen.Int[0, int.MaxValue - 1].Sample(
        seed =>
        {
            LandingZoneInput input = RandomScenes.Of(seed, zoneCount: 1 + (seed % 60)).Prepare();
            // Limits that the route was not flown under, so that no zone can be reached from many states.
            if (seed % 4 == 0)
                input = input with { Settings = input.Settings with { MaxCrabAngleDeg = 4.0, MinGroundspeedMps = 19.5 } };
            (LandingZoneResult? block, MissionFailure? failure) = LandingZoneCheck.Evaluate(input, CancellationToken.None);
            ImmutableArray<LandingZoneState> expected = BruteForce.States(input, out MissionFailure? pathFailure);
            Assert.Equal(expected, block!.States.Select(state => state with { Message = null }));
            LandingZoneState? first = expected.FirstOrDefault(state => state.Code is not null);
            Assert.Equal(pathFailure?.Code ?? first?.Code, failure?.Code);
            Assert.Equal(pathFailure?.Place ?? first?.Leg.Place, failure?.Place);
            Assert.Equal(first is null, block.IsFeasible);
        },
        iter: 200);

    [Fact]
    public void AddingAZoneNeverMakesAReachableStateUnreachable() => Gen.Int[0, int.MaxValue - 1].Sample(
        seed =>
        {
            Scene scene = RandomScenes.Of(seed, zoneCount: 20) with { Unavailable = null };
            ImmutableArray<LandingZone> zones = scene.Zones!.Value;
            LandingZoneResult fewer = (scene with { Zones = zones[..10] }).Run().Block!;
            LandingZoneResult more = scene.Run().Block!;
            foreach ((LandingZoneState before, LandingZoneState after) in fewer.States.Zip(more.States))
            {
                Assert.True(after.IsReachable || !before.IsReachable);
                Assert.True(after.ReserveOk || !before.ReserveOk);
                Assert.True(before.Nearest is null || after.Nearest!.DistanceM <= before.Nearest.DistanceM);
                Assert.True(before.Diversion is null || after.Diversion!.EnergyWh <= before.Diversion.EnergyWh);
            }
        },
        iter: 100);

    [Fact]
    public void OrderOfTheFileMattersOnlyForTies() => Gen.Int[0, int.MaxValue - 1].Sample(
        seed =>
        {
            Scene scene = RandomScenes.Of(seed, zoneCount: 25) with { Unavailable = null };
            LandingZoneResult forward = scene.Run().Block!;
            LandingZoneResult backward = (scene with { Zones = [.. scene.Zones!.Value.Reverse()] }).Run().Block!;
            foreach ((LandingZoneState one, LandingZoneState other) in forward.States.Zip(backward.States))
            {
                Assert.Equal(one.Nearest?.DistanceM, other.Nearest?.DistanceM);
                Assert.Equal(one.Diversion?.EnergyWh, other.Diversion?.EnergyWh);
            }
        },
        iter: 100);

    [Fact]
    public void CoveringZoneIsAtDistanceZero() => Gen.Int[0, int.MaxValue - 1].Sample(
        seed =>
        {
            Scene scene = RandomScenes.Of(seed, zoneCount: 10) with { Unavailable = null };
            scene = scene with { Zones = scene.Zones!.Value.Add(Scene.BoxZone("all", 51.0, 53.0, -180.0, 180.0, 0.0)) };
            Assert.All(scene.Run().Block!.States, state => Assert.Equal(0.0, state.Nearest!.DistanceM));
        },
        iter: 50);
}
