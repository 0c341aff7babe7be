using System.Collections.Immutable;
using BvlosSim.Environment.Wind;
using BvlosSim.Estimation.Checks;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;
using BvlosSim.Missions;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Weather;

/// <summary>Holds the wind of every leg against the mission's limits; refuses limits for which there is no data.</summary>
internal static class WeatherCheck
{
    /// <summary>Evaluates the limits. Without any, or in a calm that was only assumed, the check does not run.</summary>
    public static CheckOutcome<WeatherResult> Evaluate(
        MissionConstraints limits, FlightSettings settings, ImmutableArray<Leg> legs, CancellationToken cancellation)
    {
        string unavailable = string.Join(',', WithoutData(limits));
        if (unavailable.Length > 0)
            return new CheckOutcome<WeatherResult>(null, NoData(unavailable));
        if ((limits.MaxWindMps is null && limits.MaxCrosswindMps is null) || IsAssumedCalm(settings.Wind))
            return default;

        LegObservation[] observed = Observe(legs, settings.Wind, cancellation);
        var violations = new List<WeatherViolation>();
        violations.AddRange(observed.Where(o => o.SpeedMps > limits.MaxWindMps)
            .Select(o => new WeatherViolation(FailureCode.WindLimitExceeded, o.Leg, o.SpeedMps, limits.MaxWindMps!.Value)));
        violations.AddRange(observed.Where(o => o.CrosswindMps > limits.MaxCrosswindMps)
            .Select(o => new WeatherViolation(FailureCode.CrosswindLimitExceeded, o.Leg, o.CrosswindMps!.Value, limits.MaxCrosswindMps!.Value)));
        LegObservation worst = observed.MaxBy(o => o.SpeedMps);
        var result = new WeatherResult
        {
            CheckedLegCount = legs.Length,
            MaxWindMps = limits.MaxWindMps,
            MaxCrosswindMps = limits.MaxCrosswindMps,
            WorstWindMps = worst.SpeedMps,
            WorstCrosswindMps = observed.Max(o => o.CrosswindMps),
            WorstLeg = worst.Leg,
            Violations = [.. violations],
        };
        return new CheckOutcome<WeatherResult>(result, violations.Count == 0 ? null : Fails(violations[0]));
    }

    private static IEnumerable<string> WithoutData(MissionConstraints limits)
    {
        if (limits.MaxGustMps is not null)
            yield return "constraints.max_gust_mps";
        if (limits.MinVisibilityM is not null)
            yield return "constraints.min_visibility_m";
        if (limits.MaxPrecipitationMmH is not null)
            yield return "constraints.max_precipitation_mm_h";
    }

    private static bool IsAssumedCalm(WindProvider wind) =>
        wind is ConstantWind && wind.At(0.0, 0.0, 0.0, 0.0) is { EastMps: 0.0, NorthMps: 0.0 };

    private static LegObservation[] Observe(ImmutableArray<Leg> legs, WindProvider wind, CancellationToken cancellation)
    {
        var observations = new LegObservation[legs.Length];
        double clockS = 0.0;
        for (int i = 0; i < legs.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            observations[i] = LegObservation.Of(legs[i], Strongest(legs[i], wind, clockS, cancellation));
            clockS += legs[i].TimeS;
        }

        return observations;
    }

    private static DwellSample Strongest(Leg leg, WindProvider wind, double clockS, CancellationToken cancellation)
    {
        var middle = new GeoPoint((leg.Start.LatDeg + leg.End.LatDeg) / 2.0, (leg.Start.LonDeg + leg.End.LonDeg) / 2.0);
        var interval = new DwellInterval(middle, clockS, leg.TimeS, leg.Start.AltitudeAmslM, leg.End.AltitudeAmslM);
        DwellWind strongest = default;
        foreach (DwellSample sample in interval.Sample(wind))
        {
            cancellation.ThrowIfCancellationRequested();
            strongest = strongest.With(sample);
        }

        return strongest.Strongest;
    }

    private static MissionFailure NoData(string unavailable) => new(
        FailureKind.Infeasible,
        FailureCode.WeatherDataUnavailable,
        "The mission limits weather for which there is no data; remove the limit, or judge it by other means.",
        FlightPlace.Mission,
        ScalarMap.Of(("unavailable_fields", unavailable)));

    private static MissionFailure Fails(WeatherViolation violation) => new(
        FailureKind.Infeasible,
        violation.Code,
        violation.Message,
        violation.Leg.Place,
        ScalarMap.Of(("observed_mps", violation.ObservedMps), ("limit_mps", violation.LimitMps)));

    /// <summary>The wind that counts for a leg: its own, or that over its midpoint when stronger.</summary>
    private readonly record struct LegObservation(Leg Leg, double SpeedMps, double? CrosswindMps)
    {
        public static LegObservation Of(Leg leg, in DwellSample sample)
        {
            double? legCross = leg.Track?.WindCrossTrackMps ?? leg.DwellCrossWindMps;
            if (leg.Wind is { } own && own.SpeedMps >= sample.SpeedMps)
                return new LegObservation(leg, own.SpeedMps, Magnitude(legCross));
            double? cross = legCross;
            if (leg.Track is { } track)
            {
                double sampled = WindTriangle.Components(track.GroundTrackDeg, sample.Wind.EastMps, sample.Wind.NorthMps).CrossMps;
                if (cross is not { } given || Math.Abs(sampled) > Math.Abs(given))
                    cross = sampled;
            }

            return new LegObservation(leg, sample.SpeedMps, Magnitude(cross));
        }

        private static double? Magnitude(double? value) => value is { } number ? Math.Abs(number) : null;
    }
}
