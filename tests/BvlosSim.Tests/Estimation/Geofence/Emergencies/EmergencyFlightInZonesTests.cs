using System.Collections.Immutable;
using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Geofence;
using BvlosSim.Estimation.Geofence.Emergencies;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;
using CsCheck;

namespace BvlosSim.Tests.Estimation.Geofence.Emergencies;

/// <summary>The search for the zones near a flight against one that looks at all of them along the whole flight.</summary>
public sealed class EmergencyFlightInZonesTests
{
    private const double TurnRadiusM = 150.0;
    private const double StepRad = 5.0 * Math.PI / 180.0;

    [Fact]
    public void No_zone_is_missed_and_none_is_made_up()
    {
        int met = 0;
        int ended = 0;
        Property.Holds(
            Gen.Int[0, int.MaxValue - 1],
            seed =>
            {
                var random = new Random(seed);
                double middleLat = random.Next(4) switch { 0 => 88.9, 1 => -78.0, 2 => 0.0, _ => 50.0 };
                double middleLon = random.Next(2) == 0 ? 179.9 : 8.0;
                double sizeDeg = Math.Pow(10.0, Between(random, -2.0, 0.3));
                GeoPoint target = Place();
                GeofenceZones zones = GeofenceZones.Compile(
                    [.. Enumerable.Range(0, 30).Select(i => Zone(i, i == 0 ? target : Place(), random, sizeDeg))], CancellationToken.None);
                var flights = new EmergencyFlightInZones(zones, null, TurnRadiusM);
                GeoPoint start = Place();
                for (int i = 0; i < 20; i++)
                {
                    // Small steps share a search, large ones do not.
                    start = new GeoPoint(Math.Clamp(start.LatDeg + Between(random, -0.003, 0.003), -89.9, 89.9), start.LonDeg);
                    var course = new EmergencyCourse(At(start), Between(random, 0.0, 360.0), At(target));
                    ImmutableArray<ZoneMeeting> found = flights.Find(course, "", CancellationToken.None);
                    Assert.Equal(All(zones, course), found.Select(m => (m.Zone, m.EndsInside, Math.Round(flights.InsideM(m, false), 3))));
                    met += found.Length;
                    ended += found.Count(m => m.EndsInside);
                }

                GeoPoint Place() => new(
                    Math.Min(89.9, middleLat + (sizeDeg * Between(random, -1.0, 1.0))),
                    Math.IEEERemainder(middleLon + (sizeDeg * Between(random, -1.0, 1.0)), 360.0));
            },
            count: 300);
        Assert.True(met > 1000 && ended > 100, $"{met} {ended}");
    }

    private static IEnumerable<(int, bool, double)> All(GeofenceZones zones, EmergencyCourse course)
    {
        EmergencyPath? path = EmergencyPath.Plan(course.Start.Position, course.TrackDeg, TurnRadiusM, course.Target.Position, 500.0, out _);
        ImmutableArray<GeoPoint> drawn =
            path?.Trace(500.0, StepRad, 0.0, double.PositiveInfinity, CancellationToken.None) ?? [course.Start.Position];
        SegmentTree trace = LegPath.Through(drawn.Add(course.Target.Position));
        ImmutableArray<double> shiftsDeg = LegPath.ShiftsDeg(trace.Box);
        for (int i = 0; i < zones.Zones.Length; i++)
        {
            ZoneOutline outline = zones.OutlineOf(i);
            if (!outline.Touches(trace, shiftsDeg))
                continue;
            double insideM = PathCover.Walk(trace, [outline], shiftsDeg).Where(p => p.IsHeld).Sum(p => p.LengthM(trace));
            yield return (i, outline.Touches(new SegmentTree([trace.PointAt(trace.SegmentCount)]), shiftsDeg), Math.Round(insideM, 3));
        }
    }

    /// <summary>A thin or wide rectangle around a place, cut off at ±180°.</summary>
    private static GeofenceZone Zone(int index, GeoPoint middle, Random random, double sizeDeg)
    {
        double halfLat = sizeDeg * Math.Pow(10.0, Between(random, -3.0, 0.0));
        double halfLon = sizeDeg * Math.Pow(10.0, Between(random, -3.0, 0.0));
        return Zones.Forbidden($"z{index}", BaseFlight.Rectangle(
            Math.Max(-89.9, middle.LatDeg - halfLat),
            Math.Min(89.99, middle.LatDeg + halfLat),
            Math.Max(-180.0, middle.LonDeg - halfLon),
            Math.Min(180.0, middle.LonDeg + halfLon)));
    }

    private static FlightPoint At(GeoPoint place) => new(place.LatDeg, place.LonDeg, 100.0);

    private static double Between(Random random, double low, double high) => low + ((high - low) * random.NextDouble());
}
