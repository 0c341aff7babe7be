using System.Collections.Immutable;

namespace BvlosSim.FlightLogs.Reading;

/// <summary>The parameters of an autopilot as a log tells them: the first value of each, and every change after it.</summary>
internal sealed class ParameterHistory
{
    private readonly Dictionary<string, double> _values = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ParameterChange>.Builder _changes = ImmutableArray.CreateBuilder<ParameterChange>();

    /// <summary>The changes in file order.</summary>
    public ImmutableArray<ParameterChange> Changes => _changes.ToImmutable();

    /// <summary>The latest value; null = the log has none.</summary>
    public double? Find(string name) => _values.TryGetValue(name, out double value) ? value : null;

    /// <summary>Notes a value.</summary>
    /// <param name="timeUs">When; null = the log does not tell.</param>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="value">Its value.</param>
    public void Set(long? timeUs, string name, double value)
    {
        if (_values.TryGetValue(name, out double old) && !old.Equals(value))
            _changes.Add(new ParameterChange(timeUs, name, old, value));
        _values[name] = value;
    }
}
