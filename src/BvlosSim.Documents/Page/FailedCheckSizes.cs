using BvlosSim.Documents.Rendering;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Clearance;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Geofence;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Estimation.Weather;

namespace BvlosSim.Documents.Page;

/// <summary>By how much a check failed, as a share of its limit, and where it is worst.</summary>
internal static class FailedCheckSizes
{
    private const double Unmeasured = 0.0;

    /// <summary>The blocker of a failed check.</summary>
    public static Blocker Describe(string check, EstimateResult result)
    {
        (double size, string detail) = check switch
        {
            "energy" when result.Energy is { } energy => Energy(energy),
            "rth" when result.Energy is { RthIsFeasible: false } energy => Return(energy),
            "obstacle" when result.Obstacle is { Violations.IsEmpty: false } clearance => Clearance(clearance),
            "weather" when result.Weather is { Violations.IsEmpty: false } weather => Weather(weather),
            "landing_zone" when result.LandingZone is { } zones => LandingZones(zones),
            "geofence" when result.Geofence is { Conflicts.IsEmpty: false } geofence => Geofence(geofence),
            "resource" => (Unmeasured, "No resource of the vehicle can carry the mission."),
            "link" => (Unmeasured, $"No required link serves the whole flight, which goes {PageText.Length(result.Link?.MaxObservedRangeM ?? 0.0)} from home."),
            "ground_risk" => (Unmeasured, $"The ground risk class is {PageText.Count(result.GroundRisk?.MissionClass ?? 0)}; above 7 it is outside the method."),
            _ => (Unmeasured, "The check failed."),
        };
        return new Blocker(BlockerKind.FailedCheck, size, CheckNames.Of(check), detail);
    }

    private static (double Size, string Detail) Energy(EnergyResult energy)
    {
        double shortWh = Math.Max(energy.ReserveThresholdWh - energy.ReserveAtLandingWh, energy.IsDerated ? energy.TotalEnergyWh - energy.UsableEnergyWh : 0.0);
        return (Share(shortWh, energy.ReserveThresholdWh), $"The landing reserve is {ReportText.Fixed(shortWh)} Wh short of {ReportText.Fixed(energy.ReserveThresholdWh)} Wh.");
    }

    private static (double Size, string Detail) Return(EnergyResult energy)
    {
        RthPoint worst = energy.RthTimeline.MinBy(p => p.ReserveMarginWh)!;
        int failed = energy.RthTimeline.Count(p => !p.IsFeasible);
        return (
            Share(-worst.ReserveMarginWh, energy.ReserveThresholdWh),
            $"A return from {worst.Leg.Item.Id} ({PageText.Length(worst.DistanceM)}) lands {ReportText.Fixed(-worst.ReserveMarginWh)} Wh below the reserve of " +
            $"{ReportText.Fixed(energy.ReserveThresholdWh)} Wh; {PageText.Count(failed)} of {PageText.Count(energy.RthTimeline.Length, "leg")} fail.");
    }

    private static (double Size, string Detail) Clearance(ClearanceResult clearance)
    {
        ClearanceViolation worst = clearance.Violations.MaxBy(v => v.RequiredClearanceM - v.VerticalClearanceM)!;
        return (
            Share(worst.RequiredClearanceM - worst.VerticalClearanceM, worst.RequiredClearanceM),
            $"{ReportText.Fixed(worst.VerticalClearanceM, 1)} m above {worst.ObstacleId ?? "terrain"} on the way to {worst.Leg.Item.Id}, where " +
            $"{ReportText.Fixed(worst.RequiredClearanceM, 1)} m are required; {PageText.Count(clearance.Violations.Length, "violation")}.");
    }

    private static (double Size, string Detail) Weather(WeatherResult weather)
    {
        WeatherViolation worst = weather.Violations.MaxBy(v => Share(v.ObservedMps - v.LimitMps, v.LimitMps))!;
        string what = worst.Code == FailureCode.WindLimitExceeded ? "Wind" : "Crosswind";
        return (
            Share(worst.ObservedMps - worst.LimitMps, worst.LimitMps),
            $"{what} of {ReportText.Fixed(worst.ObservedMps, 1)} m/s on the way to {worst.Leg.Item.Id}, where {ReportText.Fixed(worst.LimitMps, 1)} m/s are allowed.");
    }

    private static (double Size, string Detail) LandingZones(LandingZoneResult zones)
    {
        LandingZoneState[] failed = [.. zones.States.Where(s => s.Code is not null)];
        string first = failed is [var state, ..] ? $" First on the way to {state.Leg.Item.Id}: {state.Message}" : "";
        return (Share(failed.Length, zones.CheckedStateCount), $"{PageText.Count(failed.Length)} of {PageText.Count(zones.CheckedStateCount, "point")} of the route fail.{first}");
    }

    private static (double Size, string Detail) Geofence(GeofenceResult geofence)
    {
        GeofenceConflict first = geofence.Conflicts[0];
        int legs = geofence.Conflicts.Select(c => c.Leg.LegIndex).Distinct().Count();
        return (
            Share(legs, geofence.CheckedLegCount),
            $"{PageText.Count(legs)} of {PageText.Count(geofence.CheckedLegCount, "leg")} in conflict; first on the way to {first.Leg.Item.Id}" +
            $"{(first.ZoneId is { } zone ? $" with {zone}" : "")}: {first.Message}");
    }

    private static double Share(double part, double whole) => whole > 0.0 ? part / whole : part;
}
