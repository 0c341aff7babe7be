using System.Globalization;
using System.Text;

namespace BvlosSim.FlightLogs.Fuzz.Seeds;

/// <summary>DataFlash as converters write it.</summary>
internal static class TextSeeds
{
    /// <summary>Of firmware as it is today.</summary>
    public static byte[] Recent()
    {
        var text = new StringBuilder();
        text.Append("FMT, 128, 89, FMT, BBnNZ, Type,Length,Name,Format,Columns\n")
            .Append("FMT, 2, 50, GPS, QBBIHBcLLeffff, TimeUS,I,Status,GMS,GWk,NSats,HDop,Lat,Lng,Alt,Spd,GCrs,VZ,Yaw\n")
            .Append("FMT, 3, 24, BAT, QBfffB, TimeUS,Instance,Volt,Curr,CurrTot,RemPct\n")
            .Append("FMT, 4, 14, MODE, QMBB, TimeUS,Mode,ModeNum,Rsn\n")
            .Append("FMT, 5, 20, XKF2, QBff, TimeUS,C,VWN,VWE\n")
            .Append("MODE, 1000000, AUTO, 10, 1\nMSG, 1000000, a text, with commas\nPARM, 1000000, WP_SPEED, 5\n");
        for (int i = 0; i < 10; i++)
        {
            int us = 2_000_000 + (i * 200_000);
            text.Append(CultureInfo.InvariantCulture, $"GPS, {us}, 0, 3, {us / 1000}, 2200, 14, 0.8, 47.{1234567 + i}, 8.7654321, 512.34, 11.3, 123.4, 0, 0\n")
                .Append(CultureInfo.InvariantCulture, $"BAT, {us + 500}, 0, 24.{i}, 7.5, 100, 95\nXKF2, {us + 700}, 0, 1.5, -2.25\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("PARM, 4100000, WP_SPEED, 6\n").ToString());
    }

    /// <summary>Without a definition of what it holds, times in milliseconds, a repeated fix.</summary>
    public static byte[] Old() => Encoding.UTF8.GetBytes("""
        FMT, 129, 23, PARM, Nf, Name,Value
        FMT, 130, 45, GPS, BIHBcLLeeEefI, Status,TimeMS,Week,NSats,HDop,Lat,Lng,RelAlt,Alt,Spd,GCrs,VZ,T
        FMT, 131, 25, CURR, IhIhhhf, TimeMS,ThrOut,ThrInt,Volt,Curr,Vcc,CurrTot
        GPS, 3, 400000000, 1780, 9, 1.5, 47.1234567, 8.7654321, 10, 512.34, 5.1, 120, 0, 20000
        GPS, 3, 400000000, 1780, 9, 1.5, 47.1234567, 8.7654321, 10, 512.34, 5.1, 120, 0, 20100
        CURR, 20100, 500, 1, 1180, 1520, 5000, 12
        GPS, 3, 604799900, 1780, 9, 1.5, 47.1234577, 8.7654321, 10, 512.34, 5.1, 120, 0, 20200
        GPS, 3, 100, 1780, 9, 1.5, 47.1234587, 8.7654321, 10, 512.34, 5.1, 120, 0, 20400
        MODE, Auto, 300
        MODE, 7
        """);

    /// <summary>A byte-order mark, several ends of lines, digits of other scripts, late definitions, numbers at the limits.</summary>
    public static byte[] Unusual() => Encoding.UTF8.GetBytes(
        "\uFEFFGPS,1_000,0,3,1,2200,9,1,٤٧.5,8.5,5e2,1,2\r\nFMT,2,50,GPS,QBBIHBcLLeff,TimeUS,I,Status,GMS,GWk,NSats,HDop,Lat,Lng,Alt,Spd,GCrs\r"
        + "GPS,2000,0,3,1,2200,9,1,47.6,8.5,nan,inf,-inf\u2028GPS,9223372036854775807,0,3,1,2200,9,1,47.6,8.5,0,0,0\u0085"
        + "GPS,4503599627370496,0,3,604799999,65535,9,1,90,-180,1e308,0,360\nGPS,-5000000,0,3,0,0,9,1,-90,180,-1e308,0,0\n"
        + "BAT,1000,0,-1,65535,0,255\nGPS,3000,0,3,1,2200,9,1,47.6,8.5");
}
