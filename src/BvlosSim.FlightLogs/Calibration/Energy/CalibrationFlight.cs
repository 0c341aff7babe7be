using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>A flight to learn from.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Segments">Its phases.</param>
/// <param name="MassKg">Mass flown, kg; null = not known.</param>
/// <param name="Log">The log it is from, a number that traces of one log share: what they share must not count more than once.</param>
public sealed record CalibrationFlight(FlightTrace Trace, PhaseSegments Segments, double? MassKg, int Log);
