using BvlosSim.Documents.Preflight;
using BvlosSim.FlightLogs;
using BvlosSim.Values;

namespace BvlosSim.Cli.Running;

/// <summary>Refusals of flight logs in the shapes of the error object and of <c>--validate-only</c>.</summary>
internal static class LogPreflight
{
    /// <summary>The details of the error object: none where the contract has no reason.</summary>
    public static ScalarMap DetailsOf(LogRefusal refusal, string logPath)
    {
        if (refusal.Reason is not { } reason)
            return ScalarMap.Empty;
        return ScalarMap.Of(("reason", LogRefusalTokens.Set.NameOf(reason)), ("path", logPath));
    }

    /// <summary>The failed check of a log.</summary>
    public static CheckFailure FailureOf(LogRefusal refusal) => new(
        "asset-load",
        refusal.Reason is LogRefusalReason.ReadError or LogRefusalReason.NonRegularFile ? "ASSET_FILE_MISSING" : "PARSE_FAILED",
        refusal.Description,
        refusal.Reason is { } reason ? ScalarMap.Of(("reason", LogRefusalTokens.Set.NameOf(reason))) : ScalarMap.Empty,
        Error: null);
}
