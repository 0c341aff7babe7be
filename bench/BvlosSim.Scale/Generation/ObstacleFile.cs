using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Scale.Generation;

/// <summary>
/// The obstacles of a country, half of them within 5 km of the route: 70 % masts, 20 % power lines, 10 % buildings. Those within 500 m of
/// the route end well below the aircraft, the others may be taller than it flies.
/// </summary>
internal static class ObstacleFile
{
    private const ulong Seed = 0x4F425354;

    /// <summary>Writes the file.</summary>
    public static void Write(string path, int count)
    {
        var random = new Sequence(Seed);
        using var file = new GeoJsonFile(path);
        for (int i = 0; i < count; i++)
        {
            GeoPoint place = i % 2 == 0 ? Country.PlaceNearRoute(random, 5.0) : Country.Place(random);
            double kind = random.Next();
            string id = $"obstacle-{i}";
            if (kind < 0.7)
                file.AddPoint(id, $"{Height(random, [place])}, \"radius_m\": {GeoJsonFile.Number(random.Between(1.0, 60.0))}", place);
            else if (kind < 0.9)
                AddLine(file, random, id, Shapes.Line(random, place, random.Between(0.2, 1.2), (int)random.Between(2.0, 12.0)));
            else
                AddArea(file, random, id, Shapes.Rectangle(place, random.Between(0.02, 0.3), random.Scaled(0.3, 3.0)));
        }
    }

    private static void AddLine(GeoJsonFile file, Sequence random, string id, List<GeoPoint> line) => file.AddLine(id, Height(random, line), line);

    private static void AddArea(GeoJsonFile file, Sequence random, string id, List<GeoPoint> ring) => file.AddArea(id, Height(random, ring), ring);

    private static string Height(Sequence random, List<GeoPoint> positions)
    {
        // A line may pass under the route between two positions up to 1.2 km apart.
        bool isClear = positions.TrueForAll(p => Country.KmFromRoute(p) > (positions.Count == 1 ? 0.5 : 1.5));
        double top = isClear ? random.Between(150.0, 750.0) : random.Between(150.0, 400.0);
        return $"\"height_m\": {GeoJsonFile.Number(top)}, \"uncertainty_m\": {GeoJsonFile.Number(random.Between(0.0, 10.0))}";
    }
}
