using System.Collections.Immutable;

namespace BvlosSim.FlightLogs.Reading;

/// <summary>The parameters of an autopilot as a log tells them: the first value of each, and every change after it.</summary>
internal sealed class ParameterHistory
{
    /// <summary>How many names and how many changes are kept; an autopilot has some 1500 parameters.</summary>
    public const int MostEntries = 16_384;

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
        bool isKnown = _values.TryGetValue(name, out double old);
        if (isKnown && !old.Equals(value) && _changes.Count < MostEntries)
            _changes.Add(new ParameterChange(timeUs, name, old, value));
        if (isKnown || _values.Count < MostEntries)
            _values[name] = value;
    }
}
