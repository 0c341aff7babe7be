using System.Collections.Immutable;
using BvlosSim.Estimation;
using BvlosSim.Estimation.GroundRisk;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Readiness;

/// <summary>
/// The verdict: GO only when every category of evidence is there, every check passed and every warning is accepted.
/// What was not evaluated is missing evidence, never permission.
/// </summary>
public sealed record OperationalReadiness
{
    private const int GreatestClass = 7;

    /// <summary>Categories that were not evaluated, each once, in order of evaluation.</summary>
    public required ImmutableArray<string> MissingEvidence { get; init; }

    /// <summary>Checks that failed, each once, in order of evaluation.</summary>
    public required ImmutableArray<string> FailedChecks { get; init; }

    /// <summary>Codes of all warnings in order, repetitions kept.</summary>
    public required ImmutableArray<WarningCode> Warnings { get; init; }

    /// <summary>Contract tokens of the warnings that occurred and are accepted, sorted, each once.</summary>
    public required ImmutableArray<string> AcknowledgedWarnings { get; init; }

    /// <summary>Whether the mission may be flown.</summary>
    public bool IsGo => MissingEvidence.IsEmpty && FailedChecks.IsEmpty;

    /// <summary>The verdict on a run that has no result.</summary>
    public static OperationalReadiness WithoutResult { get; } = new()
    {
        MissingEvidence = ["estimate"],
        FailedChecks = [],
        Warnings = [],
        AcknowledgedWarnings = [],
    };

    /// <summary>Judges a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="acceptedWarnings">Contract tokens of the warnings that the operator accepts.</param>
    public static OperationalReadiness Judge(EstimateResult result, IReadOnlyCollection<string> acceptedWarnings)
    {
        var findings = new Findings();
        JudgeOutcome(result, findings);
        JudgeBlocks(result, findings);
        JudgeCoverage(result, findings);
        findings.FailIf(result.Warnings.Any(w => !acceptedWarnings.Contains(WarningCodes.Set.NameOf(w.Code))), "warnings");
        return new OperationalReadiness
        {
            MissingEvidence = [.. findings.Missing],
            FailedChecks = [.. findings.Failed],
            Warnings = [.. result.Warnings.Select(w => w.Code)],
            AcknowledgedWarnings =
            [
                .. result.Warnings.Select(w => WarningCodes.Set.NameOf(w.Code))
                    .Where(acceptedWarnings.Contains)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
        };
    }

    private static void JudgeOutcome(EstimateResult result, Findings findings)
    {
        findings.FailIf(result.Status != EstimateStatus.Success, "estimate_status");
        findings.FailIf(result.Failure is not null, "estimate");
        findings.FailIf(result.TotalsArePartial, "estimate_completeness");
        FlightTotals totals = result.Totals;
        findings.FailIf(
            !(IsSound(totals.HorizontalDistanceM) && IsSound(totals.VerticalDistanceM) && IsSound(totals.PathDistanceM) && IsSound(totals.TimeS)),
            "estimate_totals");
        findings.MissIf(result.Legs.IsEmpty, "route_legs");
    }

    private static void JudgeBlocks(EstimateResult result, Findings findings)
    {
        findings.Block("energy", result.Energy?.IsFeasible);
        findings.Block("geofence", result.Geofence?.IsFeasible);
        findings.Block("landing_zone", result.LandingZone?.IsFeasible);
        findings.Block("resource", result.Resource?.IsFeasible);
        findings.Block("link", result.Link?.IsFeasible);
        findings.Block("obstacle", result.Obstacle?.IsFeasible);
        findings.Block("weather", result.Weather?.IsFeasible);
        findings.FailIf(result.Resource is { Selected: null }, "resource");
        findings.FailIf(result.Link is { Selected: null }, "link");
        findings.Block("rth", result.RthIsFeasible);
        JudgeGroundRisk(result.GroundRisk, findings);
    }

    /// <summary>A class without a buffer is that of the centre line: evidence of nothing.</summary>
    private static void JudgeGroundRisk(GroundRiskResult? risk, Findings findings)
    {
        findings.MissIf(risk is null, "ground_risk");
        findings.MissIf(risk is { BufferM: <= 0.0 }, "ground_risk_footprint");
        findings.FailIf(risk is { BufferM: > 0.0, MissionClass: > GreatestClass }, "ground_risk");
    }

    private static void JudgeCoverage(EstimateResult result, Findings findings)
    {
        if (!result.Legs.IsEmpty)
        {
            int legs = result.Legs.Length;
            findings.FailIf(result.Energy is { } energy && !Covers(result, energy.Legs.Select(e => e.Leg)), "energy_coverage");
            findings.FailIf(result.Geofence is { } geofence && geofence.CheckedLegCount != legs, "geofence_coverage");
            findings.FailIf(result.Obstacle is { } obstacle && obstacle.CheckedLegCount != legs, "obstacle_coverage");
            findings.FailIf(result.Weather is { } weather && weather.CheckedLegCount != legs, "weather_coverage");
            findings.FailIf(result.GroundRisk is { } risk && !Covers(result, risk.Legs.Select(r => r.Leg)), "ground_risk_coverage");
        }

        findings.FailIf(result.LandingZone is { States.Length: 0 }, "landing_zone_coverage");
    }

    private static bool Covers(EstimateResult result, IEnumerable<Leg> covered) =>
        covered.Select(l => l.LegIndex).ToHashSet().SetEquals(result.Legs.Select(l => l.LegIndex));

    private static bool IsSound(double total) => double.IsFinite(total) && total >= 0.0;

    private sealed class Findings
    {
        public List<string> Missing { get; } = [];

        public List<string> Failed { get; } = [];

        public void MissIf(bool condition, string category) => AddIf(condition, Missing, category);

        public void FailIf(bool condition, string check) => AddIf(condition, Failed, check);

        public void Block(string category, bool? isFeasible)
        {
            MissIf(isFeasible is null, category);
            FailIf(isFeasible is false, category);
        }

        private static void AddIf(bool condition, List<string> list, string name)
        {
            if (condition && !list.Contains(name))
                list.Add(name);
        }
    }
}
