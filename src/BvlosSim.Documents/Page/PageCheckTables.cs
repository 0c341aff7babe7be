using BvlosSim.Documents.Rendering;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Links;
using BvlosSim.Estimation.Resources;
using BvlosSim.Links;

namespace BvlosSim.Documents.Page;

/// <summary>The tables of the single checks.</summary>
internal static class PageCheckTables
{
    /// <summary>Writes the tables of the checks that ran.</summary>
    public static void Write(Markup html, EstimateResult result)
    {
        PageTables.Table(html, "Geofence conflicts", ["Leg", "Item", "Zone", "Code", "Message"], (result.Geofence?.Conflicts ?? []).Select(c => (string[])
            [PageText.Count(c.Leg.LegIndex), c.Leg.Item.Id, c.ZoneId ?? ReportText.None, FailureTokens.Codes.NameOf(c.Code), c.Message]));
        PageTables.Table(
            html, "Landing zones along the route",
            ["Point", "Leg", "Nearest zone", "Distance (m)", "Best zone", "Energy (Wh)", "Left on the ground (Wh)", "Finding"],
            (result.LandingZone?.States ?? []).Select(s => (string[])
            [
                PageText.Count(s.StateIndex), PageText.Count(s.Leg.LegIndex), s.Nearest?.ZoneId ?? ReportText.None, ReportText.Fixed(s.Nearest?.DistanceM),
                s.Diversion?.ZoneId ?? ReportText.None, ReportText.Fixed(s.Diversion?.EnergyWh), ReportText.Fixed(s.Diversion?.ReserveAfterWh),
                s.Code is { } code ? FailureTokens.Codes.NameOf(code) : "ok",
            ]));
        PageTables.Table(
            html, "Clearance violations", ["Leg", "Item", "From", "Clearance (m)", "Required (m)", "Latitude", "Longitude", "Altitude AMSL (m)"],
            (result.Obstacle?.Violations ?? []).Select(v => (string[])
            [
                PageText.Count(v.Leg.LegIndex), v.Leg.Item.Id, v.ObstacleId ?? "terrain", ReportText.Fixed(v.VerticalClearanceM), ReportText.Fixed(v.RequiredClearanceM),
                ReportText.Fixed(v.SampleLatDeg, 4), ReportText.Fixed(v.SampleLonDeg, 4), ReportText.Fixed(v.SampleAltitudeAmslM),
            ]));
        PageTables.Table(html, "Weather violations", ["Leg", "Item", "Code", "Observed (m/s)", "Limit (m/s)"], (result.Weather?.Violations ?? []).Select(v => (string[])
            [PageText.Count(v.Leg.LegIndex), v.Leg.Item.Id, FailureTokens.Codes.NameOf(v.Code), ReportText.Fixed(v.ObservedMps), ReportText.Fixed(v.LimitMps)]));
        PageTables.Table(html, "Energy resources", ["Resource", "Demand (Wh)", "Available (Wh)", "Left (Wh)", "Finding"], (result.Resource?.Systems ?? []).Select(s => (string[])
            [
                s.System.ResourceId, ReportText.Fixed(s.DemandWh), ReportText.Fixed(s.AvailableWh), ReportText.Fixed(s.ReserveAfterWh),
                s.Limit is { } limit ? ResourceLimitTokens.Set.NameOf(limit) : "ok",
            ]));
        PageTables.Table(html, "Links", ["Link", "Kind", "Required", "Range (m)", "Finding"], (result.Link?.Systems ?? []).Select(s => (string[])
            [
                s.System.LinkId, LinkTokens.Kinds.NameOf(s.System.Kind), s.System.Required ? "yes" : "no", ReportText.Fixed(s.System.MaxRangeM),
                s.Limit is { } limit ? LinkLimitTokens.Set.NameOf(limit) : "ok",
            ]));
        PageTables.Table(html, "Ground risk", ["Leg", "Item", "Greatest density (people/km²)", "iGRC"], (result.GroundRisk?.Legs ?? []).Select(l => (string[])
            [PageText.Count(l.Leg.LegIndex), l.Leg.Item.Id, ReportText.Fixed(l.MaxDensityPplKm2), PageText.Count(l.Class)]));
    }
}
