using BvlosSim.Estimation;
using BvlosSim.Estimation.Sizing;
using BvlosSim.Missions;
using BvlosSim.Vehicles;

namespace BvlosSim.Tests.Estimation.Sizing;

/// <summary>The search finds what looking at one capacity after the other finds, bit for bit, and looks at few.</summary>
public class BatterySearchTests
{
    public static TheoryData<double, double, double, double, bool> Vehicles
    {
        get
        {
            var data = new TheoryData<double, double, double, double, bool>();
            foreach (double exponent in (double[])[0.3, 1.0, 1.6, 2.5])
            {
                foreach (double power in (double[])[50, 500, 900])
                {
                    data.Add(exponent, power, 20, 1.0, true);
                    data.Add(exponent, power, 45, 0.8, true);
                    data.Add(exponent, power, 5, 0.8, false);
                }
            }

            data.Add(1.6, 500, 100, 1.0, true);
            data.Add(1.6, 500, 60, 0.5, true);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Vehicles))]
    public void The_search_agrees_with_a_scan(double exponent, double powerW, double reservePercent, double usable, bool returns)
    {
        Vehicle vehicle = BatterySizingTests.Heavy.WithEnergy(e => e with
        {
            CruisePowerMassExponent = exponent,
            CruisePowerW = powerW,
            ReservePercentDefault = reservePercent,
            UsableCapacityCurve = usable < 1.0 ? [new UsableCapacityPoint(1.0, usable)] : null,
        });
        Mission mission = BatterySizingTests.WorkedFlight.WithConstraints(c => c with { RequireRthReserve = returns });
        var input = new EstimationInput { Mission = mission, Vehicle = vehicle };
        Assert.Null(SizedVehicle.Create(vehicle, out SizedVehicle? sized));
        var scale = new CapacityScale(sized!.LeastWh, sized.GreatestWh);
        var probe = new CapacityProbe(input, sized, CancellationToken.None);

        bool found = new BatterySearch(probe, scale, input).Find(out double minimumWh, out double maximumWh);

        Assert.Equal(Scan(new CapacityProbe(input, sized, CancellationToken.None), scale), found ? (minimumWh, maximumWh) : null);
        Assert.InRange(probe.Count, 1, 400);
    }

    private static (double MinimumWh, double MaximumWh)? Scan(CapacityProbe probe, CapacityScale scale)
    {
        double? minimum = Feasible(scale.At(0)) ? scale.At(0) : null;
        if (minimum is not null && Feasible(scale.GreatestWh))
            return (minimum.Value, scale.GreatestWh);
        for (int i = 1; i <= scale.Last; i++)
        {
            bool feasible = Feasible(scale.At(i));
            if (minimum is null && feasible)
            {
                minimum = Refine(scale.At(i), scale.At(i - 1));
                if (i < scale.Last && Feasible(scale.GreatestWh))
                    return (minimum.Value, scale.GreatestWh);
            }
            else if (minimum is { } least && !feasible)
            {
                return (least, Refine(scale.At(i - 1), scale.At(i)));
            }
        }

        return minimum is { } only ? (only, scale.GreatestWh) : null;

        bool Feasible(double capacityWh) => probe.At(capacityWh)!.IsFeasible;

        double Refine(double feasibleWh, double infeasibleWh)
        {
            for (int i = 0; i < 40; i++)
            {
                double middleWh = (feasibleWh + infeasibleWh) * 0.5;
                if (middleWh == feasibleWh || middleWh == infeasibleWh)
                    break;
                if (Feasible(middleWh))
                    feasibleWh = middleWh;
                else
                    infeasibleWh = middleWh;
            }

            return feasibleWh;
        }
    }
}
