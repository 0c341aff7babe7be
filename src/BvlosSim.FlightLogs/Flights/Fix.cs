using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Flights;

/// <summary>Which lines of a receiver are positions.</summary>
internal static class Fix
{
    /// <summary>
    /// Whether a line has a fix and a position. A line without a status counts as a fix; latitude 0 with longitude 0 is what a receiver
    /// says that knows nothing.
    /// </summary>
    public static bool IsPosition(in GpsRow row) =>
        !(row.Status < 2) && row.LatitudeDeg is { } latitude && row.LongitudeDeg is { } longitude && !(latitude == 0.0 && longitude == 0.0);

    /// <summary>Whether it is a position on Earth, at a known time.</summary>
    public static bool IsUsable(in GpsRow row) =>
        row.TimeUs is not null && IsPosition(row) && Math.Abs(row.LatitudeDeg!.Value) <= 90.0 && Math.Abs(row.LongitudeDeg!.Value) <= 180.0;
}
