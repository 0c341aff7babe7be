namespace BvlosSim.Estimation.Sizing;

/// <summary>
/// Finds the ends of the first range of feasible capacities on a <see cref="CapacityScale"/>, then halves the steps across
/// both ends. The answer is that of looking at one capacity after the other, which assumes nothing about what a heavier battery does
/// beyond the first feasible one; those of which <see cref="EnergyGates"/> know the answer are passed over.
/// </summary>
internal sealed class BatterySearch
{
    private const int Halvings = 40;

    private readonly CapacityProbe _probe;
    private readonly CapacityScale _scale;
    private readonly bool _requireRthReserve;
    private readonly bool _gatesDecide;

    /// <summary>Prepares the search.</summary>
    /// <param name="probe">Estimates a capacity.</param>
    /// <param name="scale">The capacities to look at.</param>
    /// <param name="input">What is estimated.</param>
    public BatterySearch(CapacityProbe probe, CapacityScale scale, EstimationInput input)
    {
        _probe = probe;
        _scale = scale;
        _requireRthReserve = input.Mission.Constraints.RequireRthReserve;
        // Landing zones hold the reserve against costs of their own. Every other check passes for all batteries or for none.
        _gatesDecide = input.LandingZones is null;
    }

    /// <summary>Runs the search.</summary>
    /// <param name="minimumWh">The least feasible capacity.</param>
    /// <param name="maximumWh">The end of the range above it.</param>
    /// <returns>False when a capacity was refused, or none is feasible: <see cref="CapacityProbe.Refusal"/> is null then.</returns>
    public bool Find(out double minimumWh, out double maximumWh)
    {
        minimumWh = maximumWh = _scale.GreatestWh;
        if (FirstFeasible() is not { } first)
            return false;
        double? minimum = first == 0 ? _scale.LeastWh : Halve(_scale.At(first), _scale.At(first - 1));
        if (minimum is not { } least)
            return false;
        minimumWh = least;
        return LastFeasible(first, ref maximumWh);
    }

    private int? FirstFeasible()
    {
        int index = 0;
        while (_probe.At(_scale.At(index)) is { } estimate)
        {
            if (estimate.IsFeasible)
                return index;
            if (index == _scale.Last)
                return null;
            index = _scale.Next(index, new EnergyGates(estimate.Energy, _requireRthReserve).NecessaryWh);
        }

        return null;
    }

    private bool LastFeasible(int first, ref double maximumWh)
    {
        if (first == _scale.Last)
            return true;
        if (_probe.At(_scale.GreatestWh) is not { } greatest)
            return false;
        if (greatest.IsFeasible)
            return true;

        // The last is infeasible, so that there is an end. A step is widened as long as the gates vouch for all it passes over.
        int feasible = first;
        int step = 1;
        while (_probe.At(_scale.At(Math.Min(feasible + step, _scale.Last))) is { } estimate)
        {
            bool isNext = step == 1 || feasible + 1 == _scale.Last;
            if (estimate.IsFeasible && (isNext || new EnergyGates(estimate.Energy, _requireRthReserve).HoldDownTo(_scale.At(feasible))))
            {
                feasible += step;
                step = _gatesDecide ? step * 2 : 1;
            }
            else if (!isNext)
            {
                step /= 2;
            }
            else
            {
                double? maximum = Halve(_scale.At(feasible), _scale.At(feasible + 1));
                maximumWh = maximum ?? maximumWh;
                return maximum is not null;
            }
        }

        return false;
    }

    /// <summary>The feasible end of an interval between a feasible and an infeasible capacity, halved down.</summary>
    private double? Halve(double feasibleWh, double infeasibleWh)
    {
        for (int i = 0; i < Halvings; i++)
        {
            double middleWh = (feasibleWh + infeasibleWh) * 0.5;
            if (middleWh == feasibleWh || middleWh == infeasibleWh)
                break;
            if (_probe.At(middleWh) is not { } estimate)
                return null;
            if (estimate.IsFeasible)
                feasibleWh = middleWh;
            else
                infeasibleWh = middleWh;
        }

        return feasibleWh;
    }
}
