using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>
/// Which powers of the model a window draws. While an aircraft climbs or descends on its way, the model charges the vertical power for the
/// time that the change of altitude takes at the vehicle's own rate, and cruise power for the rest: so a shallow climb is mostly cruise.
/// </summary>
/// <param name="Source">The power that is not cruise power; cruise power for level flight.</param>
/// <param name="Share">Share of the time that draws it, 0…1; the rest draws cruise power.</param>
internal readonly record struct PowerShare(EnergyParameter Source, double Share)
{
    /// <summary>Share of the time that draws cruise power, 0…1.</summary>
    public double CruiseShare => Source == EnergyParameter.CruisePowerW ? 1.0 : 1.0 - Share;

    /// <summary>Share of the time that draws a power, 0…1.</summary>
    public double Of(EnergyParameter power) => power == EnergyParameter.CruisePowerW ? CruiseShare : power == Source ? Share : 0.0;

    /// <summary>Tells the powers of a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="rates">The speeds of the vehicle.</param>
    /// <returns>Null when the model has no power for it.</returns>
    public static PowerShare? Of(in PowerWindow window, in FlownRates rates)
    {
        double rateMps = window.VerticalRateMps;
        bool slow = window.GroundspeedMps < EnergyLimits.SlowMps;
        if (rateMps >= EnergyLimits.LevelRateMps)
            return new PowerShare(EnergyParameter.ClimbPowerW, slow ? 1.0 : Math.Min(1.0, rateMps / rates.ClimbMps));
        if (rateMps <= -EnergyLimits.LevelRateMps)
            return new PowerShare(EnergyParameter.DescentPowerW, slow ? 1.0 : Math.Min(1.0, -rateMps / rates.DescentMps));
        if (window.GroundspeedMps >= EnergyLimits.FastMps)
            return new PowerShare(EnergyParameter.CruisePowerW, 1.0);
        return rates.CanHover ? new PowerShare(EnergyParameter.HoverPowerW, 1.0) : null;
    }

    /// <summary>Tells the powers of a window that is good enough for the fit.</summary>
    /// <returns>Null for one that is too short, unsteady, between hover and flight, or away from the cruise speed.</returns>
    public static PowerShare? OfSample(in PowerWindow window, in FlownRates rates)
    {
        if (!window.IsSample || Of(window, rates) is not { } share)
            return null;
        if (share.Source == EnergyParameter.HoverPowerW)
            return window.GroundspeedMps < EnergyLimits.SlowMps ? share : null;
        bool atCruise = Math.Abs(window.CruiseMeasureMps - rates.CruiseMps) <= EnergyLimits.CruiseBand * rates.CruiseMps;
        return share.CruiseShare == 0.0 || atCruise ? share : null;
    }
}
