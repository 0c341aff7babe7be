namespace BvlosSim.FlightLogs.Fuzz.Checking;

/// <summary>What was made of a log cannot be right.</summary>
internal sealed class RuleBrokenException(string rule) : Exception(rule);
