namespace BvlosSim.Scale.Generation;

/// <summary>How much there is of everything.</summary>
/// <param name="Zones">Zones of the airspace file, at least 1.</param>
/// <param name="Vertices">Positions of all their rings, at least 15 to a zone.</param>
/// <param name="NearZones">Zones near the 300 km route, the others keep away from it; null = zones lie anywhere.</param>
/// <param name="Obstacles">Obstacles.</param>
/// <param name="LandingZones">Landing zones.</param>
internal sealed record ScaleSizes(
    int Zones = 20_000, int Vertices = 1_000_000, int? NearZones = null, int Obstacles = 10_000, int LandingZones = 5_000);
