using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BvlosSim.Cli.Tests.Running;

namespace BvlosSim.Cli.Tests;

/// <summary><c>log-info</c> and <c>ingest-log</c>.</summary>
public class FlightLogTests
{
    private static readonly string[] Ingest = ["ingest-log", SmallLog.Name, "--trace-id", "t1"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("log-info.txt", "log-info", SmallLog.Name)]
    [InlineData("log-info.json", "log-info", SmallLog.Name, "--format", "json")]
    [InlineData("trace.json", "ingest-log", SmallLog.Name, "--trace-id", "t1")]
    public void What_a_small_log_holds(string golden, params string[] command)
    {
        using TemporaryFolder folder = SmallLog.Folder();
        RunOutcome run = Executable.Run(folder.Path, command);
        RunOutcome filed = Executable.Run(folder.Path, [.. command, "-o", "out"]);

        Assert.Equal(0, run.ExitCode);
        Golden.Matches("logs/" + golden, run.Text);
        Assert.Equal(0, filed.ExitCode);
        Assert.Empty(filed.StandardOutput);
        Assert.Equal(run.Text, folder.Read("out"));
    }

    [Theory]
    [InlineData("--gps", "1", "lon_deg", 4.0000001)]
    [InlineData("--battery", "1", "battery_voltage_v", 12.5)]
    public void A_sensor_can_be_chosen(string option, string number, string field, double value)
    {
        using TemporaryFolder folder = SmallLog.Folder();
        RunOutcome run = Executable.Run(folder.Path, [.. Ingest, option, number]);
        RunOutcome absent = Executable.Run(folder.Path, [.. Ingest, option, "7"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(value, Records(run.Text)[1].GetProperty(field).GetDouble());
        Assert.Equal(11, absent.ExitCode);
        Assert.Contains("the log has 0, 1", absent.StandardError, StringComparison.Ordinal);
        Assert.Equal(2, Executable.Run(folder.Path, [.. Ingest, option, "-1"]).ExitCode);
    }

    [Fact]
    public void A_flight_can_be_chosen()
    {
        using TemporaryFolder folder = SmallLog.Folder();
        File.WriteAllBytes(folder.File(SmallLog.Name), SmallLog.Bytes(restarts: true));
        RunOutcome usual = Executable.Run(folder.Path, Ingest);

        Assert.Equal(20, Records(usual.Text).Count);
        Assert.Contains("2 flights", usual.StandardError, StringComparison.Ordinal);
        Assert.Equal(10, Records(Executable.Run(folder.Path, [.. Ingest, "--flight", "2"]).Text).Count);
        Assert.Equal(11, Executable.Run(folder.Path, [.. Ingest, "--flight", "3"]).ExitCode);
    }

    [Theory]
    [InlineData("missing", "read_error")]
    [InlineData("empty", "unsupported_format")]
    [InlineData("text", "unsupported_format")]
    [InlineData("zeros", "unsupported_format")]
    [InlineData("folder", "non_regular_file")]
    [InlineData("pipe", "non_regular_file")]
    public void What_is_no_log_is_refused_with_its_reason(string kind, string reason)
    {
        if (kind == "pipe" && OperatingSystem.IsWindows())
            return;
        using TemporaryFolder folder = TestInputs.Folder();
        Make(folder, kind);
        foreach (string[] command in (string[][])[["log-info", "in"], ["ingest-log", "in", "--trace-id", "t1"]])
        {
            RunOutcome run = Executable.Run(folder.Path, [.. command, "-o", "out.json"]);
            RunOutcome checkedOnly = Executable.Run(folder.Path, [.. command, "--validate-only", "--validate-format", "json"]);

            Assert.Equal(11, run.ExitCode);
            Assert.Equal(reason, Details(run.Text).GetProperty("reason").GetString());
            Assert.NotEmpty(run.StandardError);
            Assert.Equal(11, checkedOnly.ExitCode);
            Assert.Contains(reason, checkedOnly.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("out.json", folder.Names());
        }
    }

    [Fact]
    public void A_log_without_a_fix_can_be_told_of_but_gives_no_trace()
    {
        using TemporaryFolder folder = SmallLog.Folder();
        File.WriteAllBytes(folder.File(SmallLog.Name), SmallLog.Bytes(status: 1));
        RunOutcome told = Executable.Run(folder.Path, "log-info", SmallLog.Name);
        RunOutcome run = Executable.Run(folder.Path, Ingest);

        Assert.Equal(0, told.ExitCode);
        Assert.Contains("no usable position", told.Text, StringComparison.Ordinal);
        Assert.Equal(11, run.ExitCode);
        Assert.Equal("no_gps_records", Details(run.Text).GetProperty("reason").GetString());
    }

    [Fact]
    public void A_log_larger_than_asked_for_is_refused()
    {
        using TemporaryFolder folder = SmallLog.Folder();
        using (FileStream log = File.OpenWrite(folder.File(SmallLog.Name)))
            log.SetLength((1 << 20) + 1);
        RunOutcome run = Executable.Run(folder.Path, [.. Ingest, "--max-size-mib", "1"]);

        Assert.Equal(11, run.ExitCode);
        Assert.Equal("file_too_large", Details(run.Text).GetProperty("reason").GetString());
        Assert.Equal(0, Executable.Run(folder.Path, [.. Ingest, "--max-size-mib", "2"]).ExitCode);
    }

    [Fact]
    public void A_damaged_log_is_read_and_the_damage_told()
    {
        using TemporaryFolder folder = SmallLog.Folder();
        byte[] log = SmallLog.Bytes();
        int second = log.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xA3, 0x95, 2]);
        File.WriteAllBytes(folder.File(SmallLog.Name), [.. log[..second], 1, 2, 3, 4, 5, .. log[second..]]);
        RunOutcome run = Executable.Run(folder.Path, Ingest);
        JsonElement provenance = JsonDocument.Parse(run.Text).RootElement.GetProperty("provenance");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"5 bytes at offset {second}: No message starts here.", run.StandardError, StringComparison.Ordinal);
        Assert.Contains(
            provenance.GetProperty("parsing_assumptions").EnumerateArray(),
            a => a.GetString()!.StartsWith("Completeness of the log: damaged", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("log-info", SmallLog.Name)]
    [InlineData("ingest-log", SmallLog.Name, "--trace-id", "t1")]
    public void No_file_is_replaced_that_must_not_be(params string[] command)
    {
        using TemporaryFolder folder = SmallLog.Folder();
        folder.Write("out.json", "earlier");

        Assert.Equal(11, Executable.Run(folder.Path, [.. command, "-o", SmallLog.Name]).ExitCode);
        Assert.Equal(SmallLog.Bytes(), File.ReadAllBytes(folder.File(SmallLog.Name)));
        Assert.Equal(11, Executable.Run(folder.Path, [.. command, "-o", "out.json", "--no-clobber"]).ExitCode);
        Assert.Equal("earlier", folder.Read("out.json"));
        Assert.Equal(0, Executable.Run(folder.Path, [.. command, "-o", "out.json"]).ExitCode);
        Assert.NotEqual("earlier", folder.Read("out.json"));
    }

    [Fact]
    public void Files_are_checked_for_themselves()
    {
        using TemporaryFolder folder = SmallLog.Folder();
        RunOutcome text = Executable.Run(folder.Path, [.. Ingest, "--mission", "mission.yaml", "--vehicle", "vehicle.yaml", "--validate-only"]);
        RunOutcome json = Executable.Run(folder.Path, "log-info", SmallLog.Name, "--validate-only", "--validate-format", "json");

        Assert.Equal((0, "flight-log: flight.bin: OK\nmission: mission.yaml: OK\nvehicle: vehicle.yaml: OK\n"), (text.ExitCode, text.Text));
        Assert.Equal(0, json.ExitCode);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(json.Text).RootElement.ValueKind);
    }

    [Fact]
    public void The_mission_and_the_vehicle_go_together()
    {
        using TemporaryFolder folder = SmallLog.Folder();
        RunOutcome both = Executable.Run(folder.Path, [.. Ingest, "--mission", "mission.yaml", "--vehicle", "vehicle.yaml"]);

        Assert.Equal(0, both.ExitCode);
        Assert.Equal(64, JsonDocument.Parse(both.Text).RootElement.GetProperty("mission_ref").GetProperty("mission_sha256").GetString()!.Length);
        Assert.Equal(11, Executable.Run(folder.Path, [.. Ingest, "--mission", "mission.yaml"]).ExitCode);
        Assert.Equal(11, Executable.Run(folder.Path, [.. Ingest, "--mission", "mission.yaml", "--validate-only"]).ExitCode);
        Assert.Equal(11, Executable.Run(folder.Path, "ingest-log", SmallLog.Name, "--trace-id", "!!", "--validate-only").ExitCode);
        Assert.Equal(11, Executable.Run(folder.Path, [.. Ingest, "--vehicle", "vehicle.yaml"]).ExitCode);
        Assert.Equal(11, Executable.Run(folder.Path, "ingest-log", SmallLog.Name, "--trace-id", "no id").ExitCode);
        Assert.Equal(2, Executable.Run(folder.Path, "ingest-log", SmallLog.Name).ExitCode);
    }

    [Theory]
    [InlineData("log-info", SmallLog.Name)]
    [InlineData("ingest-log", SmallLog.Name, "--trace-id", "t1")]
    public void A_signal_in_the_middle_of_a_large_log_ends_in_14_and_leaves_the_earlier_file(params string[] command)
    {
        if (OperatingSystem.IsWindows())
            return;
        using TemporaryFolder folder = SmallLog.Folder();
        folder.Write("out.json", "earlier");
        // Holes take no room on the disk, and are read and hashed all the same.
        using (FileStream log = File.OpenWrite(folder.File(SmallLog.Name)))
            log.SetLength(64L << 30);
        using Process process = Executable.Start(folder.Path, new Dictionary<string, string?>(), [.. command, "-o", "out.json"]);
        Assert.False(process.WaitForExit(TimeSpan.FromMilliseconds(600)));
        Process.Start("kill", ["-s", "TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

        Assert.True(process.WaitForExit(Patience));
        Assert.Equal(14, process.ExitCode);
        Assert.Equal("", process.StandardOutput.ReadToEnd());
        Assert.Equal("earlier", folder.Read("out.json"));
        Assert.Equal(["flight.bin", "mission.yaml", "out.json", "vehicle.yaml"], folder.Names());
    }

    private static void Make(TemporaryFolder folder, string kind)
    {
        switch (kind)
        {
            case "empty":
                folder.Write("in", "");
                break;
            case "text":
                folder.Write("in", "a letter\n");
                break;
            case "zeros":
                folder.Write("in", new string('\0', 5000));
                break;
            case "folder":
                Directory.CreateDirectory(folder.File("in"));
                break;
            case "pipe":
                Process.Start("mkfifo", folder.File("in")).WaitForExit();
                break;
        }
    }

    private static JsonElement Details(string document) => JsonDocument.Parse(document).RootElement.GetProperty("details");

    private static List<JsonElement> Records(string trace) => [.. JsonDocument.Parse(trace).RootElement.GetProperty("records").EnumerateArray()];
}
