using System.Globalization;
using System.Runtime.CompilerServices;
using BvlosSim.ExampleFlights;
using BvlosSim.ExampleFlights.Flying;

namespace BvlosSim.FlightLogs.Tests.Examples;

/// <summary>The logs of <c>examples/flight-logs</c>, and what its page says of the aircraft that flew them.</summary>
public class ExampleFlightTests
{
    [Fact]
    public void Making_the_example_flights_again_gives_the_same_bytes()
    {
        string folder = Path.Combine(Repository(), "examples", "flight-logs");
        string[] names = [.. ExampleLogs.Make(folder).Select(log =>
        {
            Assert.True(log.Content.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, log.Name))), log.Name);
            return log.Name;
        })];
        Assert.Equal(Directory.GetFiles(folder, "*.bin").Select(Path.GetFileName).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_states_the_true_values()
    {
        string[] rows = [.. File.ReadLines(Path.Combine(Repository(), "docs", "FLIGHT_LOGS.md")).Where(l => l.StartsWith('|'))];
        foreach ((string name, double value) in TrueAircraft.Values)
        {
            string row = Assert.Single(rows, r => r.StartsWith($"| `{name}` |", StringComparison.Ordinal));
            Assert.Equal(value.ToString(CultureInfo.InvariantCulture), row.Split('|', StringSplitOptions.TrimEntries)[3]);
        }
    }

    private static string Repository([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
