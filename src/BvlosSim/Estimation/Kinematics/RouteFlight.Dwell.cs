using System.Collections.Immutable;
using BvlosSim.Geodesy;
using BvlosSim.Missions;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Kinematics;

/// <content>Loiter dwells: hovering on the spot, or circling where the aircraft cannot hover.</content>
internal sealed partial class RouteFlight
{
    private bool LoitersInCircles => _settings is { Fidelity: Fidelity.V2, CanFlyForward: true, CanHover: false };

    private MissionFailure? CheckLoiter(ItemInFlight item)
    {
        if (item.Item.LoiterTimeS is < 0.0)
        {
            return new MissionFailure(
                FailureKind.InvalidInput, FailureCode.InvalidMissionProfile, "The loiter time is negative.",
                PlaceOf(item), ScalarMap.Of(("loiter_time_s", item.Item.LoiterTimeS.Value)));
        }

        if (LoitersInCircles)
        {
            return _vehicle.Performance.TurnRadiusM is null
                ? Fail(
                    item, FailureKind.InvalidInput, FailureCode.MissingRequiredSpeedProfile,
                    "Circling at a loiter point needs performance.turn_radius_m.")
                : null;
        }

        return _settings.CanHover
            ? null
            : Fail(
                item, FailureKind.Unsupported, FailureCode.UnsupportedLoiterForVehicleClass,
                "The vehicle cannot hover; fixed wings loiter in circles with fidelity v2.");
    }

    private MissionFailure? FlyDwell(ItemInFlight item) => LoitersInCircles ? Circle(item) : KeepStation(item);

    private MissionFailure? KeepStation(ItemInFlight item)
    {
        bool byHoverSpeed = _vehicle.Performance is { MaxStationKeepWindMps: null, HoverSpeedMps: not null };
        if (byHoverSpeed)
            Warn(item, WarningCode.HoverSpeedUsedAsStationKeepAuthority, "No station-keeping limit is given; the hover speed stands in for it.");
        MissionFailure? failure = StationKeepAuthority(item, out double authorityMps);
        if (failure is not null)
            return failure;

        failure = SampleDwell(item, out DwellWind dwell, sample => sample.SpeedMps > authorityMps
            ? new MissionFailure(
                FailureKind.Infeasible, FailureCode.StationKeepInfeasibleWind,
                "The wind is stronger than the aircraft can hold against while it keeps its station.",
                PlaceOf(item),
                ScalarMap.Of(
                    ("wind_speed_mps", sample.SpeedMps),
                    ("station_keep_authority_mps", authorityMps),
                    ("elapsed_time_s", sample.ClockS)))
            : null);
        if (failure is not null)
            return failure;

        WarnOfLoiterRadius(item);
        Warn(item, WarningCode.LoiterAssumedZeroGroundDistance, "The aircraft is taken to stay on the spot while it loiters.");
        ImmutableArray<WarningCode> legWarnings = byHoverSpeed
            ? [WarningCode.HoverSpeedUsedAsStationKeepAuthority, WarningCode.LoiterAssumedZeroGroundDistance]
            : [WarningCode.LoiterAssumedZeroGroundDistance];
        Append(DwellLeg(item, dwell, pathM: 0.0) with
        {
            SpeedSource = Kinematics.SpeedSource.StationKeepAuthority,
            Warnings = legWarnings,
        });
        return null;
    }

    private MissionFailure? StationKeepAuthority(ItemInFlight item, out double authorityMps)
    {
        double? given = _vehicle.Performance.StationKeepWindMps;
        authorityMps = given ?? 0.0;
        if (given is null)
        {
            return Fail(
                item, FailureKind.InvalidInput, FailureCode.MissingRequiredSpeedProfile,
                "Keeping station needs performance.max_station_keep_wind_mps or hover_speed_mps.");
        }

        return authorityMps > 0.0
            ? null
            : new MissionFailure(
                FailureKind.InvalidInput, FailureCode.InvalidSpeedProfile, "The station-keeping limit must be positive.",
                PlaceOf(item), ScalarMap.Of(("station_keep_authority_mps", authorityMps)));
    }

