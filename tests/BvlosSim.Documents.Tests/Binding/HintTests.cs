using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Tests.Binding;

/// <summary>What a person is told to do.</summary>
public class HintTests
{
    [Theory]
    [InlineData("route.1", "altitud_m", "Did you mean `altitude_m`?")]
    [InlineData("route.1", "Altitude-M", "Did you mean `altitude_m`?")]
    [InlineData("route.1", "altitude", "Did you mean `altitude_m`, in m?")]
    [InlineData("route.1", "altitude_ft", "Did you mean `altitude_m`? Its value is in m: convert it.")]
    [InlineData("route.1", "qqqqqq", "Remove it; the keys here are id, action, lat")]
    [InlineData("route.1", "fidelity", "It belongs in `estimation`.")]
    [InlineData("", "wind_layers", "It belongs in `estimation`.")]
    [InlineData("", "wind_east_mps", "It belongs in `estimation` or `estimation.wind_layers[]`.")]
    [InlineData("", "cruise_speed_mps", "It belongs in `defaults`.")]
    [InlineData("planned_home", "route", "It belongs in the root of the document.")]
    [InlineData("airspace", "near_aerodrome", "renamed to `aerodrome_environment`")]
    public void UnknownKeysOfAMission(string place, string key, string advice)
    {
        string path = place.Length == 0 ? key : $"{place}.{key}";
        DocumentNode root = place == "airspace" ? Samples.FullMission : Samples.Mission;
        Problem problem = Outcome.One(Outcome.MissionError(root.With(path, "1")), path, "extra_forbidden");

        Assert.Contains(advice, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AVehicleNamesNoVersion()
    {
        Problem problem = Outcome.One(
            Outcome.VehicleError(Samples.Vehicle.With("schema_version", "\"vehicle.v5\"")), "schema_version", "extra_forbidden");
        Assert.Contains("remove the key", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("52", "remove the quotes: 52")]
    [InlineData("1e3", "write 1.0e+3 or 1000, without quotes")]
    [InlineData("1.5E3", "write 1.5e+3 or 1500, without quotes")]
    [InlineData("1e-30", "write 1.0e-30, without quotes")]
    [InlineData("1e999", "beyond the range of a double")]
    [InlineData("08", "write 8, without quotes")]
    [InlineData("-.5", "write -0.5, without quotes")]
    [InlineData("1,5", "write a decimal point: 1.5")]
    [InlineData("5m", "write the number alone, in m, such as 5")]
    [InlineData("12.5 ft", "write the number alone, in m, such as 12.5")]
    [InlineData("", "the text is empty")]
    [InlineData("high", "found the text \"high\".")]
    public void TextsForNumbers(string text, string advice) => Says("route.1.altitude_m", Tree.Text(text), advice);

    [Fact]
    public void RangesUnitsAndTheValueFoundAreNamed()
    {
        Says("planned_home.lat", Tree.Number(90.5), "`lat` must be a finite number in deg, from -90 to 90; found 90.5.");
        Says("route.1.altitude_m", Tree.Number(-0.1), "`altitude_m` must be a finite number in m, 0 or more; found -0.1.");
        Says("planned_home.lat", Tree.Null(), "a key with nothing after it is null");
        Says("planned_home.lat", Tree.Boolean(true), "found the boolean true: YAML reads yes, no, on and off as booleans");
        Says("planned_home.lat", Tree.Number(double.NaN), "found NaN (not a number).");
        Says("planned_home.lat", Tree.Integer(System.Numerics.BigInteger.Pow(10, 400)), "an integer of 401 digits: it is beyond the range");
    }

    [Fact]
    public void TextsAreToBeQuoted()
    {
        Says("mission_id", Tree.Boolean(true), "put the text in quotes");
        Says("mission_id", Tree.Integer(2026), "found 2026: put the text in quotes");
        Says("mission_id", Tree.Date(2026, 1, 2), "found the date 2026-01-02: YAML reads it as a date; put the text in quotes");
        Says("mission_id", Tree.Text("a b"), "replace the character \" \" at position 2");
        Says("mission_id", Tree.Text("_a"), "starts with a letter or digit");
        Says("sora", Tree.EmptyMapping().With("version", Tree.Number(2.5)), "put it in quotes: '2.5'");
        Says("schema_version", Tree.Text("mission.v6"), "rewritten by `bvlos-sim migrate`");
    }

    [Fact]
    public void TokensAreListed()
    {
        Says("route.1.action", Tree.Text("Waypoint"), "did you mean `waypoint`.");
        Says("route.1.action", Tree.Text("loiter"), "one of `takeoff`, `vtol_takeoff`, `waypoint`, `loiter_time`, `land`, `rtl`");
        Says(
            "constraints", Tree.Json("""{"accepted_warning_codes": ["HIGH_CRAB_MARGINS"]}"""), "Did you mean `HIGH_CRAB_MARGIN`?");
        Says("constraints", Tree.Json("""{"require_rth_reserve": "true"}"""), "remove the quotes: true");
        Says("constraints", Tree.Json("""{"require_rth_reserve": 0}"""), "write false");
    }

    [Fact]
    public void FoundTextsAreShortAndPrintable()
    {
        Says("route.1.altitude_m", Tree.Text("a\nb\u0007\ud800"), "the text \"a\\u000ab\\u0007\\ud800\"");
        Says("route.1.altitude_m", Tree.Text("\"\\"), "the text \"\\\"\\\\\"");
        Says("route.1.altitude_m", Tree.Text(new string('x', 500)), "xxx…\"");

        LoadError error = Outcome.MissionError(Samples.Mission.With("a\n\u001b", "1"));
        Assert.Equal("a\n\u001b", error.Problems[0].Path);
        Assert.StartsWith("Line 7, column 3: a\\u000a\\u001b: \"a\\u000a\\u001b\" is no key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OctalsWithoutAnotherReadingAreRewritten()
    {
        Says("route.1.altitude_m", Tree.Integer(1, "01"), "`01` is an octal number in YAML 1.1; write 1");
        Says("route.1.altitude_m", Tree.Integer(-8, "-010"), "`-010` reads as octal -8 in YAML 1.1; write -8 or -10");
        Says("route.1.altitude_m", Tree.Integer(0, "00"), "`00` is an octal number in YAML 1.1; write 0");
        Says("route.1.altitude_m", DocumentNode.FromFloat(90.5, 7, 3, "1:30.5"), "`1:30.5` reads as base 60, 90.5");
    }

    [Fact]
    public void TheMessageCountsTheProblems()
    {
        LoadError error = Outcome.MissionError(Samples.Mission.With("a", "1").With("b", "1"));
        Assert.StartsWith("Line 7, column 3: a: \"a\" is no key of mission.", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("(2 problems in all)", error.Message, StringComparison.Ordinal);
    }

    private static void Says(string path, DocumentNode value, string words)
    {
        LoadError error = Outcome.MissionError(Samples.Mission.With(path, value));
        Assert.Contains(words, Assert.Single(error.Problems).Message, StringComparison.Ordinal);
    }
}
