using BvlosSim.Values;

namespace BvlosSim.Estimation;

/// <summary>Where in the flight a failure or warning belongs; all null = the mission as a whole.</summary>
/// <param name="LegIndex">0-based leg index.</param>
/// <param name="RouteItemIndex">0-based index of the route item.</param>
/// <param name="RouteItemId">Identifier of the route item.</param>
public readonly record struct FlightPlace(int? LegIndex, int? RouteItemIndex, string? RouteItemId)
{
    /// <summary>The mission as a whole.</summary>
    public static FlightPlace Mission => default;
}

/// <summary>Why a run ended without success. Failure is a result, not an exception.</summary>
/// <param name="Kind">Whose fault it is.</param>
/// <param name="Code">The contract code.</param>
/// <param name="Message">What happened and what to do, for a person.</param>
/// <param name="Place">Where in the flight.</param>
/// <param name="Context">The numbers behind it, by contract key.</param>
public sealed record MissionFailure(FailureKind Kind, FailureCode Code, string Message, FlightPlace Place, ScalarMap Context);

/// <summary>Something the operator must know or accept.</summary>
/// <param name="Code">The contract code.</param>
/// <param name="Message">What it means here, for a person.</param>
/// <param name="Place">Where in the flight.</param>
public sealed record MissionWarning(WarningCode Code, string Message, FlightPlace Place)
{
    /// <summary>The numbers behind it, by contract key; empty where the code says it all.</summary>
    public ScalarMap Context { get; init; } = ScalarMap.Empty;
}
