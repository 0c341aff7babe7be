using System.Collections;
using System.Globalization;
using System.Reflection;
using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Missions;
using static BvlosSim.Tests.TestMissions;

namespace BvlosSim.Tests.Estimation;

/// <summary>The same input gives the same bits, and a token ends a run.</summary>
public class DeterminismTests
{
    /// <summary>Arcs, a dwell, a wind that changes in place and time.</summary>
    private static EstimationInput Input() => new()
    {
        Mission = TestMissions.F(
            VtolTakeoff(60), Waypoint(47.02, 8.0, 100), Waypoint(47.03, 8.02, 160), Loiter(47.01, 8.03, 120, 75), Rtl()).V2(),
        Vehicle = TestVehicles.Vtol,
        Wind = new TimeVaryingWind(Kinematics.WorkedFlightTests.ExampleGrid(), [new WindChange(200, Estimates.Constant(3, -1))]),
    };

    [Fact]
    public void The_same_input_gives_the_same_bits_on_every_thread()
    {
        EstimateResult first = MissionEstimator.Estimate(Input());
        Assert.Null(first.Failure);
        List<string> expected = Bits(first);
        Assert.True(expected.Count > 500);
        Assert.Equal(expected, Bits(MissionEstimator.Estimate(Input())));

        EstimationInput shared = Input();
        EstimateResult[] results = new EstimateResult[4];
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(i => new Thread(() => results[i] = MissionEstimator.Estimate(shared)))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        Assert.All(results, result => Assert.Equal(expected, Bits(result)));
    }

    [Fact]
    public void The_comparison_sees_the_last_bit()
    {
        EstimateResult result = MissionEstimator.Estimate(Input());
        FlightTotals totals = result.Totals;
        EstimateResult other = result with { Totals = totals with { TimeS = Math.BitIncrement(totals.TimeS) } };
        Assert.NotEqual(Bits(result), Bits(other));
        Leg leg = result.Legs[2];
        other = result with { Legs = result.Legs.SetItem(2, leg with { Timing = leg.Timing with { VerticalTimeS = -0.0 } }) };
        Assert.NotEqual(Bits(result), Bits(other));
    }

    [Fact]
    public void A_cancelled_token_ends_the_run()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => MissionEstimator.Estimate(Input(), source.Token));
        // Also where nothing is integrated.
        EstimationInput vertical = Input() with { Mission = TestMissions.F(VtolTakeoff(60), VtolTakeoff(90)) };
        Assert.Throws<OperationCanceledException>(() => MissionEstimator.Estimate(vertical, source.Token));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1_000)]
    [InlineData(60_000)]
    public void A_token_ends_a_long_flight_wherever_it_is(int queries)
    {
        // 111 000 pieces, then a dwell of 150 000 samples: cancelled from within the wind.
        Mission mission = TestMissions.K(Waypoint(47.01, 8.0, 100), Loiter(47.01, 8.0, 100, 9e6))
            .WithEstimation(e => e with { MaxSegmentLengthM = 0.01 });
        AssertCancelled(mission, queries);
    }

    [Fact]
    public void A_token_ends_a_long_dwell() => AssertCancelled(TestMissions.K(Loiter(47.0, 8.0, 0, 5e7)), 1_000);

    [Fact]
    public void A_token_ends_a_long_way_home()
    {
        // 148.2 s there; of 22 000 pieces back, a hundred are flown.
        int queries = 0;
        using var source = new CancellationTokenSource();
        var wind = FormulaWind.OfTime(time =>
        {
            if (time > 148.3 && ++queries == 100)
                source.Cancel();
            return default;
        });
        Mission mission = TestMissions.K(Waypoint(47.02, 8.0, 0)).WithEstimation(e => e with { MaxSegmentLengthM = 0.1 });
        EstimationInput input = new() { Mission = mission, Vehicle = TestVehicles.K, Wind = wind };
        Assert.Throws<OperationCanceledException>(() => MissionEstimator.Estimate(input, source.Token));
        Assert.Equal(100, queries);
    }

    private static void AssertCancelled(Mission mission, int queries)
    {
        int count = 0;
        using var source = new CancellationTokenSource();
        var wind = FormulaWind.OfTime(_ =>
        {
            if (++count == queries)
                source.Cancel();
            return default;
        });
        EstimationInput input = new() { Mission = mission, Vehicle = TestVehicles.Vtol, Wind = wind };
        Assert.Throws<OperationCanceledException>(() => MissionEstimator.Estimate(input, source.Token));
        // At once: at most one more piece.
        Assert.InRange(count, queries, queries + 2);
    }

    /// <summary>Every value in a result in a fixed order, numbers by their bits.</summary>
    private static List<string> Bits(EstimateResult result)
    {
        var bits = new List<string>();
        Collect(result, bits);
        return bits;
    }

    private static void Collect(object? value, List<string> bits)
    {
        switch (value)
        {
            case null:
                bits.Add("null");
                break;
            case double number:
                bits.Add(BitConverter.DoubleToInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture));
                break;
            case string or bool or int or long or Enum:
                bits.Add(value.ToString()!);
                break;
            case IEnumerable items:
                foreach (object? item in items)
                    Collect(item, bits);
                break;
            default:
                foreach (PropertyInfo property in value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && !p.GetMethod!.IsStatic))
                    Collect(ValueOf(property, value), bits);
                break;
        }
    }

    /// <summary>The value of a property; that of a scalar's other type is no value.</summary>
    private static object? ValueOf(PropertyInfo property, object owner)
    {
        try
        {
            return property.GetValue(owner);
        }
        catch (TargetInvocationException e) when (e.InnerException is InvalidOperationException)
        {
            return null;
        }
    }
}
