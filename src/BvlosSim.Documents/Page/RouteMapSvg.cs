using System.Collections.Immutable;
using BvlosSim.Documents.Interchange;
using BvlosSim.Documents.Rendering;
using BvlosSim.Environment;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Page;

/// <summary>The map of a flight: its route over the assets it was judged against.</summary>
internal sealed class RouteMapSvg
{
    private static readonly (string Class, string Text)[] MarginLegend =
    [
        ("good", "margin above 30 % of the capacity"),
        ("low", "margin of 10 to 30 %"),
        ("bad", "margin below 10 %"),
        ("unknown", "margin not known"),
    ];

    private readonly Markup _svg;
    private readonly EstimateMap _map;
    private readonly Mission _mission;
    private readonly ImmutableArray<TrackLeg> _track;
    private readonly MapFrame _frame;
    private readonly LabelPlacer _labels;

    private RouteMapSvg(Markup svg, EstimateMap map, Mission mission, ImmutableArray<TrackLeg> track)
    {
        (_svg, _map, _mission, _track) = (svg, map, mission, track);
        GeoPoint[] route = [Home, .. track.SelectMany(l => l.Points).Select(p => p.Position), .. Unflown()];
        _frame = new MapFrame(route, Surroundings());
        _labels = new LabelPlacer(MapFrame.Width, _frame.Height);
    }

    private GeoPoint Home => new(_mission.PlannedHome.LatDeg, _mission.PlannedHome.LonDeg);

    /// <summary>Draws the map.</summary>
    public static void Write(Markup svg, EstimateMap map, Mission mission, ImmutableArray<TrackLeg> track) =>
        new RouteMapSvg(svg, map, mission, track).Write();

    private void Write()
    {
        var assets = new MapAssets(_svg, _frame, _labels, _map);
        string height = PageText.At(_frame.Height);
        foreach (TrackPoint point in _track.SelectMany(l => l.Points))
        {
            (double x, double y) = _frame.Place(point.Position);
            _labels.Avoid(x, y);
        }

        PageFrame.OpenDrawing(
            _svg, "map", $"0 0 {PageText.At(MapFrame.Width)} {PageText.At(_frame.Height + MapScale.Height)}", "Map of the route", Description(), "map");
        _svg.Empty("rect", ("class", "ground"), ("width", PageText.At(MapFrame.Width)), ("height", height));
        assets.WriteAreas();
        WriteRoute();
        assets.WritePoints();
        WriteWaypoints();
        assets.WriteViolations();
        MapScale.Write(_svg, _frame);
        foreach (Action label in assets.PendingLabels)
            label();
        _svg.Close();
        WriteLegend(assets);
    }

    private void WriteRoute()
    {
        var margins = new Margins(_map.Result.Energy);
        var conflicts = (_map.Result.Geofence?.Conflicts ?? []).Select(c => c.Leg.LegIndex).ToHashSet();
        foreach (TrackLeg leg in _track.Where(l => conflicts.Contains(l.Leg.LegIndex)))
            _svg.Empty("path", ("class", "conflict-leg"), ("d", LegPath(leg)));
        if (Unflown() is { Length: > 0 } rest)
        {
            GeoPoint from = _track.IsEmpty ? Home : _track[^1].Leg.End.Position;
            _svg.Shape("path", "Planned, not evaluated", ("class", "unflown"), ("d", _frame.Line([from, .. rest])));
        }

        foreach (TrackLeg leg in _track)
            _svg.Empty("path", ("class", "casing"), ("d", LegPath(leg)));
        foreach (TrackLeg leg in _track)
        {
            string margin = margins.Of(leg.Leg) is { } percent ? $", margin {ReportText.Fixed(percent, 1)} % of the capacity" : "";
            _svg.Shape(
                "path", $"Leg {PageText.Count(leg.Leg.LegIndex)} to {leg.Leg.Item.Id} ({LegTokens.Phases.NameOf(leg.Leg.Phase)}){margin}",
                ("class", "route " + margins.ClassOf(leg.Leg)), ("d", LegPath(leg)));
        }
    }

