using BvlosSim.Estimation;
using BvlosSim.Estimation.Clearance;
using BvlosSim.Estimation.Geofence;
using BvlosSim.Estimation.GroundRisk;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Estimation.Links;
using BvlosSim.Estimation.Resources;
using BvlosSim.Estimation.Weather;

namespace BvlosSim.Documents.Rendering;

/// <summary>The lines of the checklist that stand for one check each.</summary>
internal static class ChecklistRows
{
    private const int GreatestClass = 7;

    public static ChecklistRow Geofence(GeofenceResult? result) => result is null
        ? ChecklistRow.NotEvaluated("Geofence clearance")
        : ChecklistRow.Graded(
            result.IsFeasible, "Geofence clearance", $"{result.Conflicts.Length} conflicts, {result.CheckedZoneCount} zones");

    public static ChecklistRow LandingZones(LandingZoneResult? result)
    {
        if (result is null)
            return ChecklistRow.NotEvaluated("Landing-zone coverage");
        int unreachable = result.States.Count(s => !s.IsReachable);
        return result.IsFeasible
            ? ChecklistRow.Passed("Landing-zone coverage", $"{result.CheckedStateCount} states, each with a zone in reach")
            : ChecklistRow.Failed("Landing-zone coverage", $"{unreachable} of {result.CheckedStateCount} states without a reachable zone");
    }

    public static ChecklistRow Resource(ResourceResult? result) => result is null
        ? ChecklistRow.NotEvaluated("Resource availability")
        : ChecklistRow.Graded(result.IsFeasible, "Resource availability", result.Selected?.System.ResourceId ?? "no resource can carry the mission");

    public static ChecklistRow Link(LinkResult? result) => result is null
        ? ChecklistRow.NotEvaluated("Link availability")
        : ChecklistRow.Graded(
            result.IsFeasible && result.Selected is not null, "Link availability", result.Selected?.System.LinkId ?? "no link is available");

    public static ChecklistRow Obstacle(ClearanceResult? result)
    {
        if (result is null)
            return ChecklistRow.NotEvaluated("Obstacle clearance");
        string scope = $"{result.CheckedLegCount} legs, {result.CheckedObstacleCount} obstacles";
        if (result.IsFeasible)
            return ChecklistRow.Passed("Obstacle clearance", scope);
        if (result.Violations.IsEmpty)
            return ChecklistRow.Failed("Obstacle clearance", scope + "; could not be evaluated");
        ClearanceViolation first = result.Violations[0];
        return ChecklistRow.Failed(
            "Obstacle clearance",
            $"{scope}; {FailureTokens.Codes.NameOf(first.Code)} at {first.ObstacleId ?? "terrain"}, leg {first.Leg.LegIndex}, " +
            $"clearance {ReportText.Fixed(first.VerticalClearanceM)} m");
    }

    public static ChecklistRow Weather(WeatherResult? result)
    {
        if (result is null)
            return ChecklistRow.NotEvaluated("Weather limits");
        if (result.IsFeasible)
        {
            return ChecklistRow.Passed(
                "Weather limits", $"worst wind {ReportText.Fixed(result.WorstWindMps)} m/s on leg {result.WorstLeg?.LegIndex} ({result.WorstLeg?.Item.Id})");
        }

        WeatherViolation first = result.Violations[0];
        return ChecklistRow.Failed(
            "Weather limits",
            $"{FailureTokens.Codes.NameOf(first.Code)}: {ReportText.Fixed(first.ObservedMps)} m/s above {ReportText.Fixed(first.LimitMps)} m/s on leg {first.Leg.LegIndex}");
    }

    public static ChecklistRow GroundRisk(GroundRiskResult? result)
    {
        if (result is null)
            return ChecklistRow.NotEvaluated("Ground risk class");
        if (result.BufferM <= 0.0)
            return new ChecklistRow('◌', "Ground risk class", "N/A", $"no footprint declared; iGRC {result.MissionClass} on the centre line only");
        string note = result.MissionClass > GreatestClass ? ", above 7: outside the method" : "";
        return new ChecklistRow(' ', "Ground risk class", "INFO", $"mission iGRC {result.MissionClass}{note}");
    }
}
