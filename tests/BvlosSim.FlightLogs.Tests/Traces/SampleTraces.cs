using System.Collections.Immutable;
using System.Text;
using BvlosSim.Documents.Loading;
using BvlosSim.FlightLogs.Traces;
using CsCheck;

namespace BvlosSim.FlightLogs.Tests.Traces;

/// <summary>Traces made for tests.</summary>
internal static class SampleTraces
{
    /// <summary>A record.</summary>
    public static TraceRecord Record(double timeS, double? altitudeM = null, double? speedMps = null, string? mode = null) => new()
    {
        TimeS = timeS,
        LatitudeDeg = 47.0,
        LongitudeDeg = 8.0,
        AltitudeAmslM = altitudeM,
        GroundspeedMps = speedMps,
        FlightMode = mode,
    };

    /// <summary>A trace that states nothing about its mission.</summary>
    public static FlightTrace Of(params ImmutableArray<TraceRecord> records) => new()
    {
        TraceId = "t",
        Provenance = new TraceProvenance
        {
            SourceFormat = "ardupilot_dataflash_text",
            RawLogSha256 = new string('a', 64),
            RawLogFilename = "flight.log",
            ToolVersion = "0.33.0",
            ParsingAssumptions = ["seconds", "höhe \"AMSL\"\u007f\n"],
            MissingFields = TraceFields.MissingIn(records),
        },
        Records = records,
    };

    /// <summary>The worked example of a text log, its numbers as its trace holds them.</summary>
    public static FlightTrace WorkedExample()
    {
        FlightTrace trace = Of(
            Record(0.0, 500.5, 0.3, "TAKEOFF") with { TrackDeg = 0.0, BatteryVoltageV = 25.2, BatteryCurrentA = 4.5, BatteryRemainingPercent = 99.0 },
            Later(2.0, 510.0, 0.4, "TAKEOFF") with { TrackDeg = 12.5 },
            Later(3.0, 516.0, 6.0, "AUTO") with { LatitudeDeg = 47.0002, TrackDeg = 7.0 },
            Later(4.0, 520.0, 12.12345679, "AUTO") with { LatitudeDeg = 47.0005, LongitudeDeg = 8.0001, TrackDeg = 7.25 });
        return trace with
        {
            TraceId = "ex1",
            Provenance = trace.Provenance with
            {
                RawLogSha256 = "18261ed253a65fe047228672e09a80bd3f46509da809e7ad70c10e6d3bc2726d",
                RawLogFilename = "e1.log",
                ParsingAssumptions = [],
            },
        };

        static TraceRecord Later(double timeS, double altitudeM, double speedMps, string mode) => Record(timeS, altitudeM, speedMps, mode) with
        {
            BatteryVoltageV = 24.9,
            BatteryRemainingPercent = 97.0,
            WindEastMps = -3.5,
            WindNorthMps = 1.25,
        };
    }

    /// <summary>Traces of 0…30 records with any of their values absent; numbers have up to four decimals.</summary>
    public static Gen<FlightTrace> Any { get; } = Gen.Select(Gen.Int[1, 4000], AnyRecord()).Array[0, 30].Select(steps =>
    {
        int timeMs = 0;
        return Of([.. steps.Select(s => s.Item2 with { TimeS = (timeMs += s.Item1) / 1000.0 })]);
    });

    /// <summary>Reads a trace from a document.</summary>
    public static LoadResult<FlightTrace> Read(byte[] document, DocumentFormat format = DocumentFormat.Json)
    {
        LoadResult<LoadedDocument> loaded = DocumentLoader.Parse(document, format, "/folder/trace.json", "flight_trace");
        return loaded.Error is { } error ? error : FlightTraceContract.Contract.Bind(loaded.Value!);
    }

    /// <summary>Reads a trace from JSON or YAML text.</summary>
    public static LoadResult<FlightTrace> Read(string text) => Read(Encoding.UTF8.GetBytes(text), DocumentFormat.Yaml);

    private static Gen<TraceRecord> AnyRecord()
    {
        Gen<double?> level = Maybe(Gen.Int[4_800_000, 4_840_000].Select(i => i / 10_000.0));
        Gen<double?> speed = Maybe(Gen.Int[0, 50_000].Select(i => i / 10_000.0));
        string?[] modes = [null, "AUTO", "LOITER", "RTL", "TAKEOFF", "QLAND", "QHOVER", "STABILIZE", ""];
        Gen<string?> mode = Gen.Int[0, modes.Length - 1].Select(i => modes[i]);
        Gen<double?> wind = Maybe(Gen.Int[-90_000, 90_000].Select(i => i / 10_000.0));
        Gen<double?> percent = Maybe(Gen.Int[0, 100].Select(i => (double)i));
        return Gen.Select(level, speed, mode, wind, wind, percent).Select((z, v, m, e, n, p) => Record(0.0, z, v, m) with
        {
            TrackDeg = p * 3.5,
            WindEastMps = e,
            WindNorthMps = n,
            BatteryRemainingPercent = p,
            MissionItemIndex = (long?)p,
        });
    }

    private static Gen<double?> Maybe(Gen<double> values) =>
        Gen.Select(values, Gen.Int[0, 7]).Select((value, absent) => absent == 0 ? (double?)null : value);
}
