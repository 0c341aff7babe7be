using BvlosSim.Documents.Page;
using BvlosSim.Estimation;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.FlightLogs.Validation.Flown;

namespace BvlosSim.FlightLogs.Validation.Page;

/// <summary>The top of the page: the verdict, whether the log is whole, and the errors against their limits.</summary>
internal static class GateSection
{
    /// <summary>Writes it.</summary>
    public static void Write(Markup html, PageContent content, ValidationRequest request, FlightCoverage coverage)
    {
        bool passed = content.Acceptance.Passed;
        html.Open("header", ("class", passed ? "verdict go" : "verdict no-go"));
        html.Element("p", passed ? "✓ PASS" : "✗ FAIL", ("class", "word"));
        html.Open("div");
        html.Element("h1", content.ValidationId);
        html.Element("p", Sentence(content.Acceptance));
        html.Close();
        html.Close();
        WriteCompleteness(html, content.Provenance);
        foreach (string caution in coverage.Cautions)
            Band(html, "warn", caution);
        if (request.Estimate.Failure is { } failure)
        {
            Band(
                html, "warn",
                $"The estimate failed ({FailureTokens.Codes.NameOf(failure.Code)}), so only what there is of it is compared: {failure.Message}");
        }

        WriteTable(html, content);
        foreach (string note in content.Notes)
            html.Element("p", note, ("class", "note"));
    }

    private static string Sentence(Acceptance acceptance)
    {
        string[] failed = [.. acceptance.Results.Where(r => !r.Passed).Select(r => MetricText.Name(r.Metric).ToLowerInvariant())];
        string errors = failed.Length == 0
            ? "All four errors are within their limits"
            : $"{PageText.Count(failed.Length)} of {PageText.Count(acceptance.Results.Length)} errors {(failed.Length == 1 ? "is" : "are")} above the limit or not known: {string.Join(", ", failed)}";
        return acceptance.Objections.IsEmpty ? errors + "." : $"{errors}{(failed.Length == 0 ? ", but " : "; and ")}{string.Join(", and ", acceptance.Objections)}.";
    }

    private static void WriteCompleteness(Markup html, TraceProvenance provenance)
    {
        string? completeness = TraceAssumptions.CompletenessIn(provenance);
        bool isComplete = completeness?.StartsWith("complete", StringComparison.OrdinalIgnoreCase) ?? false;
        Band(html, isComplete ? "whole" : "warn", $"{TraceAssumptions.Completeness} {completeness ?? ValidationText.NotStated}.");
    }

    private static void Band(Markup html, string kind, string text) => html.Element("p", text, ("class", "band " + kind));

    private static void WriteTable(Markup html, PageContent content)
    {
        html.Open("section");
        html.Element("h2", "Errors against thresholds");
        html.Open("table", ("class", "gate"));
        html.Open("thead");
        html.Open("tr");
        foreach (string column in (string[])["Metric", "Predicted", "Flown", "Difference", "Error", "Limit", "Result"])
            html.Element("th", column, ("scope", "col"));
        html.Close();
        html.Close();
        html.Open("tbody");
        foreach (GateResult result in content.Acceptance.Results)
            WriteRow(html, result, content.Metrics[(int)result.Metric]);
        html.Close();
        html.Close();
        html.Element("p", $"Difference = flown less predicted. Error = its size, {ErrorOf(content)}.", ("class", "note"));
        html.Close();
    }

    private static string ErrorOf(PageContent content) =>
        content.Acceptance.Results[(int)MissionMetric.Reserve].Unit == GateResult.Points
            ? "in percent of what was flown; of the reserve in percentage points"
            : "in percent of what was flown, of the reserve too";

    private static void WriteRow(Markup html, GateResult result, Comparison comparison)
    {
        html.Open("tr", ("class", result.Passed ? "pass" : "fail"));
        html.Element("th", MetricText.Name(result.Metric), ("scope", "row"));
        Cell(html, "Predicted", MetricText.Value(result.Metric, comparison.Predicted));
        Cell(html, "Flown", MetricText.Value(result.Metric, comparison.Observed));
        Cell(html, "Difference", MetricText.Difference(result.Metric, comparison.Observed - comparison.Predicted));
        Cell(html, "Error", MetricText.Quantity(result.Error, result.Unit));
        Cell(html, "Limit", MetricText.Quantity(result.Limit, result.Unit));
        html.Element("td", result.Passed ? "✓ PASS" : "✗ FAIL", ("class", "outcome"));
        html.Close();
    }

    /// <summary>On a narrow screen a row becomes a block, and every cell carries its heading.</summary>
    private static void Cell(Markup html, string heading, string text)
    {
        html.Open("td", ("class", "number"));
        html.Inline("span", heading, ("class", "heading"));
        html.Text(text);
        html.Close();
    }
}
