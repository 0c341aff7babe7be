using BvlosSim.FlightLogs.Calibration.Energy;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Resources;
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
    [InlineData(4.0)]
    [InlineData(8.0)]
    [InlineData(30.0)]
    public void WaitingForAReceiverThatSettlesIsNotHover(double driftM)
    {
        // The first fix is too low, and right after a minute of five.
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Alike(4)]);
        IEnumerable<TraceRecord> Wait(TraceRecord first) => Enumerable.Range(0, 300).Select(
            i => first with { AltitudeAmslM = first.AltitudeAmslM - (driftM * Math.Max(0.0, 1.0 - (i / 60.0))), BatteryCurrentA = 1.8 + (0.01 * (i % 7)) });
        CalibrationProfile plain = Calibrations.Fit(request);
        CalibrationProfile profile = Calibrations.Fit(request with
        {
            Traces = [.. request.Traces.Select(t => Timed(t, [.. Wait(t.Records[0]), .. t.Records]))],
        });
        EnergyCoefficient hover = profile.Of(EnergyParameter.HoverPowerW);
        Assert.Equal(plain.Of(EnergyParameter.HoverPowerW).SampleCount, hover.SampleCount);
        Assert.InRange(hover.FittedValue, 870.0, 930.0);
    }

    [Fact]
    public void AHoverAfterADescentStraightDownIsAHover()
    {
        // 90 m down at one place, 200 s of hover 60 m above the ground, and down.
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Alike(4).Select(f => f with { RecordNoise = 0.02, FlightNoise = 0.0 })]);
        IEnumerable<TraceRecord> Hover(FlightTrace trace) => Enumerable.Range(0, 200).Select(
            i => trace.Records[900] with { BatteryCurrentA = trace.Records[800 + (i % 50)].BatteryCurrentA });
        CalibrationProfile plain = Calibrations.Fit(request);
        CalibrationProfile profile = Calibrations.Fit(request with
        {
            Traces = [.. request.Traces.Select(t => Timed(t, [.. t.Records[..900], .. Hover(t), .. t.Records[900..]]))],
        });
        Assert.Equal(plain.Energy!.Flights[0].AirborneS + 200.0, profile.Energy!.Flights[0].AirborneS);
        Assert.InRange(profile.Of(EnergyParameter.HoverPowerW).SampleCount - plain.Of(EnergyParameter.HoverPowerW).SampleCount, 70, 84);
        Assert.InRange(profile.Of(EnergyParameter.HoverPowerW).FittedValue, 880.0, 925.0);
    }

    [Fact]
    public void APowerWhoseWindowsAreOfTwoKindsIsNotIdentified()
    {
        // The monitor shows four tenths of the hover at the end: too much for the ground, and nowhere near the hover at the start.
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Alike(4)]);
        CalibrationProfile plain = Calibrations.Fit(request);
        CalibrationProfile profile = Calibrations.Fit(request with
        {
            Traces = [.. request.Traces.Select(t => t with { Records = [.. t.Records.Select((r, i) => i is >= 795 and < 855 ? r with { BatteryCurrentA = 0.4 * r.BatteryCurrentA } : r)] })],
        });
        Assert.Contains("not all of one manner of flight", profile.Missing(EnergyParameter.HoverPowerW).Reason, StringComparison.Ordinal);
        foreach (EnergyParameter power in new[] { EnergyParameter.ClimbPowerW, EnergyParameter.CruisePowerW, EnergyParameter.DescentPowerW })
            Assert.Equal(plain.Of(power).FittedValue, profile.Of(power).FittedValue, 3.0);
        Assert.False(EnergyCoverage.IsComplete(profile.Energy, SyntheticFlight.Guess));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void WindowsThatContradictEachOtherTakeNoOtherPowerAlong(int flights)
    {
        // One window of hover a flight, and every other flight draws a fifth more in it.
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Alike(flights).Select(f => f with { RecordNoise = 0.005, FlightNoise = 0.0 })]);
        request = request with { AllowFewSamples = true };
        CalibrationProfile profile = Calibrations.Fit(request with
        {
            Traces =
            [
                .. request.Traces.Select((t, n) => Timed(t,
                [
                    .. t.Records[..80],
                    .. t.Records[80..95].Select(r => r with { BatteryCurrentA = n % 2 == 0 ? r.BatteryCurrentA : 1.2 * r.BatteryCurrentA }),
                    .. t.Records[140..795],
                    .. t.Records[855..],
                ])),
            ],
        });
        Assert.Contains(EnergyParameter.CruisePowerW, profile.Fitted());
        Assert.Contains(EnergyParameter.ClimbPowerW, profile.Fitted());
        Assert.Contains(EnergyParameter.DescentPowerW, profile.Fitted());
        Assert.DoesNotContain(EnergyParameter.HoverPowerW, profile.Fitted());
        Assert.Equal(
            Enum.GetValues<EnergyParameter>(), profile.Fitted().Concat(profile.Energy!.NotIdentified.Select(m => m.Parameter)).Order());
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
    public void AMassThatIsStatedTwiceIsRefused()
    {
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Alike(2)]);
        Assert.Contains(
            "the mass of `f0` is stated more than once",
            Calibrations.Refused(request with { Masses = [new FlownMass("f0", 5.0), new FlownMass("f1", 5.0), new FlownMass("f0", 8.0)] }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralFlightsOfOneIdAreRefused()
    {
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Alike(2)]);
        FlightTrace second = request.Traces[1] with { TraceId = "f0" };
        Assert.Contains(
            "Several flights have the trace id `f0`",
            Calibrations.Refused(request with { Traces = [request.Traces[0], second], Masses = [] }),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ResourceKind.Hybrid)]
    [InlineData(ResourceKind.ExternalPower)]
    [InlineData(ResourceKind.Fuel)]
    public void ABatteryBesideAnotherSourceIsRefused(ResourceKind kind)
    {
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Alike(3)]);
        var pack = new ResourceSystem { ResourceId = "pack", Kind = ResourceKind.OnboardBattery };
        var other = new ResourceSystem { ResourceId = "gen", Kind = kind, ContinuousPowerW = 350.0 };
        Assert.Contains(
            "the battery's readings are not all of the power",
            Calibrations.Refused(request with { Vehicle = request.Vehicle with { ResourceSystems = [pack, other] } }),
            StringComparison.Ordinal);
        Assert.NotEmpty(Calibrations.Fit(request with { Vehicle = request.Vehicle with { ResourceSystems = [pack] } }).Fitted());
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

    private static FlightTrace Timed(FlightTrace trace, IEnumerable<TraceRecord> records) =>
        trace with { Records = [.. records.Select((r, i) => r with { TimeS = i })] };

    private static FlightTrace Cut(FlightTrace trace, int records) => trace with { Records = trace.Records[..records] };
}
