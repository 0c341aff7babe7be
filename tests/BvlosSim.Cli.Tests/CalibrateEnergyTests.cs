using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BvlosSim.Cli.Tests.Running;
using BvlosSim.FlightLogs.Tests.Calibration.Energy;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.Cli.Tests;

/// <summary><c>calibrate --energy</c>, and estimates with what it writes.</summary>
public class CalibrateEnergyTests
{
    private const string Vehicle =
        """
        vehicle_id: q
        vehicle_class: vtol
        mass: {empty_kg: 4, max_takeoff_kg: 8, operating_mass_kg: 5}
        performance: {cruise_speed_mps: 16, hover_speed_mps: 6, max_speed_mps: 25, climb_rate_mps: 2.5, descent_rate_mps: 2, turn_radius_m: 40}
        energy: {battery_capacity_wh: 600, reserve_percent_default: 20, hover_power_w: 700, cruise_power_w: 500}

        """;

    private static readonly string[] Command = ["calibrate", "vehicle.yaml", "f0.json", "f1.json", "f2.json", "f3.json"];

    [Fact]
    public void A_profile_with_every_power_clears_the_warning_and_one_without_energy_does_not()
    {
        using TemporaryFolder folder = Folder();
        RunOutcome run = Executable.Run(
            folder.Path, [.. Command, "--energy", "--holdout", "leave-one-flight-out", "--format", "json", "-o", "v2.json"]);
        Assert.Equal(0, run.ExitCode);
        JsonElement profile = JsonDocument.Parse(folder.Read("v2.json")).RootElement;
        Assert.Equal("calibration-profile.v2", profile.GetProperty("schema_version").GetString());
        Assert.Equal(4, profile.GetProperty("holdout").GetProperty("flights").GetArrayLength());
        Assert.Equal(0, Executable.Run(folder.Path, [.. Command, "--format", "json", "-o", "v1.json"]).ExitCode);
        Assert.Contains("calibration-profile.v1", folder.Read("v1.json"), StringComparison.Ordinal);

        Assert.True(IsUncalibrated(folder));
        Assert.True(IsUncalibrated(folder, "--calibration", "v1.json"));
        Assert.False(IsUncalibrated(folder, "--calibration", "v2.json"));
        Assert.Equal(0, Executable.Run(folder.Path, "estimate", "mission.yaml", "vehicle.yaml", "--calibration", "v2.json", "--validate-only").ExitCode);
    }

    [Fact]
    public void A_flight_that_was_learnt_from_is_known_by_its_log_whatever_it_is_called()
    {
        using TemporaryFolder folder = Folder();
        Assert.Equal(0, Executable.Run(folder.Path, [.. Command, "--energy", "--format", "json", "-o", "v2.json"]).ExitCode);
        FlightTrace seen = new SyntheticFlight { TraceId = "again", Seed = 2 }.Fly();
        FlightTrace other = new SyntheticFlight { TraceId = "again", Seed = 9 }.Fly();

        Assert.Equal(13, Validate(seen).ExitCode);
        Assert.Contains("fitted to the log of the trace `again`", Validate(seen).StandardError, StringComparison.Ordinal);
        // The next check: it names no mission.
        Assert.Equal(11, Validate(other).ExitCode);
        JsonElement logs = JsonDocument.Parse(folder.Read("v2.json")).RootElement.GetProperty("provenance").GetProperty("source_log_sha256s");
        Assert.Equal(4, logs.GetArrayLength());
        Assert.Contains(logs.EnumerateArray(), l => l.GetString() == seen.Provenance.RawLogSha256);

        RunOutcome Validate(FlightTrace trace)
        {
            folder.Write("again.json", Encoding.UTF8.GetString(FlightTraceJson.Render(trace)));
            return Executable.Run(folder.Path, "validate", "mission.yaml", "vehicle.yaml", "again.json", "--calibration", "v2.json");
        }
    }

    [Fact]
    public void The_report_is_markdown_and_the_same_for_any_order()
    {
        using TemporaryFolder folder = Folder();
        RunOutcome run = Executable.Run(folder.Path, [.. Command, "--energy"]);
        RunOutcome turned = Executable.Run(folder.Path, "calibrate", "vehicle.yaml", "f3.json", "f1.json", "f0.json", "f2.json", "--energy");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\n## Energy\n", run.Text, StringComparison.Ordinal);
        Assert.Equal(run.Text, turned.Text);
    }

