using BvlosSim.FlightLogs.Calibration.Energy;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Tests.Calibration.Energy;

/// <summary>Readings of the battery that are missing, turned or contradictory.</summary>
public class PowerReadingsTests
{
    [Theory]
    [InlineData(22.2, 10.0, 222.0)]
    [InlineData(22.2, 0.0, 0.0)]
    [InlineData(22.2, -0.2, 0.0)]
    [InlineData(22.2, -5.0, null)]
    [InlineData(22.2, -1.0, null)]
    [InlineData(22.2, -0.01, null)]
    [InlineData(22.2, 65535.0, null)]
    [InlineData(22.2, 655.35, null)]
    [InlineData(22.2, 655.3499755859375, null)]
    [InlineData(22.2, double.NaN, null)]
    [InlineData(22.2, double.PositiveInfinity, null)]
    [InlineData(22.2, null, null)]
    [InlineData(0.0, 10.0, null)]
    [InlineData(-1.0, 10.0, null)]
    [InlineData(65.535, 10.0, null)]
    [InlineData(65535.0, 10.0, null)]
    [InlineData(double.NaN, 10.0, null)]
    [InlineData(null, 10.0, null)]
    public void Power(double? voltageV, double? currentA, double? powerW)
    {
        FlightTrace trace = new SyntheticFlight().Fly();
        trace = trace with
        {
            Records = trace.Records.SetItem(100, trace.Records[100] with { BatteryVoltageV = voltageV, BatteryCurrentA = currentA }),
        };
        PowerReadings readings = PowerReadings.Of(trace, out string? refusal)!;
        Assert.Null(refusal);
        if (powerW is { } expectedW)
            Assert.Equal(expectedW, readings.PowerW(100)!.Value, 1e-9);
        else
            Assert.Null(readings.PowerW(100));
    }

    [Fact]
    public void AContradictorySignIsRefused()
    {
        EnergyCalibrationRequest request = Calibrations.Request([new SyntheticFlight()]);
        FlightTrace trace = request.Traces[0];
        trace = trace with { Records = [.. trace.Records.Select((r, i) => r with { BatteryCurrentA = i % 20 == 0 ? -r.BatteryCurrentA : r.BatteryCurrentA })] };
        Assert.Contains("cannot both be consumption", Calibrations.Refused(request with { Traces = [trace] }), StringComparison.Ordinal);
    }

    [Fact]
    public void AGapIsReportedAndNotFilled()
    {
        EnergyCalibrationRequest request = Calibrations.Request([new SyntheticFlight()]);
        FlightTrace trace = request.Traces[0];
        EnergyFlight whole = Calibrations.Fit(request).Energy!.Flights[0];
        // 40 s of cruise are lost.
        EnergyFlight torn = Calibrations.Fit(request with { Traces = [trace with { Records = trace.Records.RemoveRange(200, 39) }] }).Energy!.Flights[0];

        Assert.Equal((0, 0.0), (whole.GapCount, whole.GapS));
        Assert.Equal((1, 40.0), (torn.GapCount, torn.GapS));
        Assert.Equal(whole.AirborneS, torn.AirborneS);
        Assert.InRange(whole.EnergyWh - torn.EnergyWh, 350.0 * 40.0 / 3600.0 * 0.9, 350.0 * 40.0 / 3600.0 * 1.2);
        Assert.True(torn.WindowCount < whole.WindowCount);
    }

    [Fact]
    public void MissingReadingsAreCounted()
    {
        EnergyCalibrationRequest request = Calibrations.Request([new SyntheticFlight()]);
        FlightTrace trace = request.Traces[0];
        trace = trace with { Records = [.. trace.Records.Select((r, i) => i is >= 200 and < 230 ? r with { BatteryCurrentA = -1.0 } : r)] };
        CalibrationProfile profile = Calibrations.Fit(request with { Traces = [trace] });
        Assert.Equal(31.0, profile.Energy!.Flights[0].AbsentS);
        Assert.Contains(profile.Notes, n => n.Contains("no usable power reading for 31.0 s", StringComparison.Ordinal));
    }

