using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Tests.Binding;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Tests.Missions;

/// <summary>One change to a small valid mission, and the one problem it gives.</summary>
public class MissionOutcomeTests
{
    [Theory]
    [InlineData("planned_home.lat", "\"52\"", "planned_home.lat", "value_error")]
    [InlineData("planned_home.lat", "true", "planned_home.lat", "value_error")]
    [InlineData("planned_home.lat", "null", "planned_home.lat", "value_error")]
    [InlineData("planned_home.lat", "90.0000001", "planned_home.lat", "less_than_equal")]
    [InlineData("planned_home", "null", "planned_home", "model_type")]
    [InlineData("planned_home", "[]", "planned_home", "model_type")]
    [InlineData("route", "[]", "route", "too_short")]
    [InlineData("route", "null", "route", "list_type")]
    [InlineData("route", "{}", "route", "list_type")]
    [InlineData("route", "[1]", "route.0", "model_type")]
    [InlineData("route.2.altitude_m", "1", "route.2", "value_error")]
    [InlineData("route.0.altitude_m", "-0.1", "route.0.altitude_m", "greater_than_equal")]
    [InlineData("route.1.id", "\"t\"", null, "value_error")]
    [InlineData("route.0.action", "\"Takeoff\"", "route.0.action", "enum")]
    [InlineData("estimation", "{\"fidelity\": \"V1\"}", "estimation.fidelity", "literal_error")]
    [InlineData("constraints", "{\"require_rth_reserve\": 1}", "constraints.require_rth_reserve", "bool_type")]
    [InlineData("constraints", "{\"accepted_warning_codes\": [\"MAX_WIND_EXCEEDED\"]}", "constraints", "value_error")]
    [InlineData("constraints", "{\"accepted_warning_codes\": [\"high_crab_margin\"]}", "constraints", "value_error")]
    [InlineData("constraints", "{\"accepted_warning_codes\": [\"HIGH_CRAB_MARGIN\", \"HIGH_CRAB_MARGIN\"]}", "constraints", "value_error")]
    [InlineData("foo", "\"x\"", "foo", "extra_forbidden")]
    [InlineData("schema_version", "\"mission.v6\"", "schema_version", "literal_error")]
    [InlineData("schema_version", "\"mission.v7 \"", "schema_version", "literal_error")]
    [InlineData("schema_version", "7", "schema_version", "literal_error")]
    [InlineData("schema_version", "null", "schema_version", "literal_error")]
    [InlineData("sora", "{\"version\": 2.5}", "sora.version", "literal_error")]
    public void OneChangeGivesOneProblem(string path, string json, string? problemPath, string type)
    {
        LoadError error = Outcome.MissionError(Samples.Mission.With(path, json));

        Problem problem = Outcome.One(error, problemPath, type);
        Assert.Equal("mission", error.InputName);
        Assert.Equal("/folder/input.yaml", error.Path);
        Assert.Equal(new string('0', 64), error.Identity!.Sha256);
        Assert.Equal(1, error.Details.Find("validation_error_count").Integer);
        Assert.Equal(problemPath ?? "null", error.Details.Find("first_error_path").ToString());
        Assert.Equal(type, error.Details.Find("first_error_type").Text);
        Assert.Equal(problem.Message, error.Details.Find("first_error_message").Text);
        Assert.Null(error.InternalErrorType);
    }

    [Fact]
    public void ARemovedKeyIsMissing()
    {
        Outcome.One(Outcome.MissionError(Samples.Mission.Without("planned_home")), "planned_home", "missing");
        Outcome.One(Outcome.MissionError(Samples.Mission.Without("route.1.lat")), "route.1", "value_error");
    }

    [Fact]
    public void NaNIsNoNumber() =>
        Outcome.One(Outcome.MissionError(Samples.Mission.With("planned_home.lat", Tree.Number(double.NaN))), "planned_home.lat", "value_error");

    [Fact]
    public void ZeroAltitudeAndNegativeZeroPass()
    {
        Assert.Equal(0.0, Outcome.BindMission(Samples.Mission.With("route.0.altitude_m", "0")).Route[0].AltitudeM);
        Assert.Equal(-0.0, Outcome.BindMission(Samples.Mission.With("route.0.altitude_m", "-0.0")).Route[0].AltitudeM);
    }