    [Fact]
    public void A_mass_that_nobody_stated_is_told()
    {
        using TemporaryFolder folder = Folder();
        RunOutcome run = Executable.Run(folder.Path, [.. Command, "--energy", "--mass-kg", "f1=5", "--mass-kg", "f2=5"]);
        Assert.Contains("The mass of `f0`, `f3` is taken to be 5 kg", run.StandardError, StringComparison.Ordinal);
        RunOutcome stated = Executable.Run(
            folder.Path, [.. Command, "--energy", "--mass-kg", "f0=5", "--mass-kg", "f1=5", "--mass-kg", "f2=5", "--mass-kg", "f3=5"]);
        Assert.DoesNotContain("The mass of", stated.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--holdout goes with --energy", "--holdout", "leave-one-flight-out")]
    [InlineData("--mass-kg goes with --energy", "--mass-kg", "f0=5")]
    [InlineData("--allow-few-samples goes with --energy", "--allow-few-samples")]
    [InlineData("--min-samples does not go with --energy", "--energy", "--min-samples", "5")]
    [InlineData("is not TRACE_ID=KG", "--energy", "--mass-kg", "5")]
    [InlineData("is not TRACE_ID=KG", "--energy", "--mass-kg", "f0=x")]
    [InlineData("there is no trace `f9`", "--energy", "--mass-kg", "f9=5")]
    [InlineData("stated more than once", "--energy", "--mass-kg", "f0=5", "--mass-kg", "f0=6")]
    [InlineData("--calibration-id", "--energy", "--calibration-id", "a b")]
    public void Options_that_say_nothing_are_refused(string reason, params string[] options)
    {
        using TemporaryFolder folder = Folder();
        RunOutcome run = Executable.Run(folder.Path, [.. Command, .. options, "-o", "p.json"]);
        Assert.Equal(11, run.ExitCode);
        Assert.Contains(reason, run.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("p.json", folder.Names());
        RunOutcome check = Executable.Run(folder.Path, [.. Command, .. options, "--validate-only"]);
        Assert.Equal(11, check.ExitCode);
        Assert.Contains(reason, check.StandardError + check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void Flights_of_no_or_another_vehicle_are_refused_unless_accepted(string? sha256)
    {
        using TemporaryFolder folder = Folder();
        Write(folder, new SyntheticFlight { TraceId = "f1", Seed = 2, VehicleSha256 = sha256 });
        RunOutcome run = Executable.Run(folder.Path, [.. Command, "--energy"]);
        Assert.Equal(11, run.ExitCode);
        Assert.Contains("--any-vehicle", run.StandardError, StringComparison.Ordinal);
        Assert.Equal(0, Executable.Run(folder.Path, [.. Command, "--energy", "--any-vehicle"]).ExitCode);
        RunOutcome check = Executable.Run(folder.Path, [.. Command, "--energy", "--validate-only"]);
        Assert.Equal(11, check.ExitCode);
        Assert.Contains("--any-vehicle", check.Text + check.StandardError, StringComparison.Ordinal);
        Assert.Equal(0, Executable.Run(folder.Path, [.. Command, "--energy", "--any-vehicle", "--validate-only"]).ExitCode);
        // Without --energy a trace that names no vehicle will do.
        Assert.Equal(sha256 is null ? 0 : 11, Executable.Run(folder.Path, [.. Command, "--validate-only"]).ExitCode);
    }

    private static TemporaryFolder Folder()
    {
        TemporaryFolder folder = TestInputs.Folder(vehicle: Vehicle);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Vehicle)));
        for (int i = 0; i < 4; i++)
            Write(folder, new SyntheticFlight { TraceId = $"f{i}", Seed = 1 + (ulong)i, VehicleSha256 = sha256 });
        return folder;
    }

    private static void Write(TemporaryFolder folder, SyntheticFlight flight) =>
        folder.Write(flight.TraceId + ".json", Encoding.UTF8.GetString(FlightTraceJson.Render(flight.Fly())));

    private static bool IsUncalibrated(TemporaryFolder folder, params string[] options) =>
        Executable.Run(folder.Path, ["estimate", "mission.yaml", "vehicle.yaml", .. options]).Text
            .Contains("\"ENERGY_MODEL_UNCALIBRATED\"", StringComparison.Ordinal);
}
