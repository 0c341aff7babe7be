using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>
/// Energy and time of a flight by the model, from the distances, changes of altitude and dwells that were flown, beside what was observed
/// over the same windows.
/// </summary>
/// <param name="PredictedS">Predicted time, s.</param>
/// <param name="PredictedWh">Predicted energy, Wh.</param>
/// <param name="ObservedS">Observed time, s.</param>
/// <param name="ObservedWh">Observed energy, Wh.</param>
internal readonly record struct FlightPrediction(double PredictedS, double PredictedWh, double ObservedS, double ObservedWh)
{
    private const double SecondsPerHour = 3600.0;

    // Slower over ground than this, the time over a distance says nothing.
    private const double LeastGroundspeedMps = 0.5;

    /// <summary>Observed over predicted energy, less 1; null when nothing was predicted.</summary>
    public double? EnergyRatioError => PredictedWh > 0.0 ? (ObservedWh / PredictedWh) - 1.0 : null;

    /// <summary>Observed over predicted time, less 1; null when nothing was predicted.</summary>
    public double? TimeRatioError => PredictedS > 0.0 ? (ObservedS / PredictedS) - 1.0 : null;

    /// <summary>Several flights taken together.</summary>
    public static FlightPrediction Sum(IEnumerable<FlightPrediction> flights) => flights.Aggregate((a, b) => new FlightPrediction(
        a.PredictedS + b.PredictedS, a.PredictedWh + b.PredictedWh, a.ObservedS + b.ObservedS, a.ObservedWh + b.ObservedWh));

    /// <summary>Predicts a flight.</summary>
    /// <param name="windows">Its windows, samples or not.</param>
    /// <param name="law">The fitted powers; windows that draw one that is not known are left out.</param>
    /// <param name="rates">The speeds of the vehicle.</param>
    public static FlightPrediction Of(IEnumerable<PowerWindow> windows, PowerLaw law, FlownRates rates)
    {
        double predictedS = 0.0;
        double predictedWs = 0.0;
        double observedS = 0.0;
        double observedWs = 0.0;
        foreach (PowerWindow window in windows)
        {
            if (PowerShare.Of(window, rates) is not { } share || Legs(window, share, rates) is not var (verticalS, cruiseS))
                continue;
            // In the step that ends or begins a hover, what is neither way nor height is hover.
            double hoverS = window.IsChange && rates.CanHover ? Math.Max(0.0, window.DurationS - verticalS - cruiseS) : 0.0;
            double? energy = EnergyWs(share.Source, verticalS) + EnergyWs(EnergyParameter.CruisePowerW, cruiseS) + EnergyWs(EnergyParameter.HoverPowerW, hoverS);
            if (energy is not { } energyWs)
                continue;
            predictedS += verticalS + cruiseS + hoverS;
            predictedWs += energyWs;
            observedS += window.DurationS;
            observedWs += window.PowerW * window.DurationS;

            double? EnergyWs(EnergyParameter source, double timeS) => timeS > 0.0 ? law.PowerW(source, window) * timeS : 0.0;
        }

        return new FlightPrediction(predictedS, predictedWs / SecondsPerHour, observedS, observedWs / SecondsPerHour);
    }

    /// <summary>Time at the power that is not cruise power, and time at cruise power, as the model would fly the window.</summary>
    private static (double VerticalS, double CruiseS)? Legs(in PowerWindow window, PowerShare share, FlownRates rates)
    {
        if (share.Source == EnergyParameter.HoverPowerW)
            return (window.DurationS, 0.0);
        double verticalS = 0.0;
        if (share.Source != EnergyParameter.CruisePowerW)
        {
            double rateMps = share.Source == EnergyParameter.ClimbPowerW ? rates.ClimbMps : rates.DescentMps;
            verticalS = Math.Abs(window.VerticalRateMps) * window.DurationS / rateMps;
            if (window.GroundspeedMps < EnergyLimits.SlowMps)
                return (verticalS, 0.0);
        }

        if (CruiseGroundspeedMps(window, rates.CruiseMps) is not { } groundspeedMps)
            return null;
        double horizontalS = window.GroundspeedMps * window.DurationS / groundspeedMps;
        return (verticalS, Math.Max(0.0, horizontalS - verticalS));
    }

    /// <summary>Speed over ground at the cruise airspeed in the wind of a window; null where the wind carries the aircraft away.</summary>
    private static double? CruiseGroundspeedMps(in PowerWindow window, double cruiseMps)
    {
        if (window.TailwindMps is not { } tailMps || window.WindMps is not { } windMps)
            return cruiseMps;
        double acrossSquared = Math.Max(0.0, (windMps * windMps) - (tailMps * tailMps));
        double forwardSquared = (cruiseMps * cruiseMps) - acrossSquared;
        double groundspeedMps = tailMps + Math.Sqrt(Math.Max(0.0, forwardSquared));
        return forwardSquared > 0.0 && groundspeedMps >= LeastGroundspeedMps ? groundspeedMps : null;
    }
}
