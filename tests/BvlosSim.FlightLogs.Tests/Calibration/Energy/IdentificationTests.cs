using BvlosSim.FlightLogs.Calibration.Energy;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Tests.Calibration.Energy;

/// <summary>What flights cannot tell, and what would.</summary>
public class IdentificationTests
{
    [Fact]
    public void FlightsAlikeTellPowersButNoScaling()
    {
        CalibrationProfile profile = Calibrations.Fit(Calibrations.Alike(4));
        Assert.Equal(
            [EnergyParameter.HoverPowerW, EnergyParameter.ClimbPowerW, EnergyParameter.CruisePowerW, EnergyParameter.DescentPowerW], profile.Fitted());
        UnidentifiedCoefficient mass = profile.Missing(EnergyParameter.InducedPowerMassExponent);
        Assert.Equal("All flights weigh between 5 and 5 kg: hover, climb and descent power at another mass was not seen.", mass.Reason);
        Assert.StartsWith("A flight at 5.5 kg or more, or at 4.545 kg or less", mass.IdentifyingFlight, StringComparison.Ordinal);
        Assert.Contains("500 m above", profile.Missing(EnergyParameter.CruisePowerDensityExponent).IdentifyingFlight, StringComparison.Ordinal);
        Assert.Equal(5.0, profile.Energy!.ReferenceMassKg);
    }

