using System.Collections.Immutable;
using BvlosSim.Documents.Page;
using BvlosSim.Documents.Rendering;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.FlightLogs.Validation.Flown;
using BvlosSim.FlightLogs.Validation.Terms;
using FlightTrack = BvlosSim.FlightLogs.Validation.Flown.FlightTrack;
using TrackPoint = BvlosSim.FlightLogs.Validation.Flown.TrackPoint;

namespace BvlosSim.FlightLogs.Validation.Page;

/// <summary>The predicted and the flown track on a map.</summary>
internal sealed class TracksMapSvg
{
    private const double LeastStep = 0.7;
    private const int DeviationStations = 300;

    private readonly Markup _svg;
    private readonly ImmutableArray<Leg> _legs;
    private readonly FlightTrack? _predicted;
    private readonly FlightTrack? _observed;
    private readonly RecordGaps _gaps;
    private readonly MapFrame _frame;
    private readonly LabelPlacer _labels;

    private TracksMapSvg(Markup svg, ImmutableArray<Leg> legs, FlightTrack? predicted, FlightTrack? observed, RecordGaps gaps)
    {
        (_svg, _legs, _predicted, _observed, _gaps) = (svg, legs, predicted, observed, gaps);
        _frame = new MapFrame([.. Places(predicted), .. Places(observed)], []);
        _labels = new LabelPlacer(MapFrame.Width, _frame.Height);
    }

    /// <summary>Draws the map; at least one of the tracks is there.</summary>
    public static void Write(Markup svg, ValidationRequest request, FlightPair pair) =>
        new TracksMapSvg(svg, request.Estimate.Legs, pair.Predicted, pair.Observed, pair.Coverage.Gaps).Write();

    private void Write()
    {
        (TrackPoint Point, double DistanceM)? farthest = Farthest();
        string size = $"0 0 {PageText.At(MapFrame.Width)} {PageText.At(_frame.Height + MapScale.Height)}";
        PageFrame.OpenDrawing(_svg, "map", size, "Map of the predicted and the flown track", Description(farthest), "map");
        _svg.Empty("rect", ("class", "ground"), ("width", PageText.At(MapFrame.Width)), ("height", PageText.At(_frame.Height)));
        WriteTrack(_predicted, "planned", double.PositiveInfinity);
        WriteTrack(_observed, "flown", _gaps.LongestStepS);
        WriteMarks(farthest);
        MapScale.Write(_svg, _frame);
        _svg.Close();
        Legend.Write(_svg, LegendEntries(farthest));
        _svg.Element("p", "North is up; local equirectangular projection." + (_observed is null ? " The trace has no record." : "") + (_gaps.Gaps.IsEmpty ? "" : " Where records are missing, the flown line is broken."), ("class", "note"));
    }

    /// <summary>Draws a track, broken where a step is longer than the longest that a line is drawn over.</summary>
    private void WriteTrack(FlightTrack? track, string css, double longestStepS)
    {
        if (track is null)
            return;
        List<(double X, double Y)> run = [];
        double beforeS = 0.0;
        foreach (TrackPoint point in track.Points)
        {
            if (point.TimeS - beforeS > longestStepS)
            {
                WriteRun(run, css);
                run.Clear();
            }

            beforeS = point.TimeS;
            (double X, double Y) at = _frame.Place(Place(point));
            if (run.Count == 0 || Math.Abs(at.X - run[^1].X) + Math.Abs(at.Y - run[^1].Y) >= LeastStep)
                run.Add(at);
        }

        WriteRun(run, css);
    }

    private void WriteRun(List<(double X, double Y)> run, string css)
    {
        foreach ((double x, double y) in run)
            _labels.Avoid(x, y);
        if (run.Count == 1)
            _svg.Empty("circle", ("class", css + "-dot"), ("cx", PageText.At(run[0].X)), ("cy", PageText.At(run[0].Y)), ("r", "4"));
        else
            _svg.Empty("path", ("class", css), ("d", "M" + string.Join('L', run.Select(p => $"{PageText.At(p.X)} {PageText.At(p.Y)}"))));
    }

    private void WriteMarks((TrackPoint Point, double DistanceM)? farthest)
    {
        GeoPoint start = Places(_predicted).Concat(Places(_observed)).First();
        (double startX, double startY) = _frame.Place(start);
        _labels.Reserve(startX, startY, 10.0);
        (double X, double Y, string Id)[] ends = [.. RouteEnds.Of(_legs, start, _frame)];
        foreach ((double x, double y, _) in ends)
            _labels.Reserve(x, y, 6.0);
        _svg.Shape(
            "rect", "Start", ("class", "start"), ("x", PageText.At(startX - 10.0)), ("y", PageText.At(startY - 10.0)), ("width", "20"), ("height", "20"));
        foreach ((double x, double y, string id) in ends)
            _svg.Shape("circle", id, ("class", "waypoint"), ("cx", PageText.At(x)), ("cy", PageText.At(y)), ("r", "5"));
        if (farthest is var (point, distanceM))
        {
            (double x, double y) = _frame.Place(Place(point));
            _labels.Reserve(x, y, 8.0);
            _svg.Shape("path", FarthestText(distanceM), ("class", "cross"), ("d", Symbols.Cross(x, y, 7.0)));
        }

        if (_observed is { } observed)
        {
            (double x, double y) = _frame.Place(Place(observed.Points[^1]));
            _svg.Shape("path", "End of the flight", ("class", "flown-end"), ("d", Symbols.Triangle(x, y)));
        }

        _labels.Write(_svg, "Start", startX, startY, "");
        foreach ((double x, double y, string id) in ends)
            _labels.Write(_svg, id, x, y, "");
    }

    /// <summary>Where the flight was farthest from the predicted track.</summary>
    private (TrackPoint Point, double DistanceM)? Farthest()
    {
        if (_predicted is not { } predicted || _observed is not { } observed)
            return null;
        return Enumerable.Range(0, DeviationStations + 1)
            .Select(i => observed.AtWay(observed.LengthM * i / DeviationStations))
            .Where(p => !_gaps.Hold(p.TimeS))
            .Select(p => (p, TrackDistance.ToTrack(p, predicted.Points)))
            .MaxBy(p => p.Item2);
    }

    private static string FarthestText(double distanceM) => $"farthest from the predicted track: {ReportText.Fixed(distanceM, 0)} m";

    private List<(string Swatch, string Text)> LegendEntries((TrackPoint Point, double DistanceM)? farthest)
    {
        List<(string, string)> entries = [];
        if (_predicted is not null)
            entries.Add(("line planned", "predicted"));
        if (_observed is not null)
        {
            entries.Add(("line flown", "flown"));
            entries.Add(("obstacle flown-end", "end of the flight"));
        }

        if (farthest is var (_, distanceM))
            entries.Add(("cross", FarthestText(distanceM)));
        return entries;
    }

    private string Description((TrackPoint Point, double DistanceM)? farthest) => string.Join(" ", new[]
    {
        _predicted is { } predicted ? $"The predicted track of {PageText.Length(predicted.LengthM)}." : "There is no predicted track.",
        _observed is { } observed ? $"The flown track of {PageText.Length(observed.LengthM)}." : "There is no flown track.",
        farthest is var (_, distanceM) ? $"The flight was {FarthestText(distanceM)}." : null,
    }.OfType<string>());

    private static IEnumerable<GeoPoint> Places(FlightTrack? track) => track is null ? [] : track.Points.Select(Place);

    private static GeoPoint Place(TrackPoint point) => new(point.LatDeg, point.LonDeg);
}
