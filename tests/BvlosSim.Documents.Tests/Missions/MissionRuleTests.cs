using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Tests.Binding;

namespace BvlosSim.Documents.Tests.Missions;

/// <summary>Every rule between fields of a mission: a violation, and a neighbour that passes.</summary>
public class MissionRuleTests
{
    private const string Airspace = """
        {
          "class": "G", "max_altitude_agl_m": 120, "operational_and_contingency_volume_assessment_reference": "doc", "worst_case_arc_declared": true,
          "aerodrome_environment": false, "transponder_mandatory_zone": false, "over_urban_area": false
        }
        """;

    [Theory]
    [InlineData("""{"id": "x", "action": "rtl", "lat": 1}""", "takes no position", false)]
    [InlineData("""{"id": "x", "action": "rtl", "lon": 1}""", "takes no position", false)]
    [InlineData("""{"id": "x", "action": "rtl", "altitude_m": 1}""", "takes no position", false)]
    [InlineData("""{"id": "x", "action": "rtl", "altitude_reference": "amsl"}""", "takes no position", false)]
    [InlineData("""{"id": "x", "action": "rtl", "acceptance_radius_m": 1}""", "takes no position", false)]
    [InlineData("""{"id": "x", "action": "rtl", "loiter_time_s": 1}""", "takes no position", false)]
    [InlineData("""{"id": "x", "action": "rtl", "loiter_radius_m": 1}""", "takes no position", false)]
    [InlineData("""{"id": "x", "action": "rtl", "lat": null, "altitude_reference": null, "metadata": {}}""", "", true)]
    [InlineData("""{"id": "x", "action": "waypoint", "lon": 1, "altitude_m": 1}""", "needs a position", false)]
    [InlineData("""{"id": "x", "action": "waypoint", "lat": 1, "altitude_m": 1}""", "needs a position", false)]
    [InlineData("""{"id": "x", "action": "loiter_time", "altitude_m": 1, "loiter_time_s": 1}""", "needs a position", false)]
    [InlineData("""{"id": "x", "action": "land"}""", "needs a position", false)]
    [InlineData("""{"id": "x", "action": "land", "lat": 1, "lon": 1}""", "", true)]
    [InlineData("""{"id": "x", "action": "land", "lat": 1, "lon": 1, "altitude_m": 5, "altitude_reference": "amsl"}""", "", true)]
    [InlineData("""{"id": "x", "action": "waypoint", "lat": 1, "lon": 1}""", "needs an altitude", false)]
    [InlineData("""{"id": "x", "action": "takeoff"}""", "needs an altitude", false)]
    [InlineData("""{"id": "x", "action": "vtol_takeoff", "lat": 1, "lon": 1}""", "needs an altitude", false)]
    [InlineData("""{"id": "x", "action": "loiter_time", "lat": 1, "lon": 1, "loiter_time_s": 1}""", "needs an altitude", false)]
    [InlineData("""{"id": "x", "action": "waypoint", "lat": 1, "lon": 1, "altitude_m": 1, "loiter_time_s": 1}""", "", true)]
    [InlineData("""{"id": "x", "action": "loiter_time", "lat": 1, "lon": 1, "altitude_m": 1}""", "needs the time", false)]
    [InlineData("""{"id": "x", "action": "loiter_time", "lat": 1, "lon": 1, "altitude_m": 1, "loiter_time_s": 1}""", "", true)]
    [InlineData("""{"id": "x", "action": "takeoff", "lat": 1, "altitude_m": 1}""", "come together", false)]
    [InlineData("""{"id": "x", "action": "vtol_takeoff", "lon": 1, "altitude_m": 1}""", "come together", false)]
    [InlineData("""{"id": "x", "action": "takeoff", "lat": 1, "lon": 1, "altitude_m": 1}""", "", true)]
    [InlineData("""{"id": "x", "action": "land", "lat": 1, "lon": 1, "altitude_reference": "amsl"}""", "measured from", false)]
    public void RouteItems(string item, string words, bool passes)
    {
        string said = Check("route.1", item, "route.1", passes);
        Assert.Contains(words, said, StringComparison.Ordinal);
    }

