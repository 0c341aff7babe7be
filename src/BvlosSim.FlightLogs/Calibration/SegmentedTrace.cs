using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.FlightLogs.Calibration;

/// <summary>A flight divided into phases.</summary>
/// <param name="Trace">The flight.</param>
/// <param name="Segments">Its phases.</param>
internal sealed record SegmentedTrace(FlightTrace Trace, PhaseSegments Segments);
