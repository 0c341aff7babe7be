namespace BvlosSim.Estimation.Sampling;

/// <summary>A point of the flown path.</summary>
/// <param name="Fraction">Share of the leg's horizontal distance, 0…1.</param>
/// <param name="LatDeg">Latitude in degrees.</param>
/// <param name="LonDeg">Longitude in degrees.</param>
/// <param name="AltitudeAmslM">Altitude in metres AMSL.</param>
public readonly record struct RouteSample(double Fraction, double LatDeg, double LonDeg, double AltitudeAmslM);
