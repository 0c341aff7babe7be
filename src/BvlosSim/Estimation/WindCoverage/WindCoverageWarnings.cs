using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.Environment.Wind;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Geodesy;
using BvlosSim.Values;

namespace BvlosSim.Estimation.WindCoverage;

/// <summary>
/// Warns of every leg whose wind a grid did not cover: the leg itself, else the way home from its end, else a divert from it. At most one
/// warning a leg.
/// </summary>
/// <remarks>
/// Out of its area or levels a grid is one for another flight, whatever it is used for. After its last time it is a forecast that ends too
/// early, which matters where the wind is evidence: when the run held it against weather limits. Without them the weather is missing
/// evidence and the verdict NO-GO, so that no GO rests on such a forecast.
/// </remarks>
internal static class WindCoverageWarnings
{
    /// <summary>The warnings, by leg.</summary>
    /// <param name="result">What was flown and costed so far.</param>
    /// <param name="wind">The wind of the run.</param>
    /// <param name="departure">Departure, for times of day; null = not known.</param>
    /// <param name="cancellation">Ends a long evaluation.</param>
    public static ImmutableArray<MissionWarning> Of(
        EstimateResult result, WindProvider wind, DateTimeOffset? departure, CancellationToken cancellation)
    {
        if (wind is ConstantWind or LayeredWind)
            return [];
        bool timeMatters = result.Weather is not null;
        ILookup<int, RthPoint> returns = (result.Energy?.RthTimeline ?? [])
            .Where(p => Matters(p.Overshoot, timeMatters)).ToLookup(p => p.Leg.LegIndex);
        ILookup<int, LandingZoneState> diverts = (result.LandingZone?.States ?? [])
            .Where(s => Matters(s.Diversion?.Overshoot, timeMatters)).ToLookup(s => s.Leg.LegIndex);
        ImmutableArray<MissionWarning>.Builder warnings = ImmutableArray.CreateBuilder<MissionWarning>();
        double clockS = 0.0;
        foreach (Leg leg in result.Legs)
        {
            WindOvershoot own = LegWindQueries.Overshoot(leg, clockS, wind, cancellation);
            clockS += leg.TimeS;
            if (Matters(own, timeMatters))
                warnings.Add(Warning(leg, "leg", "this leg", own, departure));
            else if (returns[leg.LegIndex].FirstOrDefault() is { Overshoot: { } home })
                warnings.Add(Warning(leg, "way_home", "the way home from the end of this leg", home, departure));
            else if (diverts[leg.LegIndex].FirstOrDefault() is { Diversion: { Overshoot: { } divert } diversion })
                warnings.Add(Warning(leg, "divert", $"the divert from this leg to {diversion.ZoneId}", divert, departure));
        }

        return warnings.ToImmutable();
    }

    private static bool Matters(WindOvershoot? overshoot, bool timeMatters) =>
        overshoot is { Area: not null } or { Altitude: not null } || (timeMatters && overshoot is { Time: not null });

    private static MissionWarning Warning(Leg leg, string path, string what, WindOvershoot overshoot, DateTimeOffset? departure)
    {
        var texts = new List<string>(3);
        ScalarMap context = ScalarMap.Of(("path", path));
        if (overshoot.Area is { } area)
        {
            double metres = Geodesic.Inverse(area.Query.LatDeg, area.Query.LonDeg, area.Answered.LatDeg, area.Answered.LonDeg).DistanceM;
            texts.Add(Text($"{metres:F1} m out of its area", area.Query, departure));
            context = Add(context, "area", "m", metres, area.Query, departure);
        }

        if (overshoot.Altitude is { } altitude)
        {
            string side = altitude.Amount > 0.0 ? "above its highest level" : "below its lowest level";
            texts.Add(Text($"{Math.Abs(altitude.Amount):F1} m {side}", altitude.Query, departure));
            context = Add(context, "altitude", "m", altitude.Amount, altitude.Query, departure);
        }

        if (overshoot.Time is { } time)
        {
            string side = time.Amount > 0.0 ? "after its last time" : "before its first time";
            texts.Add(Text($"{Math.Abs(time.Amount):F1} s {side}", time.Query, departure));
            context = Add(context, "time", "s", time.Amount, time.Query, departure);
        }

        string message = $"The wind grid does not cover {what}: {string.Join("; ", texts)}. "
            + "There it repeats the wind of its edge, which nobody forecast: supply a grid that covers the flight, its ways home and its diverts.";
        return new MissionWarning(WarningCode.WindGridExtrapolated, message, leg.Place) { Context = context };
    }

    private static string Text(FormattableString howFar, in WindQuery query, DateTimeOffset? departure)
    {
        string utc = TimeOfDay.Of(query.ElapsedS, departure) is { } time ? $", {time}" : "";
        return howFar.ToString(CultureInfo.InvariantCulture) + string.Create(
            CultureInfo.InvariantCulture,
            $" at {query.LatDeg:F6}, {query.LonDeg:F6}, {query.AltitudeAmslM:F1} m AMSL, {query.ElapsedS:F1} s after departure{utc}");
    }

    private static ScalarMap Add(
        ScalarMap context, string dimension, string unit, double beyond, in WindQuery query, DateTimeOffset? departure)
    {
        ScalarMap known = context.With(
            ($"{dimension}_beyond_{unit}", beyond),
            ($"{dimension}_lat", query.LatDeg),
            ($"{dimension}_lon", query.LonDeg),
            ($"{dimension}_alt_amsl_m", query.AltitudeAmslM),
            ($"{dimension}_elapsed_time_s", query.ElapsedS));
        return TimeOfDay.Of(query.ElapsedS, departure) is { } time ? known.With(($"{dimension}_utc", time)) : known;
    }
}
