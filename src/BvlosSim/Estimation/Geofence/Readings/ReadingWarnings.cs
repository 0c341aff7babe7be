using System.Globalization;
using BvlosSim.Environment.Airspace;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Geofence.Readings;

/// <summary>What a person must know about legs that pass a zone only under one reading.</summary>
internal static class ReadingWarnings
{
    /// <summary>The warning of a zone.</summary>
    /// <param name="cases">The legs that are concerned.</param>
    public static MissionWarning Of(WorstCase<ReadingConflict> cases)
    {
        ReadingConflict worst = cases.Worst!;
        string others = cases.Count == 1 ? "" : Text($" ({cases.Count} such cases)");
        return new MissionWarning(
            WarningCode.GeofenceChordAmbiguous,
            Text($"Leg {worst.Leg.LegIndex} passes {Boundary(worst)} by {worst.DistanceM:F1} m{others}, but {Otherwise(worst)}, it would {Conflict(worst)}. ")
            + "Keep a greater distance, or find out which lines are meant.",
            worst.Leg.Place)
        {
            Context = ScalarMap.Of(
                ("zone_id", worst.ZoneId),
                ("zone_kind", GeofenceTokens.Kinds.NameOf(worst.Kind)),
                ("distance_m", worst.DistanceM),
                ("deviation_m", worst.DeviationM),
                ("case_count", cases.Count)),
        };
    }

    private static string Boundary(ReadingConflict conflict) => conflict switch
    {
        { Kind: GeofenceKind.Forbidden } => $"the forbidden zone '{conflict.ZoneId}'",
        { ZoneId: null } => "the boundary of the required zones",
        _ => $"the boundary of the required zone '{conflict.ZoneId}'",
    };

    private static string Conflict(ReadingConflict conflict) => conflict.Kind == GeofenceKind.Forbidden ? "enter it" : "be in conflict";

    private static string Otherwise(ReadingConflict conflict) => conflict.Reading switch
    {
        OtherReading.GeodesicEdges => Text(
            $"if the edge there is meant as a geodesic, which is {conflict.DeviationM:F1} m from the straight line in longitude and latitude"),
        OtherReading.StraightLeg => Text(
            $"if the leg is flown as a straight line in longitude and latitude, which is {conflict.DeviationM:F1} m from the geodesic there"),
        _ => Text($"between the points that the check takes of the leg, which is up to {conflict.DeviationM:F1} m beside them this near to a pole"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
