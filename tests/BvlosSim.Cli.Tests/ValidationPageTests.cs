using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using BvlosSim.Cli.Tests.Running;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.Cli.Tests;

/// <summary>The page of <c>validate</c>: whole and well-formed whatever the trace holds, and with the numbers of the JSON.</summary>
public class ValidationPageTests
{
    private const string Windy = TestInputs.Mission + "estimation: {wind_east_mps: 60, wind_north_mps: 0}\n";
    private const string Hostile = "</svg><script>alert('x')</script>\"&\u202e";

    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_page_of_a_flight_is_golden()
    {
        using TemporaryFolder folder = FlownMission.Folder(
            change: t => t with { Provenance = t.Provenance with { ParsingAssumptions = ["Altitude: the receiver's.", "Completeness of the log: complete."] } });
        RunOutcome run = Page(folder, "v3");

        Assert.Equal(10, run.ExitCode);
        Golden.Matches("pages/validation.html", run.Text);
    }

    [Theory]
    [InlineData("v2", "pct")]
    [InlineData("v3", "points")]
    public void The_table_holds_the_numbers_of_the_json(string version, string reserveUnit)
    {
        using TemporaryFolder folder = FlownMission.Folder();
        XDocument page = Parsed(Page(folder, version));
        JsonElement report = JsonDocument.Parse(Run(folder, version, "json").Text).RootElement;
        JsonElement acceptance = report.GetProperty("acceptance");
        JsonElement metrics = report.GetProperty("mission_metrics");
        string[] keys = ["time_s", "horizontal_distance_m", "mean_groundspeed_mps", "reserve_percent"];
        XElement[] rows = [.. Table(page, "gate").Element(Html + "tbody")!.Elements(Html + "tr")];

        Assert.Equal(acceptance.GetProperty("passed").GetBoolean() ? "✓ PASS" : "✗ FAIL", page.Descendants(Html + "header").Single().Element(Html + "p")!.Value);
        for (int i = 0; i < keys.Length; i++)
        {
            double[] cells = [.. rows[i].Elements(Html + "td").SkipLast(1).Select(Number)];
            JsonElement metric = metrics.GetProperty(keys[i]);
            double error = version == "v2"
                ? acceptance.GetProperty("errors_pct").GetProperty(keys[i]).GetDouble()
                : acceptance.GetProperty("metrics").GetProperty(keys[i]).GetProperty("error").GetDouble();
            Assert.Equal(metric.GetProperty("predicted").GetDouble(), cells[0], 0.051);
            Assert.Equal(metric.GetProperty("observed").GetDouble(), cells[1], 0.051);
            Assert.Equal(metric.GetProperty("observed").GetDouble() - metric.GetProperty("predicted").GetDouble(), cells[2], 0.051);
            Assert.Equal(error, cells[3], 0.051);
        }

        Assert.Contains(reserveUnit == "points" ? "points" : "%", rows[3].Elements(Html + "td").ElementAt(3).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v2")]
    [InlineData("v3")]
    public void The_rows_of_an_error_add_up_to_its_sum(string version)
    {
        using TemporaryFolder folder = FlownMission.Folder();
        XElement[] tables = [.. Parsed(Page(folder, version)).Descendants(Html + "table").Where(t => Class(t) == "terms")];

        Assert.Equal(4, tables.Length);
        foreach (XElement table in tables)
        {
            double[] amounts = [.. table.Descendants(Html + "tr").Select(r => Number(r.Elements(Html + "td").First()))];
            // Each row is rounded by itself.
            Assert.Equal(amounts[^1], amounts[..^1].Sum(), 0.05 * amounts.Length);
        }
    }

    [Fact]
    public void A_page_has_its_drawings_and_loads_and_runs_nothing()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        XDocument page = Parsed(Page(folder, "v3"));

        Assert.Equal(["map", "altitude", "speed", "battery"], Drawings(page));
        XElement map = page.Descendants(Svg + "svg").Single(d => Class(d) == "map");
        Assert.Equal(["planned", "flown"], map.Elements(Svg + "path").Select(Class).Where(c => c is "planned" or "flown"));
        Assert.Contains(page.Descendants(Svg + "rect"), r => Class(r) == "phase steep-up behind");
        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "link" or "img" or "iframe" or "object" or "use" or "image");
        Assert.DoesNotContain(
            page.Descendants().Attributes(), a => a.Name.LocalName is "src" or "href" or "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Completeness of the log: complete.", "complete", "band whole")]
    [InlineData("Completeness of the log: truncated; 12 bytes in 1 stretch could not be used.", "truncated; 12 bytes in 1 stretch could not be used", "band warn")]
    [InlineData("made for tests", "not stated by the trace", "band warn")]
    public void Reports_say_whether_the_log_is_whole(string assumption, string completeness, string band)
    {
        using TemporaryFolder folder = FlownMission.Folder(
            change: t => t with { Provenance = t.Provenance with { ParsingAssumptions = ["first", assumption] } });
        XElement first = Parsed(Page(folder, "v2")).Descendants(Html + "p").First(p => Class(p)?.StartsWith("band", StringComparison.Ordinal) ?? false);

        Assert.Equal((band, $"Completeness of the log: {completeness}."), (first.Attribute("class")!.Value, first.Value));
        foreach (string version in (string[])["v2", "v3"])
        {
            string markdown = Run(folder, version, "markdown").Text;
            Assert.Contains($"- Completeness of the log: **{completeness}**\n", markdown, StringComparison.Ordinal);
            Assert.EndsWith($"\n## What the reader of the log assumed\n\n- first\n- {assumption}\n", markdown, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("v2")]
    [InlineData("v3")]
    public void A_gap_is_drawn_as_one_and_told_on_top(string version)
    {
        using TemporaryFolder folder = FlownMission.Folder(change: t => t with { Records = [.. t.Records.Where(r => r.TimeS is <= 60.0 or >= 100.0)] });
        XDocument page = Parsed(Page(folder, version));
        XElement[] drawings = [.. page.Descendants(Svg + "svg").Where(s => s.Attribute("role")?.Value == "img")];

        Assert.All(drawings, d => Assert.Equal(2, d.Elements(Svg + "path").Count(p => Class(p) == "flown")));
        Assert.All(drawings.Skip(1), d => Assert.Equal("no records for 40.0 s", d.Descendants(Svg + "rect").Single(r => Class(r) == "gap").Element(Svg + "title")!.Value));
        Assert.All(drawings, d => Assert.Single(d.Elements(Svg + "path"), p => Class(p) == "planned"));
        XElement band = page.Descendants(Html + "p").Last(p => Class(p) == "band warn");
        Assert.StartsWith("A gap of 40.0 s between records", band.Value, StringComparison.Ordinal);
        Assert.True(band.IsBefore(Table(page, "gate").Parent!));
        Assert.Equal(version == "v3", Run(folder, version, "markdown").Text.Contains("\n- A gap of 40.0 s between records", StringComparison.Ordinal));
    }

    [Fact]
    public void A_flight_cut_in_the_air_fails_on_top_of_the_page_and_on_standard_error()
    {
        using TemporaryFolder folder = FlownMission.Folder(change: t => t with
        {
            Records = t.Records[..90],
            Provenance = t.Provenance with { ParsingAssumptions = ["Completeness of the log: truncated; 12 bytes in 1 stretch could not be used."] },
        });
        string[] wide = ["--max-time-error-percent", "1e9", "--max-distance-error-percent", "1e9", "--max-speed-error-percent", "1e9", "--max-reserve-error-percent", "1e9"];
        RunOutcome v3 = Executable.Run(folder.Path, ["validate", "mission.yaml", "vehicle.yaml", "trace.json", "--report-version", "v3", "--format", "html", .. wide]);
        RunOutcome v2 = Executable.Run(folder.Path, ["validate", "mission.yaml", "vehicle.yaml", "trace.json", "--format", "html", .. wide]);
        string[] bands = [.. Parsed(v3).Descendants(Html + "p").Where(p => Class(p) == "band warn").Select(p => p.Value)];

        Assert.Equal((10, 0), (v3.ExitCode, v2.ExitCode));
        Assert.Contains("All four errors are within their limits, but the log was truncated, and the log ends in the air.", v3.Text, StringComparison.Ordinal);
        Assert.Equal(["Completeness of the log: truncated", "The log ends in the air: at its last record"], bands.Select((b, i) => b[..(i == 0 ? 34 : 43)]));
        Assert.Equal(bands, Parsed(v2).Descendants(Html + "p").Where(p => Class(p) == "band warn").Select(p => p.Value));
        Assert.Contains("bvlos-sim: flight: the log ends in the air.\n", v3.StandardError, StringComparison.Ordinal);
        Assert.All([v2, v3], r => Assert.Contains("warning: t1: the log of this trace was truncated; 12 bytes", r.StandardError, StringComparison.Ordinal));
    }

    [Fact]
    public void Hostile_texts_stay_text()
    {
        using TemporaryFolder folder = FlownMission.Folder(change: t => t with
        {
            Provenance = t.Provenance with { ParsingAssumptions = [Hostile, "Completeness of the log: " + Hostile], RawLogFilename = Hostile, SourceFormat = Hostile },
            Mission = t.Mission! with { MissionFile = Hostile, VehicleFile = Hostile },
            Records = [.. t.Records.Select(r => r with { FlightMode = Hostile })],
        });
        XDocument page = Parsed(Page(folder, "v2"));

        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName == "script");
        Assert.Equal(7, page.DescendantNodes().OfType<XText>().Count(t => t.Value.Contains("</svg><script>alert('x')</script>\"&\ufffd", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_trace_of_hardly_any_record_is_a_page(int count)
    {
        using TemporaryFolder folder = FlownMission.Folder(change: t => t with { Records = t.Records[..count] });
        foreach (string version in (string[])["v2", "v3"])
        {
            RunOutcome run = Page(folder, version);
            Assert.Equal(10, run.ExitCode);
            Assert.Equal("✗ FAIL", Parsed(run).Descendants(Html + "header").Single().Element(Html + "p")!.Value);
        }
    }

    [Fact]
    public void A_trace_of_positions_alone_is_a_page_that_says_so()
    {
        using TemporaryFolder folder = FlownMission.Folder(change: t => t with
        {
            Records = [.. t.Records.Select(r => new TraceRecord { TimeS = r.TimeS, LatitudeDeg = r.LatitudeDeg, LongitudeDeg = r.LongitudeDeg })],
        });
        RunOutcome run = Page(folder, "v3");

        Assert.Equal(["map", "altitude", "speed", "battery"], Drawings(Parsed(run)));
        Assert.Contains("Altitudes are missing", run.Text, StringComparison.Ordinal);
        Assert.Equal(3, run.Text.Split("The trace has no values of it.").Length - 1);
    }

    [Fact]
    public void A_prediction_that_failed_is_a_page_of_what_there_is_of_it()
    {
        using TemporaryFolder folder = FlownMission.Folder(Windy);
        RunOutcome run = Page(folder, "v2");

        Assert.Equal(10, run.ExitCode);
        Assert.Contains("class=\"band warn\">The estimate failed (", run.Text, StringComparison.Ordinal);
        Assert.Equal("map", Drawings(Parsed(run))[0]);
    }

    [Fact]
    public void Numbers_beyond_a_drawing_are_left_out_of_it()
    {
        using TemporaryFolder folder = FlownMission.Folder(change: t => t with
        {
            Records = [.. t.Records.Select((r, i) => r with { AltitudeAmslM = i == 50 ? 1e300 : r.AltitudeAmslM, BatteryVoltageV = 1e200, BatteryCurrentA = 1e200 })],
        });
        RunOutcome run = Page(folder, "v2");
        string[] paths = [.. Parsed(run).Descendants(Svg + "path").Select(p => p.Attribute("d")!.Value)];

        Assert.Contains("1 value beyond a million left out.", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(paths, d => d.Contains("NaN", StringComparison.Ordinal) || d.Contains("Infinity", StringComparison.Ordinal) || d.Contains('E', StringComparison.Ordinal));
    }

    private static RunOutcome Page(TemporaryFolder folder, string version) => Run(folder, version, "html");

    private static RunOutcome Run(TemporaryFolder folder, string version, string format) => Executable.Run(
        folder.Path, "validate", "mission.yaml", "vehicle.yaml", "trace.json", "--report-version", version, "--format", format);

    private static XDocument Parsed(RunOutcome run) => XDocument.Parse(run.Text, LoadOptions.PreserveWhitespace);

    private static string? Class(XElement element) => element.Attribute("class")?.Value;

    private static XElement Table(XDocument page, string css) => page.Descendants(Html + "table").Single(t => Class(t) == css);

    private static string[] Drawings(XDocument page) =>
        [.. page.Descendants(Svg + "svg").Where(s => s.Attribute("role")?.Value == "img").Select(s => s.Element(Svg + "title")!.Attribute("id")!.Value.Split('-')[0])];

    /// <summary>The number of a cell, after its heading and before its unit.</summary>
    private static double Number(XElement cell)
    {
        string text = string.Concat(cell.Nodes().OfType<XText>().Select(t => t.Value)).Replace('−', '-');
        return double.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
