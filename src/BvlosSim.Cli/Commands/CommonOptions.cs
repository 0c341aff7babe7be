using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BvlosSim.Values;

namespace BvlosSim.Cli.Commands;

/// <summary>Makers of options that behave alike in every command: a repeated single-value option counts with its last value.</summary>
internal static class CommonOptions
{
    /// <summary>A flag without argument.</summary>
    public static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>An option with one text.</summary>
    public static Option<string?> Text(string name, string valueName, string description, params string[] aliases) =>
        Single(name, valueName, description, text => text, _ => null, aliases);

    /// <summary>An option with one path, which is not empty: an unset variable of a script is no file name.</summary>
    public static Option<string?> Path(string name, string description, params string[] aliases) =>
        Single(name, "PATH", description, text => text.Length == 0 ? null : text, _ => "the path is empty", aliases);

    /// <summary>An option with one number.</summary>
    public static Option<double?> Number(string name, string valueName, string description) =>
        Single<double?>(name, valueName, description, text => ParseNumber(text), text => $"'{text}' is not a number");

    /// <summary>An option with one number that is not negative; NaN is not.</summary>
    public static Option<double?> NonNegative(string name, string valueName, string description) => Single<double?>(
        name,
        valueName,
        description,
        text => ParseNumber(text) is { } value && !(value < 0.0) ? value : null,
        text => ParseNumber(text) is null ? $"'{text}' is not a number" : $"it must not be negative; found {text}");

    /// <summary>An option with one whole number.</summary>
    public static Option<int?> WholeNumber(string name, string valueName, string description, int min) => Single<int?>(
        name,
        valueName,
        description,
        text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) && number >= min ? number : null,
        text => $"'{text}' is not a whole number of {min} or more");

    /// <summary>An option with a whole number that may be given again and again, in order.</summary>
    public static Option<int[]> WholeNumbers(string name, string valueName, string description)
    {
        var option = new Option<int[]>(name)
        {
            Description = description,
            HelpName = valueName,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        option.CustomParser = result => ParseWhole(name, result);
        return option;
    }

    /// <summary>An option with one of a closed set of tokens.</summary>
    public static Option<T?> Choice<T>(string name, ClosedSet<T> set, string description)
        where T : struct, Enum =>
        Single<T?>(
            name,
            string.Join('|', set.Names),
            description,
            text => set.TryParse(text, out T value) ? value : null,
            text => $"'{text}' is not one of {string.Join(", ", set.Names)}");

    /// <summary>Whether a flag was given.</summary>
    public static bool IsGiven(this ParseResult parsed, Option<bool> flag) => parsed.GetResult(flag) is { Implicit: false };

    private static Option<T?> Single<T>(
        string name, string valueName, string description, Func<string, T?> parse, Func<string, string?> complain, params string[] aliases)
    {
        var option = new Option<T?>(name, aliases)
        {
            Description = description,
            HelpName = valueName,
            // One value an occurrence, any number of occurrences.
            Arity = new ArgumentArity(1, 100_000),
            AllowMultipleArgumentsPerToken = false,
        };
        option.CustomParser = result => ParseLast(option.Name, result, parse, complain);
        return option;
    }

    private static T? ParseLast<T>(string name, ArgumentResult result, Func<string, T?> parse, Func<string, string?> complain)
    {
        T? last = default;
        foreach (Token token in result.Tokens)
        {
            last = parse(token.Value);
            if (last is null)
            {
                result.AddError($"{name}: {complain(token.Value)}.");
                return default;
            }
        }

        return last;
    }

    private static int[] ParseWhole(string name, ArgumentResult result)
    {
        var numbers = new List<int>();
        foreach (Token token in result.Tokens)
        {
            if (!int.TryParse(token.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number))
                result.AddError($"{name}: '{token.Value}' is not a whole number.");
            numbers.Add(number);
        }

        return [.. numbers];
    }

    private static double? ParseNumber(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            return value;
        return text.Trim().ToLowerInvariant() switch
        {
            "inf" or "+inf" or "+infinity" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "+nan" or "-nan" => double.NaN,
            _ => null,
        };
    }
}
