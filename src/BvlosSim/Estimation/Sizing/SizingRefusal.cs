namespace BvlosSim.Estimation.Sizing;

/// <summary>Why no battery can be sized.</summary>
/// <param name="Message">What is wrong and what to do, for a person.</param>
/// <param name="Failure">The failure of the mission that no battery helps against; null = it is not that.</param>
public sealed record SizingRefusal(string Message, MissionFailure? Failure = null);
