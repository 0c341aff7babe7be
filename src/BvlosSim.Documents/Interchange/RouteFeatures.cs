using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Documents.Interchange;

/// <summary>What maps show of a flight's energy: margins and the colours that go with them.</summary>
internal static class RouteFeatures
{
    private const double GreenPercent = 30.0;
    private const double YellowPercent = 10.0;

    /// <summary>Landing reserve above its threshold in percent of the capacity; null without energy or capacity.</summary>
    public static double? MarginPercent(EnergyResult? energy) => energy is { BatteryCapacityWh: not 0.0 }
        ? (energy.ReserveAtLandingWh - energy.ReserveThresholdWh) / energy.BatteryCapacityWh * 100.0
        : null;

    /// <summary>Margin of a return home in percent of the capacity.</summary>
    public static double? MarginPercent(EnergyResult energy, RthPoint point) =>
        energy.BatteryCapacityWh == 0.0 ? null : point.ReserveMarginWh / energy.BatteryCapacityWh * 100.0;

    /// <summary>One of three colours by a margin; the worst when there is none.</summary>
    public static string Colour(double? marginPercent, string green, string yellow, string red) => marginPercent switch
    {
        > GreenPercent => green,
        >= YellowPercent => yellow,
        _ => red,
    };

    /// <summary>The phase of a leg in upper case, as maps print it.</summary>
    public static string Phase(Leg leg) => LegTokens.Phases.NameOf(leg.Phase).ToUpperInvariant();
}