    [Fact]
    public void AReadingThatIsHeldIsAGapAndNotEnergy()
    {
        EnergyCalibrationRequest request = Calibrations.Request([new SyntheticFlight()]);
        FlightTrace trace = request.Traces[0];
        EnergyFlight whole = Calibrations.Fit(request).Energy!.Flights[0];
        // The battery says nothing for 28 s within a cruise; the trace holds on to what it said before.
        CalibrationProfile profile = Calibrations.Fit(request with { Traces = [Held(trace, i => i is > 200 and < 228 ? 200 : i)] });
        EnergyFlight torn = profile.Energy!.Flights[0];

        Assert.Equal((0.0, 28.0), (whole.AbsentS, torn.AbsentS));
        Assert.Equal(whole.AirborneS, torn.AirborneS);
        Assert.InRange(whole.EnergyWh - torn.EnergyWh, 350.0 * 28.0 / 3600.0 * 0.9, 350.0 * 28.0 / 3600.0 * 1.2);
        Assert.True(torn.WindowCount < whole.WindowCount);
        Assert.Contains(profile.Notes, n => n.Contains("no usable power reading for 28.0 s", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void ReadingsThatAreHeldForAMomentAreReadings(int everyS)
    {
        EnergyCalibrationRequest request = Calibrations.Request([new SyntheticFlight()]);
        EnergyFlight flight = Calibrations.Fit(request with { Traces = [Held(request.Traces[0], i => i / everyS * everyS)] }).Energy!.Flights[0];
        Assert.Equal(0.0, flight.AbsentS);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(30)]
    [InlineData(60)]
    public void AStreamThatIsTooCoarseIsRefused(int everyS)
    {
        EnergyCalibrationRequest request = Calibrations.Request([new SyntheticFlight()]);
        Assert.Contains(
            $"has a new battery reading every {everyS} s only",
            Calibrations.Refused(request with { Traces = [Held(request.Traces[0], i => i / everyS * everyS)] }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void ACurrentThatIsStuckIsNoReading()
    {
        // From the last hover reading on, the current stands still for 200 s of cruise; the voltage lives.
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Alike(4)]);
        request = request with { Traces = [.. request.Traces.Select(t => Alive(t, 0.1))] };
        CalibrationProfile plain = Calibrations.Fit(request);
        CalibrationProfile profile = Calibrations.Fit(request with
        {
            Traces =
            [
                .. request.Traces.Select(t => t with
                {
                    Records = [.. t.Records.Select((r, i) => i is >= 140 and < 340 ? r with { BatteryCurrentA = t.Records[139].BatteryCurrentA } : r)],
                }),
            ],
        });
        Assert.Equal(0.0, plain.Energy!.Flights[0].AbsentS);
        Assert.InRange(profile.Energy!.Flights[0].AbsentS, 199.0, 202.0);
        Assert.Equal(plain.Of(EnergyParameter.CruisePowerW).FittedValue, profile.Of(EnergyParameter.CruisePowerW).FittedValue, 4.0);
        Assert.Contains(profile.Notes, n => n.Contains("exactly the same current for 200.0 s", StringComparison.Ordinal));
    }

    [Theory]
    // A steady cruise of 15.8 A, give or take 0.08 A, read in steps of 0.1 A; and a glide with the motor off.
    [InlineData(15.8, 0.08)]
    [InlineData(15.85, 0.08)]
    [InlineData(0.0, 0.0)]
    [InlineData(0.4, 0.0)]
    public void ALiveSensorOfCoarseStepsIsRead(double currentA, double noiseA)
    {
        var noise = new Noise(5);
        FlightTrace trace = Alive(new SyntheticFlight().Fly(), 0.01);
        trace = trace with { Records = [.. trace.Records.Select(r => r with { BatteryCurrentA = Math.Round(currentA + (noiseA * noise.Normal()), 1) })] };
        HeldReadings held = HeldReadings.Of(trace.Records);
        Assert.Equal(0.0, held.StuckS);
    }

    /// <summary>The same powers, with a voltage that is never the same.</summary>
    private static FlightTrace Alive(FlightTrace trace, double swingV) => trace with
    {
        Records =
        [
            .. trace.Records.Select((r, i) => r with
            {
                BatteryVoltageV = 22.2 + (swingV * (i % 7)),
                BatteryCurrentA = r.BatteryCurrentA * 22.2 / (22.2 + (swingV * (i % 7))),
            }),
        ],
    };

    private static FlightTrace Held(FlightTrace trace, Func<int, int> readingOf) => trace with
    {
        Records =
        [
            .. trace.Records.Select((r, i) => r with
            {
                BatteryVoltageV = trace.Records[readingOf(i)].BatteryVoltageV,
                BatteryCurrentA = trace.Records[readingOf(i)].BatteryCurrentA,
            }),
        ],
    };
}
