using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.Energy;

/// <summary>What a leg costs.</summary>
/// <param name="Leg">The leg.</param>
/// <param name="PowerW">Average power in W.</param>
/// <param name="Source">Where the power comes from; of a mixed leg, its vertical part.</param>
/// <param name="EnergyWh">Energy in Wh.</param>
/// <param name="Factors">Scaling of the power; of a mixed leg the mean over time, for information.</param>
public sealed record LegEnergy(Leg Leg, double PowerW, PowerSource Source, double EnergyWh, PowerFactors Factors);