    private MissionFailure? Circle(ItemInFlight item)
    {
        WarnOfLoiterRadius(item);
        MissionFailure? failure = TrueAirspeed.Resolve(_mission, _vehicle, PlaceOf(item), out TrueAirspeed speed);
        if (failure is not null)
            return failure;
        failure = SampleDwell(item, out DwellWind dwell, sample => CheckCircling(item, sample, speed.Mps));
        if (failure is not null)
            return failure;

        Append(DwellLeg(item, dwell, pathM: speed.Mps * item.Item.LoiterTimeS!.Value) with
        {
            TasMps = speed.Mps,
            SpeedSource = speed.Source,
            DwellCrossWindMps = dwell.Strongest.SpeedMps,
        });
        return null;
    }

    /// <summary>On a circle every wind is a headwind and a crosswind once a turn.</summary>
    private MissionFailure? CheckCircling(ItemInFlight item, in DwellSample sample, double tasMps)
    {
        ScalarMap context = ScalarMap.Of(
            ("wind_speed_mps", sample.SpeedMps), ("tas_mps", tasMps), ("elapsed_time_s", sample.ClockS));
        if (!(sample.SpeedMps < tasMps))
            return new LimitBreach(FailureCode.WindTriangleNoSolution, ScalarMap.Empty).ToFailure(PlaceOf(item), context);
        double slowestMps = tasMps - sample.SpeedMps;
        if (slowestMps < _settings.MinGroundspeedMps)
        {
            ScalarMap numbers = ScalarMap.Of(("groundspeed_mps", slowestMps), ("min_groundspeed_mps", _settings.MinGroundspeedMps));
            return new LimitBreach(FailureCode.GroundspeedBelowMin, numbers).ToFailure(PlaceOf(item), context);
        }

        double crabDeg = Angles.ToDegrees(Math.Asin(sample.SpeedMps / tasMps));
        if (crabDeg > _settings.MaxCrabAngleDeg)
        {
            ScalarMap numbers = ScalarMap.Of(("crab_angle_deg", crabDeg), ("max_crab_angle_deg", _settings.MaxCrabAngleDeg));
            return new LimitBreach(FailureCode.CrabAngleLimitExceeded, numbers).ToFailure(PlaceOf(item), context);
        }

        return null;
    }

    private MissionFailure? SampleDwell(ItemInFlight item, out DwellWind dwell, Func<DwellSample, MissionFailure?> check)
    {
        var interval = new DwellInterval(_position.Position, _clockS, item.Item.LoiterTimeS!.Value, _position.AltitudeAmslM, _position.AltitudeAmslM);
        dwell = default;
        if (interval.SampleCount > WindIntegration.MaxSegments)
        {
            return Fail(
                item, FailureKind.Unsupported, FailureCode.SegmentCountUnsupported,
                $"The loiter would need more than {WindIntegration.MaxSegments} wind samples: shorten loiter_time_s.",
                ("max_segments", WindIntegration.MaxSegments), ("loiter_time_s", item.Item.LoiterTimeS.Value));
        }

        foreach (DwellSample sample in interval.Sample(_settings.Wind))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (check(sample) is { } failure)
                return failure;
            dwell = dwell.With(sample);
        }

        return null;
    }

    private Leg DwellLeg(ItemInFlight item, in DwellWind dwell, double pathM)
    {
        double timeS = item.Item.LoiterTimeS!.Value;
        return new Leg
        {
            LegIndex = _legs.Count,
            RouteItemIndex = item.Index,
            Item = item.Item,
            Phase = LegPhase.LoiterDwell,
            Start = _position,
            End = _position,
            HorizontalDistanceM = 0.0,
            PathDistanceM = pathM,
            TimeS = timeS,
            Wind = new LegWind(dwell.Strongest.Wind.EastMps, dwell.Strongest.Wind.NorthMps, dwell.Strongest.SpeedMps),
            Timing = LegTiming.Stationary(timeS, verticalTimeS: 0.0),
        };
    }

    private void WarnOfLoiterRadius(ItemInFlight item)
    {
        if (item.Item.LoiterRadiusM is not null)
            Warn(item, WarningCode.LoiterRadiusIgnored, "The loiter radius of the item is not used.");
    }

    private void Warn(ItemInFlight item, WarningCode code, string message) =>
        _warnings.Add(new MissionWarning(code, message, PlaceOf(item)));
}
