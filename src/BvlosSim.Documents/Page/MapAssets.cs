using System.Collections.Immutable;
using BvlosSim.Documents.Interchange;
using BvlosSim.Documents.Rendering;
using BvlosSim.Environment;
using BvlosSim.Environment.Airspace;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Clearance;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.LandingZones;

namespace BvlosSim.Documents.Page;

/// <summary>The layers of the map around the route: zones, landing zones, obstacles, and where the flight violates something.</summary>
internal sealed class MapAssets(Markup svg, MapFrame frame, LabelPlacer labels, EstimateMap map)
{
    private bool _hasViolations;

    /// <summary>Names to write once everything else has its place.</summary>
    public List<Action> PendingLabels { get; } = [];

    /// <summary>Draws what lies under the route.</summary>
    public void WriteAreas()
    {
        foreach (GeofenceZone zone in map.Geofences ?? [])
        {
            string kind = GeofenceTokens.Kinds.NameOf(zone.Kind);
            bool conflict = map.ConflictingZones.Contains(zone.Id);
            string title = $"Geofence {zone.Id}: {kind}, {Band(zone)}{(zone.HasTimeWindow ? ", at times only" : "")}{(conflict ? ", in conflict with the route" : "")}";
            Area(zone.Polygons, "zone " + kind + (conflict ? " conflict" : ""), title);
            LabelLater(zone.Id, Centre(zone.Polygons[0].Rings[0]), kind);
        }

        foreach (LandingZone zone in map.LandingZones ?? [])
            Area(zone.Polygons, "landing-area", $"Landing zone {zone.Id}");
    }

    /// <summary>Draws what lies over the route.</summary>
    public void WritePoints()
    {
        foreach (Obstacle obstacle in map.Obstacles ?? [])
            WriteObstacle(obstacle);
        foreach (LandingZone zone in map.LandingZones ?? [])
        {
            GeoPoint marker = EstimateMap.Marker(zone);
            if (!frame.Shows(marker))
                continue;
            (double x, double y) = frame.Place(marker);
            bool reachable = map.ReachableZones.Contains(zone.Id);
            svg.Shape(
                "circle", $"Landing zone {zone.Id}{(reachable ? ", best from some point of the route" : "")}",
                ("class", reachable ? "landing used" : "landing"), ("cx", PageText.At(x)), ("cy", PageText.At(y)), ("r", "8"));
            svg.Element("text", "L", ("class", reachable ? "landing-letter used" : "landing-letter"), ("x", PageText.At(x)), ("y", PageText.At(y + 4.0)));
            labels.Reserve(x, y, 9.0);
            LabelLater(zone.Id, marker, "blue");
        }
    }

    /// <summary>Marks what is wrong, where it is wrong.</summary>
    public void WriteViolations()
    {
        EstimateResult result = map.Result;
        foreach (LandingZoneState state in (result.LandingZone?.States ?? []).Where(s => s.Code is not null))
        {
            (double x, double y) = frame.Place(state.Position.Position);
            svg.Shape("circle", state.Message ?? "", ("class", "stranded"), ("cx", PageText.At(x)), ("cy", PageText.At(y)), ("r", "3.5"));
        }

        foreach (ClearanceViolation violation in result.Obstacle?.Violations ?? [])
            Cross(new GeoPoint(violation.SampleLatDeg, violation.SampleLonDeg), violation.Message);
        foreach (RthPoint point in (result.Energy?.RthTimeline ?? []).Where(p => !p.IsFeasible))
        {
            Cross(
                point.Leg.End.Position,
                $"A return home from {point.Leg.Item.Id} misses the reserve by {ReportText.Fixed(-point.ReserveMarginWh)} Wh");
        }
    }

    /// <summary>What of it the map shows.</summary>
    public IEnumerable<(string Swatch, string Text)> Legend()
    {
        ImmutableArray<GeofenceZone> zones = map.Geofences ?? [];
        if (zones.Any(z => z.Kind == GeofenceKind.Forbidden))
            yield return ("zone forbidden", "forbidden zone");
        if (map.Result.Geofence is { IsFeasible: false })
            yield return ("line conflict-leg", "leg in conflict with a zone");
        if (zones.Any(z => z.Kind == GeofenceKind.Required))
            yield return ("zone required", "zone to stay in");
        if (map.LandingZones is { IsEmpty: false })
            yield return ("landing used", "landing zone (filled: best from some point)");
        if (map.Obstacles is { IsEmpty: false })
            yield return ("obstacle", "obstacle");
        if (_hasViolations)
            yield return ("cross", "violation");
    }

    private void WriteObstacle(Obstacle obstacle)
    {
        bool violated = map.ViolatedObstacles.Contains(obstacle.Id);
        string css = violated ? "obstacle violated" : "obstacle";
        string title = $"Obstacle {obstacle.Id}: top {ReportText.Fixed(obstacle.HeightM, 0)} m AMSL{(violated ? ", too close to the route" : "")}";
        GeoPoint at = Centre(obstacle.Positions);
        (double x, double y) = frame.Place(at);
        double radius = obstacle.RadiusM / frame.MetresPerUnit;
        if (obstacle.Shape == ObstacleShape.Point && radius > 4.0)
            svg.Empty("circle", ("class", "reach"), ("cx", PageText.At(x)), ("cy", PageText.At(y)), ("r", PageText.At(radius)));
        if (obstacle.Shape == ObstacleShape.Line)
            svg.Shape("path", title, ("class", css + " wire"), ("d", frame.Line(obstacle.Positions)));
        if (obstacle.Shape == ObstacleShape.Polygon)
            svg.Shape("path", title, ("class", css), ("d", frame.Line(obstacle.Positions) + "Z"));
        if (!frame.Shows(at))
            return;
        if (obstacle.Shape == ObstacleShape.Point)
            svg.Shape("path", title, ("class", css), ("d", Symbols.Triangle(x, y)));
        labels.Reserve(x, y, 8.0);
        LabelLater(obstacle.Id, at, violated ? "red" : "grey");
    }

    private void Area(ImmutableArray<GeoPolygon> polygons, string css, string title)
    {
        if (!polygons.IsEmpty)
            svg.Shape("path", title, ("class", css), ("d", string.Concat(polygons.SelectMany(p => p.Rings).Select(r => frame.Line(r) + "Z"))));
    }

    private void Cross(GeoPoint at, string title)
    {
        (double x, double y) = frame.Place(at);
        _hasViolations = true;
        svg.Shape("path", title, ("class", "cross"), ("d", Symbols.Cross(x, y, 8.0)));
    }

    private void LabelLater(string id, GeoPoint at, string kind)
    {
        if (!frame.Shows(at))
            return;
        (double x, double y) = frame.Place(at);
        PendingLabels.Add(() => labels.Write(svg, id, x, y, "minor " + kind));
    }

    private static GeoPoint Centre(ImmutableArray<GeoPoint> points)
    {
        GeoPoint first = points[0];
        return new GeoPoint(
            points.Average(p => p.LatDeg), first.LonDeg + points.Average(p => Math.IEEERemainder(p.LonDeg - first.LonDeg, 360.0)));
    }

    private static string Band(GeofenceZone zone) => (zone.FloorM, zone.CeilingM) switch
    {
        (null, null) => "all altitudes",
        ({ } floor, null) => $"from {ReportText.Fixed(floor, 0)} m AMSL",
        (null, { } ceiling) => $"up to {ReportText.Fixed(ceiling, 0)} m AMSL",
        ({ } floor, { } ceiling) => $"{ReportText.Fixed(floor, 0)} to {ReportText.Fixed(ceiling, 0)} m AMSL",
    };
}
