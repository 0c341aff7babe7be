using System.Collections.Immutable;
using BvlosSim.Documents.Rendering;
using BvlosSim.Environment.Terrain;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Clearance;

namespace BvlosSim.Documents.Page;

/// <summary>The altitude of a flight over its distance, above the terrain where there is some.</summary>
internal static class AltitudeProfileSvg
{
    /// <summary>Draws the profile.</summary>
    public static void Write(Markup svg, EstimateResult result, ImmutableArray<TrackLeg> track, TerrainProvider? terrain)
    {
        var heights = GroundHeights.Of(track, terrain);
        (ImmutableArray<TrackPoint> points, ImmutableArray<double?> ground) = (heights.Points, heights.Ground);
        double? requiredM = terrain is null ? null : result.Obstacle?.MinTerrainClearanceM;
        double least = Math.Min(points.Min(p => p.AltitudeAmslM), ground.Min() ?? double.PositiveInfinity);
        double greatest = Math.Max(points.Max(p => p.AltitudeAmslM), (ground.Max() ?? double.NegativeInfinity) + (requiredM ?? 0.0));
        var chart = new Chart(points[^1].DistanceM / 1000.0, least, greatest + ((greatest - least) * 0.05));

        PageFrame.OpenDrawing(svg, "profile", Chart.ViewBox, "Altitude profile", Description(points, ground));
        WriteGround(svg, chart, points, ground, requiredM);
        chart.Axes(svg, "km along the ground", "m AMSL");
        LegMarks.Write(svg, track.Select(l => (chart.X(l.Points[^1].DistanceM / 1000.0), l.Leg)));
        svg.Empty("path", ("class", "flight"), ("d", chart.Line(points.Select(p => (p.DistanceM / 1000.0, p.AltitudeAmslM)))));
        WriteBelow(svg, chart, heights);
        foreach (ClearanceViolation violation in result.Obstacle?.Violations ?? [])
            WriteViolation(svg, chart, track, violation);
        svg.Close();

        List<(string, string)> legend = [("line flight", "flight")];
        if (terrain is not null)
            legend.Add(("terrain", "terrain"));
        if (requiredM is not null)
            legend.Add(("line required-height", $"terrain and the required {ReportText.Fixed(requiredM.Value, 0)} m"));
        if (heights.Warning() is not null)
            legend.Add(("line below", "below the terrain"));
        if (result.Obstacle is { Violations.IsEmpty: false })
            legend.Add(("cross", "too close"));
        Legend.Write(svg, legend);
        if (heights.Warning() is { } warning)
            svg.Element("p", warning, ("class", "alert"));
        svg.Element("p", Note(heights, terrain), ("class", "note"));
    }

    private static void WriteGround(Markup svg, Chart chart, ImmutableArray<TrackPoint> points, ImmutableArray<double?> ground, double? requiredM)
    {
        for (int start = 0; start < points.Length; start++)
        {
            if (ground[start] is null)
                continue;
            int end = start;
            while (end + 1 < points.Length && ground[end + 1] is not null)
                end++;
            (double Km, double M)[] run = [.. Enumerable.Range(start, end - start + 1).Select(i => (points[i].DistanceM / 1000.0, ground[i]!.Value))];
            string floor = PageText.At(Chart.Floor);
            svg.Empty(
                "path", ("class", "terrain"),
                ("d", $"{chart.Line(run)}V{floor}H{PageText.At(chart.X(run[0].Km))}Z"));
            if (requiredM is { } required)
                svg.Empty("path", ("class", "required-height"), ("d", chart.Line(run.Select(p => (p.Km, p.M + required)))));
            start = end;
        }
    }

    private static void WriteViolation(Markup svg, Chart chart, ImmutableArray<TrackLeg> track, ClearanceViolation violation)
    {
        TrackLeg? leg = track.FirstOrDefault(l => l.Leg.LegIndex == violation.Leg.LegIndex);
        if (leg is null)
            return;
        TrackPoint nearest = leg.Points.MinBy(p =>
            Math.Pow(p.Position.LatDeg - violation.SampleLatDeg, 2.0) +
            Math.Pow(Math.IEEERemainder(p.Position.LonDeg - violation.SampleLonDeg, 360.0) * Math.Cos(violation.SampleLatDeg * Math.PI / 180.0), 2.0));
        svg.Shape(
            "path", $"{violation.Message} ({violation.ObstacleId ?? "terrain"})", ("class", "cross"),
            ("d", Symbols.Cross(chart.X(nearest.DistanceM / 1000.0), chart.Y(violation.SampleAltitudeAmslM), 6.0)));
    }

    private static string Description(ImmutableArray<TrackPoint> points, ImmutableArray<double?> ground) =>
        $"Altitude from {ReportText.Fixed(points.Min(p => p.AltitudeAmslM), 0)} to {ReportText.Fixed(points.Max(p => p.AltitudeAmslM), 0)} m AMSL over " +
        PageText.Length(points[^1].DistanceM) + (ground.Min() is { } low ? $", above terrain of {ReportText.Fixed(low, 0)} to {ReportText.Fixed(ground.Max()!.Value, 0)} m." : ".");

    /// <summary>The parts of the flight that lie below the ground, over the flight.</summary>
    private static void WriteBelow(Markup svg, Chart chart, GroundHeights heights)
    {
        for (int i = 1; i < heights.Points.Length; i++)
        {
            if (!heights.IsBelow(i) || !heights.IsBelow(i - 1))
                continue;
            int start = i - 1;
            while (i + 1 < heights.Points.Length && heights.IsBelow(i + 1))
                i++;
            svg.Empty("path", ("class", "below"), ("d", chart.Line(
                heights.Points[start..(i + 1)].Select(p => (p.DistanceM / 1000.0, p.AltitudeAmslM)))));
        }
    }

    private static string Note(GroundHeights heights, TerrainProvider? terrain)
    {
        if (terrain is null)
            return "No terrain grid is loaded: heights above ground are not known.";
        string gaps = heights.IsCovered ? "" : " Where the terrain is missing, its grid does not cover the route.";
        string least = heights.Least() is var (heightM, at)
            ? $"Lowest above ground away from departure and arrival: {ReportText.Fixed(heightM, 0)} m, at {ReportText.Fixed(at.DistanceM / 1000.0, 1)} km. "
            : "";
        return $"{least}Terrain is looked up at the drawn points only; the terrain clearance check covers the whole way.{gaps}";
    }
}
