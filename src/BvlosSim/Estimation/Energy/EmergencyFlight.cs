using BvlosSim.Environment.Wind;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.WindCoverage;
using BvlosSim.Geodesy;
using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation.Energy;

/// <summary>Where and when an emergency begins.</summary>
/// <param name="Place">The leg it is reported on.</param>
/// <param name="Position">Position and altitude of the aircraft.</param>
/// <param name="TrackDeg">Its track; null when it has none and can leave in any direction.</param>
/// <param name="ClockS">Seconds since departure.</param>
internal readonly record struct EmergencyStart(FlightPlace Place, FlightPoint Position, double? TrackDeg, double ClockS);

/// <summary>What an emergency flight takes.</summary>
/// <param name="DistanceM">Length of its ground path in metres.</param>
/// <param name="EnergyWh">Horizontal and vertical energy in Wh.</param>
/// <param name="TimeS">Horizontal and vertical time in seconds.</param>
/// <param name="Overshoot">Where its wind lay beyond a grid; null = nowhere.</param>
internal readonly record struct EmergencyCost(double DistanceM, double EnergyWh, double TimeS, WindOvershoot? Overshoot);

/// <summary>
/// Costs the flight of an aircraft that breaks off its mission: along the emergency path through the wind at its
/// altitude, then straight up or down to the target's. Used for the return home and for diversions.
/// </summary>
internal sealed class EmergencyFlight
{
    private const double LongestPieceM = 100.0;
    private const double DistanceToleranceM = 1e-9;
    private const double SecondsPerHour = 3600.0;

    private readonly Vehicle _vehicle;
    private readonly FlightSettings _settings;
    private readonly PowerScaling _scaling;
    private readonly double _tasMps;
    private readonly double _pieceM;

    /// <summary>Prepares the emergency flights of a run.</summary>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="settings">Limits and wind.</param>
    /// <param name="scaling">Scaling of the powers.</param>
    /// <param name="tasMps">True airspeed, m/s.</param>
    public EmergencyFlight(Vehicle vehicle, FlightSettings settings, PowerScaling scaling, double tasMps)
    {
        _vehicle = vehicle;
        _settings = settings;
        _scaling = scaling;
        _tasMps = tasMps;
        _pieceM = Math.Min(settings.MaxSegmentLengthM, LongestPieceM);
    }

    /// <summary>Costs the flight to a target.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="target">Where it ends.</param>
    /// <param name="cost">The cost.</param>
    /// <param name="cancellation">Ends a long integration.</param>
    /// <returns>Why it cannot be flown, or null.</returns>
    public MissionFailure? Cost(in EmergencyStart start, FlightPoint target, out EmergencyCost cost, CancellationToken cancellation)
    {
        cost = default;
        double? radiusM = _vehicle.Performance.TurnRadiusM;
        EmergencyPath? planned = EmergencyPath.Plan(
            start.Position.Position, start.TrackDeg, radiusM, target.Position, _pieceM, out double distanceM);
        if (planned is not { } path)
            return NoPath(start, radiusM, distanceM);
        if (path.ArcSegments > WindIntegration.MaxSegments || path.StraightSegments > WindIntegration.MaxSegments)
            return TooManySegments(start, path.LengthM);

        MissionFailure? failure = FlyPath(path, start, out double timeS, out WindOvershoot overshoot, cancellation);
        if (failure is not null)
            return failure;
        failure = VerticalEnergy(start, target.AltitudeAmslM, out double verticalWh);
        if (failure is not null)
            return failure;
        double cruiseW = CruisePowerAt(start.Position.AltitudeAmslM);
        cost = new EmergencyCost(
            path.LengthM,
            (cruiseW * timeS / SecondsPerHour) + verticalWh,
            timeS + VerticalTimeS(start, target.AltitudeAmslM),
            overshoot.IsNone ? null : overshoot);
        return double.IsFinite(cost.EnergyWh) ? null : InvalidPower(start, PowerSource.Cruise, cruiseW);
    }

    /// <summary>Cruise power scaled to an altitude, W.</summary>
    public double CruisePowerAt(double altitudeAmslM) =>
        _vehicle.Energy.CruisePowerW * _scaling.At(PowerSource.Cruise, altitudeAmslM).Product;

    /// <summary>Costs the climb or descent to a target's altitude, which ends every emergency flight.</summary>
    /// <param name="start">Where the flight begins.</param>
    /// <param name="targetAltitudeM">Where it ends, metres AMSL.</param>
    /// <param name="energyWh">The energy in Wh.</param>
    /// <returns>Why it cannot be flown, or null.</returns>
    public MissionFailure? VerticalEnergy(in EmergencyStart start, double targetAltitudeM, out double energyWh)
    {
        energyWh = 0.0;
        double deltaM = targetAltitudeM - start.Position.AltitudeAmslM;
        MissionFailure? failure = VerticalMove.Plan(deltaM, _vehicle.Performance, start.Place, out VerticalMove move);
        if (failure is not null || deltaM == 0.0)
            return failure;

        // Scaled as induced power even where cruise power stands in: the aircraft is on its lift system.
        PowerSource source = deltaM > 0.0 ? PowerSource.Climb : PowerSource.Descent;
        VehicleEnergy energy = _vehicle.Energy;
        double baseW = (deltaM > 0.0 ? energy.ClimbPowerW : energy.DescentPowerW) ?? energy.CruisePowerW;
        double meanAltitudeM = (start.Position.AltitudeAmslM + targetAltitudeM) * 0.5;
        double powerW = baseW * _scaling.At(source, meanAltitudeM).Product;
        if (!(powerW > 0.0 && double.IsFinite(powerW)))
            return InvalidPower(start, source, powerW);
        energyWh = powerW * move.TimeS / SecondsPerHour;
        return null;
    }

