using System.Collections.Immutable;

namespace BvlosSim.Environment.Wind;

/// <summary>Where a query falls on an axis: between two neighbours, with the weight of the upper one in [0, 1].</summary>
internal readonly record struct AxisPlace(int Lower, double Weight);

/// <summary>An axis of a wind grid: at least two ascending numbers, extended by its end values.</summary>
internal sealed class WindAxis
{
    private readonly double[] _values;

    public WindAxis(ImmutableArray<double> values, string name)
    {
        string? problem = FindProblem(values);
        if (problem is not null)
            throw new ArgumentException(problem, name);
        _values = [.. values];
    }

    public int Count => _values.Length;

    public double First => _values[0];

    public double Last => _values[^1];

    public static string? FindProblem(ImmutableArray<double> values)
    {
        if (values.IsDefault || values.Length < 2)
            return "An axis of a wind grid needs at least two numbers.";
        if (!double.IsFinite(values[0]))
            return "An axis of a wind grid has a number that is not finite.";
        for (int i = 1; i < values.Length; i++)
        {
            // An infinite difference would make weights NaN, and covers a value that is not finite.
            if (!(values[i] > values[i - 1]) || !double.IsFinite(values[i] - values[i - 1]))
                return "The numbers of an axis of a wind grid must be finite and strictly ascending.";
        }

        return null;
    }

    public AxisPlace Locate(double query)
    {
        int lower = Math.Clamp(SortedAxis.CountNotAbove(_values, query) - 1, 0, _values.Length - 2);
        double start = _values[lower];
        return new AxisPlace(lower, Math.Clamp((query - start) / (_values[lower + 1] - start), 0.0, 1.0));
    }
}
