using BvlosSim.Documents.Page;
using BvlosSim.Documents.Rendering;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Validation.Flown;
using BvlosSim.FlightLogs.Validation.Terms;

namespace BvlosSim.FlightLogs.Validation.Page;

/// <summary>The phases of both flights on a chart: a strip for each above it, and the flown one goes on behind its lines.</summary>
internal static class PhaseBands
{
    private const double StripHeight = 10.0;
    private const double PlannedTop = 24.0;
    private const string GapName = "no records";

    /// <summary>What is told apart by hatching as well as by colour, so that it can be printed in grey.</summary>
    private static readonly (FlightPhase Phase, string Class)[] Shaded =
    [
        (FlightPhase.Takeoff, "steep-up"),
        (FlightPhase.Climb, "up"),
        (FlightPhase.Loiter, "hover"),
        (FlightPhase.Descent, "down"),
        (FlightPhase.Landing, "steep-down"),
    ];

    /// <summary>Writes the hatchings, once for a page.</summary>
    public static void WritePatterns(Markup svg)
    {
        svg.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "patterns"), ("aria-hidden", "true"));
        Pattern(svg, "steep-up", 4.0, "M-1 1L1 -1M0 4L4 0M3 5L5 3");
        Pattern(svg, "up", 8.0, "M-1 1L1 -1M0 8L8 0M7 9L9 7");
        Pattern(svg, "hover", 6.0, "M2 3H4");
        Pattern(svg, "down", 8.0, "M-1 7L1 9M0 0L8 8M7 -1L9 1");
        Pattern(svg, "steep-down", 4.0, "M-1 3L1 5M0 0L4 4M3 -1L5 1");
        svg.Close();
    }

    /// <summary>Draws the bands.</summary>
    public static void Write(Markup svg, Chart chart, FlightPair pair)
    {
        Strip(svg, chart, pair.PredictedProfile, "predicted", PlannedTop, StripHeight, isBehind: false);
        Strip(svg, chart, pair.ObservedProfile, "flown", Chart.Ceiling - StripHeight, StripHeight, isBehind: false);
        Strip(svg, chart, pair.ObservedProfile, "flown", Chart.Ceiling, Chart.Floor - Chart.Ceiling, isBehind: true);
        // What the motion was in a gap is not known: whatever was made of it is covered up.
        foreach (RecordGap gap in pair.Coverage.Gaps.Gaps)
        {
            (double from, double to) = (chart.X(gap.FromS / 60.0), chart.X(gap.ToS / 60.0));
            svg.Shape(
                "rect", $"{GapName} for {ReportText.Fixed(gap.DurationS, 1)} s", ("class", "gap"), ("x", PageText.At(from)), ("y", PageText.At(Chart.Ceiling - StripHeight)),
                ("width", PageText.At(to - from)), ("height", PageText.At(Chart.Floor - Chart.Ceiling + StripHeight)));
        }
    }

    /// <summary>The entries of the phases that are drawn.</summary>
    public static IEnumerable<(string Swatch, string Text)> Legend(FlightPair pair)
    {
        var used = new[] { pair.PredictedProfile, pair.ObservedProfile }.OfType<MotionProfile>().SelectMany(p => p.Totals).Select(t => t.Phase).ToHashSet();
        return Shaded.Where(s => used.Contains(s.Phase)).Select(s => ("phase " + s.Class, TermText.Phase(s.Phase)))
            .Concat(used.Contains(FlightPhase.Transit) ? [("phase level", TermText.Phase(FlightPhase.Transit))] : [])
            .Concat(pair.Coverage.Gaps.Gaps.IsEmpty ? [] : [("gap", GapName)]);
    }

    private static void Pattern(Markup svg, string name, double size, string lines)
    {
        string side = PageText.At(size);
        svg.Open("pattern", ("id", "hatch-" + name), ("width", side), ("height", side), ("patternUnits", "userSpaceOnUse"));
        svg.Empty("rect", ("class", "tint " + name), ("width", side), ("height", side));
        svg.Empty("path", ("class", "hatch " + name), ("d", lines));
        svg.Close();
    }

    private static void Strip(Markup svg, Chart chart, MotionProfile? profile, string name, double top, double height, bool isBehind)
    {
        if (profile is null)
            return;
        foreach (PhaseStretch stretch in profile.Stretches)
        {
            string? css = Shaded.FirstOrDefault(s => s.Phase == stretch.Phase).Class;
            if (css is null && isBehind)
                continue;
            double from = chart.X(stretch.StartS / 60.0);
            svg.Shape(
                "rect", $"{TermText.Phase(stretch.Phase)}, {name}", ("class", $"phase {css ?? "level"}{(isBehind ? " behind" : "")}"), ("x", PageText.At(from)),
                ("y", PageText.At(top)), ("width", PageText.At(chart.X(stretch.EndS / 60.0) - from)), ("height", PageText.At(height)));
        }
    }
}
