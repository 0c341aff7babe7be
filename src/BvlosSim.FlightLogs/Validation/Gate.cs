using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.Documents.Rendering;

namespace BvlosSim.FlightLogs.Validation;

/// <summary>The largest errors that pass, each ≥ 0. In version 2 NaN lets every error pass; in version 3 they are finite.</summary>
/// <param name="Time">Of the duration, percent of the observed one.</param>
/// <param name="HorizontalDistance">Of the distance, percent of the observed one.</param>
/// <param name="MeanGroundspeed">Of the speed, percent of the observed one.</param>
/// <param name="Reserve">Of the charge left: percent of the observed one in version 2, percentage points in version 3.</param>
public sealed record GateLimits(double Time, double HorizontalDistance, double MeanGroundspeed, double Reserve)
{
    /// <summary>The limits of a validation that names none.</summary>
    public static GateLimits Default { get; } = new(Time: 20.0, HorizontalDistance: 10.0, MeanGroundspeed: 15.0, Reserve: 10.0);

    /// <summary>Whether JSON can hold them.</summary>
    public bool AreFinite => MissionMetrics.All.All(m => double.IsFinite(Of(m)));

    /// <summary>The limit of a metric.</summary>
    /// <param name="metric">The metric.</param>
    public double Of(MissionMetric metric) => metric switch
    {
        MissionMetric.Time => Time,
        MissionMetric.HorizontalDistance => HorizontalDistance,
        MissionMetric.MeanGroundspeed => MeanGroundspeed,
        _ => Reserve,
    };
}

/// <summary>The error of one metric against its limit.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Error">The error; null = it cannot be computed, which fails.</param>
/// <param name="Limit">The largest error that passes.</param>
/// <param name="Unit">Unit of both: <c>%</c> or <c>points</c>.</param>
public sealed record GateResult(MissionMetric Metric, double? Error, double Limit, string Unit)
{
    /// <summary>Unit of a relative error.</summary>
    internal const string Percent = "%";

    /// <summary>Unit of a difference of percentages.</summary>
    internal const string Points = "points";

    /// <summary>Whether the error is known and not above the limit.</summary>
    public bool Passed => Error is { } error && !(error > Limit);

    /// <summary>Why it did not pass, for a person.</summary>
    internal string Failure
    {
        get
        {
            string name = MissionMetrics.Set.NameOf(Metric);
            return Error is { } error
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: an error of {ReportText.Fixed(error)} {Unit} is above the limit of {ReportText.Fixed(Limit)} {Unit}")
                : $"{name}: the error cannot be computed, since a value is missing or the observed one is 0";
        }
    }
}

/// <summary>The verdict of a validation.</summary>
/// <param name="Results">One for each metric, in the order of the gate.</param>
public sealed record Acceptance(ImmutableArray<GateResult> Results)
{
    /// <summary>Why the flight proves nothing, whatever the errors are; a clause each.</summary>
    public ImmutableArray<string> Objections { get; init; } = [];

    /// <summary>Whether every metric passed and nothing is to be said against the flight.</summary>
    public bool Passed => Results.All(r => r.Passed) && Objections.IsEmpty;

    /// <summary>Why it did not, one sentence for each failed metric and each objection.</summary>
    public ImmutableArray<string> Failures => [.. Results.Where(r => !r.Passed).Select(r => r.Failure), .. Objections.Select(o => "flight: " + o)];
}
