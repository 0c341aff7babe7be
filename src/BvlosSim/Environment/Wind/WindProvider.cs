namespace BvlosSim.Environment.Wind;

/// <summary>
/// The wind at any place and time of a mission. Immutable, safe across threads; a query never allocates and never fails.
/// </summary>
/// <remarks>Providers that ship with the library are the other types of this namespace; a caller may derive its own.</remarks>
public abstract class WindProvider
{
    /// <summary>The name that results report as <c>wind_provider_id</c>; <c>custom</c> unless the provider has its own.</summary>
    public virtual string Id => "custom";

    /// <summary>The wind at a place and time.</summary>
    /// <param name="latDeg">Latitude, degrees north.</param>
    /// <param name="lonDeg">Longitude, degrees east, in [−180, 180]; not wrapped.</param>
    /// <param name="altitudeAmslM">Altitude, metres AMSL.</param>
    /// <param name="elapsedS">Seconds since departure.</param>
    public abstract WindVector At(double latDeg, double lonDeg, double altitudeAmslM, double elapsedS);

    /// <summary>
    /// A speed that the wind at an altitude exceeds nowhere and never, but for a few units in the last place; m/s. +∞ when none is
    /// known, NaN where the wind may be NaN.
    /// </summary>
    /// <param name="altitudeAmslM">Altitude, metres AMSL.</param>
    internal virtual double SpeedBoundMps(double altitudeAmslM) => double.PositiveInfinity;

    /// <summary>The grid that a query at a time is answered from, or null when none takes part in the answer.</summary>
    /// <param name="elapsedS">Seconds since departure.</param>
    internal virtual WindGrid? GridAt(double elapsedS) => null;
}
