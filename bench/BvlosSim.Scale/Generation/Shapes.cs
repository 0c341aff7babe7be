using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Scale.Generation;

/// <summary>Closed rings around a place, and lines through it.</summary>
internal static class Shapes
{
    /// <summary>A circle as a regular polygon.</summary>
    /// <param name="centre">Its middle.</param>
    /// <param name="radiusKm">Its radius in kilometres.</param>
    /// <param name="positions">Positions of the ring, the last equal to the first.</param>
    public static List<GeoPoint> Circle(GeoPoint centre, double radiusKm, int positions) => Ring(centre, positions, _ => radiusKm);

    /// <summary>A shape with bays and headlands that stay inside a radius, no nearer to the middle than a third of it.</summary>
    public static List<GeoPoint> Coast(Sequence random, GeoPoint centre, double radiusKm, int positions)
    {
        double[] phases = [.. Enumerable.Range(0, 4).Select(_ => random.Between(0.0, Math.Tau))];
        return Ring(centre, positions, angle =>
        {
            double waves = (Math.Sin((2.0 * angle) + phases[0]) + Math.Sin((3.0 * angle) + phases[1]) + Math.Sin((7.0 * angle) + phases[2])) / 3.0;
            return radiusKm * (0.68 + (0.22 * waves) + (0.05 * Math.Sin((19.0 * angle) + phases[3])) + random.Between(-0.02, 0.02));
        });
    }

    /// <summary>A rectangle of five positions with sides along the axes that fits a radius.</summary>
    public static List<GeoPoint> Rectangle(GeoPoint centre, double radiusKm, double aspect)
    {
        double eastKm = radiusKm / Math.Sqrt(1.0 + (aspect * aspect));
        double northKm = eastKm * aspect;
        GeoPoint first = Country.Moved(centre, -eastKm, -northKm);
        GeoPoint last = Country.Moved(centre, eastKm, northKm);
        return [first, new(first.LatDeg, last.LonDeg), last, new(last.LatDeg, first.LonDeg), first];
    }

    /// <summary>A line with bends that begins at a place.</summary>
    public static List<GeoPoint> Line(Sequence random, GeoPoint from, double pieceKm, int positions)
    {
        double heading = random.Between(0.0, Math.Tau);
        List<GeoPoint> line = [from];
        while (line.Count < positions)
        {
            heading += random.Between(-0.4, 0.4);
            line.Add(Country.Moved(line[^1], pieceKm * Math.Sin(heading), pieceKm * Math.Cos(heading)));
        }

        return line;
    }

    private static List<GeoPoint> Ring(GeoPoint centre, int positions, Func<double, double> radiusKm)
    {
        List<GeoPoint> ring = [];
        for (int i = 0; i < positions - 1; i++)
        {
            double angle = Math.Tau * i / (positions - 1);
            double km = radiusKm(angle);
            ring.Add(Country.Moved(centre, km * Math.Cos(angle), km * Math.Sin(angle)));
        }

        ring.Add(ring[0]);
        return ring;
    }
}
