using System.Globalization;
using System.Text;

namespace BvlosSim.Reliability.Inputs;

/// <summary>One thing to compute.</summary>
/// <param name="Arguments">The command line without the destination.</param>
internal sealed record Job(IReadOnlyList<string> Arguments)
{
    public IReadOnlyList<string> To(string destination, params string[] more) => [.. Arguments, "-o", destination, .. more];

    public Job With(params string[] more) => new([.. Arguments, .. more]);
}

/// <summary>The missions and vehicles that the suite computes.</summary>
internal sealed class InputFiles
{
    private const int ManyLegs = 2000;
    private const int SomeLegs = 20;

    // A hundred million pieces: minutes.
    private const double EndlessPieceM = 0.02;

    private const string Head =
        """
        schema_version: mission.v7
        mission_id: ex
        vehicle_profile: q
        planned_home: {lat: 52, lon: 4, altitude_amsl_m: 0}
        route:
        - {id: t, action: vtol_takeoff, altitude_m: 100}

        """;

    private const string Return = "- {id: r, action: rtl}\n";

    private const string Wind =
        """
        axes: {time_s: [0, 100], altitude_m: [0, 100], lat: [51, 53], lon: [3, 5]}
        values:
        - [[[[1, 0], [2, 0]], [[1, 1], [0, 2]]], [[[1, 0], [2, 0]], [[1, 1], [0, 2]]]]
        - [[[[1, 0], [2, 0]], [[1, 1], [0, 2]]], [[[1, 0], [2, 0]], [[1, 1], [0, 2]]]]

        """;

    private InputFiles(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Some ten milliseconds.</summary>
    public Job Short { get; } = Estimate("mission.yaml", "vehicle.yaml");

    /// <summary>
    /// As short, and prints a line on standard error first, so that the main thread's write of the file is its second write. The thread
    /// that takes a signal writes once, and a fault that is injected into the file's write must not hit that one.
    /// </summary>
    public Job ShortWithReason { get; } = Estimate("mission.yaml", "weak-vehicle.yaml");

    /// <summary>Minutes: nobody waits for its end.</summary>
    public Job Endless { get; } = Estimate("endless.yaml", "vehicle.yaml");

    /// <summary>A document of some megabytes.</summary>
    public Job Large { get; } = Estimate("many-legs.yaml", "vehicle.yaml");

    /// <summary>Writes them.</summary>
    public static InputFiles Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var files = new InputFiles(folder);
        files.Save("mission.yaml", Head + Legs(1) + Return);
        files.Save("many-legs.yaml", Head + Legs(ManyLegs) + Return);
        files.SaveLong("endless.yaml", ManyLegs, EndlessPieceM);
        files.Save("vehicle.yaml", Vehicle(900));
        files.Save("weak-vehicle.yaml", Vehicle(9));
        files.Save("wind.yaml", Wind);
        return files;
    }

    /// <summary>A computation that takes as long as its pieces are many: each has to look up the wind.</summary>
    /// <param name="pieceM">Length of a piece of a leg, metres.</param>
    public Job Long(double pieceM)
    {
        SaveLong("long.yaml", SomeLegs, pieceM);
        return Estimate("long.yaml", "vehicle.yaml");
    }

    private static Job Estimate(string mission, string vehicle) => new(["estimate", mission, vehicle]);

    private static string Legs(int count)
    {
        var legs = new StringBuilder();
        for (int leg = 0; leg < count; leg++)
        {
            string position = string.Create(CultureInfo.InvariantCulture, $"lat: {52 + (0.01 * (leg % 2)):F4}, lon: {4 + (0.001 * (leg % 7)):F4}");
            legs.Append(CultureInfo.InvariantCulture, $"- {{id: w{leg}, action: waypoint, {position}, altitude_m: 100}}\n");
        }

        return legs.ToString();
    }

    private static string Vehicle(int batteryWh) =>
        $$"""
        vehicle_id: q
        vehicle_class: vtol
        mass: {empty_kg: 8, max_takeoff_kg: 10}
        performance: {cruise_speed_mps: 20, hover_speed_mps: 5, max_speed_mps: 25, climb_rate_mps: 4, descent_rate_mps: 2, turn_radius_m: 50}
        energy: {battery_capacity_wh: {{batteryWh}}, reserve_percent_default: 25, cruise_power_w: 450, hover_power_w: 1200}

        """;

    private void SaveLong(string name, int legs, double pieceM)
    {
        string piece = pieceM.ToString("F9", CultureInfo.InvariantCulture);
        Save(name, $"{Head}{Legs(legs)}{Return}estimation: {{max_segment_length_m: {piece}}}\nassets: {{wind_grid_file: wind.yaml}}\n");
    }

    private void Save(string name, string content) => File.WriteAllText(Path.Combine(Folder, name), content);
}
