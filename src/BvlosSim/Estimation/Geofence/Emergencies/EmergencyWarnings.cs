using System.Globalization;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Geofence.Emergencies;

/// <summary>What a person must know about emergency flights in forbidden zones.</summary>
internal static class EmergencyWarnings
{
    /// <summary>The warning of a zone and a use.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="of">How many flights of this kind were looked at.</param>
    public static MissionWarning Of(WorstCase<EmergencyDefect> cases, int of)
    {
        EmergencyDefect worst = cases.Worst!;
        return new MissionWarning(CodeOf(worst.Use), Describe(worst, cases.Count, of), worst.Leg.Place) { Context = Context(worst, cases.Count) };
    }

    private static ScalarMap Context(EmergencyDefect worst, int count) => ScalarMap.Of(
        ("zone_id", worst.Zone.Id),
        ("landing_zone_id", worst.LandingZoneId),
        ("lat", PlaceOf(worst).LatDeg),
        ("lon", PlaceOf(worst).LonDeg),
        ("inside_m", worst.InsideM),
        ("start_elapsed_time_s", worst.Way.ClockS),
        ("arrival_elapsed_time_s", worst.Way.ArrivalS),
        ("case_count", count));

    /// <summary>The place that is closed, or where the way through the zone begins.</summary>
    private static GeoPoint PlaceOf(EmergencyDefect worst) =>
        (worst.Use is EmergencyUse.Home or EmergencyUse.LandingZone ? worst.Way.Target : worst.Way.Start).Position;

    private static string At(EmergencyDefect worst) => Text($"({PlaceOf(worst).LatDeg:F5}, {PlaceOf(worst).LonDeg:F5})");

    private static WarningCode CodeOf(EmergencyUse use) => use switch
    {
        EmergencyUse.Home => WarningCode.HomeInForbiddenZone,
        EmergencyUse.LandingZone => WarningCode.LandingZoneInForbiddenZone,
        _ => WarningCode.EmergencyPathCrossesForbiddenZone,
    };

    private static string Describe(EmergencyDefect worst, int count, int of) => worst.Use switch
    {
        EmergencyUse.Home => Text(
            $"Home {At(worst)} lies {worst.InsideM:F0} m inside the forbidden zone '{worst.Zone.Id}', which is active when the aircraft may have to return there: ")
            + Text($"from leg {worst.Leg.LegIndex}, {worst.Way.ArrivalS:F0} s after departure{Others(count, of, "legs")}. ")
            + "Fly outside of its times, or choose another home.",
        EmergencyUse.LandingZone => Text(
            $"Landing zone '{worst.LandingZoneId}' {At(worst)} lies {worst.InsideM:F0} m inside the forbidden zone '{worst.Zone.Id}' where the aircraft would divert to it: ")
            + Text($"from leg {worst.Leg.LegIndex}, landing {worst.Way.ArrivalS:F0} s after departure{Others(count, of, "states")}. ")
            + "Take it out of the landing zones, or give the route another one.",
        EmergencyUse.Diversion =>
            Path($"diversion to landing zone '{worst.LandingZoneId}'", worst, Others(count, of, "states")),
        _ => Path("return home", worst, Others(count, of, "legs")),
    };

    private static string Path(string flight, EmergencyDefect worst, string others)
    {
        EmergencyWay way = worst.Way;
        AltitudeBand band = AltitudeBand.Between(way.Start.AltitudeAmslM, way.Target.AltitudeAmslM);
        return Text($"The {flight} crosses the forbidden zone '{worst.Zone.Id}' for {worst.InsideM:F0} m of its way: ")
            + Text($"from leg {worst.Leg.LegIndex} {At(worst)}, {way.ClockS:F0} s after departure, between {band.LowM:F0} and {band.HighM:F0} m AMSL{others}. ")
            + "Its energy is that of the way through the zone, not around it.";
    }

    private static string Others(int count, int of, string what) => count == 1 ? "" : Text($"; so do {count} of {of} {what}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
