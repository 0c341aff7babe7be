using System.Globalization;

namespace BvlosSim.Documents.Binding.Fields;

/// <summary>The accepted range of a number. An end that is infinite is no bound.</summary>
/// <param name="Min">Lower end.</param>
/// <param name="Max">Upper end.</param>
/// <param name="IsMinExclusive">The lower end itself is refused.</param>
/// <param name="IsMaxExclusive">The upper end itself is refused.</param>
public sealed record NumberRange(double Min, double Max, bool IsMinExclusive, bool IsMaxExclusive)
{
    /// <summary>Any number.</summary>
    public static NumberRange Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity, false, false);

    /// <summary>Greater than 0.</summary>
    public static NumberRange Positive { get; } = new(0.0, double.PositiveInfinity, true, false);

    /// <summary>0 or more.</summary>
    public static NumberRange NonNegative { get; } = new(0.0, double.PositiveInfinity, false, false);

    /// <summary>0 to 100, both included.</summary>
    public static NumberRange Percent { get; } = Between(0.0, 100.0);

    /// <summary>0 to 1, both included.</summary>
    public static NumberRange Fraction { get; } = Between(0.0, 1.0);

    /// <summary>Both ends included.</summary>
    public static NumberRange Between(double min, double max) => new(min, max, false, false);

    /// <summary>Both ends excluded.</summary>
    public static NumberRange Inside(double min, double max) => new(min, max, true, true);

    /// <summary>The range for a person; empty for <see cref="Any"/>.</summary>
    public string Describe()
    {
        string lower = double.IsNegativeInfinity(Min) ? "" : IsMinExclusive ? $"greater than {Text(Min)}" : $"{Text(Min)} or more";
        string upper = double.IsPositiveInfinity(Max) ? "" : IsMaxExclusive ? $"less than {Text(Max)}" : $"{Text(Max)} or less";
        if (lower.Length == 0 || upper.Length == 0)
            return lower + upper;
        return IsMinExclusive || IsMaxExclusive ? $"{lower} and {upper}" : $"from {Text(Min)} to {Text(Max)}";
    }

    /// <summary>The type of problem of a value outside of the range, null inside. NaN is outside of every bound.</summary>
    public string? Violation(double value)
    {
        if (!double.IsNegativeInfinity(Min) && !(IsMinExclusive ? value > Min : value >= Min))
            return IsMinExclusive ? ProblemTypes.GreaterThan : ProblemTypes.GreaterThanEqual;
        if (!double.IsPositiveInfinity(Max) && !(IsMaxExclusive ? value < Max : value <= Max))
            return IsMaxExclusive ? ProblemTypes.LessThan : ProblemTypes.LessThanEqual;
        return null;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
