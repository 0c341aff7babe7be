using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace BvlosSim.Documents.Tests.Interchange;

/// <summary>Holds a KML map against the rules of KML 2.2.</summary>
internal static class KmlMap
{
    public static readonly XNamespace Kml = "http://www.opengis.net/kml/2.2";

    private static readonly XmlSchemaSet Schemas = LoadSchema();

    /// <summary>Everything that is wrong with a map: by the schema, then by what a schema cannot say.</summary>
    public static List<string> Problems(byte[] kml)
    {
        var problems = new List<string>();
        var document = XDocument.Parse(Encoding.UTF8.GetString(kml));
        // Of another namespace the validation says nothing at all.
        if (document.Root!.Name != Kml + "kml")
            problems.Add($"The root is {document.Root.Name}.");
        document.Validate(Schemas, (_, e) => problems.Add(e.Message));
        if (problems.Count > 0)
            return problems;
        HashSet<string> styles = [.. document.Descendants(Kml + "Style").Select(s => "#" + s.Attribute("id")!.Value)];
        foreach (XElement url in document.Descendants(Kml + "styleUrl").Where(u => !styles.Contains(u.Value)))
            problems.Add($"No style {url.Value}.");
        foreach (XElement coordinates in document.Descendants(Kml + "coordinates"))
            Check(coordinates, problems);
        return problems;
    }

    private static void Check(XElement coordinates, List<string> problems)
    {
        string[] tuples = coordinates.Value.Split(' ');
        foreach (string tuple in tuples)
        {
            double[] numbers = [.. tuple.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
            if (Math.Abs(numbers[0]) > 180.0 || Math.Abs(numbers[1]) > 90.0)
                problems.Add($"Off the globe: {tuple}.");
        }

        if (coordinates.Parent!.Name == Kml + "LinearRing" && tuples[0] != tuples[^1])
            problems.Add($"The ring ends at {tuples[^1]} and begins at {tuples[0]}.");
        // Heights above sea level mean nothing where the shape is laid on the ground.
        bool hasHeight = tuples.Any(t => !t.EndsWith(",0.0", StringComparison.Ordinal));
        if (hasHeight && coordinates.Parent.Element(Kml + "altitudeMode")?.Value != "absolute")
            problems.Add($"Heights without an altitude mode: {coordinates.Value}.");
    }

    private static XmlSchemaSet LoadSchema()
    {
        using Stream stream = typeof(KmlMap).Assembly.GetManifestResourceStream("kml-map.xsd")!;
        using var reader = XmlReader.Create(stream);
        var schemas = new XmlSchemaSet();
        schemas.Add(null, reader);
        schemas.Compile();
        return schemas;
    }
}
