using System.Collections.Immutable;
using BvlosSim.Environment.Airspace;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Environment.Population;
using BvlosSim.Environment.Terrain;
using BvlosSim.Environment.Wind;
using BvlosSim.Missions;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation;

/// <summary>Everything an estimate depends on. The same input gives the same bits, on every thread.</summary>
public sealed record EstimationInput
{
    /// <summary>The mission.</summary>
    public required Mission Mission { get; init; }

    /// <summary>The vehicle, with any calibration already applied.</summary>
    public required Vehicle Vehicle { get; init; }

    /// <summary>What the caller overrides; null = no options were given at all.</summary>
    public EstimationOptions? Options { get; init; }

    /// <summary>A wind that takes precedence over the mission's own settings; null = none.</summary>
    public WindProvider? Wind { get; init; }

    /// <summary>Terrain; null = none.</summary>
    public TerrainProvider? Terrain { get; init; }

    /// <summary>Population grid; null = none.</summary>
    public PopulationGrid? Population { get; init; }

    /// <summary>Obstacles; null = no obstacle file, empty = a file without obstacles.</summary>
    public ImmutableArray<Obstacle>? Obstacles { get; init; }

    /// <summary>Geofences; null = no geofence file, empty = a file without zones.</summary>
    public ImmutableArray<GeofenceZone>? Geofences { get; init; }

    /// <summary>Landing zones; null = no landing-zone file, empty = a file without zones.</summary>
    public ImmutableArray<LandingZone>? LandingZones { get; init; }
}
