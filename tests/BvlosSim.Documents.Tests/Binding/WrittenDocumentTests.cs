using System.Text;
using BvlosSim.Documents.Calibration;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Missions;
using BvlosSim.Documents.Vehicles;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Tests.Binding;

/// <summary>Documents as people write them, from their bytes to the problem with its place.</summary>
public class WrittenDocumentTests
{
    private const string Mission = """
        schema_version: mission.v7
        mission_id: ex
        vehicle_profile: q
        planned_home: {lat: 52, lon: 4, altitude_amsl_m: 0}
        route:
        - {id: t, action: vtol_takeoff, altitude_m: ALT}
        - {id: w, action: waypoint, lat: 52.01, lon: 4.0, altitude_m: ALT}
        - {id: r, action: rtl}

        """;

    [Theory]
    [InlineData("100")]
    [InlineData("1.0e+2")]
    [InlineData("1_00")]
    [InlineData("0x64")]
    public void AnAltitudeOfAHundred(string written)
    {
        BoundMission bound = Outcome.Sound(MissionReader.Bind(Yaml(Mission.Replace("ALT", written, StringComparison.Ordinal))));

        Assert.Equal(100.0, bound.Mission.Route[1].AltitudeM);
        Assert.Equal("yaml", bound.Document.Identity.Format);
    }

    [Fact]
    public void TheHashIsThatOfTheBytes() => Assert.Equal(
        "ae4b0a21c4f0e0664e0c17f7926f52140da06ba0d8fdd6fcfb40ef0beb0d3e40",
        Yaml(Mission.Replace("ALT", "100", StringComparison.Ordinal)).Identity.Sha256);

