using BvlosSim.Documents.Page;
using BvlosSim.FlightLogs.Validation.Terms;

namespace BvlosSim.FlightLogs.Validation.Page;

/// <summary>Where the errors come from: one table for each metric, whose rows add up to its error.</summary>
internal static class TermTables
{
    private const double BarWidth = 160.0;
    private const double BarHeight = 16.0;

    /// <summary>A part smaller than this share of the largest is not shown alone.</summary>
    private const double SmallestShown = 0.1;

    /// <summary>Writes the tables; a sentence when there is no error to divide.</summary>
    public static void Write(Markup html, FlightPair pair)
    {
        html.Open("section");
        html.Element("h2", "Where the errors come from");
        if (pair.Errors.IsEmpty)
            html.Element("p", "No error is known: the prediction or the flight lacks the values.", ("class", "note"));
        foreach (ErrorBreakdown error in pair.Errors)
            WriteTable(html, error);
        if (!pair.Errors.IsEmpty)
            html.Element("p", Note(pair), ("class", "note"));
        html.Close();
    }

    private static string Note(FlightPair pair)
    {
        string power = pair.IsEnergyMeasured
            ? "The power of the flight is voltage × current."
            : "The trace has no voltage and current for 95 % of the flight: the power of the flight is that of the charge gauge, whose steps are coarse.";
        string altitudes = pair.HasAltitudes ? "" : " Altitudes are missing: what climbs or descends on the spot counts as hover, on the way as level flight.";
        return "Flown less predicted; the rows add up to the difference. Both flights are divided into phases by one rule, their motion over 10 s. " +
            "Speeds, rates and powers are compared over what both flights have of a phase; what one has beyond that counts at its own. The prediction has one power for a leg, whatever phases it is flown in. " + power + altitudes;
    }

    private static void WriteTable(Markup html, ErrorBreakdown error)
    {
        ErrorShare[] shares = [.. Merged(error).OrderByDescending(s => Math.Abs(s.Amount))];
        // What tells nothing goes into one row, so that the shown rows still add up.
        double least = SmallestShown * shares.Select(s => Math.Abs(s.Amount)).FirstOrDefault();
        ErrorShare[] shown = [.. shares.Where(s => Math.Abs(s.Amount) >= least && IsShown(error.Metric, s.Amount))];
        ErrorShare[] others = [.. shares.Except(shown)];
        if (others.Length == 1)
            (shown, others) = (shares, []);
        double rest = others.Sum(s => s.Amount);
        double greatest = shown.Select(s => Math.Abs(s.Amount)).Append(Math.Abs(error.Unexplained)).Max();
        html.Element("h3", $"{MetricText.Name(error.Metric)}: {MetricText.Difference(error.Metric, error.Error)}");
        html.Open("table", ("class", "terms"));
        html.Open("tbody");
        foreach (ErrorShare share in shown)
        {
            (string name, string model) = TermText.Of(error.Metric, share);
            WriteRow(html, error.Metric, name, share.Amount, model, greatest);
        }

        if (others.Any(s => IsShown(error.Metric, s.Amount)))
            WriteRow(html, error.Metric, PageText.Count(others.Length, "smaller part"), rest, "each below a tenth of the largest", greatest);
        WriteRow(html, error.Metric, "not explained", error.Unexplained, IsShown(error.Metric, error.Unexplained) ? Why(error) : "", greatest);
        html.Open("tr", ("class", "sum"));
        html.Element("th", "sum", ("scope", "row"));
        html.Element("td", MetricText.Difference(error.Metric, error.Error), ("class", "number"));
        html.Element("td", "", ("class", "bar"));
        html.Element("td", "", ("class", "model"));
        html.Close();
        html.Close();
        html.Close();
    }

    /// <summary>What one number of the model mends is one row, whatever phases it is met in.</summary>
    private static IEnumerable<ErrorShare> Merged(ErrorBreakdown error) => error.Shares
        .GroupBy(s => (s.Term, Phase: IsOfAllPhases(error.Metric, s.Term) ? null : s.Phase))
        .Select(g => new ErrorShare(g.Key.Term, g.Key.Phase, g.Sum(s => s.Amount)));

    private static bool IsOfAllPhases(MissionMetric metric, ErrorTerm term) =>
        term is ErrorTerm.Wind or ErrorTerm.Airspeed or ErrorTerm.Groundspeed || (metric == MissionMetric.Reserve && term == ErrorTerm.Duration);

    private static string Why(ErrorBreakdown error) => error.Shares.IsEmpty
        ? "one of the two flights has no track or no charge to divide" : "values are missing, or too large to calculate with";

    private static bool IsShown(MissionMetric metric, double amount) => MetricText.Signed(metric, amount)[0] is '+' or '−';

    private static void WriteRow(Markup html, MissionMetric metric, string name, double amount, string model, double greatest)
    {
        html.Open("tr");
        html.Element("th", name, ("scope", "row"));
        html.Element("td", MetricText.Difference(metric, amount), ("class", "number"));
        html.Open("td", ("class", "bar"));
        html.Open(
            "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", $"0 0 {PageText.At(BarWidth)} {PageText.At(BarHeight)}"), ("aria-hidden", "true"));
        double middle = BarWidth / 2.0;
        double length = greatest > 0.0 && double.IsFinite(amount) ? Math.Abs(amount) / greatest * (middle - 2.0) : 0.0;
        html.Empty(
            "rect", ("class", amount < 0.0 ? "less" : "more"), ("x", PageText.At(amount < 0.0 ? middle - length : middle)), ("y", "2"),
            ("width", PageText.At(length)), ("height", PageText.At(BarHeight - 4.0)));
        html.Empty("path", ("class", "axis"), ("d", $"M{PageText.At(middle)} 0V{PageText.At(BarHeight)}"));
        html.Close();
        html.Close();
        html.Element("td", model, ("class", "model"));
        html.Close();
    }
}
