using BvlosSim.FlightLogs.Calibration.Energy;
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
    public void OneFlightIsRefused() => Assert.Contains(
        "at least two traces",
        Calibrations.Refused(Calibrations.Request([new SyntheticFlight()]) with { Holdout = HoldoutMethod.LeaveOneFlightOut }),
        StringComparison.Ordinal);

    private static HoldoutReport Try(IEnumerable<SyntheticFlight> flights) =>
        Calibrations.Fit(Calibrations.Request([.. flights]) with { Holdout = HoldoutMethod.LeaveOneFlightOut }).Holdout!;
}
