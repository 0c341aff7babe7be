using BvlosSim.Documents.Interchange;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Documents.Page;

/// <summary>How much energy is to spare above the reserve, leg by leg.</summary>
internal sealed class Margins
{
    private readonly Dictionary<int, double?> _byLeg = [];

    /// <summary>
    /// The margins of a flight: of a return home from the end of each leg, and where none was evaluated, of what is left there.
    /// </summary>
    public Margins(EnergyResult? energy)
    {
        if (energy is null)
            return;
        double leftWh = energy.DeliverableEnergyWh;
        foreach (LegEnergy leg in energy.Legs)
        {
            leftWh -= leg.EnergyWh;
            _byLeg[leg.Leg.LegIndex] = energy.BatteryCapacityWh == 0.0
                ? null
                : (leftWh - energy.ReserveThresholdWh) / energy.BatteryCapacityWh * 100.0;
        }

        foreach (RthPoint point in energy.RthTimeline)
            _byLeg[point.Leg.LegIndex] = RouteFeatures.MarginPercent(energy, point);
    }

    /// <summary>Margin of a leg in percent of the capacity; null when it is not known.</summary>
    public double? Of(Leg leg) => _byLeg.GetValueOrDefault(leg.LegIndex);

    /// <summary>The class of the style sheet that colours a leg.</summary>
    public string ClassOf(Leg leg) => Of(leg) is { } margin ? RouteFeatures.Colour(margin, "good", "low", "bad") : "unknown";
}
