using System.Collections.Immutable;
using BvlosSim.Environment.Grids;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Terrain;
using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Missions;

namespace BvlosSim.Tests.Estimation.LandingZones;

/// <summary>Random missions among random landing zones, near and far, alone and in crowds.</summary>
internal static class RandomScenes
{
    public static Scene Of(int seed, int zoneCount)
    {
        var random = new Random(seed);
        Scene scene = Of(random, zoneCount);
        while (!scene.IsFlyable)
            scene = Of(random, zoneCount);
        return scene;
    }

    private static Scene Of(Random random, int zoneCount)
    {
        double homeLonDeg = random.Next(6) == 0 ? 179.9999 : 4.0;
        ImmutableArray<LandingZone> zones = Zones(random, zoneCount, homeLonDeg);
        return new Scene
        {
            Zones = zones,
            HomeLonDeg = homeLonDeg,
            Route = Route(random, homeLonDeg),
            MaxDistanceM = random.Next(3) switch { 0 => null, 1 => random.Next(100, 1500), _ => random.Next(1500, 20000) },
            Options = new EstimationOptions
            {
                MaxSegmentLengthM = random.Next(2) == 0 ? 500.0 : 37.0,
                Fidelity = random.Next(2) == 0 ? Fidelity.V1 : Fidelity.V2,
                MinGroundspeedMps = 0.5,
            },
            Wind = Wind(random),
            Terrain = Terrain(random, homeLonDeg),
            TurnRadiusM = random.Next(4) switch { 0 => null, 1 => random.Next(1, 20), _ => random.Next(20, 300) },
            ReferenceDensityKgm3 = random.Next(2) == 0 ? 1.225 : 0.0,
            BatteryWh = random.Next(3) == 0 ? 80.0 : 900.0,
            MaxCrabAngleDeg = random.Next(3) == 0 ? 12.0 : 80.0,
            Unavailable = Unavailable(random, zones),
        };
    }

    /// <summary>A wind that is weak enough for the route, of every kind there is.</summary>
    public static WindProvider Wind(Random random) => random.Next(8) switch
    {
        0 => ConstantWind.Calm,
        1 => Constant(random),
        2 => new LayeredWind([new WindLayer(0.0, 1.0, 2.0), new WindLayer(60.0, -3.0, 1.0), new WindLayer(100.0, 2.0, -3.5)]),
        3 => Grid(random),
        4 => new TimeVaryingWind(Constant(random), [new WindChange(30.0, Grid(random)), new WindChange(45.0, Constant(random))]),
        5 => new ComponentOverrideWind(Grid(random), 1.5, null),
        6 => new EastOverlayWind(new TimeVaryingWind(Constant(random), [new WindChange(31.0, Constant(random))]), -1.0),
        _ => new Foreign(Grid(random)),
    };

    private static ConstantWind Constant(Random random) => new(Vector(random));

    private static WindVector Vector(Random random) => new((random.NextDouble() * 5.0) - 2.5, (random.NextDouble() * 5.0) - 2.5);

    private static WindGrid Grid(Random random) => new(
        [0.0, 60.0], [0.0, 120.0], [51.9, 52.0, 52.1], [3.9, 4.0, 4.1], [.. Enumerable.Range(0, 36).Select(_ => Vector(random))]);

    private static ImmutableArray<RouteItem> Route(Random random, double lonDeg) =>
    [
        Scene.TakeOff(80.0),
        .. Enumerable.Range(0, random.Next(1, 4)).Select(i => Scene.To(
            $"wp{i}",
            52.0 + ((random.NextDouble() - 0.5) * 0.008),
            Wrapped(lonDeg + ((random.NextDouble() - 0.5) * 0.012)),
            random.Next(50, 150))),
        Scene.Return,
    ];

    private static TerrainGrid? Terrain(Random random, double lonDeg) => random.Next(3) == 0 || lonDeg > 10.0
        ? null
        : new TerrainGrid(new RegularGrid(
            new RegularAxis(51.998, 0.002, 3),
            new RegularAxis(3.996, 0.002, 4),
            [.. Enumerable.Range(0, 12).Select(_ => random.NextDouble() * 200.0)]));

    private static ImmutableArray<LandingZone> Zones(Random random, int count, double lonDeg)
    {
        double spreadDeg = random.Next(3) switch { 0 => 0.01, 1 => 0.1, _ => 1.0 };
        double knownShare = random.Next(4) == 0 ? 0.1 : 0.9;
        var zones = ImmutableArray.CreateBuilder<LandingZone>(count);
        for (int i = 0; i < count; i++)
        {
            double lat = 52.0 + ((random.NextDouble() - 0.5) * spreadDeg);
            double lon = lonDeg + ((random.NextDouble() - 0.5) * spreadDeg);
            double? altitude = random.NextDouble() < knownShare ? random.Next(-20, 300) : null;
            double size = random.NextDouble() * random.NextDouble() * 0.02;
            string id = $"z{random.Next(count)}";
            zones.Add(random.Next(6) switch
            {
                0 or 1 => Scene.PointZone(id, Wrapped(lon), lat, altitude),
                2 when zones.Count > 0 => zones[random.Next(zones.Count)],
                3 => Scene.AreaZone(id, altitude, Within180((lon, lat), (lon + size, lat), (lon, lat + size))),
                4 => Scene.AreaZone(
                    id,
                    altitude,
                    Within180((lon, lat), (lon + size, lat), (lon, lat + size)),
                    Within180((lon, lat), (lon + size, lat + size), (lon, lat + size))),
                _ => Scene.AreaZone(id, altitude, Within180((lon, lat), (lon + size, lat), (lon + size, lat + size), (lon, lat + size))),
            });
        }

        return zones.DrainToImmutable();
    }

    private static ImmutableArray<GeoPoint> Within180(params (double LonDeg, double LatDeg)[] corners)
    {
        // A shape beyond the antimeridian moves to the other side of the plane, one across it is cut.
        double shift = corners.Min(corner => corner.LonDeg) >= 180.0 ? -360.0 : 0.0;
        return Scene.Ring([.. corners.Select(corner => (Math.Min(180.0, corner.LonDeg + shift), corner.LatDeg))]);
    }

    private static double Wrapped(double lonDeg) => lonDeg > 180.0 ? lonDeg - 360.0 : lonDeg;

    private static Dictionary<int, IReadOnlySet<string>>? Unavailable(Random random, ImmutableArray<LandingZone> zones)
    {
        if (random.Next(2) == 0)
            return null;
        var sets = new Dictionary<int, IReadOnlySet<string>>();
        for (int leg = random.Next(3); leg < 5; leg++)
        {
            double share = random.Next(4) == 0 ? 1.0 : random.NextDouble();
            sets[leg] = zones.Where(_ => random.NextDouble() < share).Select(zone => zone.Id).Append("ghost").ToHashSet();
        }

        return sets;
    }

    /// <summary>A wind of a caller, about which nothing is known.</summary>
    private sealed class Foreign(WindProvider inner) : WindProvider
    {
        public override WindVector At(double latDeg, double lonDeg, double altitudeAmslM, double elapsedS) =>
            inner.At(latDeg, lonDeg, altitudeAmslM, elapsedS);
    }
}