    [Fact]
    public void AnUnderflownNumberIsNotPositive() => Outcome.One(
        Outcome.MissionError(Samples.Mission.With("route.1.loiter_radius_m", Tree.Number(1.0e-400))), "route.1.loiter_radius_m", "greater_than");

    [Fact]
    public void KeysThatAreNoTextsAreNamed()
    {
        DocumentNode map = DocumentNode.FromMembers([new(Tree.Integer(1), Tree.Text("a"))], 4, 11);
        Outcome.One(Outcome.MissionError(Samples.Mission.With("metadata", map)), "metadata.1.[key]", "string_type");

        Assert.Equal("1", KeyPath(Tree.Integer(1)));
        Assert.Equal("0", KeyPath(Tree.Boolean(false)));
        Assert.Equal("1.5", KeyPath(Tree.Number(1.5)));
        Assert.Equal("2.0", KeyPath(Tree.Number(2.0)));
        Assert.Equal("1e+16", KeyPath(Tree.Number(1e16)));
        Assert.Equal("1.5e-07", KeyPath(Tree.Number(1.5e-7)));
        Assert.Equal("nan", KeyPath(Tree.Number(double.NaN)));
        Assert.Equal("None", KeyPath(Tree.Null()));
        Assert.Equal("2026-01-02", KeyPath(Tree.Date(2026, 1, 2)));

        static string KeyPath(DocumentNode key)
        {
            DocumentNode root = Samples.Mission.With("zzz", "1").Renamed("zzz", key);
            Problem problem = Assert.Single(Outcome.MissionError(root).Problems);
            Assert.Equal("invalid_key", problem.Type);
            return problem.Path!;
        }
    }

