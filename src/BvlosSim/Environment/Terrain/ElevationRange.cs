namespace BvlosSim.Environment.Terrain;

/// <summary>Bounds of the terrain below a stretch of route.</summary>
/// <param name="MinM">Lowest elevation, metres AMSL.</param>
/// <param name="MaxM">Highest elevation, metres AMSL.</param>
public readonly record struct ElevationRange(double MinM, double MaxM);
