using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Tests.DataFlash;

/// <summary>What logs of several firmware have of their own.</summary>
public class FirmwareTests
{
    [Theory]
    [InlineData("ArduCopter V4.3.0 (abc)", 17, "BRAKE", VehicleKind.Copter)]
    [InlineData("ArduPlane V4.0.5 (abc)", 26, "AUTOLAND", VehicleKind.Plane)]
    [InlineData("APM:Rover v2.42", 11, "RTL", VehicleKind.Rover)]
    [InlineData("ArduSub V4.1.0", 19, "MANUAL", VehicleKind.Sub)]
    [InlineData("ArduCopter V4.3.0 (abc)", 99, "99", VehicleKind.Copter)]
    [InlineData("Plane landed", 11, "11", VehicleKind.Unknown)]
    public void Modes_are_named_for_the_vehicle_of_the_start_text(string text, int mode, string name, VehicleKind kind)
    {
        FlightLog log = Logs.Read(Logs.Definitions().Write("MODE", 1_000_000, mode, mode, 1).Write("MSG", 1_000_100, text).ToArray());
        Assert.Equal(name, Assert.Single(log.Rows.Modes).Mode);
        Assert.Equal(kind, log.Inventory.Vehicle);
        Assert.Equal(kind == VehicleKind.Unknown ? null : text, log.Inventory.Firmware);
    }

    [Fact]
    public void A_quadplane_tells_by_its_parameter_and_a_text_log_names_numbers_too()
    {
        FlightLog log = Logs.Read("MSG, 1, ArduPlane V4.5.1, stable\nPARM, 2, Q_ENABLE, 1\nMODE, 3, 20\nMODE, 4, QRTL\n");
        Assert.Equal(VehicleKind.Quadplane, log.Inventory.Vehicle);
        Assert.Equal(["QLAND", "QRTL"], log.Rows.Modes.Select(m => m.Mode));
        Assert.Equal("ArduPlane V4.5.1, stable", log.Inventory.Firmware);
    }

    [Fact]
    public void The_VER_message_tells_firmware_and_vehicle()
    {
        DataFlashWriter writer = new DataFlashWriter().Define(9, "VER", "QBZ", "TimeUS,BU,FWS").Define(4, "MODE", "QMBB", "TimeUS,Mode,ModeNum,Rsn")
            .Write("VER", 1_000_000, 13, "Heli V4.6").Write("MODE", 1_000_000, 6, 6, 1);
        Assert.Equal(VehicleKind.Copter, Logs.Read(writer.ToArray()).Inventory.Vehicle);
    }

    [Fact]
    public void Old_fixes_are_placed_by_boot_time_and_counted_once()
    {
        DataFlashWriter writer = new DataFlashWriter()
            .Define(2, "GPS", "BIHBcLLeeEefI", "Status,TimeMS,Week,NSats,HDop,Lat,Lng,RelAlt,Alt,Spd,GCrs,VZ,T").Define(4, "MODE", "Mh", "Mode,ThrCrs")
            .Write("MODE", 5, 400);
        foreach ((int fix, int boot) in new[] { (0, 1000), (0, 1100), (200, 1200), (200, 1300), (400, 1400) })
            writer.Write("GPS", 3, 379_000_000 + fix, 1813, 5, 200, 428534680, -26844167, 0, 51424, 13, 0, 0f, boot);
        FlightLog log = Logs.Read(writer.ToArray());
        Assert.Equal([1_000_000, 1_200_000, 1_400_000], log.Rows.Gps.Select(g => g.TimeUs));
        Assert.Equal([new ModeRow(1_000_000, 0, "5")], log.Rows.Modes.AsEnumerable());
        Assert.Contains(log.Assumptions, a => a.StartsWith("2 GPS messages repeat", StringComparison.Ordinal));
    }

    [Fact]
    public void Fixes_with_GPS_time_alone_are_set_against_the_messages_around_them()
    {
        DataFlashWriter writer = new DataFlashWriter()
            .Define(2, "GPS", "BIHLLeEe", "Status,TimeMS,Week,Lat,Lng,Alt,Spd,GCrs").Define(8, "IMU", "If", "TimeMS,GyrX")
            .Write("IMU", 5000, 1f)
            .Write("GPS", 3, 604_799_900, 1813, 428534680, -26844167, 51424, 13, 0)
            .Write("GPS", 3, 100, 1813, 428534680, -26844167, 51424, 13, 0);
        FlightLog log = Logs.Read(writer.ToArray());
        Assert.Equal(5_000_000, log.Rows.Gps[0].TimeUs);
        Assert.Equal(new GpsClock(1814, 100), log.Rows.Gps[1].Clock);
        Assert.Equal(5_200_000, log.Rows.Gps[1].TimeUs);
    }