    [Fact]
    public void OnlyTheVersionGivesTheFourMissingKeys()
    {
        LoadError error = Outcome.MissionError(Tree.Json("""{"schema_version": "mission.v7"}"""));

        Assert.Equal(
            ["mission_id missing", "vehicle_profile missing", "planned_home missing", "route missing"],
            error.Problems.Select(Outcome.Short));
        Assert.Equal(4, error.Details.Find("validation_error_count").Integer);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"route": 5}""")]
    public void AnAbsentVersionWinsOverEverything(string json)
    {
        LoadError error = Outcome.MissionError(Tree.Json(json));

        Assert.Equal(
            ["expected_schema_version=mission.v7", "first_error_path=schema_version", "first_error_type=missing"],
            error.Details.Select(d => $"{d.Key}={d.Value}"));
        Assert.NotNull(error.Identity);
        Assert.Contains("migrate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ProblemsComeInContractOrder()
    {
        DocumentNode root = Tree.Json("""
            {
              "schema_version": "mission.v7", "zzz": 1,
              "route": [{"id": "", "action": "x", "b": 1, "a": 2, "lat": "5"}, {}],
              "mission_id": 5, "airspace": {}, "aaa": 2, "three": 4
            }
            """).Renamed("three", Tree.Integer(3));

        string[] expected =
        [
            "mission_id string_type", "vehicle_profile missing", "planned_home missing", "route.0.id string_too_short", "route.0.action enum",
            "route.0.lat value_error", "route.0.b extra_forbidden", "route.0.a extra_forbidden", "route.1.id missing", "route.1.action missing",
            "airspace.class missing", "airspace.max_altitude_agl_m missing",
            "airspace.operational_and_contingency_volume_assessment_reference missing", "airspace.worst_case_arc_declared missing",
            "airspace.aerodrome_environment missing", "airspace.transponder_mandatory_zone missing", "zzz extra_forbidden",
            "aaa extra_forbidden", "3 invalid_key",
        ];
        LoadError error = Outcome.MissionError(root);
        Assert.Equal(expected, error.Problems.Select(Outcome.Short));
        Assert.Equal(19, error.Details.Find("validation_error_count").Integer);
    }

    [Theory]
    [InlineData("1.5", "int_from_float")]
    [InlineData("\"x\"", "int_parsing")]
    [InlineData("\"3.\"", "int_parsing")]
    [InlineData("\"1__0\"", "int_parsing")]
    [InlineData("\"_1\"", "int_parsing")]
    [InlineData("\"3e0\"", "int_parsing")]
    [InlineData("\"0x10\"", "int_parsing")]
    [InlineData("\"3.1\"", "int_parsing")]
    [InlineData("\"\"", "int_parsing")]
    [InlineData("-1", "greater_than_equal")]
    [InlineData("null", "int_type")]
    [InlineData("1e300", "int_parsing_size")]
    public void APriorityThatIsNoWholeNumberIsRefused(string json, string type) =>
        Outcome.One(Outcome.MissionError(WithPriority(Tree.Json(json))), "link_systems.0.priority", type);

    [Theory]
    [InlineData("\"3.0\"", 3)]
    [InlineData("\" +1_0 \"", 10)]
    [InlineData("7.0", 7)]
    [InlineData("true", 1)]
    [InlineData("\"0\"", 0)]
    public void APriorityMayBeWrittenInManyWays(string json, long expected) =>
        Assert.Equal(expected, Outcome.BindMission(WithPriority(Tree.Json(json))).LinkSystems[0].Priority);

    [Fact]
    public void AnInfinitePriorityIsNotFinite()
    {
        DocumentNode infinite = WithPriority(Tree.Number(double.PositiveInfinity));
        Outcome.One(Outcome.MissionError(infinite), "link_systems.0.priority", "finite_number");
        DocumentNode tooLong = WithPriority(Tree.Text(new string('1', 4301)));
        Outcome.One(Outcome.MissionError(tooLong), "link_systems.0.priority", "int_parsing_size");
    }

    [Fact]
    public void AnIntegerBeyondADoubleIsAnUnexpectedErrorWithAPlace()
    {
        LoadError error = Outcome.MissionError(Samples.Mission.With("route.0.altitude_m", Tree.Integer(System.Numerics.BigInteger.Pow(10, 400))));

        Outcome.One(error, "route.0.altitude_m", "value_error");
        Assert.Equal("OverflowError", error.InternalErrorType);
    }

    [Fact]
    public void MisleadingNumbersAreRefusedWithTheWayToWriteThem()
    {
        Problem octal = Outcome.One(
            Outcome.MissionError(Samples.Mission.With("route.0.altitude_m", Tree.Integer(64, "0100"))), "route.0.altitude_m", "value_error");
        Assert.Contains("`0100` reads as octal 64 in YAML 1.1; write 64 or 100", octal.Message, StringComparison.Ordinal);

        DocumentNode sixty = DocumentNode.FromInteger(90, 7, 3, "1:30");
        Problem baseSixty = Outcome.One(
            Outcome.MissionError(Samples.Mission.With("route.0.altitude_m", sixty)), "route.0.altitude_m", "value_error");
        Assert.Contains("`1:30` reads as base 60, 90", baseSixty.Message, StringComparison.Ordinal);

        Outcome.One(Outcome.MissionError(Samples.Mission.With("departure_time", sixty)), "departure_time", "value_error");
        Outcome.BindMission(Samples.Mission.With("metadata", DocumentNode.FromMembers([new(Tree.Text("a"), sixty)], 1, 1)));
    }

    [Fact]
    public void YamlSetsAndPairsCountAsLists()
    {
        DocumentNode set = DocumentNode.FromItems(DocumentNodeKind.Set, [Tree.Text("HIGH_CRAB_MARGIN")], 1, 1);
        DocumentNode constraints = Tree.EmptyMapping().With("accepted_warning_codes", set);
        Mission mission = Outcome.BindMission(Samples.Mission.With("constraints", constraints));
        Assert.Equal("HIGH_CRAB_MARGIN", Assert.Single(mission.Constraints.AcceptedWarningCodes));

        DocumentNode pairs = DocumentNode.FromItems(DocumentNodeKind.Pairs, [Samples.Mission.At("route.0")], 1, 1);
        Outcome.One(Outcome.MissionError(Samples.Mission.With("route", pairs)), "route.0", "model_type");
    }

    [Fact]
    public void BinaryTextCountsAsText()
    {
        DocumentNode bytes = DocumentNode.FromBytes("q"u8.ToArray(), 7, 3);
        Assert.Equal("q", Outcome.BindMission(Samples.Mission.With("vehicle_profile", bytes)).VehicleProfile);
        DocumentNode wrong = DocumentNode.FromBytes([0xff], 7, 3);
        Outcome.One(Outcome.MissionError(Samples.Mission.With("vehicle_profile", wrong)), "vehicle_profile", "string_unicode");
    }

    private static DocumentNode WithPriority(DocumentNode priority) =>
        Samples.Mission.With("link_systems", """[{"link_id": "a", "kind": "starlink"}]""").With("link_systems.0.priority", priority);
}
