using BvlosSim.FlightLogs.Tests.DataFlash;

namespace BvlosSim.ExampleFlights.Recording;

/// <summary>The definitions at the start of a log, as ArduCopter 4.5 writes them (<c>AP_Logger/LogStructure.h</c>).</summary>
internal static class LogDefinitions
{
    private static readonly (byte Type, string Name, string Codes, string Columns, string Units, string Multipliers)[] Messages =
    [
        (128, "FMT", "BBnNZ", "Type,Length,Name,Format,Columns", "-b---", "-----"),
        (129, "UNIT", "QbZ", "TimeUS,Id,Label", "s--", "F--"),
        (130, "MULT", "Qbd", "TimeUS,Id,Mult", "s--", "F--"),
        (131, "FMTU", "QBNN", "TimeUS,FmtType,UnitIds,MultIds", "s---", "F---"),
        (132, "MSG", "QZ", "TimeUS,Message", "s-", "F-"),
        (133, "PARM", "QNff", "TimeUS,Name,Value,Default", "s---", "F---"),
        (134, "MODE", "QMBB", "TimeUS,Mode,ModeNum,Rsn", "s---", "F---"),
        (135, "EV", "QB", "TimeUS,Id", "s-", "F-"),
        (136, "GPS", "QBBIHBcLLeffffB", "TimeUS,I,Status,GMS,GWk,NSats,HDop,Lat,Lng,Alt,Spd,GCrs,VZ,Yaw,U", "s#-s-S-DUmnhnh-", "F--C-0BGGB000--"),
        (137, "BAT", "QBfffffcfB", "TimeUS,Inst,Volt,VoltR,Curr,CurrTot,EnrgTot,Temp,Res,RemPct", "s#vvAaXOw%", "F-000C0B00"),
        (138, "XKF2", "QBccccchhhhhhfff", "TimeUS,C,AX,AY,AZ,VWN,VWE,MN,ME,MD,MX,MY,MZ,IDX,IDY,IS", "s#---nnGGGGGG---", "F----BBCCCCCC---"),
        (139, "ATT", "QccccCCCCB", "TimeUS,DesRoll,Roll,DesPitch,Pitch,DesYaw,Yaw,ErrRP,ErrYaw,AEKF", "sddddhhdh-", "FBBBBBBBB-"),
    ];

    private static readonly (char Id, string Label)[] Units =
    [
        ('-', ""), ('s', "s"), ('#', "instance"), ('b', "B"), ('S', "satellites"), ('D', "deglatitude"), ('U', "deglongitude"), ('m', "m"), ('n', "m/s"),
        ('h', "degheading"), ('d', "deg"), ('v', "V"), ('A', "A"), ('a', "Ah"), ('X', "Wh"), ('O', "degC"), ('w', "Ohm"), ('%', "%"), ('G', "Gauss"),
    ];

    private static readonly (char Id, double Factor)[] Multipliers =
        [('-', 0.0), ('0', 1.0), ('B', 1e-2), ('C', 1e-3), ('F', 1e-6), ('G', 1e-7)];

    /// <summary>Writes them.</summary>
    public static void Write(DataFlashWriter log)
    {
        foreach ((byte type, string name, string codes, string columns, _, _) in Messages)
            log.Define(type, name, codes, columns);
        foreach ((char id, string label) in Units)
            log.Write("UNIT", 0L, (long)id, label);
        foreach ((char id, double factor) in Multipliers)
            log.Write("MULT", 0L, (long)id, factor);
        foreach ((byte type, _, _, _, string units, string multipliers) in Messages)
            log.Write("FMTU", 0L, type, units, multipliers);
    }
}