    [Fact]
    public void The_week_is_counted_on_where_it_lags_and_week_0_is_no_date()
    {
        string text = "FMT, 1, 1, GPS, Q, TimeUS,Status,GMS,GWk,Lat,Lng\n"
            + "GPS,1000000,3,0,0,47,8\nGPS,1200000,3,604799800,2200,47,8\nGPS,1400000,3,0,2200,47,8\nGPS,1600000,3,200,2200,47,8\nGPS,1800000,3,400,2201,47,8\n";
        Assert.Equal(
            [null, new GpsClock(2200, 604_799_800), new GpsClock(2201, 0), new GpsClock(2201, 200), new GpsClock(2201, 400)],
            Logs.Read(text).Rows.Gps.Select(g => g.Clock));
    }

    [Fact]
    public void A_log_that_starts_while_the_week_lags_is_dated_by_the_week_that_follows()
    {
        string text = "FMT, 1, 1, GPS, Q, TimeUS,Status,GMS,GWk,Lat,Lng\n"
            + "GPS,1000000,3,60000,2200,47,8\nGPS,1200000,3,60200,2200,47,8\nGPS,1400000,3,60400,2201,47,8\nGPS,1600000,3,60600,2201,47,8\n";
        FlightLog log = Logs.Read(text);
        Assert.Equal([2201, 2201, 2201, 2201], log.Rows.Gps.Select(g => g.Clock!.Value.Week));
        Assert.Contains(log.Assumptions, a => a.StartsWith("In 2 GPS messages the week lags", StringComparison.Ordinal));
    }

    [Fact]
    public void A_week_that_jumps_in_the_middle_of_a_week_is_left_as_it_is()
    {
        string text = "FMT, 1, 1, GPS, Q, TimeUS,Status,GMS,GWk,Lat,Lng\n"
            + "GPS,1000000,3,300000000,2200,47,8\nGPS,1200000,3,300000200,2201,47,8\nGPS,1400000,3,300000400,2200,47,8\n";
        Assert.Equal([2200, 2201, 2200], Logs.Read(text).Rows.Gps.Select(g => g.Clock!.Value.Week));
    }

    [Theory]
    [InlineData(1176, false)]
    [InlineData(1569, false)]
    [InlineData(1570, true)]
    public void A_week_before_there_were_autopilots_is_no_date(int week, bool isDate)
    {
        string text = $"FMT, 1, 1, GPS, Q, TimeUS,Status,GMS,GWk,Lat,Lng\nGPS,1000000,3,1000,{week},47,8\n";
        Assert.Equal(isDate, Assert.Single(Logs.Read(text).Rows.Gps).Clock is not null);
    }

    [Fact]
    public void A_damaged_clock_near_the_end_of_the_week_dates_no_other_fix()
    {
        string text = "FMT, 1, 1, GPS, Q, TimeUS,Status,GMS,GWk,Lat,Lng\n"
            + "GPS,1000000,3,1000,2200,47,8\nGPS,1200000,3,604000000,2200,47,8\nGPS,1400000,3,1400,2200,47,8\n";
        Assert.Equal([2200, 2200, 2200], Logs.Read(text).Rows.Gps.Select(g => g.Clock!.Value.Week));
    }

    [Fact]
    public void Wind_comes_from_the_wind_states_where_NKF6_and_XKF6_hold_none()
    {
        DataFlashWriter writer = new DataFlashWriter().Define(5, "NKF6", "Qcc", "TimeUS,Roll,Pitch").Define(6, "XKF2", "QBcc", "TimeUS,C,VWN,VWE")
            .Write("NKF6", 1_000_000, 1, 2).Write("XKF2", 1_000_000, 0, 150, -225).Write("XKF2", 1_000_000, 1, 900, 900);
        FlightLog log = Logs.Read(writer.ToArray());
        Assert.Equal([new WindRow(1_000_000, 0, 1.5, -2.25)], log.Rows.Wind.AsEnumerable());
        Assert.Contains(log.Assumptions, a => a.Contains("XKF2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_receiver_in_a_message_of_its_own_is_number_1()
    {
        FlightLog log = Logs.Read("FMT,1,1,GPS,Q,TimeUS,Status,Lat,Lng\nFMT,1,1,GPS2,Q,TimeUS,Status,Lat,Lng\nGPS,1000000,3,47,8\nGPS2,1000000,3,48,9\n");
        Assert.Equal([0, 1], log.Rows.Gps.Select(g => g.Instance));
    }

    [Fact]
    public void Parameters_changed_in_flight_are_kept_with_their_times()
    {
        FlightLog log = Logs.Read("PARM, 1, RTL_ALT, 30\nPARM, 2, RTL_ALT, 30\nPARM, 900, RTL_ALT, 50\n");
        Assert.Equal([new ParameterChange(900, "RTL_ALT", 30, 50)], log.Inventory.ParameterChanges.AsEnumerable());
    }
}
