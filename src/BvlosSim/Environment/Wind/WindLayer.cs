namespace BvlosSim.Environment.Wind;

/// <summary>Wind from an altitude upward to the next layer.</summary>
/// <param name="AltitudeM">Lower edge in metres AMSL.</param>
/// <param name="WindEastMps">Motion of the air towards east in m/s.</param>
/// <param name="WindNorthMps">Motion of the air towards north in m/s.</param>
public readonly record struct WindLayer(double AltitudeM, double WindEastMps, double WindNorthMps);
