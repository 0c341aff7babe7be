using BvlosSim.ExampleFlights.Flying;
using BvlosSim.FlightLogs.Tests.DataFlash;
using BvlosSim.Scale.Generation;

namespace BvlosSim.ExampleFlights.Recording;

/// <summary>
/// Writes a flight as the autopilot would: positions twice a second, battery, wind and attitude once, each with the error of its sensor.
/// What is written is rounded more coarsely than machines differ in their last bit.
/// </summary>
internal sealed class FlightRecorder
{
    private const int GpsEvery = 5;
    private const int SlowEvery = 10;
    private const int RareEvery = 20;
    private const int Stabilize = 0;
    private const int Auto = 3;
    private const int Armed = 10;
    private const int Disarmed = 11;
    private const double BootS = 31.0;
    private const double PositionErrorM = 0.8;
    private const double PositionMemoryS = 90.0;
    private const double SpeedErrorMps = 0.08;
    private const double CurrentErrorShare = 0.03;
    private const double WindErrorMps = 0.3;
    private const double WindMemoryS = 60.0;
    private const double MetresPerDegree = 111_200.0;

    private readonly FlightDay _day;
    private readonly DataFlashWriter _log = new();
    private readonly BatteryPack _battery;
    private readonly Sequence _noise;
    private readonly Drift _errorEastM;
    private readonly Drift _errorNorthM;
    private readonly Drift _errorUpM;
    private readonly Drift _windErrorEast;
    private readonly Drift _windErrorNorth;
    private bool _wasFlying;

    private FlightRecorder(FlightDay day, double capacityWh)
    {
        _day = day;
        _battery = new BatteryPack(capacityWh);
        _noise = new Sequence(day.Seed + 1000);
        _errorEastM = new Drift(_noise, PositionErrorM, PositionMemoryS);
        _errorNorthM = new Drift(_noise, PositionErrorM, PositionMemoryS);
        _errorUpM = new Drift(_noise, PositionErrorM, PositionMemoryS);
        _windErrorEast = new Drift(_noise, WindErrorMps, WindMemoryS);
        _windErrorNorth = new Drift(_noise, WindErrorMps, WindMemoryS);
    }

    /// <summary>Records a flight.</summary>
    /// <param name="day">The day of the flight.</param>
    /// <param name="capacityWh">Capacity of the battery.</param>
    /// <param name="moments">The flight, moment by moment.</param>
    /// <returns>The log.</returns>
    public static byte[] Record(FlightDay day, double capacityWh, IEnumerable<FlightMoment> moments)
    {
        var recorder = new FlightRecorder(day, capacityWh);
        recorder.Start();
        int index = 0;
        foreach (FlightMoment moment in moments)
            recorder.Take(index++, moment);
        return recorder._log.ToArray();
    }

    private void Start()
    {
        LogDefinitions.Write(_log);
        long us = MicrosecondsOf(0.0);
        _log.Write("MSG", us, "ArduCopter V4.5.7 (synthetic)")
            .Write("MSG", us, "Made by bench/BvlosSim.ExampleFlights: nobody flew this")
            .Write("PARM", us, "BATT_CAPACITY", Math.Round(_battery.CapacityAh * 1000.0), 3300.0)
            .Write("PARM", us, "WPNAV_SPEED", 1300.0, 1000.0)
            .Write("PARM", us, "RTL_ALT", 5000.0, 1500.0)
            .Write("MODE", us, Stabilize, Stabilize, 1);
    }

    private void Take(int index, in FlightMoment moment)
    {
        long us = MicrosecondsOf(moment.TimeS);
        if (moment.IsFlying != _wasFlying)
            ArmOrDisarm(us, moment.IsFlying);
        _battery.Deliver(moment.PowerW, FlightSimulation.StepS);
        if (_day.ChangesParameter && index == 2000)
            _log.Write("PARM", us, "RTL_ALT", 7000.0, 1500.0);
        if (index % GpsEvery == 0)
            WritePosition(us + 1_500, moment, receiver: 0, offsetM: 0.0);
        if (index % SlowEvery == 3)
            WriteBattery(us);
        if (index % SlowEvery == 6)
            WriteAttitudeAndWind(us, moment);
        if (!_day.HasSecondSensors)
            return;
        if (index % SlowEvery == 0)
            WritePosition(us + 2_500, moment, receiver: 1, offsetM: 1.7);
        if (index % RareEvery == 3)
            WritePayloadBattery(us);
    }