    /// <summary>Duration of the climb or descent of a flight whose <see cref="VerticalEnergy"/> is known.</summary>
    private double VerticalTimeS(in EmergencyStart start, double targetAltitudeM)
    {
        _ = VerticalMove.Plan(targetAltitudeM - start.Position.AltitudeAmslM, _vehicle.Performance, start.Place, out VerticalMove move);
        return move.TimeS;
    }

    private MissionFailure? FlyPath(
        in EmergencyPath path, in EmergencyStart start, out double timeS, out WindOvershoot overshoot, CancellationToken cancellation)
    {
        timeS = 0.0;
        overshoot = WindOvershoot.None;
        for (int i = 0; i < path.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            MissionFailure? failure = FlyPiece(path, i, start, start.ClockS + timeS, out double pieceS, ref overshoot);
            if (failure is not null)
                return failure;
            timeS += pieceS;
        }

        return null;
    }

    private MissionFailure? FlyPiece(
        in EmergencyPath path, int index, in EmergencyStart start, double startClockS, out double pieceS, ref WindOvershoot overshoot)
    {
        pieceS = 0.0;
        double trackDeg = path.TrackDeg(index);
        GeoPoint? midpoint = null;
        double remainingM = path.SegmentLengthM(index);
        while (remainingM > DistanceToleranceM)
        {
            double clockS = startClockS + pieceS;
            WindRegime regime = WindRegime.At(_settings.Wind, clockS);
            GeoPoint position = regime.Active is ConstantWind or LayeredWind ? default : midpoint ??= path.Midpoint(index);
            WindVector wind = regime.Active.At(position.LatDeg, position.LonDeg, start.Position.AltitudeAmslM, clockS);
            if (regime.Active.GridAt(clockS) is { } grid)
                overshoot = overshoot.With(grid, new WindQuery(position.LatDeg, position.LonDeg, start.Position.AltitudeAmslM, clockS));
            LimitBreach? breach = FlightLimits.Solve(trackDeg, _tasMps, wind, _settings, out WindTriangleSolution triangle);
            if (breach is not null)
                return breach.ToFailure(start.Place, Context(path, index, wind, trackDeg, clockS));

            double restS = remainingM / triangle.GroundspeedMps;
            if (clockS + restS <= regime.NextChangeS)
            {
                pieceS += restS;
                return null;
            }

            double untilChangeS = regime.NextChangeS - clockS;
            double flownM = triangle.GroundspeedMps * untilChangeS;
            if (untilChangeS <= 0.0 || !(flownM > 0.0 && flownM < remainingM))
                return ChangeNotReached(start, Context(path, index, wind, trackDeg, clockS), regime.NextChangeS, flownM);
            remainingM -= flownM;
            pieceS += untilChangeS;
        }

        return null;
    }

    private ScalarMap Context(in EmergencyPath path, int index, WindVector wind, double trackDeg, double clockS) => ScalarMap.Of(
        ("track_azimuth_deg", trackDeg),
        ("segment_index", index),
        ("n_segments", path.Count),
        ("wind_east_mps", wind.EastMps),
        ("wind_north_mps", wind.NorthMps),
        ("tas_mps", _tasMps),
        ("path_distance_m", path.LengthM),
        ("elapsed_time_s", clockS));

    private static MissionFailure NoPath(in EmergencyStart start, double? radiusM, double distanceM) => new(
        FailureKind.Infeasible,
        FailureCode.InvalidGeometry,
        "The target lies inside both turning circles of the aircraft.",
        start.Place,
        ScalarMap.Of(
            ("entry_heading_deg", start.TrackDeg is { } track ? track : default(Scalar)),
            ("turn_radius_m", radiusM is { } radius ? radius : default(Scalar)),
            ("geodesic_distance_m", distanceM)));

    private MissionFailure TooManySegments(in EmergencyStart start, double lengthM) => new(
        FailureKind.Unsupported,
        FailureCode.SegmentCountUnsupported,
        $"The emergency path would be cut into more than {WindIntegration.MaxSegments} pieces: raise max_segment_length_m.",
        start.Place,
        ScalarMap.Of(("max_segments", WindIntegration.MaxSegments), ("segment_length_m", _pieceM), ("path_distance_m", lengthM)));

    private static MissionFailure ChangeNotReached(in EmergencyStart start, ScalarMap context, double nextChangeS, double flownM) => new(
        FailureKind.InvalidInput,
        FailureCode.InvalidGeometry,
        "The way to the next wind change does not fit the piece it lies in.",
        start.Place,
        context.With(("next_change_s", nextChangeS), ("distance_to_change_m", flownM)));

    private static MissionFailure InvalidPower(in EmergencyStart start, PowerSource source, double powerW) => new(
        FailureKind.InvalidInput,
        FailureCode.InvalidEnergyModel,
        "The power of the emergency flight is not a positive finite number.",
        start.Place,
        ScalarMap.Of(
            ("power_source", PowerSourceTokens.Set.NameOf(source)),
            ("power_w", double.IsFinite(powerW) ? powerW : default(Scalar))));
}