    [Fact]
    public void RouteIdsAreDistinctByCase()
    {
        Check("route.1.id", "\"T\"", null, true);
        LoadError error = Outcome.MissionError(Samples.Mission.With("route.2.id", Tree.Text("t")));
        Problem problem = Outcome.One(error, null, "value_error");
        Assert.Contains("Route items 0 and 2", problem.Message, StringComparison.Ordinal);
        Assert.Equal(7, problem.Line);
    }

    [Theory]
    [InlineData("operational_and_contingency_volume_assessment_reference", "\" \\u00a0\"", false)]
    [InlineData("operational_and_contingency_volume_assessment_reference", "\" a \"", true)]
    [InlineData("worst_case_arc_declared", "false", false)]
    [InlineData("atypical_or_segregated", "true", false)]
    [InlineData("entirely_above_flight_level_600", "true", false)]
    [InlineData("strategic_mitigation", "true", false)]
    [InlineData("strategic_mitigation", "false", true)]
    [InlineData("over_urban_area", "null", false)]
    [InlineData("over_urban_area", "true", true)]
    public void Airspaces(string key, string json, bool passes) => CheckAirspace(Tree.Json(Airspace).With(key, json), passes);

    [Theory]
    [InlineData("A", true, false, false)]
    [InlineData("E", true, false, false)]
    [InlineData("E", true, true, true)]
    [InlineData("E", false, false, true)]
    [InlineData("F", true, false, true)]
    public void TransponderZones(string airspaceClass, bool zone, bool aerodrome, bool passes) => CheckAirspace(
        Tree.Json(Airspace)
            .With("class", Tree.Text(airspaceClass))
            .With("transponder_mandatory_zone", Tree.Boolean(zone))
            .With("aerodrome_environment", Tree.Boolean(aerodrome)),
        passes);

    [Theory]
    [InlineData("G", 152.4, false, false, false)]
    [InlineData("F", 100.0, false, false, false)]
    [InlineData("G", 152.5, false, false, true)]
    [InlineData("E", 100.0, false, false, true)]
    [InlineData("G", 100.0, true, false, true)]
    [InlineData("G", 100.0, false, true, true)]
    public void UrbanAreas(string airspaceClass, double height, bool aerodrome, bool zone, bool passes) => CheckAirspace(
        Tree.Json(Airspace)
            .With("class", Tree.Text(airspaceClass))
            .With("max_altitude_agl_m", Tree.Number(height))
            .With("aerodrome_environment", Tree.Boolean(aerodrome))
            .With("transponder_mandatory_zone", Tree.Boolean(zone))
            .With("over_urban_area", Tree.Null()),
        passes);

    [Fact]
    public void TheClassOfAirspaceHasTwoNames()
    {
        DocumentNode other = Tree.Json(Airspace).Renamed("class", Tree.Text("airspace_class"));
        Assert.Equal(BvlosSim.Missions.AirspaceClass.G, Outcome.BindMission(Samples.Mission.With("airspace", other)).Airspace!.Class);

        DocumentNode wrong = other.With("airspace_class", Tree.Text("g"));
        Outcome.One(Outcome.MissionError(Samples.Mission.With("airspace", wrong)), "airspace.airspace_class", "enum");

        foreach (DocumentNode both in new[] { other.With("class", Tree.Text("F")), Tree.Json(Airspace).With("airspace_class", Tree.Text("F")) })
            Outcome.One(Outcome.MissionError(Samples.Mission.With("airspace", both)), "airspace.airspace_class", "extra_forbidden");

        DocumentNode neither = Tree.Json(Airspace).Without("class");
        Outcome.One(Outcome.MissionError(Samples.Mission.With("airspace", neither)), "airspace.class", "missing");
    }

