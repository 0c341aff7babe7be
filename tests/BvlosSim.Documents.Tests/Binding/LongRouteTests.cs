using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.Documents.Loading;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Tests.Binding;

/// <summary>Long routes bind with garbage in proportion to what they are bound to, and report every problem.</summary>
public class LongRouteTests
{
    private const int Count = 2000;

    [Fact]
    public void ALongRouteTakesLittleMoreThanItsItems()
    {
        DocumentNode root = LongMission(i => i);
        Outcome.BindMission(root);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Mission mission = Outcome.BindMission(root);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(Count, mission.Route.Length);
        Assert.InRange(bytes / Count, 0, 400);
    }

    [Fact]
    public void EveryProblemOfALongRouteIsReported()
    {
        LoadError error = Outcome.MissionError(LongMission(i => i % 2 == 0 ? i : -i));

        Assert.Equal(Count / 2, error.Problems.Length);
        Assert.Equal("route.1.altitude_m greater_than_equal", Outcome.Short(error.Problems[0]));
        Assert.Equal("route.1999.altitude_m greater_than_equal", Outcome.Short(error.Problems[^1]));
    }

    private static DocumentNode LongMission(Func<int, double> altitude)
    {
        var items = ImmutableArray.CreateBuilder<DocumentNode>(Count);
        for (int i = 0; i < Count; i++)
        {
            items.Add(DocumentNode.FromMembers(
                [
                    new(Tree.Text("id"), Tree.Text("w" + i.ToString(CultureInfo.InvariantCulture))),
                    new(Tree.Text("action"), Tree.Text("waypoint")),
                    new(Tree.Text("lat"), Tree.Number(47.0 + (i * 1e-4))),
                    new(Tree.Text("lon"), Tree.Number(8.0)),
                    new(Tree.Text("altitude_m"), Tree.Number(altitude(i))),
                ],
                i + 10,
                3));
        }

        return Samples.Mission.With("route", Tree.List(items.MoveToImmutable()));
    }
}
