using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Sampling;
using BvlosSim.Missions;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Limits;

/// <summary>
/// Holds the flight against the heights that the mission declares to others: <c>airspace.max_altitude_agl_m</c> and
/// <c>sora.ground_risk_footprint.maximum_height_agl_m</c>. A flight above them is not the one that was assessed.
/// </summary>
/// <remarks>
/// <para>
/// The ground is the terrain when there is one, else level ground at the altitude of home: the height that was planned. Terrain that does
/// not cover the route leaves the declaration unevaluated, which is a warning of its own.
/// </para>
/// <para>
/// The flight as planned counts, without the margins of the SORA assessment, which has its own proof: what exceeds a declaration here is
/// certain. Up to <see cref="RoundingM"/> a height that equals the declared one does not exceed it.
/// </para>
/// </remarks>
internal static class DeclaredHeights
{
    /// <summary>More than the rounding of sums of altitudes, metres.</summary>
    public const double RoundingM = 1e-6;

    /// <summary>The warnings of a flight, one a declared height that it exceeds.</summary>
    /// <param name="input">Mission and terrain.</param>
    /// <param name="path">The flight.</param>
    /// <param name="cancellation">Ends a long search.</param>
    public static ImmutableArray<MissionWarning> Of(EstimationInput input, FlownPath path, CancellationToken cancellation)
    {
        (string Field, double HeightM)[] declared = [.. DeclaredBy(input.Mission)];
        if (declared.Length == 0)
            return [];
        string? unknown = HeightAboveGround.Find(
            path, input.Terrain, input.Mission.PlannedHome.AltitudeAmslM, out HeightAboveGround greatest, cancellation);
        return unknown is not null
            ? [.. declared.Select(d => UnevaluatedLimits.Warning(d.Field, d.HeightM, unknown))]
            : [.. declared.Where(d => greatest.HeightM > d.HeightM + RoundingM).Select(d => Warning(d.Field, d.HeightM, greatest, input))];
    }

    private static IEnumerable<(string Field, double HeightM)> DeclaredBy(Mission mission)
    {
        if (mission.Airspace is { } airspace)
            yield return ("airspace.max_altitude_agl_m", airspace.MaxAltitudeAglM);
        if (mission.Sora?.GroundRiskFootprint is { } footprint)
            yield return ("sora.ground_risk_footprint.maximum_height_agl_m", footprint.MaximumHeightAglM);
    }

    private static MissionWarning Warning(string field, double declaredM, in HeightAboveGround greatest, EstimationInput input)
    {
        RouteSample at = greatest.At;
        string ground = input.Terrain is null ? "the altitude of home (no terrain is given)" : "the terrain";
        string? utc = TimeOfDay.Of(greatest.ElapsedS, input.Mission.DepartureTime?.Value);
        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"The flight is {greatest.HeightM:F1} m above {ground} at {at.LatDeg:F6}, {at.LonDeg:F6}, {at.AltitudeAmslM:F1} m AMSL, ")
            + string.Create(CultureInfo.InvariantCulture, $"{greatest.ElapsedS:F1} s after departure{(utc is null ? "" : ", " + utc)}: ")
            + string.Create(CultureInfo.InvariantCulture, $"{greatest.HeightM - declaredM:F1} m more than {field} ({declaredM}) declares. ")
            + "Fly lower, or declare and assess the height that is flown.";
        ScalarMap context = ScalarMap.Of(
            ("field", field),
            ("declared_height_m", declaredM),
            ("height_m", greatest.HeightM),
            ("beyond_m", greatest.HeightM - declaredM),
            ("lat", at.LatDeg),
            ("lon", at.LonDeg),
            ("alt_amsl_m", at.AltitudeAmslM),
            ("ground_amsl_m", greatest.GroundAmslM),
            ("ground", input.Terrain is null ? "home" : "terrain"),
            ("elapsed_time_s", greatest.ElapsedS));
        return new MissionWarning(WarningCode.DeclaredHeightExceeded, message, greatest.Leg.Place)
        {
            Context = utc is null ? context : context.With(("utc", utc)),
        };
    }
}
