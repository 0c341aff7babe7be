using System.Globalization;
using System.Text;

namespace BvlosSim.FlightLogs.Bench.Generation;

/// <summary>DataFlash as a converter writes it.</summary>
/// <param name="stream">Where to.</param>
internal sealed class TextStyle(Stream stream) : ILogStyle
{
    private readonly byte[][] _imus = Noise.Table(6, values => Encoding.ASCII.GetBytes(Listed(values) + ", 0, 0, 41.2, 1, 1, 1999, 1999\n"));
    private readonly byte[][] _rates = Noise.Table(12, values => Encoding.ASCII.GetBytes(Listed(values) + "\n"));

    private readonly byte[] _line = new byte[256];

    /// <inheritdoc/>
    public void Start() => stream.Write("""
        FMT, 128, 89, FMT, BBnNZ, Type,Length,Name,Format,Columns
        FMT, 2, 51, GPS, QBBIHBcLLeffffB, TimeUS,I,Status,GMS,GWk,NSats,HDop,Lat,Lng,Alt,Spd,GCrs,VZ,Yaw,U
        FMT, 3, 25, BAT, QBfffB, TimeUS,Instance,Volt,Curr,CurrTot,RemPct
        FMT, 4, 14, MODE, QMBB, TimeUS,Mode,ModeNum,Rsn
        FMT, 5, 20, XKF2, QBff, TimeUS,C,VWN,VWE
        FMT, 8, 54, IMU, QBffffffIIfBBHH, TimeUS,I,GyrX,GyrY,GyrZ,AccX,AccY,AccZ,EG,EA,T,GH,AH,GHz,AHz
        FMT, 9, 59, RATE, Qffffffffffff, TimeUS,RDes,R,ROut,PDes,P,POut,YDes,Y,YOut,ADes,A,AOut

        """u8);

    /// <inheritdoc/>
    public void Imu(long timeUs, int instance)
    {
        Line(string.Create(CultureInfo.InvariantCulture, $"IMU, {timeUs}, {instance}"));
        stream.Write(Noise.At(_imus, timeUs, instance));
    }

    /// <inheritdoc/>
    public void Rates(long timeUs)
    {
        Line(string.Create(CultureInfo.InvariantCulture, $"RATE, {timeUs}"));
        stream.Write(Noise.At(_rates, timeUs, 0));
    }

    /// <inheritdoc/>
    public void Gps(in Moment moment) => Line(string.Create(
        CultureInfo.InvariantCulture,
        $"GPS, {moment.TimeUs}, 0, 3, {moment.TimeUs / 1000 % 604_800_000}, 2300, 14, 0.8, {moment.LatitudeDeg:F7}, {moment.LongitudeDeg:F7}, {moment.AltitudeM:F2}, 18, 90, 0, 0, 1\n"));

    /// <inheritdoc/>
    public void Battery(in Moment moment) => Line(string.Create(CultureInfo.InvariantCulture, $"BAT, {moment.TimeUs}, 0, {moment.VoltageV:F4}, 7.5, 100, 80\n"));

    /// <inheritdoc/>
    public void Wind(in Moment moment) => Line(string.Create(CultureInfo.InvariantCulture, $"XKF2, {moment.TimeUs}, 0, 1.5, -2.25\n"));

    /// <inheritdoc/>
    public void Mode(long timeUs, int number) => Line(string.Create(CultureInfo.InvariantCulture, $"MODE, {timeUs}, {number}, {number}, 1\n"));

    private static string Listed(float[] values) => string.Concat(values.Select(v => ", " + v.ToString("R", CultureInfo.InvariantCulture)));

    private void Line(string text) => stream.Write(_line.AsSpan(0, Encoding.ASCII.GetBytes(text, _line)));
}
