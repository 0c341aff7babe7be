using System.Globalization;
using BvlosSim.FlightLogs.Reading;

namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>
/// How the numbers of a log are scaled, where their code does not say it (ArduPilot, <c>AP_Logger/LogStructure.h</c>): FMTU gives each
/// column a unit letter and a multiplier letter, UNIT and MULT say what they mean. A multiplier applies to the number as stored and
/// includes the scaling of the codes c, C, e, E and L, so those are left as they are. A log without FMTU is read by a table, which holds
/// for all firmware that had none.
/// </summary>
internal sealed class BinaryScales
{
    private const int Letters = 256;

    private readonly FlightLogBuilder _builder;
    private readonly double[] _multipliers = new double[Letters];
    private readonly string?[] _units = new string?[Letters];
    private readonly (string Units, string Multipliers)?[] _formats = new (string, string)?[Letters];

    /// <summary>Scales of a log.</summary>
    public BinaryScales(FlightLogBuilder builder) => _builder = builder;

    /// <summary>Rises with every message that tells something new.</summary>
    public int Version { get; private set; }

    /// <summary>Takes a UNIT, MULT or FMTU message.</summary>
    public void Take(MessageKind kind, MessageFields fields)
    {
        int key = (int)((fields[kind == MessageKind.FormatUnits ? Column.FormatType : Column.Id].Whole() ?? 0) & 0xFF);
        Version++;
        if (kind == MessageKind.Unit)
            _units[key] = fields[Column.Label].Text();
        else if (kind == MessageKind.Multiplier)
            _multipliers[key] = fields[Column.Multiplier].Real() ?? 0;
        else
            _formats[key] = (fields[Column.UnitIds].Text() ?? "", fields[Column.MultiplierIds].Text() ?? "");
    }

    /// <summary>What a stored number is multiplied by.</summary>
    /// <param name="layout">The message.</param>
    /// <param name="column">The column.</param>
    /// <param name="code">Its code.</param>
    /// <param name="index">Its place among the columns, 0-based.</param>
    public double FactorOf(BinaryLayout layout, Column column, char code, int index)
    {
        if (!IsMeasure(column) || FieldCode.IsScaled(code))
            return 1;
        if (_formats[layout.Type] is { } format && index < format.Multipliers.Length && MultiplierOf(format.Multipliers[index]) is { } multiplier)
            return column == Column.Track && UnitOf(format.Units, index) == "rad" ? multiplier * 180 / Math.PI : multiplier;
        double factor = FieldCode.IsPlainWhole(code) ? Table(column) : 1;
        if (factor != 1)
            _builder.Assume($"The log states no unit of {layout.Name}.{column}, a whole number; it is read in steps of {factor}.");
        return factor;
    }

    private static bool IsMeasure(Column column) => column is >= Column.Latitude and <= Column.RemainingPercent
        or Column.WindNorth or Column.WindEast;

    // Centimetres, centimetres per second, centidegrees, centivolts and centiamperes, as firmware up to 3.2 wrote them.
    private static double Table(Column column) => column switch
    {
        Column.Latitude or Column.Longitude => 1e-7,
        Column.RemainingPercent => 1,
        _ => 0.01,
    };

    // 0 = "no multiplier", '?' = "not worked out yet": neither says anything.
    private double? MultiplierOf(char letter) =>
        letter is not ('-' or '?') && letter < Letters && double.IsFinite(_multipliers[letter]) && _multipliers[letter] != 0
            ? Plain(_multipliers[letter])
            : null;

    private string? UnitOf(string units, int index) => index < units.Length && units[index] < Letters ? _units[units[index]] : null;

    // The autopilot writes 0.1 and 3.6 as single precision widened to double; a power of ten is meant.
    private static double Plain(double multiplier) => Math.Abs(multiplier - (float)multiplier) < 1e-12
        && double.TryParse(((float)multiplier).ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out double shortest)
            ? shortest
            : multiplier;
}
