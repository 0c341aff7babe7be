using System.Text.Json;
using BvlosSim.Cli.Tests.Running;

namespace BvlosSim.Cli.Tests;

/// <summary><c>segment</c>.</summary>
public class SegmentTests
{
    [Fact]
    public void The_phases_of_a_flight()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        RunOutcome run = Executable.Run(folder.Path, "segment", "trace.json", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.StandardError);
        Assert.Equal(["takeoff", "transit", "rtl", "landing"], Phases(run.Text));
    }

    [Fact]
    public void The_modes_of_the_older_contracts_can_be_asked_for()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        RunOutcome run = Executable.Run(folder.Path, "segment", "trace.json", "--modes", "contract", "-o", "phases.json");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.StandardOutput);
        Assert.Equal(["takeoff", "transit", "rtl", "unknown"], Phases(folder.Read("phases.json")));
        Assert.Equal(11, Executable.Run(folder.Path, "segment", "trace.json", "-o", "phases.json", "--no-clobber").ExitCode);
    }

    [Fact]
    public void A_person_gets_a_table()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        RunOutcome run = Executable.Run(folder.Path, "segment", "trace.json", "--format", "markdown");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            # Phases: t1

            - Told by: alt_amsl_m, flight_mode, groundspeed_mps
            - Records of unknown phase: 0

            | Phase   | From s | To s  | Duration s | Records |
            | ------- | ------ | ----- | ---------- | ------- |
            | takeoff | 0.0    | 25.0  | 25.0       | 26      |
            | transit | 26.0   | 80.0  | 54.0       | 55      |
            | rtl     | 81.0   | 136.0 | 55.0       | 56      |
            | landing | 137.0  | 186.0 | 49.0       | 50      |

            """,
            run.Text);
    }

    [Fact]
    public void A_cut_log_is_told_of_with_its_trace()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        string trace = folder.Read("trace.json");
        folder.Write("cut.json", System.Text.RegularExpressions.Regex.Replace(
            trace, "\"parsing_assumptions\": *\\[[^]]*\\]", "\"parsing_assumptions\": [\"Completeness of the log: truncated; 7 bytes.\"]"));
        Assert.NotEqual(trace, folder.Read("cut.json"));
        foreach (string[] command in (string[][])[["segment", "cut.json"], ["calibrate", "vehicle.yaml", "cut.json"]])
        {
            RunOutcome run = Executable.Run(folder.Path, command);
            Assert.Equal(0, run.ExitCode);
            Assert.Contains("the log of this trace was truncated; 7 bytes.", run.StandardError, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_trace_that_does_not_load_is_named()
    {
        using TemporaryFolder folder = FlownMission.Folder();
        folder.Write("bad.yaml", folder.Read("trace.json").Replace("\"lat_deg\": 52.0,", "\"lat_deg\": 152.0,", StringComparison.Ordinal));
        RunOutcome run = Executable.Run(folder.Path, "segment", "bad.yaml", "-o", "phases.json");
        JsonElement details = JsonDocument.Parse(run.Text).RootElement.GetProperty("details");

        Assert.Equal(11, run.ExitCode);
        Assert.Equal("flight_trace", details.GetProperty("input_name").GetString());
        Assert.Equal("schema_validation", details.GetProperty("stage").GetString());
        Assert.Equal("records.0.lat_deg", details.GetProperty("first_error_path").GetString());
        Assert.DoesNotContain("phases.json", folder.Names());
        Assert.Equal(11, Executable.Run(folder.Path, "segment", "bad.yaml", "--validate-only").ExitCode);
        Assert.Equal("flight-trace: trace.json: OK\n", Executable.Run(folder.Path, "segment", "trace.json", "--validate-only").Text);
        Assert.Equal(2, Executable.Run(folder.Path, "segment").ExitCode);
    }

    private static IEnumerable<string?> Phases(string document)
    {
        JsonElement root = JsonDocument.Parse(document).RootElement;
        Assert.Equal("phase-segments.v1", root.GetProperty("schema_version").GetString());
        return root.GetProperty("segments").EnumerateArray().Select(s => s.GetProperty("phase").GetString());
    }
}
