using System.Collections.Immutable;
using BvlosSim.Documents.Rendering;
using BvlosSim.Estimation.Energy;

namespace BvlosSim.Documents.Page;

/// <summary>What is left in the battery over time, against the reserve and against what a return home takes.</summary>
internal static class EnergyChartSvg
{
    /// <summary>Draws the chart.</summary>
    public static void Write(Markup svg, EnergyResult energy, ImmutableArray<TrackLeg> track)
    {
        var ends = track.ToDictionary(l => l.Leg.LegIndex, l => l.EndS / 60.0);
        List<(double Min, double Wh)> left = [(0.0, energy.DeliverableEnergyWh)];
        foreach (LegEnergy leg in energy.Legs.Where(l => ends.ContainsKey(l.Leg.LegIndex)))
            left.Add((ends[leg.Leg.LegIndex], left[^1].Wh - leg.EnergyWh));
        RthPoint[] returns = [.. energy.RthTimeline.Where(p => ends.ContainsKey(p.Leg.LegIndex))];
        List<(double Min, double Wh)> demand = [(0.0, energy.ReserveThresholdWh), .. returns.Select(p => (ends[p.Leg.LegIndex], Demand(energy, p)))];

        double greatest = left.Concat(demand).Max(p => p.Wh);
        var chart = new Chart(track[^1].EndS / 60.0, Math.Min(0.0, left.Min(p => p.Wh)), greatest);
        PageFrame.OpenDrawing(svg, "energy", Chart.ViewBox, "Energy over time", Description(energy, left[^1].Wh));
        WriteReserve(svg, chart, energy);
        chart.Axes(svg, "minutes since departure", "Wh");
        LegMarks.Write(svg, track.Select(l => (chart.X(l.EndS / 60.0), l.Leg)));
        if (returns.Length > 0)
            WriteDemand(svg, chart, energy, demand, returns, ends);
        svg.Empty("path", ("class", "left"), ("d", chart.Line(left)));
        svg.Close();

        List<(string, string)> legend = [("line left", "left in the battery"), ("line reserve", "reserve")];
        if (returns.Length > 0)
            legend.Add(("line demand", "needed to return home and keep the reserve"));
        if (returns.Any(p => !p.IsFeasible))
            legend.Add(("cross", "not enough to return"));
        Legend.Write(svg, legend);
        if (returns.Length > 0)
            svg.Element("p", "The need to return is evaluated at the end of every leg (dots); between them the line only connects.", ("class", "note"));
    }

    private static double Demand(EnergyResult energy, RthPoint point) => point.EnergyWh + energy.ReserveThresholdWh;

    private static void WriteReserve(Markup svg, Chart chart, EnergyResult energy)
    {
        (double left, double right) = Chart.Sides;
        string y = PageText.At(chart.Y(energy.ReserveThresholdWh));
        svg.Empty(
            "rect", ("class", "reserve-band"), ("x", PageText.At(left)), ("y", y), ("width", PageText.At(right - left)),
            ("height", PageText.At(Math.Max(0.0, Chart.Floor - chart.Y(energy.ReserveThresholdWh)))));
        svg.Empty("path", ("class", "reserve"), ("d", $"M{PageText.At(left)} {y}H{PageText.At(right)}"));
    }

    private static void WriteDemand(
        Markup svg, Chart chart, EnergyResult energy, List<(double Min, double Wh)> demand, RthPoint[] returns, Dictionary<int, double> ends)
    {
        svg.Empty("path", ("class", "demand"), ("d", chart.Line(demand)));
        foreach (RthPoint point in returns)
        {
            double x = chart.X(ends[point.Leg.LegIndex]);
            double y = chart.Y(Demand(energy, point));
            string title = $"From {point.Leg.Item.Id}: {ReportText.Fixed(point.EnergyWh)} Wh to return, margin {ReportText.Fixed(point.ReserveMarginWh)} Wh";
            if (point.IsFeasible)
                svg.Shape("circle", title, ("class", "demand-dot"), ("cx", PageText.At(x)), ("cy", PageText.At(y)), ("r", "4"));
            else
                svg.Shape("path", title, ("class", "cross"), ("d", Symbols.Cross(x, y, 7.0)));
        }
    }

    private static string Description(EnergyResult energy, double leftWh)
    {
        string way = energy.RthTimeline.IsEmpty
            ? "A return home was not evaluated."
            : $"The least margin of a return home is {ReportText.Fixed(energy.RthTimeline.Min(p => p.ReserveMarginWh))} Wh.";
        return $"From {ReportText.Fixed(energy.DeliverableEnergyWh)} Wh at departure to {ReportText.Fixed(leftWh)} Wh at landing; " +
            $"the reserve is {ReportText.Fixed(energy.ReserveThresholdWh)} Wh. {way}";
    }
}