    [Theory]
    [InlineData("ground_risk_footprint.derivation", "\"\\t\"", "ground_risk_footprint", false)]
    [InlineData("ground_risk_footprint.maximum_height_agl_m", "19.9", "ground_risk_footprint", false)]
    [InlineData("ground_risk_footprint.maximum_height_agl_m", "20", "ground_risk_footprint", true)]
    [InlineData("containment_evidence.assessment_reference", "\"\\u2003\"", "containment_evidence", false)]
    [InlineData("containment_evidence.ground_risk_buffer_revalidation_reference", "\"\"", "containment_evidence", false)]
    [InlineData("containment_evidence.ground_risk_buffer_revalidation_reference", "\" \"", "containment_evidence", false)]
    [InlineData("containment_evidence.ground_risk_buffer_revalidation_reference", "null", "containment_evidence", true)]
    [InlineData("ground_risk_mitigations.m1a_sheltering.robustness", "\"none\"", "ground_risk_mitigations.m1a_sheltering", false)]
    [InlineData("ground_risk_mitigations.m1a_sheltering.evidence", "null", "ground_risk_mitigations.m1a_sheltering", false)]
    [InlineData("ground_risk_mitigations.m1a_sheltering.evidence", "\" \"", "ground_risk_mitigations.m1a_sheltering", false)]
    [InlineData("ground_risk_mitigations.m1a_sheltering.applied", "false", "ground_risk_mitigations.m1a_sheltering", false)]
    [InlineData("ground_risk_mitigations.m1a_sheltering", "{}", "ground_risk_mitigations.m1a_sheltering", true)]
    [InlineData("air_risk.tactical_mitigation", """{"applied": true, "robustness": "low", "evidence": "x"}""", "air_risk", false)]
    [InlineData("air_risk.tactical_mitigation", """{"applied": true}""", "air_risk.tactical_mitigation", false)]
    [InlineData("air_risk.tactical_mitigation", """{"footprint_revalidated": true}""", "air_risk", true)]
    public void SoraDeclarations(string key, string json, string place, bool passes)
    {
        DocumentNode changed = Samples.FullMission.With($"sora.{key}", json);
        if (passes)
            Outcome.BindMission(changed);
        else
            Outcome.One(Outcome.MissionError(changed), $"sora.{place}", "value_error");
    }

    [Fact]
    public void EveryWaivableWarningMayBeAccepted()
    {
        string[] waivable = [.. BvlosSim.Estimation.WarningCodes.Set.Names.Except(
            [
                "MAX_WIND_EXCEEDED", "RESERVE_BELOW_FAILSAFE_ABORT_THRESHOLD", "HOME_IN_FORBIDDEN_ZONE", "LANDING_ZONE_IN_FORBIDDEN_ZONE",
                "WIND_GRID_EXTRAPOLATED", "HOME_FAR_FROM_ROUTE", "LIMIT_NOT_EVALUATED",
                "DECLARED_HEIGHT_EXCEEDED",
            ])];
        Assert.Equal(19, waivable.Length);
        DocumentNode list = Tree.List([.. waivable.Select(Tree.Text)]);
        DocumentNode constraints = Tree.EmptyMapping().With("accepted_warning_codes", list);
        Assert.Equal(19, Outcome.BindMission(Samples.Mission.With("constraints", constraints)).Constraints.AcceptedWarningCodes.Length);
    }

    [Fact]
    public void ARuleOfAParentWaitsForItsChildren()
    {
        DocumentNode root = Samples.Mission.With("route.1.id", Tree.Text("t")).With("policy", """{"x": 1}""");
        Outcome.One(Outcome.MissionError(root), "policy.x", "extra_forbidden");
    }

    private static void CheckAirspace(DocumentNode airspace, bool passes)
    {
        DocumentNode root = Samples.Mission.With("airspace", airspace);
        if (passes)
            Outcome.BindMission(root);
        else
            Outcome.One(Outcome.MissionError(root), "airspace", "value_error");
    }

    private static string Check(string path, string json, string? problemPath, bool passes)
    {
        DocumentNode root = Samples.Mission.With(path, json);
        if (!passes)
            return Outcome.One(Outcome.MissionError(root), problemPath, "value_error").Message;
        Outcome.BindMission(root);
        return "";
    }
}
