using BvlosSim.Documents.Rendering;

namespace BvlosSim.FlightLogs.Validation.Page;

/// <summary>How the page names the metrics and writes their values.</summary>
internal static class MetricText
{
    /// <summary>Name of a metric.</summary>
    public static string Name(MissionMetric metric) => metric switch
    {
        MissionMetric.Time => "Time",
        MissionMetric.HorizontalDistance => "Distance",
        MissionMetric.MeanGroundspeed => "Mean ground speed",
        _ => "Reserve",
    };

    /// <summary>Unit of a difference.</summary>
    public static string Unit(MissionMetric metric) => metric switch
    {
        MissionMetric.Time => "s",
        MissionMetric.HorizontalDistance => "m",
        MissionMetric.MeanGroundspeed => "m/s",
        _ => "points",
    };

    /// <summary>A value with its unit.</summary>
    public static string Value(MissionMetric metric, double? value) => value is { } number
        ? $"{ReportText.Fixed(number, Decimals(metric))} {(metric == MissionMetric.Reserve ? "%" : Unit(metric))}"
        : ReportText.None;

    /// <summary>A difference with its sign and unit.</summary>
    public static string Difference(MissionMetric metric, double? value) =>
        value is { } number ? $"{Signed(metric, number)} {Unit(metric)}" : ReportText.None;

    /// <summary>A difference with its sign; zero has none.</summary>
    public static string Signed(MissionMetric metric, double value)
    {
        string text = ReportText.Fixed(Math.Abs(value), Decimals(metric));
        return text.All(c => c is '0' or '.') ? text : (value < 0.0 ? "−" : "+") + text;
    }

    /// <summary>An error or limit with its unit; a dash when it is not known.</summary>
    public static string Quantity(double? value, string unit) => value is { } number ? $"{ReportText.Fixed(number, 1)} {unit}" : ReportText.None;

    private static int Decimals(MissionMetric metric) => metric == MissionMetric.MeanGroundspeed ? 2 : 1;
}
