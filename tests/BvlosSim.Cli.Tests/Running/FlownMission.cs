using System.Collections.Immutable;
using System.Security.Cryptography;
using BvlosSim.FlightLogs.Traces;

namespace BvlosSim.Cli.Tests.Running;

/// <summary>The small mission of the tests with a trace of its flight: 25 s up, a kilometre north and back at 20 m/s, 50 s down.</summary>
internal static class FlownMission
{
    private const double TurnLatDeg = 52.01;
    private const double LegTimeS = 55.6;

    /// <summary>A folder with <c>mission.yaml</c>, <c>vehicle.yaml</c> and <c>trace.json</c>.</summary>
    /// <param name="mission">The mission.</param>
    /// <param name="change">Changes the trace before it is written.</param>
    public static TemporaryFolder Folder(string mission = TestInputs.Mission, Func<FlightTrace, FlightTrace>? change = null)
    {
        TemporaryFolder folder = TestInputs.Folder(mission);
        Write(folder, "trace.json", change);
        return folder;
    }

    /// <summary>Writes a trace of the mission and the vehicle of a folder.</summary>
    public static void Write(TemporaryFolder folder, string name, Func<FlightTrace, FlightTrace>? change = null)
    {
        FlightTrace trace = Trace(Sha256(folder, "mission.yaml"), Sha256(folder, "vehicle.yaml"));
        File.WriteAllBytes(folder.File(name), FlightTraceJson.Render(change is null ? trace : change(trace)));
    }

    private static FlightTrace Trace(string missionSha256, string vehicleSha256)
    {
        ImmutableArray<TraceRecord> records = [.. Enumerable.Range(0, 187).Select(i => At(i))];
        return new FlightTrace
        {
            TraceId = "t1",
            Provenance = new TraceProvenance
            {
                SourceFormat = "ardupilot_dataflash_text",
                RawLogSha256 = new string('a', 64),
                RawLogFilename = "flight.log",
                ToolVersion = "test",
                ParsingAssumptions = ["made for tests"],
                MissingFields = TraceFields.MissingIn(records),
            },
            Mission = new MissionReference("mission.yaml", missionSha256, "vehicle.yaml", vehicleSha256),
            Records = records,
        };
    }

    private static TraceRecord At(double timeS)
    {
        double outboundShare = Math.Clamp((timeS - 25.0) / LegTimeS, 0.0, 1.0);
        double homeShare = Math.Clamp((timeS - 25.0 - LegTimeS) / LegTimeS, 0.0, 1.0);
        double downS = Math.Max(0.0, timeS - 25.0 - (2.0 * LegTimeS));
        bool isMoving = outboundShare > 0.0 && homeShare < 1.0;
        return new TraceRecord
        {
            TimeS = timeS,
            LatitudeDeg = 52.0 + ((TurnLatDeg - 52.0) * (outboundShare - homeShare)),
            LongitudeDeg = 4.0,
            AltitudeAmslM = Math.Min(4.0 * Math.Min(timeS, 25.0), Math.Max(0.0, 100.0 - (2.0 * downS))),
            GroundspeedMps = isMoving ? 20.0 : 0.0,
            TrackDeg = homeShare > 0.0 ? 180.0 : 0.0,
            BatteryRemainingPercent = 99.0 - (0.02 * timeS),
            FlightMode = timeS < 25.0 ? "TAKEOFF" : homeShare == 0.0 ? "AUTO" : homeShare < 1.0 ? "RTL" : "QLAND",
            WindEastMps = 0.0,
            WindNorthMps = 0.0,
        };
    }

    private static string Sha256(TemporaryFolder folder, string name) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder.File(name))));
}
