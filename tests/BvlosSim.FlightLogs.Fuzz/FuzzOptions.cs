using System.Globalization;

namespace BvlosSim.FlightLogs.Fuzz;

/// <summary>What the harness is asked to do.</summary>
/// <param name="Count">How many logs there are in all slices together.</param>
/// <param name="Seed">Of the damage; the same seed gives the same logs.</param>
/// <param name="Slice">Which slice is run, 1-based.</param>
/// <param name="Slices">How many slices there are.</param>
/// <param name="Only">The one log to run; null = all of the slice.</param>
/// <param name="CorpusFolder">A folder whose files are run first; null = none.</param>
/// <param name="SaveFolder">Where logs go that break a rule; null = nowhere.</param>
/// <param name="Threads">How many logs are read at a time.</param>
internal sealed record FuzzOptions(
    long Count, ulong Seed, int Slice, int Slices, long? Only, string? CorpusFolder, string? SaveFolder, int Threads)
{
    public const string Usage = """
        usage: BvlosSim.FlightLogs.Fuzz [--count N] [--seed N] [--slice I/N] [--only INDEX] [--corpus FOLDER] [--save FOLDER] [--threads N]
          Reads N damaged logs (1,000,000) and ends with 1 if one of them breaks a rule. --slice 2/10 runs the second tenth of them;
          all slices together are the same logs. --only runs one log again, by the index that a violation is printed with.
        """;

    private const long UsualCount = 1_000_000;
    private const ulong UsualSeed = 20260501;

    /// <summary>Reads the arguments; null when they make no sense.</summary>
    public static FuzzOptions? Parse(ReadOnlySpan<string> arguments)
    {
        var options = new FuzzOptions(UsualCount, UsualSeed, Slice: 1, Slices: 1, null, null, null, System.Environment.ProcessorCount);
        for (; !arguments.IsEmpty; arguments = arguments[2..])
        {
            if (arguments.Length < 2 || options.With(arguments[0], arguments[1]) is not { } next)
                return null;
            options = next;
        }

        return options.Slice <= options.Slices ? options : null;
    }

    private FuzzOptions? With(string option, string value) => option switch
    {
        "--count" when Number(value) is { } count and > 0 => this with { Count = count },
        "--seed" when Number(value) is { } seed => this with { Seed = (ulong)seed },
        "--only" when Number(value) is { } index => this with { Only = index },
        "--threads" when Number(value) is { } threads and > 0 and <= 1024 => this with { Threads = (int)threads },
        "--corpus" => this with { CorpusFolder = Path.GetFullPath(value) },
        "--save" => this with { SaveFolder = Path.GetFullPath(value) },
        "--slice" when value.Split('/') is [var slice, var slices] && Number(slice) is { } i and > 0 and <= 10_000 && Number(slices) is { } n and > 0 and <= 10_000 =>
            this with { Slice = (int)i, Slices = (int)n },
        _ => null,
    };

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
