namespace BvlosSim.Estimation.Checks;

/// <summary>What a check found: its block of the result, and why the mission fails, if it does.</summary>
/// <typeparam name="T">The block.</typeparam>
/// <param name="Block">The block; null when the check could not make one.</param>
/// <param name="Failure">Why the mission fails; null when it passes. Without block and failure the check did not run.</param>
public readonly record struct CheckOutcome<T>(T? Block, MissionFailure? Failure)
    where T : class;
