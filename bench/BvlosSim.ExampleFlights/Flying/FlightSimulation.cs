using BvlosSim.Estimation.Kinematics;
using BvlosSim.Geodesy;
using BvlosSim.Missions;
using BvlosSim.Scale.Generation;

namespace BvlosSim.ExampleFlights.Flying;

/// <summary>
/// Flies the legs of an estimate step by step with the true aircraft through a gusty wind. It accelerates and brakes, slows down at corners
/// and touches down gently, none of which the estimate knows.
/// </summary>
internal sealed class FlightSimulation
{
    /// <summary>Time between moments, s.</summary>
    public const double StepS = 0.1;

    private const double GroundS = 12.0;
    private const double GroundPowerW = 24.0;
    private const double AccelerationMps2 = 1.5;
    private const double VerticalAccelerationMps2 = 0.8;
    private const double CornerMps = 4.0;
    private const double CreepMps = 0.4;
    private const double GentleHeightM = 5.0;
    private const double GentleMps = 0.7;
    private const double SamePlaceM = 1.0;
    private const double GustMps = 0.5;
    private const double GustMemoryS = 40.0;

    private readonly FlightDay _day;
    private readonly Drift _gustEast;
    private readonly Drift _gustNorth;
    private readonly double _homeM;
    private double _latDeg;
    private double _lonDeg;
    private double _altitudeM;
    private double _groundspeedMps;
    private double _trackDeg;
    private double _verticalMps;
    private double _windEastMps;
    private double _windNorthMps;
    private int _steps;

    /// <summary>A flight that starts at home.</summary>
    public FlightSimulation(FlightDay day, PlannedHome home)
    {
        _day = day;
        var noise = new Sequence(day.Seed);
        _gustEast = new Drift(noise, GustMps, GustMemoryS);
        _gustNorth = new Drift(noise, GustMps, GustMemoryS);
        (_latDeg, _lonDeg, _altitudeM) = (home.LatDeg, home.LonDeg, home.AltitudeAmslM);
        _homeM = _altitudeM;
    }

    /// <summary>Flies, with some seconds on the ground before and after.</summary>
    public IEnumerable<FlightMoment> Fly(IReadOnlyList<Leg> legs)
    {
        foreach (FlightMoment moment in Stay(GroundS, isFlying: false))
            yield return moment;
        for (int i = 0; i < legs.Count; i++)
        {
            bool stops = i + 1 == legs.Count || legs[i + 1].Phase is LegPhase.LoiterDwell || legs[i + 1].HorizontalDistanceM < SamePlaceM;
            foreach (FlightMoment moment in FlyLeg(legs[i], stops ? CreepMps : CornerMps))
                yield return moment;
        }

        foreach (FlightMoment moment in Stay(GroundS, isFlying: false))
            yield return moment;
    }

    private IEnumerable<FlightMoment> FlyLeg(Leg leg, double endMps)
    {
        if (leg.Phase == LegPhase.LoiterDwell)
            return Stay(leg.TimeS, isFlying: true);
        return leg.HorizontalDistanceM < SamePlaceM ? ChangeAltitude(leg.End.AltitudeAmslM) : Travel(leg, endMps);
    }

    private IEnumerable<FlightMoment> Stay(double seconds, bool isFlying)
    {
        (_groundspeedMps, _verticalMps) = (0.0, 0.0);
        for (int i = 0; i < (int)Math.Round(seconds / StepS); i++)
            yield return Next(0.0, isFlying);
    }

    private IEnumerable<FlightMoment> ChangeAltitude(double goalM)
    {
        _groundspeedMps = 0.0;
        double sign = goalM > _altitudeM ? 1.0 : -1.0;
        double rateMps = CreepMps;
        for (double restM = Math.Abs(goalM - _altitudeM); restM > 0.0; restM = sign * (goalM - _altitudeM))
        {
            double fullMps = sign > 0.0 ? TrueAircraft.ClimbRateMps : _altitudeM - _homeM > GentleHeightM ? TrueAircraft.DescentRateMps : GentleMps;
            rateMps = Approach(rateMps, Math.Min(fullMps, Braking(restM, VerticalAccelerationMps2, CreepMps)), VerticalAccelerationMps2);
            double stepM = Math.Min(restM, rateMps * StepS);
            _verticalMps = sign * rateMps;
            _altitudeM += sign * stepM;
            yield return Next(0.0, isFlying: true);
            if (stepM >= restM)
                yield break;
        }
    }

    private IEnumerable<FlightMoment> Travel(Leg leg, double endMps)
    {
        GeodesicInverse way = Geodesic.Inverse(_latDeg, _lonDeg, leg.End.LatDeg, leg.End.LonDeg);
        (double fromLatDeg, double fromLonDeg, double fromM) = (_latDeg, _lonDeg, _altitudeM);
        double slope = (leg.End.AltitudeAmslM - fromM) / way.DistanceM;
        double doneM = 0.0;
        _groundspeedMps = Math.Max(_groundspeedMps, CreepMps);
        while (doneM < way.DistanceM)
        {
            GeodesicDirect here = Geodesic.Direct(fromLatDeg, fromLonDeg, way.Azimuth1Deg, doneM);
            (_latDeg, _lonDeg, _altitudeM, _trackDeg) = (here.LatDeg, here.LonDeg, fromM + (slope * doneM), here.AzimuthDeg);
            double cruiseMps = WindTriangle.TrySolve(_trackDeg, TrueAircraft.CruiseSpeedMps, _windEastMps, _windNorthMps, out WindTriangleSolution triangle)
                ? triangle.GroundspeedMps
                : throw new InvalidOperationException("The wind is stronger than the aircraft.");
            double allowedMps = Math.Min(cruiseMps, Braking(way.DistanceM - doneM, AccelerationMps2, endMps));
            _groundspeedMps = Approach(_groundspeedMps, allowedMps, AccelerationMps2);
            _verticalMps = slope * _groundspeedMps;
            yield return Next(_groundspeedMps / cruiseMps, isFlying: true);
            doneM += _groundspeedMps * StepS;
        }

        (_latDeg, _lonDeg, _altitudeM) = (leg.End.LatDeg, leg.End.LonDeg, leg.End.AltitudeAmslM);
    }

    private FlightMoment Next(double cruiseShare, bool isFlying)
    {
        _windEastMps = _day.WindEastMps + _gustEast.Next(StepS);
        _windNorthMps = _day.WindNorthMps + _gustNorth.Next(StepS);
        return new FlightMoment
        {
            TimeS = _steps++ * StepS,
            LatDeg = _latDeg,
            LonDeg = _lonDeg,
            AltitudeAmslM = _altitudeM,
            GroundspeedMps = _groundspeedMps,
            TrackDeg = _trackDeg,
            VerticalMps = _verticalMps,
            WindEastMps = _windEastMps,
            WindNorthMps = _windNorthMps,
            PowerW = isFlying ? _day.PowerFactor * TrueAircraft.PowerW(_day.MassKg, _altitudeM, _verticalMps, cruiseShare) : GroundPowerW,
            IsFlying = isFlying,
        };
    }

    private static double Approach(double nowMps, double goalMps, double accelerationMps2) =>
        nowMps + Math.Clamp(goalMps - nowMps, -2.0 * accelerationMps2 * StepS, accelerationMps2 * StepS);

    private static double Braking(double restM, double decelerationMps2, double endMps) =>
        Math.Sqrt((endMps * endMps) + (2.0 * decelerationMps2 * restM));
}
