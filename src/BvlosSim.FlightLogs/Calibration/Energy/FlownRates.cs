namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>The speeds of the vehicle that legs are timed by, in m/s, and whether it hovers.</summary>
/// <param name="CruiseMps">Cruise airspeed.</param>
/// <param name="ClimbMps">Climb rate.</param>
/// <param name="DescentMps">Descent rate.</param>
/// <param name="CanHover">Whether the vehicle hovers.</param>
internal readonly record struct FlownRates(double CruiseMps, double ClimbMps, double DescentMps, bool CanHover);
