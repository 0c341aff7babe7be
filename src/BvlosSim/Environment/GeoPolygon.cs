using System.Collections.Immutable;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Environment;

/// <summary>A polygon of an asset: closed rings of positions as read, the first the exterior, the rest holes.</summary>
/// <param name="Rings">At least one ring; each has at least four positions and ends where it begins.</param>
public sealed record GeoPolygon(ImmutableArray<ImmutableArray<GeoPoint>> Rings);
