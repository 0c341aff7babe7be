using BvlosSim.FlightLogs.Calibration;
using BvlosSim.FlightLogs.Calibration.Energy;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Tests.Calibration.Energy;

/// <summary>Fits tried on flights they have not seen.</summary>
public class HoldoutTests
{
    [Fact]
    public void MostFlightsAreInsideTheStatedInterval()
    {
        int inside = 0;
        int all = 0;
        for (ulong round = 0; round < 6; round++)
        {
            HoldoutReport report = Try(Calibrations.Varied(8, 31 + (50_000 * round)));
            Assert.Equal(8, report.Flights.Length);
            foreach (HoldoutFlight flight in report.Flights)
            {
                Assert.InRange(flight.PredictedShare, 0.95, 1.0);
                Assert.InRange(flight.EnergyWh!.ErrorPercent!.Value, -12.0, 12.0);
                Assert.InRange(flight.TimeS!.ErrorPercent!.Value, -2.0, 2.0);
                all++;
                inside += flight.EnergyWh.IsInside == true ? 1 : 0;
            }

            Assert.Equal(report.Flights.Count(f => f.EnergyWh!.IsInside == true) / 8.0, report.EnergyShareInside);
        }

        // 48 flights; 95 % are meant.
        Assert.InRange((double)inside / all, 0.85, 1.0);
    }

    [Fact]
    public void TheIntervalsKnowThatAnExponentWasFitted()
    {
        double[] massesKg = [4.2, 5.0, 5.0, 5.8, 6.6];
        int inside = 0;
        int all = 0;
        for (ulong round = 0; round < 20; round++)
        {
            HoldoutReport report = Try(Calibrations.Alike(5, 31 + (50_000 * round)).Select((f, i) => f with { MassKg = massesKg[i] }));
            all += report.Flights.Count(f => f.EnergyWh!.IsInside is not null);
            inside += report.Flights.Count(f => f.EnergyWh!.IsInside == true);
        }

        Assert.Equal(100, all);
        Assert.InRange((double)inside / all, 0.88, 1.0);
    }

    [Theory]
    [InlineData(false)]
    // An inspection: 25 s on its way and 15 s of hover, eight times.
    [InlineData(true)]
    public void FlightsWithoutNoiseArePredictedAsTheyWere(bool isInspection)
    {
        EnergyCalibrationRequest request = Calibrations.Request([.. Calibrations.Alike(4).Select(f => f with { RecordNoise = 1e-6, FlightNoise = 0.0 })]);
        if (isInspection)
        {
            request = request with
            {
                Traces =
                [
                    .. request.Traces.Select(t => t with
                    {
                        Records =
                        [
                            .. new[] { t.Records[..80] }
                                .Concat(Enumerable.Repeat(new[] { t.Records[150..175], t.Records[80..95] }, 8).SelectMany(p => p))
                                .Append(t.Records[855..])
                                .SelectMany(r => r)
                                .Select((r, i) => r with { TimeS = i, BatteryVoltageV = r.BatteryVoltageV * (1.0 + (1e-7 * (i % 11))) }),
                        ],
                    }),
                ],
            };
        }

        CalibrationProfile profile = Calibrations.Fit(request with { Holdout = HoldoutMethod.LeaveOneFlightOut });
        Assert.InRange(profile.Energy!.FlightError!.RmsPercent, 0.0, 0.3);
        foreach (HoldoutFlight flight in profile.Holdout!.Flights)
        {
            Assert.Equal(1.0, flight.PredictedShare, 1e-9);
            Assert.InRange(flight.EnergyWh!.ErrorPercent!.Value, -0.3, 0.3);
            Assert.InRange(flight.TimeS!.ErrorPercent!.Value, -0.3, 0.3);
        }
    }

    [Fact]
    public void AFlightUnlikeTheOthersIsOutside()
    {
        SyntheticFlight[] flights = [.. Calibrations.Alike(6)];
        // Flown with a kilogram more than is stated.
        EnergyCalibrationRequest request = Calibrations.Request(flights) with { Holdout = HoldoutMethod.LeaveOneFlightOut };
        request = request with { Traces = request.Traces.SetItem(3, (flights[3] with { MassKg = 7.0 }).Fly()) };
        HoldoutReport report = Calibrations.Fit(request).Holdout!;
        HoldoutFlight odd = report.Flights[3];
        Assert.False(odd.EnergyWh!.IsInside);
        Assert.InRange(odd.EnergyWh.ErrorPercent!.Value, -50.0, -20.0);
    }

    [Fact]
    public void ThreeFlightsLeaveNoInterval()
    {
        HoldoutReport report = Try(Calibrations.Alike(3));
        Assert.Null(report.EnergyShareInside);
        Assert.All(report.Flights, f => Assert.Null(f.EnergyWh!.IsInside));
        Assert.All(report.Flights, f => Assert.NotNull(f.EnergyWh!.ErrorPercent));
    }

    [Fact]
    public void TracesOfOneLogAreOneFlight()
    {
        // The first two of four are of one log.
        SyntheticFlight[] flights = [.. Calibrations.Alike(4)];
        EnergyCalibrationRequest request = Calibrations.Request(flights) with { Holdout = HoldoutMethod.LeaveOneFlightOut };
        FlightTrace second = request.Traces[1] with
        {
            Provenance = request.Traces[1].Provenance with { RawLogSha256 = request.Traces[0].Provenance.RawLogSha256.ToUpperInvariant() },
        };
        CalibrationOutcome outcome = VehicleEnergyCalibration.Fit(
            request with { Traces = request.Traces.SetItem(1, second) }, out _, CancellationToken.None)!;
        CalibrationProfile profile = outcome.Profile;

        Assert.Contains(outcome.Warnings, w => w.StartsWith("2 traces are of one log", StringComparison.Ordinal));
        Assert.Equal(4, profile.Energy!.Flights.Length);
        Assert.Equal(3, profile.Energy.FlightError!.FlightCount);
        Assert.All(profile.Energy.Coefficients, c => Assert.Equal(3, c.FlightCount));
        Assert.Equal(4, profile.Holdout!.Flights.Length);
        // Without the log of the first, there is nothing of the second in the fit.
        HoldoutReport pair = Calibrations.Fit(request with { Traces = [request.Traces[0], request.Traces[2], request.Traces[3]], Masses = [] }).Holdout!;
        Assert.Equal(pair.Flights[0].EnergyWh!.Predicted, profile.Holdout.Flights[0].EnergyWh!.Predicted, 1e-9);
        Assert.Contains(
            "of two logs",
            Calibrations.Refused(request with { Traces = [request.Traces[0], second], Masses = [] }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void OneFlightIsRefused() => Assert.Contains(
        "at least two traces",
        Calibrations.Refused(Calibrations.Request([new SyntheticFlight()]) with { Holdout = HoldoutMethod.LeaveOneFlightOut }),
        StringComparison.Ordinal);

    private static HoldoutReport Try(IEnumerable<SyntheticFlight> flights) =>
        Calibrations.Fit(Calibrations.Request([.. flights]) with { Holdout = HoldoutMethod.LeaveOneFlightOut }).Holdout!;
}
