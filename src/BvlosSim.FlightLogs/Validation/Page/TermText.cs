using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Validation.Terms;

namespace BvlosSim.FlightLogs.Validation.Page;

/// <summary>What the page calls the terms of an error, and where in the model each is mended.</summary>
internal static class TermText
{
    /// <summary>What a phase is called.</summary>
    public static string Phase(FlightPhase phase) => phase switch
    {
        FlightPhase.Takeoff => "vertical climb",
        FlightPhase.Climb => "climb on the way",
        FlightPhase.Transit => "level flight",
        FlightPhase.Loiter => "hover",
        FlightPhase.Descent => "descent on the way",
        FlightPhase.Landing => "vertical descent",
        _ => "unknown phase",
    };

    /// <summary>What a part comes from, and the term of the model.</summary>
    public static (string Name, string Model) Of(MissionMetric metric, ErrorShare share)
    {
        string phase = share.Phase is { } known ? Phase(known) : "";
        return share.Term switch
        {
            ErrorTerm.OutsideFlight => ("counted beyond the flight", Beyond(metric)),
            ErrorTerm.PredictedMeasure => ("how the report measures the prediction", "no term: chords of arcs, legs on the spot left out of the speed"),
            ErrorTerm.WayLength => metric == MissionMetric.MeanGroundspeed
                ? ("the error of distance", "see distance") : ("length of the way", "route; see distance"),
            ErrorTerm.PhaseMix => ("more or less of the way in climb and descent", "climb rate, descent rate, heights of the route"),
            ErrorTerm.Wind => ("wind", "wind of the mission"),
            ErrorTerm.Airspeed => ("airspeed", "cruise speed of the vehicle"),
            ErrorTerm.Groundspeed => ("ground speed", "wind or cruise speed: the trace does not tell which"),
            ErrorTerm.Height => ("height of the " + phase, "altitudes of the mission"),
            ErrorTerm.VerticalRate => ("rate of the " + phase, share.Phase == FlightPhase.Landing ? "descent rate of the vehicle" : "climb rate of the vehicle"),
            ErrorTerm.Duration => metric switch
            {
                MissionMetric.MeanGroundspeed => ("the error of time", "see time"),
                MissionMetric.Reserve => ("longer or shorter flight, at the power of each phase", "see time"),
                _ => ("time in " + phase, Duration(share.Phase)),
            },
            ErrorTerm.Wandering => (Corridor("within {0} m of the planned line"), "track following and turns"),
            ErrorTerm.OtherRoute => (Corridor("more than {0} m beside the planned line"), "no term: another route was flown"),
            ErrorTerm.NotFlown => ("planned way that was not flown", "no term: the route was cut short"),
            ErrorTerm.ChargeAtTakeoff => ("charge at takeoff", "no term: the estimate begins with a full battery"),
            ErrorTerm.Power => ("power in " + phase, Power(share.Phase)),
            _ => ("charge gauge beyond the energy drawn", "battery capacity, or the gauge"),
        };
    }

    private static string Corridor(string text) => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, WayTerms.CorridorM);

    private static string Beyond(MissionMetric metric) => metric switch
    {
        MissionMetric.Time => "no term: waiting on the ground is in the report",
        MissionMetric.HorizontalDistance => "no term: steps of receiver noise are in the report",
        MissionMetric.MeanGroundspeed => "no term: the report weighs records, not time",
        _ => "no term: the report takes the last record of the log",
    };

    private static string Duration(FlightPhase? phase) => phase switch
    {
        FlightPhase.Loiter => "loiter times of the mission; time on the spot that it does not plan",
        FlightPhase.Takeoff or FlightPhase.Landing => "a climb or descent that only one of the two has",
        _ => "a phase that only one of the two has",
    };

    private static string Power(FlightPhase? phase) => phase switch
    {
        FlightPhase.Transit => "cruise power of the vehicle",
        FlightPhase.Takeoff or FlightPhase.Loiter or FlightPhase.Landing => "hover and vertical power of the vehicle",
        _ => "climb and descent power of the vehicle",
    };
}
