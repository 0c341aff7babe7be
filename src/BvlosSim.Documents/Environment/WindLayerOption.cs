using System.Collections.Immutable;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Wind;
using BvlosSim.Values;

namespace BvlosSim.Documents.Environment;

/// <summary>Reads <c>--wind-layer ALT_M:EAST_MPS:NORTH_MPS</c> of the command line.</summary>
public static class WindLayerOption
{
    private const string Name = "--wind-layer";

    /// <summary>Reads the layers of all occurrences.</summary>
    /// <param name="entries">The texts in the order given: exactly three finite numbers with colons between, blanks allowed.</param>
    /// <param name="wind">The wind of the layers; null when there is no entry, or an error.</param>
    /// <returns>Why the entries are refused; null when they are not.</returns>
    public static LoadError? Parse(IEnumerable<string> entries, out LayeredWind? wind)
    {
        ArgumentNullException.ThrowIfNull(entries);
        wind = null;
        var layers = ImmutableArray.CreateBuilder<WindLayer>();
        foreach (string entry in entries)
        {
            if (!TryParse(entry, out WindLayer layer))
            {
                return Error(
                    $"{Name} '{entry}' must be three finite numbers, ALT_M:EAST_MPS:NORTH_MPS, such as 120:4.5:-2.",
                    ScalarMap.Of(("entry_index", layers.Count), ("raw", entry)));
            }

            layers.Add(layer);
        }

        if (layers.Count == 0 || LayeredWind.TryCreate(layers.ToImmutable(), out wind, out string? problem))
            return null;
        return Error($"{Name}: {problem}", ScalarMap.Empty) with { InternalErrorType = InternalErrorTypes.Value };
    }

    private static bool TryParse(string entry, out WindLayer layer)
    {
        layer = default;
        string[] parts = entry.Split(':');
        if (parts.Length != 3
            || !TryParseFinite(parts[0], out double altitude)
            || !TryParseFinite(parts[1], out double east)
            || !TryParseFinite(parts[2], out double north))
        {
            return false;
        }

        layer = new WindLayer(altitude, east, north);
        return true;
    }

    private static bool TryParseFinite(string text, out double value) => NumericText.TryParse(text, out value) && double.IsFinite(value);

    private static LoadError Error(string message, ScalarMap details) => new()
    {
        InputName = Name,
        Path = Name,
        Stage = LoadStage.Parse,
        Details = details,
        Message = message,
    };
}
