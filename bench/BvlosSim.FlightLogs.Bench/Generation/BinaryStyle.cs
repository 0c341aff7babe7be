using System.Buffers.Binary;
using System.Runtime.InteropServices;
using BvlosSim.FlightLogs.Tests.DataFlash;

namespace BvlosSim.FlightLogs.Bench.Generation;

/// <summary>DataFlash as an autopilot writes it.</summary>
/// <param name="stream">Where to.</param>
internal sealed class BinaryStyle(Stream stream) : ILogStyle
{
    private const byte ImuType = 8;
    private const byte RateType = 9;
    private const int ImuBytes = 42;
    private const int RateBytes = 48;
    private const int HeadBytes = 3 + sizeof(ulong);

    private static readonly (byte Type, string Name, string Codes, string Columns)[] Definitions =
    [
        (0x80, "FMT", "BBnNZ", "Type,Length,Name,Format,Columns"),
        (2, "GPS", "QBBIHBcLLeffffB", "TimeUS,I,Status,GMS,GWk,NSats,HDop,Lat,Lng,Alt,Spd,GCrs,VZ,Yaw,U"),
        (3, "BAT", "QBfffB", "TimeUS,Instance,Volt,Curr,CurrTot,RemPct"),
        (4, "MODE", "QMBB", "TimeUS,Mode,ModeNum,Rsn"),
        (5, "XKF2", "QBff", "TimeUS,C,VWN,VWE"),
        (7, "MSG", "QZ", "TimeUS,Message"),
        (ImuType, "IMU", "QBffffffIIfBBHH", "TimeUS,I,GyrX,GyrY,GyrZ,AccX,AccY,AccZ,EG,EA,T,GH,AH,GHz,AHz"),
        (RateType, "RATE", "Qffffffffffff", "TimeUS,RDes,R,ROut,PDes,P,POut,YDes,Y,YOut,ADes,A,AOut"),
    ];

    private readonly byte[][] _readings = Noise.Table(RateBytes / sizeof(float), values => MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
    private readonly byte[] _message = new byte[HeadBytes + RateBytes];

    /// <inheritdoc/>
    public void Start()
    {
        var log = new DataFlashWriter();
        foreach ((byte type, string name, string codes, string columns) in Definitions)
            log.Define(type, name, codes, columns);
        stream.Write(log.Write("MSG", 1_000_000, "ArduPlane V4.5.7 (0123abcd)").ToArray());
    }

    /// <inheritdoc/>
    public void Imu(long timeUs, int instance)
    {
        Head(ImuType, timeUs);
        _message[HeadBytes] = (byte)instance;
        Noise.At(_readings, timeUs, instance).AsSpan(0, ImuBytes).CopyTo(_message.AsSpan(HeadBytes + 1));
        stream.Write(_message.AsSpan(0, HeadBytes + 1 + ImuBytes));
    }

    /// <inheritdoc/>
    public void Rates(long timeUs)
    {
        Head(RateType, timeUs);
        Noise.At(_readings, timeUs, 0).CopyTo(_message.AsSpan(HeadBytes));
        stream.Write(_message);
    }

    /// <inheritdoc/>
    public void Gps(in Moment moment) => Write(
        "GPS", moment.TimeUs, 0, 3, moment.TimeUs / 1000 % 604_800_000, 2300, 14, 80, (int)(moment.LatitudeDeg * 1e7), (int)(moment.LongitudeDeg * 1e7),
        (int)(moment.AltitudeM * 100), 18f, 90f, 0f, 0f, 1);

    /// <inheritdoc/>
    public void Battery(in Moment moment) => Write("BAT", moment.TimeUs, 0, moment.VoltageV, 7.5f, 100f, 80);

    /// <inheritdoc/>
    public void Wind(in Moment moment) => Write("XKF2", moment.TimeUs, 0, 1.5f, -2.25f);

    /// <inheritdoc/>
    public void Mode(long timeUs, int number) => Write("MODE", timeUs, number, number, 1);

    private void Head(byte type, long timeUs)
    {
        (_message[0], _message[1], _message[2]) = (0xA3, 0x95, type);
        BinaryPrimitives.WriteInt64LittleEndian(_message.AsSpan(3), timeUs);
    }

    private void Write(string name, params object[] values)
    {
        (byte type, _, string codes, _) = Definitions.First(d => d.Name == name);
        stream.Write(new DataFlashWriter().Know(type, name, codes).Write(name, values).ToArray());
    }
}
