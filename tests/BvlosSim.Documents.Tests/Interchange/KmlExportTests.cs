using System.Text;
using System.Xml.Linq;
using BvlosSim.Documents.Interchange;

namespace BvlosSim.Documents.Tests.Interchange;

/// <summary>Maps as KML 2.2: every program that reads KML must be able to open them.</summary>
public sealed class KmlExportTests
{
    public static TheoryData<string> Maps => Interchange.Maps.Names;

    [Theory]
    [MemberData(nameof(Maps))]
    public void A_map_is_valid(string map) => Assert.Empty(KmlMap.Problems(KmlExport.Render(Interchange.Maps.Named(map))));

    [Theory]
    [InlineData("<name>Leg 0 t (VERTICAL_TAKEOFF)</name><styleUrl>#route-green</styleUrl>", "<styleUrl>#route-green</styleUrl><name>Leg 0</name>")]
    [InlineData("<altitudeMode>absolute</altitudeMode><coordinates>4.0,52.0,0.0 4.0,52.0,100.0</coordinates>", "<coordinates>4.0,52.0,0.0 4.0,52.0,100.0</coordinates><altitudeMode>absolute</altitudeMode>")]
    [InlineData("<altitudeMode>absolute</altitudeMode>", "")]
    [InlineData("<altitudeMode>absolute</altitudeMode>", "<altitudeMode>amsl</altitudeMode>")]
    [InlineData("<color>ff00b050</color>", "<color>#ff00b050</color>")]
    [InlineData("<color>ff00b050</color>", "<color>00b050</color>")]
    [InlineData("<color>ff00b050</color><width>3</width>", "<width>3</width><color>ff00b050</color>")]
    [InlineData("id=\"route-amber\"", "id=\"route-green\"")]
    [InlineData("id=\"route-green\"", "id=\"green route\"")]
    [InlineData("id=\"route-green\"", "id=\"route-grün\"")]
    [InlineData("<Data name=", "<Data id=")]
    [InlineData("<value>landing_zones</value>", "")]
    [InlineData("<coordinates>4.0,52.0,0.0 4.0,52.0,100.0</coordinates>", "<coordinates>4.0,52.0,0.0</coordinates>")]
    [InlineData("<coordinates>4.0,52.0,0.0 4.0,52.0,100.0</coordinates>", "<coordinates>4.0,52.0,0.0, 4.0,52.0,100.0</coordinates>")]
    [InlineData("<coordinates>4.0,52.0,0.0 4.0,52.0,100.0</coordinates>", "<coordinates>52.0,104.0,0.0 4.0,52.0,100.0</coordinates>")]
    [InlineData("<coordinates>4.0,52.0,0.0 4.0,52.0,100.0</coordinates>", "<coordinates>NaN,52.0,0.0 4.0,52.0,100.0</coordinates>")]
    [InlineData(" 4.0,52.002,0.0</coordinates></LinearRing>", "</coordinates></LinearRing>")]
    [InlineData("<outerBoundaryIs>", "<boundary/><outerBoundaryIs>")]
    [InlineData("http://www.opengis.net/kml/2.2", "http://earth.google.com/kml/2.1")]
    public void The_check_finds_what_is_not(string text, string other)
    {
        string kml = Encoding.UTF8.GetString(KmlExport.Render(Interchange.Maps.Named("violations")));
        Assert.Contains(text, kml, StringComparison.Ordinal);

        Assert.NotEmpty(KmlMap.Problems(Encoding.UTF8.GetBytes(kml.Replace(text, other, StringComparison.Ordinal))));
    }

    [Fact]
    public void Names_come_back_as_they_were()
    {
        var document = XDocument.Parse(Encoding.UTF8.GetString(KmlExport.Render(Interchange.Maps.Named("awkward"))));
        string[] names = [.. document.Descendants(KmlMap.Kml + "name").Select(n => n.Value)];

        Assert.Contains($"Leg 1 {Interchange.Maps.AwkwardName} (TRANSIT)", names);
        Assert.Contains(Interchange.Maps.AwkwardName, names);
        Assert.Contains(Interchange.Maps.AwkwardName + " 1", names);
    }

    [Fact]
    public void A_map_shows_every_leg_zone_and_polygon()
    {
        EstimateMap map = Interchange.Maps.Named("violations");
        var document = XDocument.Parse(Encoding.UTF8.GetString(KmlExport.Render(map)));

        Assert.Equal(map.Result.Legs.Length, document.Descendants(KmlMap.Kml + "LineString").Count());
        Assert.Equal(2, document.Descendants(KmlMap.Kml + "Point").Count());
        Assert.Equal(3, document.Descendants(KmlMap.Kml + "Polygon").Count());
        Assert.Contains(map.Result.Legs, leg => leg.PathDistanceM == 0.0 || leg.Start.LatDeg == leg.End.LatDeg);
    }
}
