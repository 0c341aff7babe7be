using BvlosSim.Estimation.Energy;

namespace BvlosSim.Estimation.Sizing;

/// <summary>
/// What the energy gates of one estimate say of other capacities. Every gate asks that a share of the capacity covers a
/// demand. The shares do not depend on the capacity, and the demands never fall with it: a heavier battery makes every leg and every
/// way home costlier, since the exponents of the mass factors are positive, and changes nothing else. Hence a demand met at
/// a capacity is a lower bound at every greater one and an upper bound at every smaller one.
/// </summary>
internal sealed class EnergyGates
{
    // Far above what rounding does to a sum of legs, far below the spacing of the capacities.
    private const double Slack = 1e-9;

    private readonly (double Share, double DemandWh)[] _gates;

    /// <summary>Takes the gates of an estimate.</summary>
    /// <param name="energy">The energy of the mission.</param>
    /// <param name="requireRthReserve">Whether the return home counts.</param>
    public EnergyGates(EnergyResult energy, bool requireRthReserve)
    {
        double reserve = energy.ReserveThresholdPercent / 100.0;
        double usable = energy.UsableFraction - reserve;
        var gates = new List<(double, double)> { (1.0 - reserve, energy.TotalEnergyWh) };
        if (energy.IsDerated)
            gates.Add((usable, energy.TotalEnergyWh));
        if (requireRthReserve)
            gates.Add((usable, GreatestReturnWh(energy)));
        _gates = [.. gates];
    }

    /// <summary>A capacity below which no capacity above that of the estimate is feasible; may be +∞ or of no use.</summary>
    public double NecessaryWh
    {
        get
        {
            double necessaryWh = 0.0;
            foreach ((double share, double demandWh) in _gates)
            {
                double leastWh = demandWh * (1.0 - Slack) / Math.Max(share + Slack, 0.0);
                if (leastWh > necessaryWh)
                    necessaryWh = leastWh;
            }

            return necessaryWh;
        }
    }

    /// <summary>Whether every capacity between a smaller one and that of the estimate passes the gates.</summary>
    /// <param name="capacityWh">The smaller one.</param>
    public bool HoldDownTo(double capacityWh)
    {
        foreach ((double share, double demandWh) in _gates)
        {
            if (!(capacityWh * (share - Slack) >= demandWh * (1.0 + Slack)) || share < Slack)
                return false;
        }

        return true;
    }

    private static double GreatestReturnWh(EnergyResult energy)
    {
        double greatestWh = 0.0;
        double usedWh = 0.0;
        for (int i = 0; i < energy.RthTimeline.Length; i++)
        {
            usedWh += energy.Legs[i].EnergyWh;
            greatestWh = Math.Max(greatestWh, usedWh + energy.RthTimeline[i].EnergyWh);
        }

        return greatestWh;
    }
}
