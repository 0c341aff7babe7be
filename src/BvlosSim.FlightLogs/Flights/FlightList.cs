using System.Collections.Immutable;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;
using BvlosSim.Geodesy;

namespace BvlosSim.FlightLogs.Flights;

/// <summary>Finds the flights of a log.</summary>
public static class FlightList
{
    /// <summary>A receiver at rest wanders by less than this, metres.</summary>
    public const double StandstillM = 3.0;

    /// <summary>The flights that a receiver saw, in file order.</summary>
    /// <param name="rows">Lines of all receivers, in file order.</param>
    /// <param name="receiver">The receiver.</param>
    public static ImmutableArray<Flight> Of(IEnumerable<GpsRow> rows, InstanceChoice receiver)
    {
        var flights = ImmutableArray.CreateBuilder<Flight>();
        var open = new OpenFlight();
        foreach (GpsRow row in rows)
        {
            if (!receiver.Takes(row.Instance) || !Fix.IsUsable(row))
                continue;
            if (open.FixCount > 0 && row.Boot != open.Boot)
            {
                flights.Add(open.Close(flights.Count + 1));
                open = new OpenFlight();
            }

            open.Add(row);
        }

        if (open.FixCount > 0)
            flights.Add(open.Close(flights.Count + 1));
        return flights.ToImmutable();
    }

    private sealed class OpenFlight
    {
        private long _firstUs = long.MaxValue;
        private long _lastUs = long.MinValue;
        private double _distanceM;
        private (double LatitudeDeg, double LongitudeDeg)? _counted;
        private GpsClock? _clock;
        private long _clockAtUs;

        public int Boot { get; private set; }

        public int FixCount { get; private set; }

        public void Add(in GpsRow row)
        {
            long timeUs = row.TimeUs!.Value;
            Boot = row.Boot;
            FixCount++;
            _firstUs = Math.Min(_firstUs, timeUs);
            _lastUs = Math.Max(_lastUs, timeUs);
            if (_clock is null && row.Clock is { } clock)
                (_clock, _clockAtUs) = (clock, timeUs);
            Move(row.LatitudeDeg!.Value, row.LongitudeDeg!.Value);
        }

        public Flight Close(int number) => new()
        {
            Number = number,
            Boot = Boot,
            FirstFixUs = _firstUs,
            LastFixUs = _lastUs,
            FixCount = FixCount,
            DistanceM = _distanceM,
            StartUtc = StartUtc(),
        };

        // A damaged time may be millennia away from the receiver's clock: then the date is not known.
        private DateTimeOffset? StartUtc() => _clock is { } clock && _clockAtUs - _firstUs <= BootClock.LargestUs
            ? GpsTime.ToUtc(clock).AddMicroseconds(_firstUs - _clockAtUs)
            : null;

        private void Move(double latitudeDeg, double longitudeDeg)
        {
            if (_counted is { } from)
            {
                double stepM = ShortDistance.Of(from.LatitudeDeg, from.LongitudeDeg, latitudeDeg, longitudeDeg);
                if (stepM <= StandstillM)
                    return;
                _distanceM += stepM;
            }

            _counted = (latitudeDeg, longitudeDeg);
        }
    }
}
