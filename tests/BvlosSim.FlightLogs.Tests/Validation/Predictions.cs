using System.Collections.Immutable;
using System.Text;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Missions;
using BvlosSim.Documents.Vehicles;
using BvlosSim.Estimation;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.FlightLogs.Validation.Flown;

namespace BvlosSim.FlightLogs.Tests.Validation;

/// <summary>Estimates of a small mission: 100 m up, a kilometre north, home.</summary>
internal static class Predictions
{
    private const string Vehicle =
        """
        vehicle_id: q
        vehicle_class: vtol
        mass: {empty_kg: 8, max_takeoff_kg: 10}
        performance: {cruise_speed_mps: 20, hover_speed_mps: 5, max_speed_mps: 25, climb_rate_mps: 4, descent_rate_mps: 2, turn_radius_m: 50}
        energy: {battery_capacity_wh: 100, reserve_percent_default: 25, cruise_power_w: 450, hover_power_w: 1200}

        """;

    /// <summary>The estimate.</summary>
    /// <param name="windEastMps">Wind towards east.</param>
    /// <param name="dwellS">Seconds at the turning point; 0 = none.</param>
    public static EstimateResult Of(double windEastMps = 0.0, double dwellS = 0.0)
    {
        string dwell = dwellS > 0.0
            ? FormattableString.Invariant($"- {{id: l, action: loiter_time, lat: 52.009, lon: 4.0, altitude_m: 100, loiter_time_s: {dwellS}}}\n")
            : "";
        string mission =
            "schema_version: mission.v7\nmission_id: ex\nvehicle_profile: q\nplanned_home: {lat: 52, lon: 4, altitude_amsl_m: 0}\n"
            + FormattableString.Invariant($"estimation: {{wind_east_mps: {windEastMps}, wind_north_mps: 0}}\n")
            + "route:\n- {id: t, action: vtol_takeoff, altitude_m: 100}\n- {id: w, action: waypoint, lat: 52.009, lon: 4.0, altitude_m: 100}\n"
            + dwell + "- {id: r, action: rtl}\n";
        return MissionEstimator.Estimate(
            new EstimationInput
            {
                Mission = MissionReader.Bind(Parse(mission)).Value!.Mission,
                Vehicle = VehicleReader.Bind(Parse(Vehicle)).Value!.Vehicle,
            },
            CancellationToken.None);
    }

    /// <summary>A trace at 10 Hz of a predicted track, and of five seconds on the ground after it.</summary>
    public static ImmutableArray<TraceRecord> Flown(EstimateResult estimate)
    {
        FlightTrack track = PredictedTrack.Of(estimate, CancellationToken.None)!;
        return
        [
            .. Enumerable.Range(0, (int)(track.DurationS * 10.0) + 51).Select(i => track.AtTime(Math.Min(track.DurationS, i / 10.0))).Select((p, i) => new TraceRecord
            {
                TimeS = i / 10.0,
                LatitudeDeg = p.LatDeg,
                LongitudeDeg = p.LonDeg,
                AltitudeAmslM = p.AltitudeAmslM,
                BatteryRemainingPercent = p.BatteryPercent,
            }),
        ];
    }

    private static LoadedDocument Parse(string yaml) =>
        DocumentLoader.Parse(Encoding.UTF8.GetBytes(yaml), DocumentFormat.Yaml, "/folder/input.yaml", "input").Value!;
}