    [Theory]
    [InlineData("1e2", "write 1.0e+2 or 100, without quotes")]
    [InlineData("0100", "`0100` reads as octal 64 in YAML 1.1; write 64 or 100")]
    [InlineData("1:30", "`1:30` reads as base 60, 90, in YAML 1.1")]
    [InlineData(".nan", "found NaN")]
    [InlineData("yes", "found the boolean true")]
    [InlineData("", "a key with nothing after it is null")]
    public void AnAltitudeThatIsNone(string written, string words)
    {
        string required = Mission.Replace("altitude_amsl_m: 0", $"altitude_amsl_m: {written}", StringComparison.Ordinal)
            .Replace("ALT", "1", StringComparison.Ordinal);
        Problem problem = Outcome.One(Outcome.Refused(MissionReader.Bind(Yaml(required))), "planned_home.altitude_amsl_m", "value_error");

        Assert.Equal(4, problem.Line);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BothUsesOfAWrongAltitudeCount()
    {
        LoadError error = Outcome.Refused(MissionReader.Bind(Yaml(Mission.Replace("ALT", "1e2", StringComparison.Ordinal))));

        Assert.Equal(["route.0.altitude_m value_error", "route.1.altitude_m value_error"], error.Problems.Select(Outcome.Short));
        Assert.Equal((6, 45), (error.Problems[0].Line, error.Problems[0].Column));
        Assert.StartsWith("Line 6, column 45: route.0.altitude_m: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ProblemsComeInContractOrderWithTheirLines()
    {
        const string text = """
            schema_version: mission.v7
            zzz: 1
            route: [{id: "", action: x, b: 1, a: 2, lat: "5"}, {}]
            mission_id: 5
            airspace: {}
            aaa: 2
            3: 4
            """;
        LoadError error = Outcome.Refused(MissionReader.Bind(Yaml(text)));

        string[] expected =
        [
            "4 mission_id string_type", "1 vehicle_profile missing", "1 planned_home missing", "3 route.0.id string_too_short",
            "3 route.0.action enum", "3 route.0.lat value_error", "3 route.0.b extra_forbidden", "3 route.0.a extra_forbidden",
            "3 route.1.id missing", "3 route.1.action missing", "5 airspace.class missing", "5 airspace.max_altitude_agl_m missing",
            "5 airspace.operational_and_contingency_volume_assessment_reference missing", "5 airspace.worst_case_arc_declared missing",
            "5 airspace.aerodrome_environment missing", "5 airspace.transponder_mandatory_zone missing", "2 zzz extra_forbidden",
            "6 aaa extra_forbidden", "7 3 invalid_key",
        ];
        Assert.Equal(expected, error.Problems.Select(p => $"{p.Line} {Outcome.Short(p)}"));
    }

    [Theory]
    [InlineData("'1700000000'", "2023-11-14T22:13:20.000000")]
    [InlineData("1700000000.25", "2023-11-14T22:13:20.250000")]
    [InlineData("2026-01-02", "2026-01-02T00:00:00.000000")]
    [InlineData("2026-01-02T03:04:05+02:00", "2026-01-02T01:04:05.000000")]
    [InlineData("2026-1-2 3:04:05.1234567 -1", "2026-01-02T04:04:05.123456")]
    [InlineData("'2026-01-02T03:04:05.1234567'", "2026-01-02T03:04:05.123456")]
    [InlineData("20000000000", "2603-10-11T11:33:20.000000")]
    [InlineData("20000000001", "1970-08-20T11:33:20.001000")]
    public void DepartureTimes(string written, string utc)
    {
        string text = Mission.Replace("ALT", "100", StringComparison.Ordinal) + $"departure_time: {written}\n";
        DepartureTime departure = Outcome.Sound(MissionReader.Bind(Yaml(text))).Mission.DepartureTime!.Value;

        Assert.Equal(utc, departure.Value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("1_0")]
    [InlineData("2026-01-02")]
    [InlineData("on")]
    [InlineData("~")]
    public void IdentifiersThatReadAsSomethingElse(string written)
    {
        Outcome.One(Outcome.Refused(MissionReader.Bind(Yaml(WithId(written)))), "mission_id", "string_type");
        if (written != "~")
            Assert.Equal(written, Outcome.Sound(MissionReader.Bind(Yaml(WithId($"'{written}'")))).Mission.MissionId);

        static string WithId(string id) =>
            Mission.Replace("ALT", "1", StringComparison.Ordinal).Replace("mission_id: ex", $"mission_id: {id}", StringComparison.Ordinal);
    }

    [Fact]
    public void SharedAndMergedNodesBindAsIfWritten()
    {
        const string text = """
            schema_version: mission.v7
            mission_id: ex
            vehicle_profile: q
            planned_home: {lat: 52, lon: 4, altitude_amsl_m: 0}
            metadata:
              height: &alt 100
              base: &wp {action: waypoint, lat: 52.01, lon: 4.0, altitude_m: 100, 7: x}
              octal: 0100
            route:
            - {id: a, action: takeoff, altitude_m: *alt}
            - {<<: {action: waypoint, lat: 1, lon: 2, altitude_m: 3}, id: b, lat: 5}
            """;
        LoadError refused = Outcome.Refused(MissionReader.Bind(Yaml(text + "\n- *wp\n")));
        Assert.Equal(["route.2.id missing", "route.2.7 invalid_key"], refused.Problems.Select(Outcome.Short));

        Mission mission = Outcome.Sound(MissionReader.Bind(Yaml(text))).Mission;
        Assert.Equal(100.0, mission.Route[0].AltitudeM);
        Assert.Equal(new RouteItem { Id = "b", Action = RouteAction.Waypoint, LatDeg = 5.0, LonDeg = 2.0, AltitudeM = 3.0 }, mission.Route[1]);
    }

    [Fact]
    public void JsonBindsLikeYaml()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("{\"calibration_id\": NaN,\n \"notes\": [\"\\ud800\"]}");
        LoadedDocument document = Outcome.Sound(Parse(bytes, DocumentFormat.Json));
        LoadError error = Outcome.Refused(CalibrationReader.Bind(document));

        Assert.Equal(
            [
                "schema_version missing", "calibration_id string_type", "base_vehicle_id missing", "provenance missing",
                "notes.0 string_unicode",
            ],
            error.Problems.Select(Outcome.Short));
        Assert.Equal(2, error.Problems[^1].Line);
        Assert.Equal("json", error.Identity!.Format);
    }

    [Fact]
    public void FilesAreReadOnceAndNamed()
    {
        string folder = Directory.CreateTempSubdirectory("bvlos-binding-").FullName;
        try
        {
            string path = Path.Combine(folder, "vehicle.yaml");
            LoadError missing = VehicleReader.Load(path, CancellationToken.None).Error!;
            Assert.Equal((LoadStage.Read, "vehicle"), (missing.Stage, missing.InputName));
            Assert.Equal("calibration", CalibrationReader.Load(path, CancellationToken.None).Error!.InputName);

            string mission = Path.Combine(folder, "mission.yaml");
            using (FileStream stream = new(mission, FileMode.CreateNew))
                stream.Write(Encoding.UTF8.GetBytes(Mission.Replace("ALT", "100", StringComparison.Ordinal)));
            BoundMission bound = MissionReader.Load(mission, CancellationToken.None).Value!;
            Assert.Equal(mission, bound.Document.Path);
            Assert.Equal(3, bound.Mission.Route.Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static LoadedDocument Yaml(string text) => Outcome.Sound(Parse(Encoding.UTF8.GetBytes(text), DocumentFormat.Yaml));

    private static LoadResult<LoadedDocument> Parse(byte[] bytes, DocumentFormat format) =>
        DocumentLoader.Parse(bytes, format, "/folder/input", "input", cancellationToken: CancellationToken.None);
}
