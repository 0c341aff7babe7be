using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>
/// What a receiver of an unmanned aircraft can say. A line beyond these bounds is damaged: it was altered on the card or on its way there,
/// and its other values are no better. A value that is not a number is merely absent.
/// </summary>
internal static class Plausibility
{
    /// <summary>Below the lowest land, with room for a wrong geoid.</summary>
    public const double LeastAltitudeM = -1_000.0;

    /// <summary>Above every aircraft that flies by its wings.</summary>
    public const double GreatestAltitudeM = 50_000.0;

    /// <summary>Above every aircraft below the speed of sound, with its tail wind.</summary>
    public const double GreatestSpeedMps = 500.0;

    /// <summary>Whether a line can be true.</summary>
    public static bool IsPossible(in GpsRow row) =>
        IsWithin(row.LatitudeDeg, -90.0, 90.0) && IsWithin(row.LongitudeDeg, -180.0, 180.0)
        && !(Finite(row.AltitudeAmslM) is < LeastAltitudeM or > GreatestAltitudeM)
        && !(Finite(row.GroundspeedMps) is < 0.0 or > GreatestSpeedMps)
        && !(Finite(row.TrackDeg) is < -360.0 or > 360.0);

    /// <summary>The line without the values that are not numbers, its track in 0…360.</summary>
    public static GpsRow WithoutNonNumbers(in GpsRow row) => row with
    {
        AltitudeAmslM = Finite(row.AltitudeAmslM),
        GroundspeedMps = Finite(row.GroundspeedMps),
        TrackDeg = Finite(row.TrackDeg) is { } track ? (track < 0.0 ? track + 360.0 : track) : null,
    };

    /// <summary>The value when it is a number.</summary>
    public static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private static bool IsWithin(double? value, double least, double greatest) => value is { } number && number >= least && number <= greatest;
}
