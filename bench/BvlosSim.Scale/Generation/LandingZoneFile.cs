using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Scale.Generation;

/// <summary>
/// The landing zones of a country, half of them within 25 km of the route: points, rectangles and rounder fields. The first ones are points
/// beside the route, so that every state of it can reach one.
/// </summary>
internal static class LandingZoneFile
{
    private const ulong Seed = 0x4C414E44;

    /// <summary>Writes the file.</summary>
    public static void Write(string path, int count)
    {
        var random = new Sequence(Seed);
        using var file = new GeoJsonFile(path);
        for (int i = 0; i < count; i++)
        {
            string id = $"landing-{i}";
            string altitude = $"\"altitude_amsl_m\": {GeoJsonFile.Number(random.Between(60.0, 250.0))}";
            if (i < Country.LongRoute.Count)
            {
                file.AddPoint(id, altitude, Country.Moved(Country.LongRoute[i], 0.4, 0.3));
                continue;
            }

            GeoPoint place = i % 2 == 0 ? Country.PlaceNearRoute(random, 25.0) : Country.Place(random);
            double kind = random.Next();
            if (kind < 0.4)
                file.AddPoint(id, altitude, place);
            else if (kind < 0.7)
                file.AddArea(id, altitude, Shapes.Rectangle(place, random.Between(0.03, 0.5), random.Scaled(0.3, 3.0)));
            else
                file.AddArea(id, altitude, Shapes.Coast(random, place, random.Between(0.05, 0.6), 30));
        }
    }
}