    private string LegPath(TrackLeg leg) => _frame.Line(leg.Leg.HorizontalDistanceM == 0.0 && leg.Leg.ArcPoints.IsEmpty
        ? [leg.Leg.Start.Position, leg.Leg.End.Position]
        : leg.Points.Select(p => p.Position));

    private void WriteWaypoints()
    {
        (double homeX, double homeY) = _frame.Place(Home);
        _labels.Reserve(homeX, homeY, 10.0);
        (double X, double Y, string Id)[] ends = [.. RouteEnds.Of(_track.Select(l => l.Leg), Home, _frame)];
        foreach ((double x, double y, _) in ends)
            _labels.Reserve(x, y, 6.0);
        _svg.Shape("rect", "Home", ("class", "home"), ("x", PageText.At(homeX - 8.0)), ("y", PageText.At(homeY - 8.0)), ("width", "16"), ("height", "16"));
        foreach ((double x, double y, string id) in ends)
            _svg.Shape("circle", id, ("class", "waypoint"), ("cx", PageText.At(x)), ("cy", PageText.At(y)), ("r", "5"));
        _labels.Write(_svg, "Home", homeX, homeY, "");
        foreach ((double x, double y, string id) in ends)
            _labels.Write(_svg, id, x, y, "");
    }

    private void WriteLegend(MapAssets assets)
    {
        var entries = new List<(string, string)>();
        if (_map.Result.Energy is not null)
        {
            var margins = new Margins(_map.Result.Energy);
            var used = _track.Select(l => margins.ClassOf(l.Leg)).ToHashSet();
            entries.AddRange(MarginLegend.Where(e => used.Contains(e.Class)).Select(e => ("line " + e.Class, e.Text)));
        }
        else
        {
            entries.Add(("line unknown", "route; margin not known"));
        }

        if (Unflown().Length > 0)
            entries.Add(("line unflown", "planned, not evaluated"));
        entries.AddRange(assets.Legend());
        Legend.Write(_svg, entries);
        string margin = _map.Result.Energy is { RthTimeline.IsEmpty: false }
            ? "The margin of a leg is what a return home from its end leaves above the reserve. " : "";
        string beyond = _frame.LeavesOut ? " Assets reach beyond the map." : "";
        _svg.Element("p", $"{margin}North is up; local equirectangular projection.{beyond}", ("class", "note"));
    }

    private string Description()
    {
        string legs = PageText.Count(_track.Length, "leg");
        string assets = $"{PageText.Count(_map.Geofences?.Length ?? 0, "geofence")}, {PageText.Count(_map.LandingZones?.Length ?? 0, "landing zone")}, " +
            PageText.Count(_map.Obstacles?.Length ?? 0, "obstacle");
        return $"The route from home over {legs}, coloured by the energy margin, with {assets}. All of it is in the tables below.";
    }

    /// <summary>Positions of the items that the estimate did not come to.</summary>
    private GeoPoint[] Unflown()
    {
        int next = _track.IsEmpty ? 0 : _track[^1].Leg.RouteItemIndex + 1;
        return [.. _mission.Route.Skip(next).Select(Place).OfType<GeoPoint>()];
    }

    private GeoPoint? Place(RouteItem item) => item switch
    {
        { Action: RouteAction.Rtl } => Home,
        { LatDeg: { } lat, LonDeg: { } lon } => new GeoPoint(lat, lon),
        _ => null,
    };

    private IEnumerable<GeoPoint> Surroundings() =>
    [
        .. (_map.Geofences ?? []).SelectMany(z => Exterior(z.Polygons)),
        .. (_map.LandingZones ?? []).SelectMany(z => z.Point is { } point ? [point] : Exterior(z.Polygons)),
        .. (_map.Obstacles ?? []).SelectMany(o => o.Positions),
    ];

    private static IEnumerable<GeoPoint> Exterior(ImmutableArray<GeoPolygon> polygons) => polygons.SelectMany(p => p.Rings[0]);
}
