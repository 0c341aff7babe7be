using System.Collections.Immutable;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Estimation;
using BvlosSim.Readiness;
using BvlosSim.Values;

namespace BvlosSim.Documents.Page;

/// <summary>Everything that stands in the way of a GO, the largest first.</summary>
internal static class Blockers
{
    /// <summary>The blockers of an envelope; empty for a GO.</summary>
    public static ImmutableArray<Blocker> Of(EstimatorEnvelope envelope)
    {
        IEnumerable<Blocker> found = envelope.Result is { } result
            ? [.. Failed(envelope, result), .. Warnings(envelope.Readiness, result), .. Missing(envelope, result)]
            : envelope.Diagnostics.Where(d => d.IsError).Select(Refusal);
        return [.. found.OrderBy(b => b.Kind).ThenByDescending(b => b.Size)];
    }

    private static Blocker Refusal(Diagnostic diagnostic)
    {
        Scalar path = diagnostic.Context.Find("path");
        string place = path.Kind == ScalarKind.Text ? $" ({path.Text})" : "";
        return new Blocker(BlockerKind.Failure, 1.0, diagnostic.Code + place, diagnostic.Message);
    }

    private static IEnumerable<Blocker> Failed(EstimatorEnvelope envelope, EstimateResult result)
    {
        bool isExplained = false;
        foreach (string check in envelope.Readiness.FailedChecks)
        {
            if (check is "warnings" or "estimate" or "estimate_status" or "estimate_completeness")
                continue;
            isExplained = true;
            yield return FailedCheckSizes.Describe(check, result);
        }

        if (result.Failure is { } failure && !(isExplained && FailureTokens.IsStatic(failure.Code)))
        {
            string place = failure.Place.RouteItemId is { } item ? $" At {item}." : "";
            yield return new Blocker(BlockerKind.Failure, 1.0, FailureTokens.Codes.NameOf(failure.Code), failure.Message + place);
        }
    }

    private static IEnumerable<Blocker> Warnings(OperationalReadiness readiness, EstimateResult result) => result.Warnings
        .Where(warning => !readiness.AcknowledgedWarnings.Contains(WarningCodes.Set.NameOf(warning.Code)))
        .GroupBy(warning => warning.Code)
        .Select(group => new Blocker(
            BlockerKind.Warning, group.Count(), "Warning " + WarningCodes.Set.NameOf(group.Key),
            $"{group.First().Message} Raised {PageText.Count(group.Count(), "time")}; {Remedy(group.Key)}"));

    private static string Remedy(WarningCode code) => WarningCodes.IsWaivable(code)
        ? "resolve it, or list it in constraints.accepted_warning_codes."
        : "resolve it: it cannot be accepted.";

    /// <summary>The estimate ends at the first check that fails: what comes after it may be supplied all the same.</summary>
    private static IEnumerable<Blocker> Missing(EstimatorEnvelope envelope, EstimateResult result)
    {
        var supplied = envelope.Inputs.Select(i => i.Name).ToHashSet();
        foreach (string category in envelope.Readiness.MissingEvidence)
        {
            string detail = (result.Failure is not null, CheckNames.Asset(category)) switch
            {
                (true, { } asset) when supplied.Contains(asset) => "Not reached: the estimate ended at the failure.",
                (true, null) => "Not reached before the failure, or not supplied. " + CheckNames.Remedy(category),
                _ => CheckNames.Remedy(category),
            };
            yield return new Blocker(BlockerKind.MissingEvidence, 0.0, CheckNames.Of(category), detail);
        }
    }
}
