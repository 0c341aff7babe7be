using System.Globalization;
using System.Text;
using System.Xml;
using BvlosSim.Documents.Json;
using BvlosSim.Environment;
using BvlosSim.Environment.Airspace;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Documents.Interchange;

/// <summary>A map of an estimate as KML 2.2: route, landing zones, geofences.</summary>
public static class KmlExport
{
    private const string Namespace = "http://www.opengis.net/kml/2.2";

    /// <summary>Renders the map.</summary>
    public static byte[] Render(EstimateMap map)
    {
        using var stream = new MemoryStream();
        stream.Write("<?xml version='1.0' encoding='utf-8'?>\n"u8);
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        using (var kml = XmlWriter.Create(stream, settings))
        {
            kml.WriteStartElement("kml", Namespace);
            kml.WriteStartElement("Document", Namespace);
            WriteStyle(kml, "route-green", "ff00b050");
            WriteStyle(kml, "route-amber", "ff0080ff");
            WriteStyle(kml, "route-red", "ff0000ff");
            WriteRoute(kml, map);
            foreach (LandingZone zone in map.LandingZones ?? [])
                WriteLandingZone(kml, zone, map.ReachableZones.Contains(zone.Id));
            foreach (GeofenceZone zone in map.Geofences ?? [])
                WriteGeofence(kml, zone, map.ConflictingZones.Contains(zone.Id));
            kml.WriteEndElement();
            kml.WriteEndElement();
        }

        stream.Write("\n"u8);
        return stream.ToArray();
    }

    private static void WriteStyle(XmlWriter kml, string id, string colour)
    {
        kml.WriteStartElement("Style", Namespace);
        kml.WriteAttributeString("id", id);
        kml.WriteStartElement("LineStyle", Namespace);
        kml.WriteElementString("color", Namespace, colour);
        kml.WriteElementString("width", Namespace, "3");
        kml.WriteEndElement();
        kml.WriteEndElement();
    }

    private static void WriteRoute(XmlWriter kml, EstimateMap map)
    {
        string style = RouteFeatures.Colour(
            RouteFeatures.MarginPercent(map.Result.Energy), "#route-green", "#route-amber", "#route-red");
        foreach (Leg leg in map.Result.Legs)
        {
            string index = leg.LegIndex.ToString(CultureInfo.InvariantCulture);
            StartPlacemark(kml, $"Leg {index} {leg.Item.Id} ({RouteFeatures.Phase(leg)})");
            kml.WriteElementString("styleUrl", Namespace, style);
            WriteData(kml, ("layer", "route"), ("leg_index", index), ("phase", RouteFeatures.Phase(leg)), ("route_item_id", leg.Item.Id));
            kml.WriteStartElement("LineString", Namespace);
            kml.WriteElementString("altitudeMode", Namespace, "absolute");
            kml.WriteElementString("coordinates", Namespace, $"{Position(leg.Start)} {Position(leg.End)}");
            kml.WriteEndElement();
            kml.WriteEndElement();
        }
    }

    private static void WriteLandingZone(XmlWriter kml, LandingZone zone, bool reachable)
    {
        StartPlacemark(kml, zone.Id);
        WriteData(kml, ("layer", "landing_zones"), ("reachable", reachable ? "true" : "false"));
        kml.WriteStartElement("Point", Namespace);
        kml.WriteElementString("coordinates", Namespace, Position(EstimateMap.Marker(zone)));
        kml.WriteEndElement();
        kml.WriteEndElement();
    }

    private static void WriteGeofence(XmlWriter kml, GeofenceZone zone, bool conflict)
    {
        int number = 0;
        foreach (GeoPolygon polygon in zone.Polygons)
        {
            number++;
            StartPlacemark(kml, $"{zone.Id} {number.ToString(CultureInfo.InvariantCulture)}");
            WriteData(
                kml, ("layer", "geofences"), ("kind", GeofenceTokens.Kinds.NameOf(zone.Kind)), ("conflict", conflict ? "true" : "false"));
            kml.WriteStartElement("Polygon", Namespace);
            kml.WriteStartElement("outerBoundaryIs", Namespace);
            kml.WriteStartElement("LinearRing", Namespace);
            kml.WriteElementString("coordinates", Namespace, string.Join(' ', polygon.Rings[0].Select(Position)));
            kml.WriteEndElement();
            kml.WriteEndElement();
            kml.WriteEndElement();
            kml.WriteEndElement();
        }
    }

    private static void StartPlacemark(XmlWriter kml, string name)
    {
        kml.WriteStartElement("Placemark", Namespace);
        kml.WriteElementString("name", Namespace, Printable(name));
    }

    private static void WriteData(XmlWriter kml, params ReadOnlySpan<(string Name, string Value)> data)
    {
        kml.WriteStartElement("ExtendedData", Namespace);
        foreach ((string name, string value) in data)
        {
            kml.WriteStartElement("Data", Namespace);
            kml.WriteAttributeString("name", name);
            kml.WriteElementString("value", Namespace, Printable(value));
            kml.WriteEndElement();
        }

        kml.WriteEndElement();
    }

    private static string Position(FlightPoint point) => $"{Text(point.LonDeg)},{Text(point.LatDeg)},{Text(point.AltitudeAmslM)}";

    private static string Position(GeoPoint point) => $"{Text(point.LonDeg)},{Text(point.LatDeg)},0.0";

    private static string Text(double value)
    {
        Span<byte> text = stackalloc byte[CanonicalNumber.MaxLength];
        return Encoding.ASCII.GetString(text[..CanonicalNumber.WriteShortest(value, text)]);
    }

    /// <summary>XML has no place for control characters and lone surrogates: identifiers of assets may hold them.</summary>
    private static string Printable(string text) => string.Concat(text.EnumerateRunes().Select(
        r => XmlConvert.IsXmlChar((char)Math.Min(r.Value, char.MaxValue)) || r.Value > char.MaxValue ? r.ToString() : "\ufffd"));
}
