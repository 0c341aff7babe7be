using BvlosSim.Environment;
using BvlosSim.Environment.Airspace;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Documents.Interchange;

/// <summary>A map of an estimate as GeoJSON (RFC 7946): route, landing zones, geofences, obstacles.</summary>
public static class GeoJsonExport
{
    /// <summary>Renders the map.</summary>
    public static byte[] Render(EstimateMap map)
    {
        using var json = new GeoJsonWriter();
        json.StartCollection();
        WriteRoute(json, map.Result);
        foreach (LandingZone zone in map.LandingZones ?? [])
            WriteLandingZone(json, zone, map.ReachableZones.Contains(zone.Id));
        foreach (GeofenceZone zone in map.Geofences ?? [])
            WriteGeofence(json, zone, map.ConflictingZones.Contains(zone.Id));
        foreach (Obstacle obstacle in map.Obstacles ?? [])
            WriteObstacle(json, obstacle, map.ViolatedObstacles.Contains(obstacle.Id));
        return json.Finish();
    }

    private static void WriteRoute(GeoJsonWriter json, EstimateResult result)
    {
        EnergyResult? energy = result.Energy;
        var legEnergies = (energy?.Legs ?? []).ToDictionary(e => e.Leg.LegIndex, e => e.EnergyWh);
        var returns = (energy?.RthTimeline ?? []).ToDictionary(p => p.Leg.LegIndex);
        var risks = (result.GroundRisk?.Legs ?? []).ToDictionary(r => r.Leg.LegIndex, r => r.Class);
        foreach (Leg leg in result.Legs)
        {
            json.StartFeature();
            json.LineString([leg.Start, leg.End]);
            json.StartProperties();
            json.Text("layer", "route");
            json.Text("phase", RouteFeatures.Phase(leg));
            json.Integer("leg_index", leg.LegIndex);
            json.Text("route_item_id", leg.Item.Id);
            json.Number("path_distance_m", leg.PathDistanceM);
            json.Number("energy_wh", legEnergies.TryGetValue(leg.LegIndex, out double energyWh) ? energyWh : null);
            json.Number("energy_margin_pct", RouteFeatures.MarginPercent(energy));
            json.Boolean("feasible", energy?.IsFeasible);
            if (returns.TryGetValue(leg.LegIndex, out RthPoint? point))
            {
                double? percent = RouteFeatures.MarginPercent(energy!, point);
                json.Number("rth_reserve_margin_wh", point.ReserveMarginWh);
                json.Number("rth_reserve_margin_pct", percent);
                json.Text("rth_reserve_color", RouteFeatures.Colour(percent, "green", "yellow", "red"));
            }

            if (risks.TryGetValue(leg.LegIndex, out int risk))
                json.Integer("igrc", risk);
            json.EndFeature();
        }
    }

    private static void WriteLandingZone(GeoJsonWriter json, LandingZone zone, bool reachable)
    {
        json.StartFeature();
        json.Point(EstimateMap.Marker(zone));
        json.StartProperties();
        json.Text("layer", "landing_zones");
        json.Text("name", zone.Id);
        json.Boolean("reachable", reachable);
        json.EndFeature();
    }

    private static void WriteGeofence(GeoJsonWriter json, GeofenceZone zone, bool conflict)
    {
        foreach (GeoPolygon polygon in zone.Polygons)
        {
            json.StartFeature();
            json.Polygon(polygon.Rings[0]);
            json.StartProperties();
            json.Text("layer", "geofences");
            json.Text("kind", GeofenceTokens.Kinds.NameOf(zone.Kind));
            json.Text("name", zone.Id);
            json.Boolean("conflict", conflict);
            json.EndFeature();
        }
    }

    private static void WriteObstacle(GeoJsonWriter json, Obstacle obstacle, bool conflict)
    {
        json.StartFeature();
        switch (obstacle.Shape)
        {
            case ObstacleShape.Point:
                json.Point(obstacle.Positions[0]);
                break;
            case ObstacleShape.Line:
                json.LineString(obstacle.Positions);
                break;
            default:
                json.Polygon(obstacle.Positions);
                break;
        }

        json.StartProperties();
        json.Text("layer", "obstacles");
        json.Text("name", obstacle.Id);
        json.Number("height_m", obstacle.HeightM);
        json.Number("radius_m", obstacle.RadiusM);
        json.Number("uncertainty_m", obstacle.UncertaintyM);
        json.Boolean("conflict", conflict);
        json.EndFeature();
    }
}
