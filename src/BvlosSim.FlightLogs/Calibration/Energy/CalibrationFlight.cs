using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>A flight to learn from.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Segments">Its phases.</param>
/// <param name="MassKg">Mass flown, kg; null = not known.</param>
public sealed record CalibrationFlight(FlightTrace Trace, PhaseSegments Segments, double? MassKg);
