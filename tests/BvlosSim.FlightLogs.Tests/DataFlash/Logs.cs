using System.Text;
using BvlosSim.FlightLogs.Files;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.Tests.DataFlash;

/// <summary>Logs that several tests read.</summary>
internal static class Logs
{
    public const string GpsCodes = "QBBIHBcLLeffffB";
    public const string GpsColumns = "TimeUS,I,Status,GMS,GWk,NSats,HDop,Lat,Lng,Alt,Spd,GCrs,VZ,Yaw,U";

    public static FlightLog Read(ReadOnlySpan<byte> bytes, string name = "a.bin") =>
        TryRead(bytes, name, out LogRefusal? refusal) ?? throw new InvalidOperationException(refusal!.Message);

    public static FlightLog Read(string text, string name = "a.log") => Read(Encoding.UTF8.GetBytes(text), name);

    public static FlightLog? TryRead(ReadOnlySpan<byte> bytes, string name, out LogRefusal? refusal)
    {
        using var folder = new TemporaryFolder();
        using LogFile file = LogFile.Open(folder.Write(name, bytes), null, out _)!;
        return FlightLogReader.Read(file, out refusal, CancellationToken.None);
    }

    public static DataFlashWriter Definitions(DataFlashWriter? writer = null) => (writer ?? new DataFlashWriter())
        .Define(0x80, "FMT", "BBnNZ", "Type,Length,Name,Format,Columns")
        .Define(2, "GPS", GpsCodes, GpsColumns)
        .Define(3, "BAT", "QBfffB", "TimeUS,Instance,Volt,Curr,CurrTot,RemPct")
        .Define(4, "MODE", "QMBB", "TimeUS,Mode,ModeNum,Rsn")
        .Define(5, "NKF6", "QBff", "TimeUS,C,VWN,VWE")
        .Define(6, "PARM", "QNf", "TimeUS,Name,Value")
        .Define(7, "MSG", "QZ", "TimeUS,Message")
        .Define(8, "IMU", "Qffffff", "TimeUS,GyrX,GyrY,GyrZ,AccX,AccY,AccZ");

    public static DataFlashWriter Gps(this DataFlashWriter writer, long timeUs, int latitude = 471234567, float speed = 11.3f, int instance = 0, int status = 3) =>
        writer.Write("GPS", timeUs, instance, status, timeUs / 1000 % 604_800_000, 2200, 14, 80, latitude, 87654321, 51234, speed, 123.4f, 0f, 0f, 1);

    /// <summary>A flight of some seconds, with every kind of row.</summary>
    public static DataFlashWriter Flight(DataFlashWriter? writer = null, long startUs = 10_000_000, int steps = 60)
    {
        DataFlashWriter log = Definitions(writer);
        log.Write("PARM", startUs, "WPNAV_SPEED", 500f).Write("MODE", startUs, 10, 10, 1);
        for (int step = 0; step < steps; step++)
        {
            long us = startUs + (step * 200_000L);
            log.Write("IMU", us, 0.1f, 0.2f, 0.3f, 1f, 2f, 9.8f).Gps(us + 1000, 471234567 + step, 5 + (step % 7));
            if (step % 3 == 0)
                log.Write("BAT", us + 2000, 0, 25f - (step * 0.01f), 7.5f, 100f, 95 - (step / 3));
            if (step % 5 == 0)
                log.Write("NKF6", us + 3000, 0, 1.5f, -2.25f).Write("NKF6", us + 3000, 1, 9f, 9f);
            if (step == steps / 2)
                log.Write("MODE", us + 4000, 11, 11, 1);
        }

        return log;
    }
}
