using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>The trials of a fit as a person asks for them.</summary>
public static class HoldoutOptions
{
    /// <summary>Names of <see cref="HoldoutMethod"/> on the command line and in reports; documents have tokens of their own.</summary>
    public static ClosedSet<HoldoutMethod> Set { get; } = new((HoldoutMethod.LeaveOneFlightOut, "leave-one-flight-out"));
}
