using BvlosSim.FlightLogs.Tests.DataFlash;

namespace BvlosSim.FlightLogs.Fuzz.Seeds;

/// <summary>DataFlash as autopilots write it.</summary>
internal static class BinarySeeds
{
    private const long StartUs = 10_000_000;

    /// <summary>Of firmware as it is today: two receivers, two batteries, wind, parameters, a vehicle that says what it is.</summary>
    public static byte[] Recent()
    {
        DataFlashWriter log = Definitions()
            .Write("MSG", StartUs, "ArduPlane V4.5.7 (0123abcd)").Write("PARM", StartUs, "Q_ENABLE", 1f).Write("MODE", StartUs, 10, 10, 1);
        Fly(log, StartUs, 12);
        return log.Write("PARM", StartUs + 900_000, "Q_ENABLE", 0f).ToArray();
    }

    /// <summary>The autopilot starts again.</summary>
    public static byte[] Restarted()
    {
        DataFlashWriter log = Definitions();
        Fly(log, 600 * StartUs, 10);
        Definitions(log);
        Fly(log, StartUs, 10);
        return log.ToArray();
    }

    /// <summary>Of firmware of 2013: times in milliseconds, the battery in CURR, numbers without a declared scale.</summary>
    public static byte[] Old()
    {
        DataFlashWriter log = new DataFlashWriter()
            .Define(0x80, "FMT", "BBnNZ", "Type,Length,Name,Format,Columns")
            .Define(2, "GPS", "BIHBcLLeeEcI", "Status,TimeMS,Week,NSats,HDop,Lat,Lng,RelAlt,Alt,Spd,GCrs,T")
            .Define(3, "CURR", "IhIhhhf", "TimeMS,ThrOut,ThrInt,Volt,Curr,Vcc,CurrTot")
            .Define(4, "MODE", "Mh", "Mode,ThrCrs")
            .Define(5, "ATT", "IccccCC", "TimeMS,DesRoll,Roll,DesPitch,Pitch,DesYaw,Yaw");
        log.Write("MODE", 5, 300);
        for (int i = 0; i < 12; i++)
        {
            int ms = 20_000 + (200 * i);
            log.Write("GPS", 3, 400_000_000 + (200 * (i / 2)), 1780, 9, 150, 471234567 + i, 87654321, 1000, 51234, 512, 12000, ms)
                .Write("ATT", ms, 100, 120, 0, 0, 9000, 9000);
            if (i % 3 == 0)
                log.Write("CURR", ms, 500, 1, 1180, 1520, 5000, 12f);
        }

        return log.ToArray();
    }

    /// <summary>Units and multipliers in the file.</summary>
    public static byte[] Scaled()
    {
        DataFlashWriter log = Definitions()
            .Define(20, "UNIT", "QbZ", "TimeUS,Id,Label").Define(21, "MULT", "Qbd", "TimeUS,Id,Mult").Define(22, "FMTU", "QBNN", "TimeUS,FmtType,UnitIds,MultIds")
            .Define(23, "VER", "QBHBBBBIZH", "TimeUS,BT,BST,Maj,Min,Pat,FWT,GH,FWS,APJ")
            .Write("UNIT", 100, 'D', "deglatitude").Write("UNIT", 100, 'U', "deglongitude").Write("UNIT", 100, 'v', "V")
            .Write("MULT", 100, 'G', 1e-7).Write("MULT", 100, 'B', 1e-2).Write("MULT", 100, 'F', 1e-6)
            .Write("FMTU", 100, 2, "s#-sS-mDUmnhnh-", "FFFCFF0GGB000F0").Write("FMTU", 100, 3, "s#vAaO%", "FF000C0")
            .Write("VER", 100, 3, 1, 4, 6, 0, 255, 12345, "ArduCopter V4.6.0", 9);
        Fly(log, StartUs, 8);
        return log.ToArray();
    }

    private static DataFlashWriter Definitions(DataFlashWriter? log = null) => (log ?? new DataFlashWriter())
        .Define(0x80, "FMT", "BBnNZ", "Type,Length,Name,Format,Columns")
        .Define(2, "GPS", "QBBIHBcLLeffffB", "TimeUS,I,Status,GMS,GWk,NSats,HDop,Lat,Lng,Alt,Spd,GCrs,VZ,Yaw,U")
        .Define(3, "BAT", "QBfffB", "TimeUS,Instance,Volt,Curr,CurrTot,RemPct")
        .Define(4, "MODE", "QMBB", "TimeUS,Mode,ModeNum,Rsn")
        .Define(5, "XKF2", "QBff", "TimeUS,C,VWN,VWE")
        .Define(6, "PARM", "QNf", "TimeUS,Name,Value")
        .Define(7, "MSG", "QZ", "TimeUS,Message")
        .Define(8, "IMU", "Qffffff", "TimeUS,GyrX,GyrY,GyrZ,AccX,AccY,AccZ");

    private static void Fly(DataFlashWriter log, long startUs, int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            long us = startUs + (step * 200_000L);
            int instance = step % 4 == 3 ? 1 : 0;
            log.Write("IMU", us, 0.1f, 0.2f, 0.3f, 1f, 2f, 9.8f)
                .Write("GPS", us + 1000, instance, 3, us / 1000, 2200, 14, 80, 471234567 + (step * 900), 87654321, 51234, 11.3f, 123.4f, 0f, 0f, 1);
            if (step % 2 == 0)
                log.Write("BAT", us + 2000, instance, 25f - (step * 0.01f), 7.5f, 100f, 95).Write("XKF2", us + 3000, 0, 1.5f, -2.25f);
            if (step == steps / 2)
                log.Write("MODE", us + 4000, 11, 11, 1);
        }
    }
}