    private void ArmOrDisarm(long us, bool isFlying)
    {
        _wasFlying = isFlying;
        _log.Write("EV", us, isFlying ? Armed : Disarmed);
        _log.Write("MODE", us, isFlying ? Auto : Stabilize, isFlying ? Auto : Stabilize, 1);
    }

    private void WritePosition(long us, in FlightMoment moment, int receiver, double offsetM)
    {
        const double StepS = GpsEvery * FlightSimulation.StepS;
        double eastM = offsetM + _errorEastM.Next(StepS);
        double northM = offsetM + _errorNorthM.Next(StepS);
        double upM = _errorUpM.Next(StepS);
        (double sin, double cos) = Math.SinCos(double.DegreesToRadians(moment.TrackDeg));
        double speedEast = (moment.GroundspeedMps * sin) + (SpeedErrorMps * Drift.Normal(_noise));
        double speedNorth = (moment.GroundspeedMps * cos) + (SpeedErrorMps * Drift.Normal(_noise));
        double trackDeg = double.RadiansToDegrees(Math.Atan2(speedEast, speedNorth));
        double lonShare = Math.Cos(double.DegreesToRadians(moment.LatDeg));
        (long week, long ms) = ReceiverClock.Of(_day.Start.AddSeconds(moment.TimeS));
        _log.Write(
            "GPS",
            us,
            receiver,
            4,
            ms,
            week,
            17,
            72,
            (long)Math.Round((moment.LatDeg + (northM / MetresPerDegree)) * 1e7),
            (long)Math.Round((moment.LonDeg + (eastM / MetresPerDegree / lonShare)) * 1e7),
            (long)Math.Round((moment.AltitudeAmslM + upM) * 100.0),
            Rounded(double.Hypot(speedEast, speedNorth), 3),
            Rounded(trackDeg < 0.0 ? trackDeg + 360.0 : trackDeg, 2) % 360.0,
            Rounded(-moment.VerticalMps, 3),
            0.0,
            1);
    }

    private void WriteBattery(long us)
    {
        double currentA = _battery.CurrentA * (1.0 + (CurrentErrorShare * Drift.Normal(_noise)));
        double left = 100.0 * (1.0 - (_battery.DrawnAh / _battery.CapacityAh));
        _log.Write(
            "BAT",
            us,
            0,
            Rounded(_battery.VoltageV, 2),
            Rounded(_battery.RestingV, 2),
            Rounded(currentA, 2),
            Rounded(_battery.DrawnAh * 1000.0, 0),
            Rounded(_battery.DrawnWh, 2),
            2_950,
            0.016,
            (long)Math.Clamp(Math.Floor(left + 1e-9), 0.0, 100.0));
    }

    private void WritePayloadBattery(long us) => _log.Write("BAT", us, 1, 12.1, 12.2, 0.8, 0.0, 0.0, 2_400, 0.05, 88);

    private void WriteAttitudeAndWind(long us, in FlightMoment moment)
    {
        const double StepS = SlowEvery * FlightSimulation.StepS;
        long pitch = (long)Math.Round(-80.0 * moment.GroundspeedMps);
        long yaw = (long)Math.Round(moment.TrackDeg < 0.0 ? moment.TrackDeg + 360.0 : moment.TrackDeg) % 360 * 100;
        _log.Write("ATT", us, 0, 0, pitch, pitch, yaw, yaw, 2, 3, 3);
        long north = (long)Math.Round((moment.WindNorthMps + _windErrorNorth.Next(StepS)) * 100.0);
        long east = (long)Math.Round((moment.WindEastMps + _windErrorEast.Next(StepS)) * 100.0);
        _log.Write("XKF2", us, 0, 0, 0, 0, north, east, 212, 11, 428, 0, 0, 0, 0.0, 0.0, 0.0);
    }

    private static long MicrosecondsOf(double timeS) => (long)Math.Round((BootS + timeS) * 1e6);

    private static double Rounded(double value, int decimals) => Math.Round(value, decimals);
}
