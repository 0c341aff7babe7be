using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Scale.Generation;

/// <summary>
/// The airspace of a country: its border as the zone to stay in, and then zones to stay out of. Of these 62 % are circles of 0.4 to 4 km,
/// 20 % coastlines of 1.5 to 12 km, 15 % rectangles of 1 to 15 km and 3 % coastlines of 15 to 45 km; one in thirty is active on weekdays only.
/// Low zones keep clear of the route; a zone above it begins high above the aircraft.
/// </summary>
internal static class AirspaceFile
{
    private const ulong Seed = 0x41495253;
    private const int RectanglePositions = 5;
    private const double NearKm = 25.0;
    private const double FarKm = 40.0;
    private const double ClearKm = 0.3;

    private enum Shape
    {
        Circle,
        Coast,
        Rectangle,
    }

    private sealed record Plan(Shape Shape, GeoPoint Centre, double RadiusKm, double Weight);

    /// <summary>Writes the file.</summary>
    public static void Write(string path, ScaleSizes sizes)
    {
        var random = new Sequence(Seed);
        List<Plan> plans = [new(Shape.Coast, Country.Centre, Country.HalfHeightKm * 1.6, 30.0)];
        while (plans.Count < sizes.Zones)
            plans.Add(Draw(random, sizes.NearZones is { } near ? plans.Count < near : null));

        int[] positions = Shares(plans, sizes.Vertices);
        using var file = new GeoJsonFile(path);
        for (int i = 0; i < plans.Count; i++)
            file.AddArea($"zone-{i}", i == 0 ? Border : Properties(random, plans[i]), Ring(random, plans[i], positions[i]));
    }

    private static string Border => "\"kind\": \"required\", \"floor_m\": -200, \"ceiling_m\": 3000";

    private static Plan Draw(Sequence random, bool? near)
    {
        while (true)
        {
            double kind = random.Next();
            GeoPoint centre = near == true ? Country.PlaceNearRoute(random, NearKm) : Country.Place(random);
            Plan plan = kind switch
            {
                < 0.62 => new Plan(Shape.Circle, centre, random.Scaled(0.4, 4.0), 0.7),
                < 0.82 => new Plan(Shape.Coast, centre, random.Scaled(1.5, 12.0), 1.6),
                < 0.97 => new Plan(Shape.Rectangle, centre, random.Scaled(1.0, 15.0), 0.0),
                _ => new Plan(Shape.Coast, centre, random.Scaled(15.0, 45.0), 8.0),
            };
            if (near != false || Country.KmFromRoute(centre) - plan.RadiusKm > FarKm)
                return plan;
        }
    }

    /// <summary>The positions of every ring, which together are as many as asked.</summary>
    private static int[] Shares(List<Plan> plans, int vertices)
    {
        double total = plans.Sum(p => p.Weight);
        int shared = vertices - (RectanglePositions * plans.Count(p => p.Shape == Shape.Rectangle));
        int[] positions = new int[plans.Count];
        double reached = 0.0;
        int given = 0;
        for (int i = 0; i < plans.Count; i++)
        {
            reached += plans[i].Weight;
            int upTo = i == plans.Count - 1 ? shared : (int)(shared * reached / total);
            positions[i] = plans[i].Shape == Shape.Rectangle ? RectanglePositions : upTo - given;
            given = plans[i].Shape == Shape.Rectangle ? given : upTo;
        }

        return positions;
    }

    private static List<GeoPoint> Ring(Sequence random, Plan plan, int positions) => plan.Shape switch
    {
        Shape.Circle => Shapes.Circle(plan.Centre, plan.RadiusKm, positions),
        Shape.Coast => Shapes.Coast(random, plan.Centre, plan.RadiusKm, positions),
        _ => Shapes.Rectangle(plan.Centre, plan.RadiusKm, random.Scaled(0.3, 3.0)),
    };

    private static string Properties(Sequence random, Plan plan)
    {
        bool isClear = Country.KmFromRoute(plan.Centre) > plan.RadiusKm + ClearKm;
        double floor = isClear && random.Happens(0.7) ? 0.0 : Math.Round(random.Between(1200.0, 2500.0));
        double ceiling = floor + Math.Round(random.Between(300.0, 3000.0));
        string window = random.Happens(1.0 / 30.0)
            ? ", \"active_from\": \"2026-01-01T06:00:00Z\", \"active_until\": \"2026-12-31T17:00:00Z\", \"recurrence\": \"weekdays\""
            : "";
        return $"\"kind\": \"forbidden\", \"floor_m\": {GeoJsonFile.Number(floor)}, \"ceiling_m\": {GeoJsonFile.Number(ceiling)}{window}";
    }
}
