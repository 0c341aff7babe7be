using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.Energy;

/// <summary>An emergency flight that was costed: enough to draw it again, and when it is flown.</summary>
/// <param name="Start">Where the aircraft breaks off.</param>
/// <param name="TrackDeg">Its track there, degrees; null when it can leave in any direction.</param>
/// <param name="Target">Where it lands.</param>
/// <param name="ClockS">Seconds since departure when it breaks off.</param>
/// <param name="TimeS">Duration in seconds, the climb or descent at the end included.</param>
public sealed record EmergencyWay(FlightPoint Start, double? TrackDeg, FlightPoint Target, double ClockS, double TimeS)
{
    /// <summary>Seconds since departure when it lands.</summary>
    public double ArrivalS => ClockS + TimeS;
}
