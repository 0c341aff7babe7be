using System.Collections.Immutable;

namespace BvlosSim.FlightLogs.Validation.Flown;

/// <summary>A moment of a flight, predicted or observed. Null = not known.</summary>
/// <param name="TimeS">Seconds since the start of the flight.</param>
/// <param name="WayM">Way over ground since the start of the flight, metres.</param>
/// <param name="LatDeg">Latitude in degrees.</param>
/// <param name="LonDeg">Longitude in degrees.</param>
/// <param name="AltitudeAmslM">Altitude in metres AMSL.</param>
/// <param name="BatteryPercent">Battery charge left in percent.</param>
public readonly record struct TrackPoint(
    double TimeS, double WayM, double LatDeg, double LonDeg, double? AltitudeAmslM, double? BatteryPercent);

/// <summary>
/// A flight as a line through time and space, so that a prediction and an observation can be asked the same questions. Times and ways never
/// decrease.
/// </summary>
/// <param name="Points">At least one point, the first at time 0 and way 0.</param>
public sealed record FlightTrack(ImmutableArray<TrackPoint> Points)
{
    /// <summary>Length of the way over ground, metres.</summary>
    public double LengthM => Points[^1].WayM;

    /// <summary>Duration, seconds.</summary>
    public double DurationS => Points[^1].TimeS;

    /// <summary>The moment at which a way has first been flown.</summary>
    /// <param name="wayM">The way, 0…<see cref="LengthM"/>.</param>
    public TrackPoint AtWay(double wayM) => At(wayM, p => p.WayM);

    /// <summary>The moment at a time.</summary>
    /// <param name="timeS">The time, 0…<see cref="DurationS"/>.</param>
    public TrackPoint AtTime(double timeS) => At(timeS, p => p.TimeS);

    /// <summary>Index of the first point that is not before a time.</summary>
    /// <param name="timeS">The time, 0…<see cref="DurationS"/>.</param>
    internal int IndexAt(double timeS) => FirstNotBelow(timeS, p => p.TimeS);

    private TrackPoint At(double value, Func<TrackPoint, double> coordinate)
    {
        int low = FirstNotBelow(value, coordinate);
        if (low == 0)
            return Points[0];
        TrackPoint before = Points[low - 1];
        TrackPoint after = Points[low];
        double span = coordinate(after) - coordinate(before);
        return span > 0.0 ? Between(before, after, Math.Min(1.0, (value - coordinate(before)) / span)) : after;
    }

    private int FirstNotBelow(double value, Func<TrackPoint, double> coordinate)
    {
        int low = 0;
        int high = Points.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (coordinate(Points[middle]) < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static TrackPoint Between(in TrackPoint a, in TrackPoint b, double share) => new(
        Mix(a.TimeS, b.TimeS, share),
        Mix(a.WayM, b.WayM, share),
        Mix(a.LatDeg, b.LatDeg, share),
        a.LonDeg + (share * Math.IEEERemainder(b.LonDeg - a.LonDeg, 360.0)),
        a.AltitudeAmslM is { } lowM && b.AltitudeAmslM is { } highM ? Mix(lowM, highM, share) : null,
        a.BatteryPercent is { } full && b.BatteryPercent is { } empty ? Mix(full, empty, share) : null);

    private static double Mix(double a, double b, double share) => a + (share * (b - a));
}
