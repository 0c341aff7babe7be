using BvlosSim.FlightLogs.ULog.Definitions;

namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>
/// A latitude or longitude. What it counts in follows from its declaration, never from its size: a field named in degrees counts in
/// degrees, another one of a whole-number type in 10⁻⁷ degrees, a floating one in degrees.
/// </summary>
internal readonly struct DegreesField
{
    private const double UnitsPerDegree = 1e7;

    private readonly ULogField? _named;
    private readonly ULogField? _short;

    /// <summary>Looks for the fields.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="named">The name that says degrees.</param>
    /// <param name="shortName">The name that does not.</param>
    public DegreesField(ULogLayout layout, string named, string shortName)
    {
        _named = layout.Find(named);
        _short = layout.Find(shortName);
    }

    /// <summary>The angle in degrees; null = absent, or no number.</summary>
    public double? Degrees(ReadOnlySpan<byte> body)
    {
        if (_named?.Finite(body) is { } degrees)
            return degrees;
        return _short is { } field && field.Finite(body) is { } value ? (field.IsInteger ? value / UnitsPerDegree : value) : null;
    }
}
