using BvlosSim.FlightLogs.Tests.DataFlash;

namespace BvlosSim.Cli.Tests.Running;

/// <summary>A small DataFlash log: two receivers, two batteries, two modes, a parameter that changes, 4 s long.</summary>
internal static class SmallLog
{
    public const string Name = "flight.bin";

    /// <summary>A folder with it.</summary>
    public static TemporaryFolder Folder()
    {
        TemporaryFolder folder = TestInputs.Folder();
        File.WriteAllBytes(folder.File(Name), Bytes());
        return folder;
    }

    /// <summary>The log.</summary>
    /// <param name="status">What the receivers say of their fix.</param>
    /// <param name="restarts">Whether the autopilot starts again and flies once more.</param>
    public static byte[] Bytes(int status = 3, bool restarts = false)
    {
        DataFlashWriter log = Define(new DataFlashWriter());
        log.Write("MSG", 9_000_000, "ArduPlane V4.5.7 (0123abcd)").Write("PARM", 9_000_000, "Q_ENABLE", 1f).Write("MODE", 9_000_000, 10, 10, 1);
        Fly(log, 900_000_000, 20, status);
        log.Write("PARM", 904_000_000, "Q_ENABLE", 0f);
        if (restarts)
            Fly(Define(log), 10_000_000, 10, status);
        return log.ToArray();
    }

    private static DataFlashWriter Define(DataFlashWriter log) => log
        .Define(0x80, "FMT", "BBnNZ", "Type,Length,Name,Format,Columns")
        .Define(2, "GPS", "QBBIHBcLLeffffB", "TimeUS,I,Status,GMS,GWk,NSats,HDop,Lat,Lng,Alt,Spd,GCrs,VZ,Yaw,U")
        .Define(3, "BAT", "QBfffB", "TimeUS,Instance,Volt,Curr,CurrTot,RemPct")
        .Define(4, "MODE", "QMBB", "TimeUS,Mode,ModeNum,Rsn")
        .Define(5, "XKF2", "QBff", "TimeUS,C,VWN,VWE")
        .Define(6, "PARM", "QNf", "TimeUS,Name,Value")
        .Define(7, "MSG", "QZ", "TimeUS,Message");

    private static void Fly(DataFlashWriter log, long startUs, int steps, int status)
    {
        for (int step = 0; step < steps; step++)
        {
            long us = startUs + (step * 200_000L);
            for (int receiver = 0; receiver < 2; receiver++)
            {
                log.Write(
                    "GPS", us + receiver, receiver, status, 400_000_000 + (step * 200), 2300, 14, 80, 520000000 + (step * 1000), 40000000 + receiver,
                    10000 + step, 20f, 90f, 0f, 0f, 1);
            }

            log.Write("BAT", us + 100, 0, 25f, 7.5f, 100f, 95).Write("BAT", us + 200, 1, 12.5f, 1.5f, 10f, 80);
            log.Write("XKF2", us + 300, 0, 1.5f, -2.25f);
            if (step == steps / 2)
                log.Write("MODE", us + 400, 11, 11, 1);
        }
    }
}
