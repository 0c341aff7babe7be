using BvlosSim.Documents.Page;
using BvlosSim.Documents.Rendering;
using BvlosSim.FlightLogs.Validation.Terms;

namespace BvlosSim.FlightLogs.Validation.Page;

/// <summary>A value of both flights over time, with the phases of the flown one behind it.</summary>
internal static class FlightChartSvg
{
    /// <summary>Draws the chart; without any value, a sentence.</summary>
    public static void Write(Markup svg, FlightChart line, FlightPair pair)
    {
        double[] values = [.. line.Planned.Values, .. line.Flown.Values];
        if (values.Length == 0)
        {
            svg.Element("p", "Neither the prediction nor the trace has values of it.", ("class", "note"));
            return;
        }

        double greatestMin = Math.Max(pair.Predicted?.DurationS ?? 0.0, pair.Observed?.DurationS ?? 0.0) / 60.0;
        IEnumerable<double> shown = line.Floor is { } floor ? values.Append(floor.Value) : values;
        (double least, double greatest) = (shown.Min(), shown.Max());
        if (line.Id != "altitude")
            least = Math.Min(0.0, least);
        var chart = new Chart(greatestMin, least, greatest);
        PageFrame.OpenDrawing(svg, line.Id, Chart.ViewBox, line.Title + " over time", Description(line));
        PhaseBands.Write(svg, chart, pair);
        chart.Axes(svg, "minutes since leaving the ground", line.Unit);
        if (line.Floor is { } limit)
            WriteFloor(svg, chart, limit.Value);
        WriteLine(svg, chart, line.Planned, "planned");
        WriteLine(svg, chart, line.Flown, "flown");
        svg.Close();
        Legend.Write(svg, LegendOf(line, pair));
        svg.Element("p", "Strips above the chart: phases as predicted, and below them as flown, which go on as shading. " + line.Note + Omitted(line), ("class", "note"));
    }

    private static void WriteFloor(Markup svg, Chart chart, double value)
    {
        (double left, double right) = Chart.Sides;
        svg.Empty("path", ("class", "reserve"), ("d", $"M{PageText.At(left)} {PageText.At(chart.Y(value))}H{PageText.At(right)}"));
    }

    private static void WriteLine(Markup svg, Chart chart, ChartLine line, string css)
    {
        foreach (IReadOnlyList<(double Min, double Value)> run in line.Runs)
        {
            // A line of one point would be invisible.
            if (run.Count == 1)
                svg.Empty("circle", ("class", css + "-dot"), ("cx", PageText.At(chart.X(run[0].Min))), ("cy", PageText.At(chart.Y(run[0].Value))), ("r", "3"));
            else
                svg.Empty("path", ("class", css), ("d", chart.Line(run)));
        }
    }

    private static IEnumerable<(string Swatch, string Text)> LegendOf(FlightChart line, FlightPair pair)
    {
        if (!line.Planned.IsEmpty)
            yield return ("line planned", "predicted");
        if (!line.Flown.IsEmpty)
            yield return ("line flown", "flown");
        if (line.Floor is { } floor)
            yield return ("line reserve", floor.Name);
        foreach ((string Swatch, string Text) phase in PhaseBands.Legend(pair))
            yield return phase;
    }

    private static string Omitted(FlightChart line)
    {
        string missing = (line.Planned.IsEmpty, line.Flown.IsEmpty) switch
        {
            (true, false) => " The prediction has no values of it.",
            (false, true) => " The trace has no values of it.",
            _ => "",
        };
        int omitted = line.Planned.OmittedCount + line.Flown.OmittedCount;
        return omitted == 0 ? missing : $"{missing} {PageText.Count(omitted, "value")} beyond a million left out.";
    }

    private static string Description(FlightChart line) =>
        string.Join(" ", new[] { Range("Predicted", line.Planned, line.Unit), Range("Flown", line.Flown, line.Unit) }.OfType<string>());

    private static string? Range(string name, ChartLine line, string unit) => line.IsEmpty
        ? null
        : $"{name}: {ReportText.Fixed(line.Values.Min(), 1)} to {ReportText.Fixed(line.Values.Max(), 1)} {unit}.";
}
