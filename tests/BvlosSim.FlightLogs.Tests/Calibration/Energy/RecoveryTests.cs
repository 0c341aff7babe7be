using BvlosSim.FlightLogs.Calibration.Energy;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Tests.Calibration.Energy;

/// <summary>What a fit makes of flights whose energy model is known.</summary>
public class RecoveryTests
{
    private static readonly EnergyParameter[] Powers =
        [EnergyParameter.HoverPowerW, EnergyParameter.ClimbPowerW, EnergyParameter.CruisePowerW, EnergyParameter.DescentPowerW];

    [Fact]
    public void NoiselessFlightsGiveTheModelBack()
    {
        CalibrationProfile profile = Calibrations.Fit(Calibrations.Varied(9).Select(f => f with { RecordNoise = 1e-6, FlightNoise = 0.0 }));

        Assert.Equal(Enum.GetValues<EnergyParameter>(), profile.Fitted());
        Assert.Empty(profile.Energy!.NotIdentified);
        foreach (EnergyCoefficient coefficient in profile.Energy.Coefficients)
        {
            double truth = Calibrations.TrueValue(coefficient.Parameter);
            Assert.InRange(coefficient.FittedValue, truth * 0.995, truth * 1.005);
        }
    }

    [Fact]
    public void TheIntervalsHoldTheTruthAsOftenAsTheySay()
    {
        int inside = 0;
        int all = 0;
        for (ulong round = 0; round < 25; round++)
        {
            CalibrationProfile profile = Calibrations.Fit(Calibrations.Varied(9, 77 + (100_000 * round)).Select(f => f with { OutlierShare = 0.002 }));
            foreach (EnergyCoefficient coefficient in profile.Energy!.Coefficients.Where(c => c.Parameter <= EnergyParameter.CruisePowerMassExponent))
            {
                double truth = Calibrations.TrueValue(coefficient.Parameter);
                all++;
                inside += truth >= coefficient.ConfidenceLow && truth <= coefficient.ConfidenceHigh ? 1 : 0;
                if (coefficient.Parameter <= EnergyParameter.DescentPowerW)
                    Assert.InRange(coefficient.FittedValue, truth * 0.9, truth * 1.1);
            }
        }

        // 150 intervals; 95 % are meant.
        Assert.InRange((double)inside / all, 0.92, 1.0);
    }

    [Theory]
    // Two long flights and two short ones; three and a short one.
    [InlineData(4, 4, 1, 1)]
    [InlineData(3, 3, 3, 1)]
    public void TheIntervalsOfUnequalFlightsHoldTheTruthToo(params int[] lengths)
    {
        int inside = 0;
        int all = 0;
        for (ulong round = 0; round < 30; round++)
        {
            CalibrationProfile profile = Unequal(lengths, 4_711 + (100_000 * round));
            foreach (EnergyCoefficient coefficient in profile.Energy!.Coefficients.Where(c => c.Basis == IntervalBasis.Flights))
            {
                double truth = Calibrations.TrueValue(coefficient.Parameter);
                all++;
                inside += truth >= coefficient.ConfidenceLow && truth <= coefficient.ConfidenceHigh ? 1 : 0;
            }
        }

        Assert.Equal(120, all);
        Assert.InRange((double)inside / all, 0.9, 1.0);
    }

    [Fact]
    public void OneLongFlightAmongShortOnesIsHardlyMoreThanOne()
    {
        CalibrationProfile profile = Unequal([20, 1, 1], 1);
        Assert.All(profile.Energy!.Coefficients, c => Assert.Equal((IntervalBasis.Windows, 3L), (c.Basis, c.FlightCount)));
        Assert.False(EnergyCoverage.IsComplete(profile.Energy, SyntheticFlight.Guess));
    }

