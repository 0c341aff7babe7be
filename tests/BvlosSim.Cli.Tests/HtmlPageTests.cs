using System.Xml.Linq;
using BvlosSim.Cli.Tests.Running;

namespace BvlosSim.Cli.Tests;

/// <summary>The page: whole and well-formed whatever the inputs hold, and with the verdict and its reasons on it.</summary>
public class HtmlPageTests
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_page_of_full_evidence_is_golden()
    {
        RunOutcome run = Page(Example("full-evidence"));

        Assert.Equal(0, run.ExitCode);
        Golden.Matches("pages/full-evidence.html", run.Text);
    }

    [Theory]
    [InlineData("full-evidence", "✓ GO")]
    [InlineData("quadplane-corridor", "✗ NO-GO")]
    [InlineData("downwind-delivery", "✗ NO-GO")]
    [InlineData("multirotor-inspection", "✗ NO-GO")]
    public void A_page_is_well_formed_and_begins_with_the_verdict(string example, string verdict)
    {
        XDocument page = Parsed(Page(Example(example)));

        Assert.Equal(verdict, page.Descendants(Html + "header").Single().Element(Html + "p")!.Value);
        Assert.Equal(["map", "profile", "energy"], Drawings(page));
    }

    [Fact]
    public void A_page_loads_and_runs_nothing()
    {
        XDocument page = Parsed(Page(Example("full-evidence")));

        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "link" or "img" or "iframe" or "object");
        Assert.DoesNotContain(
            page.Descendants().Attributes(), a => a.Name.LocalName is "src" or "href" or "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Failed_checks_stand_in_the_way_before_missing_evidence()
    {
        string[] blockers = BlockersOf(Parsed(Page(Example("downwind-delivery"))));

        Assert.Equal(8, blockers.Length);
        Assert.StartsWith("Return home failed check", blockers[0], StringComparison.Ordinal);
        Assert.Contains("lands 14.32 Wh below the reserve of 28.40 Wh", blockers[0], StringComparison.Ordinal);
        Assert.All(blockers[1..], b => Assert.Contains("missing evidence", b, StringComparison.Ordinal));
    }

    [Fact]
    public void A_go_has_nothing_in_its_way() => Assert.Empty(BlockersOf(Parsed(Page(Example("full-evidence")))));

    [Fact]
    public void A_flight_below_the_terrain_is_pointed_out() => Assert.Contains(
        "The flight as drawn lies below the terrain", Page(Example("quadplane-corridor")).Text, StringComparison.Ordinal);

    [Fact]
    public void Hostile_identifiers_stay_text()
    {
        const string Hostile = "</svg><script>alert('x')</script>\\\"&\\u202e";
        using var folder = new TemporaryFolder();
        CopyExample("full-evidence", folder);
        Replace(folder, "assets/geofences.geojson", "glider-field", Hostile);
        Replace(folder, "assets/landing-zones.geojson", "pasture", Hostile);
        Replace(folder, "assets/obstacles.geojson", "mast", Hostile);

        RunOutcome run = Page(folder.Path);
        XDocument page = Parsed(run);

        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName == "script");
        Assert.Equal(["map", "profile", "energy"], Drawings(page));
        Assert.Contains(page.Descendants(Svg + "title"), t => t.Value.Contains("</svg><script>alert('x')</script>\"&\ufffd", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mission_that_does_not_load_is_a_page_with_the_reason()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mission.yaml", "mission_id: '<b>'\n");
        folder.Write("vehicle.yaml", "{}\n");

        RunOutcome run = Page(folder.Path);
        string blocker = Assert.Single(BlockersOf(Parsed(run)));

        Assert.Equal(11, run.ExitCode);
        Assert.StartsWith("INPUT_LOAD_ERROR", blocker, StringComparison.Ordinal);
    }

    [Fact]
    public void Turn_arcs_holes_and_violations_are_drawn()
    {
        using var folder = new TemporaryFolder();
        CopyExample("full-evidence", folder);
        Replace(folder, "mission.yaml", "estimation:\n", "estimation:\n  fidelity: v2\n");
        Replace(folder, "assets/obstacles.geojson", "5.606, 52.3045", "5.6002, 52.3045");
        Replace(folder, "assets/obstacles.geojson", "\"height_m\": 62", "\"height_m\": 95");
        Replace(
            folder, "assets/geofences.geojson", "[5.63, 52.312]]]",
            "[5.63, 52.312]], [[5.632, 52.314], [5.634, 52.314], [5.634, 52.316], [5.632, 52.314]]]");

        XDocument page = Parsed(Page(folder.Path));

        Assert.Contains(Paths(page, "route good"), d => d.Count(c => c == 'L') > 3);
        Assert.Contains(Paths(page, "zone forbidden"), d => d.Count(c => c == 'Z') == 2);
        Assert.NotEmpty(Paths(page, "cross"));
        Assert.Contains(BlockersOf(page), b => b.StartsWith("Obstacle and terrain clearance failed check", StringComparison.Ordinal));
    }

    private static XDocument Parsed(RunOutcome run) => XDocument.Parse(run.Text, LoadOptions.PreserveWhitespace);

    private static RunOutcome Page(string folder) => Executable.Run(folder, "estimate", "mission.yaml", "vehicle.yaml", "--format", "html");

    private static string Example(string name) => Path.Combine(ExampleTests.RepositoryFolder(), "examples", name);

    private static string[] Drawings(XDocument page) =>
        [.. page.Descendants(Svg + "svg").Where(s => s.Attribute("role")?.Value == "img").Select(s => s.Element(Svg + "title")!.Attribute("id")!.Value.Split('-')[0])];

    private static string[] BlockersOf(XDocument page) => [.. page.Descendants(Html + "ol").Elements(Html + "li").Select(l => l.Value)];

    private static IEnumerable<string> Paths(XDocument page, string css) =>
        page.Descendants(Svg + "path").Where(p => p.Attribute("class")?.Value == css).Select(p => p.Attribute("d")!.Value);

    private static void CopyExample(string name, TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder.File("assets"));
        foreach (string file in Directory.GetFiles(Example(name), "*", SearchOption.AllDirectories))
            folder.Write(Path.GetRelativePath(Example(name), file), File.ReadAllText(file));
    }

    private static void Replace(TemporaryFolder folder, string file, string old, string by)
    {
        string text = folder.Read(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        folder.Write(file, text.Replace(old, by, StringComparison.Ordinal));
    }
}