    [Fact]
    public void TooFewFlightsTellNoScaling()
    {
        CalibrationProfile profile = Calibrations.Fit(Calibrations.Varied(3));
        Assert.StartsWith("3 flights: what differs", profile.Missing(EnergyParameter.InducedPowerMassExponent).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ScatteredFlightsLeaveAnExponentOpen()
    {
        CalibrationProfile profile = Calibrations.Fit(
            Calibrations.Alike(4).Select((f, i) => f with { MassKg = 4.8 + (0.6 * (i % 2)), FlightNoise = 0.3, Seed = 5 + (ulong)i }));
        Assert.StartsWith("The flights leave it anywhere from", profile.Missing(EnergyParameter.InducedPowerMassExponent).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutHoverThereIsNoHoverPower()
    {
        CalibrationProfile profile = Calibrations.Fit(Calibrations.Alike(4).Select(f => f with { Hovers = false }));
        Assert.DoesNotContain(EnergyParameter.HoverPowerW, profile.Fitted());
        UnidentifiedCoefficient hover = profile.Missing(EnergyParameter.HoverPowerW);
        Assert.StartsWith("0 windows of at least 10 s in which the aircraft hovers", hover.Reason, StringComparison.Ordinal);
        Assert.Contains("for 100 s more", hover.IdentifyingFlight, StringComparison.Ordinal);
        Assert.Contains(profile.Notes, n => n.Contains("hover_power_w missing", StringComparison.Ordinal));
        Assert.False(EnergyCoverage.IsComplete(profile.Energy, SyntheticFlight.Guess));
    }

    [Fact]
    public void FewWindowsAreRefusedUnlessAllowed()
    {
        EnergyCalibrationRequest request = Calibrations.Request([new SyntheticFlight()]);
        CalibrationProfile strict = Calibrations.Fit(request with { Traces = [Cut(request.Traces[0], 500)] });
        CalibrationProfile lenient = Calibrations.Fit(request with { Traces = [Cut(request.Traces[0], 500)], AllowFewSamples = true });

        // Six windows of hover; twelve of climb.
        Assert.Equal([EnergyParameter.ClimbPowerW, EnergyParameter.CruisePowerW], strict.Fitted());
        Assert.Equal([EnergyParameter.HoverPowerW, EnergyParameter.ClimbPowerW, EnergyParameter.CruisePowerW], lenient.Fitted());
        Assert.Contains("fewer than 10 windows were allowed", lenient.Of(EnergyParameter.HoverPowerW).Derivation, StringComparison.Ordinal);
        Assert.Equal(IntervalBasis.Windows, lenient.Of(EnergyParameter.HoverPowerW).Basis);
    }

    [Fact]
    public void IdlingOnTheGroundIsNotHover()
    {
        // A long wait before the start, one between two hops, and one after the landing.
        FlightTrace trace = new SyntheticFlight().Fly();
        TraceRecord first = trace.Records[0];
        TraceRecord last = trace.Records[^1];
        IEnumerable<TraceRecord> records =
        [
            .. Enumerable.Repeat(first, 300), .. trace.Records, .. Enumerable.Repeat(last, 300), .. trace.Records, .. Enumerable.Repeat(last, 300),
        ];
        trace = trace with { Records = [.. records.Select((r, i) => r with { TimeS = i })] };
        EnergyCoefficient hover = Calibrations.Fit(Calibrations.Request([new SyntheticFlight()]) with { Traces = [trace] }).Of(EnergyParameter.HoverPowerW);
        Assert.InRange(hover.FittedValue, 850.0, 950.0);
        Assert.InRange(hover.Residuals.MaxPercent, 0.0, 20.0);
    }

    [Theory]
    // Landed by the autopilot, and then in a mode flown by hand before it waits; and landed by hand in LOITER altogether.
    [InlineData(false)]
    [InlineData(true)]
    public void WaitingOnTheGroundAfterALandingIsNotHover(bool byHand)
    {
        FlightTrace trace = new SyntheticFlight().Fly();
        TraceRecord last = trace.Records[^1] with { FlightMode = "LOITER", BatteryCurrentA = 1.2 };
        // The descent to the ground is the last but the 20 s on it.
        int descent = trace.Records.Length - 95;
        IEnumerable<TraceRecord> flight = byHand
            ? trace.Records.Select((r, i) => i >= descent ? r with { FlightMode = "LOITER" } : r)
            : [.. trace.Records, .. Enumerable.Repeat(last with { FlightMode = "STABILIZE" }, 15)];
        IEnumerable<TraceRecord> records = [.. flight, .. Enumerable.Repeat(last, 150), .. flight];
        FlightTrace both = trace with { Records = [.. records.Select((r, i) => r with { TimeS = i })] };
        FlightTrace once = trace with { Records = [.. flight.Select((r, i) => r with { TimeS = i })] };
        EnergyCalibrationRequest request = Calibrations.Request([new SyntheticFlight()]);
        CalibrationProfile alone = Calibrations.Fit(request with { Traces = [once], AllowFewSamples = true });
        CalibrationProfile profile = Calibrations.Fit(request with { Traces = [both] });

        EnergyCoefficient hover = profile.Of(EnergyParameter.HoverPowerW);
        Assert.InRange(hover.FittedValue / alone.Of(EnergyParameter.HoverPowerW).FittedValue, 0.995, 1.005);
        Assert.InRange(profile.Energy!.Flights[0].AirborneS, 2.0 * alone.Energy!.Flights[0].AirborneS, (2.0 * alone.Energy.Flights[0].AirborneS) + 60.0);
    }

    [Fact]
    public void UnknownMassesTellNoMassScaling()
    {
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Alike(4)]) with
        {
            Masses = [],
            Vehicle = SyntheticFlight.Guess with { Mass = SyntheticFlight.Guess.Mass with { OperatingMassKg = null } },
        };
        CalibrationProfile profile = Calibrations.Fit(request);
        Assert.Null(profile.Energy!.ReferenceMassKg);
        Assert.Equal("The masses flown are not known.", profile.Missing(EnergyParameter.CruisePowerMassExponent).Reason);
        Assert.Contains("State it for every trace", Calibrations.Refused(request with { Masses = [new FlownMass("f0", 5.0)] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f9", 5.0, "there is no trace `f9`")]
    [InlineData("f0", 3.9, "is not between the empty mass of 4 kg")]
    [InlineData("f0", 8.1, "is not between the empty mass of 4 kg")]
    [InlineData("f0", double.NaN, "is not between the empty mass of 4 kg")]
    public void MassesThatCannotBeAreRefused(string traceId, double massKg, string reason)
    {
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Alike(1)]) with { Masses = [new FlownMass(traceId, massKg)] };
        Assert.Contains(reason, Calibrations.Refused(request), StringComparison.Ordinal);
    }

    [Fact]
    public void NothingUsableIsAnEmptyFitAndNoFailure()
    {
        EnergyCalibrationRequest request = Calibrations.Request([new SyntheticFlight()]);
        CalibrationProfile profile = Calibrations.Fit(request with { Traces = [Cut(request.Traces[0], 15)], AllowFewSamples = true });
        Assert.Empty(profile.Energy!.Coefficients);
        Assert.Null(profile.Energy.ReferenceDensityKgm3);
        Assert.Equal(8, profile.Energy.NotIdentified.Length);
        Assert.Contains(profile.Notes, n => n.Contains("was not seen in the air", StringComparison.Ordinal));
    }

    private static FlightTrace Cut(FlightTrace trace, int records) => trace with { Records = trace.Records[..records] };
}