    [Theory]
    // Masses, kg, of flights with an operating mass of 5 kg: about it on both sides, above it, and in two groups.
    [InlineData(4.2, 5.0, 5.8, 6.6)]
    [InlineData(5.8, 6.2, 6.6, 7.0)]
    [InlineData(5.0, 5.0, 5.0, 6.7, 6.7, 6.7)]
    [InlineData(4.2, 4.6, 5.0, 5.4, 5.8, 6.2, 6.6, 7.0)]
    public void TheIntervalsOfPowersHoldTheTruthBesideAMassExponent(params double[] massesKg)
    {
        int inside = 0;
        int all = 0;
        for (ulong round = 0; round < 40; round++)
        {
            CalibrationProfile profile = Calibrations.Fit(
                Calibrations.Alike(massesKg.Length, 97 + (100_000 * round)).Select((f, i) => f with { MassKg = massesKg[i], RecordNoise = 0.03 }));
            foreach (EnergyCoefficient coefficient in profile.Energy!.Coefficients.Where(c => c.Parameter <= EnergyParameter.CruisePowerMassExponent))
            {
                double truth = Calibrations.TrueValue(coefficient.Parameter);
                Assert.Equal(IntervalBasis.Flights, coefficient.Basis);
                all++;
                inside += truth >= coefficient.ConfidenceLow && truth <= coefficient.ConfidenceHigh ? 1 : 0;
            }
        }

        Assert.InRange((double)inside / all, 0.9, 1.0);
    }

    [Fact]
    public void TwoFlightsAtTheMassThatCountsAreTwo()
    {
        // The other two fix the exponent, and say nothing of the power at 5 kg.
        CalibrationProfile profile = Calibrations.Fit(Calibrations.Alike(4).Select((f, i) => f with { MassKg = i < 2 ? 5.0 : 7.0 }));
        Assert.Equal((IntervalBasis.Windows, 4L), (profile.Of(EnergyParameter.HoverPowerW).Basis, profile.Of(EnergyParameter.HoverPowerW).FlightCount));
        Assert.Equal(IntervalBasis.Flights, profile.Of(EnergyParameter.InducedPowerMassExponent).Basis);
        Assert.False(EnergyCoverage.IsComplete(profile.Energy, SyntheticFlight.Guess));
    }

