using BvlosSim.Values;

namespace BvlosSim.FlightLogs.Validation;

/// <summary>Which report a validation makes.</summary>
public enum ReportVersion
{
    /// <summary><c>validation-report.v2</c>: totals and phases, whatever the estimate says of itself.</summary>
    V2,

    /// <summary><c>validation-report.v3</c>: the flight alone against a sound estimate, aligned by distance and by time.</summary>
    V3,
}

/// <summary>The tokens of <see cref="ReportVersion"/>.</summary>
public static class ReportVersions
{
    /// <summary>Tokens of <see cref="ReportVersion"/>, the default first.</summary>
    public static ClosedSet<ReportVersion> Set { get; } = new((ReportVersion.V2, "v2"), (ReportVersion.V3, "v3"));
}
