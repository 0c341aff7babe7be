using BvlosSim.Estimation;
using BvlosSim.Values;

namespace BvlosSim.Documents.Envelopes;

/// <summary>One entry of an envelope's diagnostics.</summary>
/// <param name="IsError">True for a failure, false for a warning.</param>
/// <param name="Kind">Contract token of the failure kind; null for a warning.</param>
/// <param name="Code">Contract code.</param>
/// <param name="Message">Text for a person.</param>
/// <param name="Place">Where in the flight.</param>
/// <param name="Context">The numbers behind it.</param>
public sealed record Diagnostic(bool IsError, string? Kind, string Code, string Message, FlightPlace Place, ScalarMap Context)
{
    /// <summary>Contract token of the level.</summary>
    public string Level => IsError ? "error" : "warning";

    /// <summary>Mirrors a warning of a result.</summary>
    public static Diagnostic Of(MissionWarning warning) =>
        new(IsError: false, Kind: null, WarningCodes.Set.NameOf(warning.Code), warning.Message, warning.Place, warning.Context);

    /// <summary>Mirrors the failure of a result.</summary>
    public static Diagnostic Of(MissionFailure failure) => new(
        IsError: true,
        FailureTokens.Kinds.NameOf(failure.Kind),
        FailureTokens.Codes.NameOf(failure.Code),
        failure.Message,
        failure.Place,
        failure.Context);
}