    /// <summary>A fit of flights that fly the same round so many times.</summary>
    private static CalibrationProfile Unequal(int[] lengths, ulong seed)
    {
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Alike(lengths.Length, seed).Select(f => f with { RecordNoise = 0.02, FlightNoise = 0.03 })]);
        return Calibrations.Fit(request with { Traces = [.. request.Traces.Select((t, i) => Repeated(t, lengths[i]))] });
    }

    private static FlightTrace Repeated(FlightTrace trace, int times) => trace with
    {
        Records = [.. Enumerable.Repeat(trace.Records, times).SelectMany(r => r).Select((r, i) => r with { TimeS = i })],
    };

    [Fact]
    public void OutliersHardlyMoveTheFit()
    {
        CalibrationProfile plain = Calibrations.Fit(Calibrations.Alike(4));
        CalibrationProfile dirty = Calibrations.Fit(Calibrations.Alike(4).Select(f => f with { OutlierShare = 0.01 }));
        foreach (EnergyParameter power in Powers)
        {
            double ratio = dirty.Of(power).FittedValue / plain.Of(power).FittedValue;
            // The mean itself moves by 2 %: 1 % of the records, off by twice their power.
            Assert.InRange(ratio, 0.99, 1.015);
        }
    }

    [Fact]
    public void OneWildFlightDoesNotDecide()
    {
        FlightTrace wild = new SyntheticFlight { TraceId = "wild", Seed = 999 }.Fly();
        wild = wild with { Records = [.. wild.Records.Select(r => r with { BatteryCurrentA = r.BatteryCurrentA * 2.0 })] };
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Alike(8)]);
        CalibrationProfile plain = Calibrations.Fit(request);
        CalibrationProfile profile = Calibrations.Fit(request with { Traces = request.Traces.Add(wild) });
        foreach (EnergyParameter power in Powers)
            Assert.InRange(profile.Of(power).FittedValue / plain.Of(power).FittedValue, 1.0, 1.05);
    }

    [Fact]
    public void NeitherTheOrderOfTheTracesNorARepeatedOneChangesTheFit()
    {
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Varied(5)]);
        CalibrationProfile plain = Calibrations.Fit(request);
        CalibrationProfile turned = Calibrations.Fit(request with { Traces = [.. request.Traces.Reverse()] });
        CalibrationProfile twice = Calibrations.Fit(request with { Traces = [.. request.Traces, request.Traces[2]] });

        Assert.Equal(Values(plain), Values(turned));
        Assert.Equal(Values(plain), Values(twice));
        Assert.Equal(plain.Provenance.CalibrationDatasetVersion, turned.Provenance.CalibrationDatasetVersion);
        Assert.Contains(twice.Notes, n => n.Contains("more than once", StringComparison.Ordinal));
    }

    [Fact]
    public void ACurrentOfTheOtherSignIsTheSameConsumption()
    {
        CalibrationProfile plain = Calibrations.Fit(Calibrations.Alike(3));
        CalibrationProfile turned = Calibrations.Fit(Calibrations.Alike(3).Select(f => f with { CurrentSign = -1.0 }));
        Assert.Equal(Values(plain), Values(turned));
        Assert.Equal(3, turned.Notes.Count(n => n.Contains("its sign was turned", StringComparison.Ordinal)));
    }

    [Fact]
    public void PowersScaleWithThePowerFlown()
    {
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Alike(3)]);
        CalibrationProfile plain = Calibrations.Fit(request);
        CalibrationProfile twice = Calibrations.Fit(request with
        {
            Traces = [.. request.Traces.Select(t => t with { Records = [.. t.Records.Select(r => r with { BatteryVoltageV = r.BatteryVoltageV * 2.0 })] })],
        });
        foreach (EnergyParameter power in Powers)
            Assert.Equal(2.0 * plain.Of(power).FittedValue, twice.Of(power).FittedValue, 1e-6);
    }

    [Fact]
    public void PerformanceIsFittedBesideIt()
    {
        CalibrationProfile profile = Calibrations.Fit(Calibrations.Alike(3));
        Assert.Equal(
            [CalibratedParameter.ClimbRateMps, CalibratedParameter.CruiseSpeedMps, CalibratedParameter.DescentRateMps, CalibratedParameter.MaxStationKeepWindMps],
            profile.Parameters.Select(p => p.Parameter));
        Assert.Equal(2.5, profile.Parameters[0].FittedValue, 0.05);
        Assert.Equal(16.0, profile.Parameters[1].FittedValue, 0.05);
        Assert.Equal(2.0, profile.Parameters[2].FittedValue, 0.05);
    }

    [Fact]
    public void TheWindOfStationKeepingIsOfHoverInTheAir()
    {
        // 14 m/s on the ground, and 30 m/s in one record of a hover; 3.6 m/s in all others.
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Alike(3)]);
        CalibrationProfile profile = Calibrations.Fit(request with
        {
            Traces =
            [
                .. request.Traces.Select(t => t with
                {
                    Records = [.. t.Records.Select((r, i) => i < 15 ? r with { WindEastMps = 14.0 } : i == 100 ? r with { WindEastMps = 30.0 } : r)],
                }),
            ],
        });
        FittedParameter wind = profile.Parameters.Single(p => p.Parameter == CalibratedParameter.MaxStationKeepWindMps);
        Assert.InRange(wind.FittedValue, Math.Sqrt(13.0), 6.0);
        Assert.InRange(wind.SampleCount, 30, 40);
    }

    [Fact]
    public void TheVehiclesOwnWindOfStationKeepingIsNotRaised()
    {
        // It keeps its station in 6 m/s, its hover speed.
        CalibrationProfile profile = Calibrations.Fit(Calibrations.Alike(3).Select(f => f with { WindEastMps = 7.0 }));
        Assert.DoesNotContain(profile.Parameters, p => p.Parameter == CalibratedParameter.MaxStationKeepWindMps);
        Assert.Contains(profile.Notes, n => n.Contains("the vehicle's own limit of 6.00 m/s stays", StringComparison.Ordinal));
    }

    [Fact]
    public void ADensityLawOtherThanTheModelsIsSaid()
    {
        CalibrationProfile profile = Calibrations.Fit(
            Calibrations.Varied(9).Select(f => f with { DensityExponent = 1.5, RecordNoise = 0.01, FlightNoise = 0.002 }));
        Assert.InRange(profile.Of(EnergyParameter.InducedPowerDensityExponent).FittedValue, 1.3, 1.7);
        Assert.Contains(profile.Notes, n => n.Contains("induced_power_density_exponent: the flights give", StringComparison.Ordinal));
    }

    private static IEnumerable<(EnergyParameter Parameter, double Value, double Low, double High)> Values(CalibrationProfile profile) =>
        profile.Energy!.Coefficients.Select(c => (c.Parameter, c.FittedValue, c.ConfidenceLow, c.ConfidenceHigh));
}
