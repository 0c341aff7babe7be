using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>The contract <c>flight-trace.v1</c>.</summary>
public static class FlightTraceContract
{
    /// <summary>The version.</summary>
    public const string Version = "flight-trace.v1";

    private const int HashDigits = 64;

    private static readonly TextField SourceFormat = Note("source_format", "How the log was written.");

    private static readonly TextField RawLogSha256 =
        new("raw_log_sha256", "SHA-256 of the log.") { HexDigits = HashDigits, IsRequired = true };

    private static readonly TextField RawLogFilename = Note("raw_log_filename", "Name of the log.");

    private static readonly TextField ToolVersion = Note("tool_version", "Version of the tool.");

    private static readonly TextListField ParsingAssumptions =
        new("parsing_assumptions", "What the reader assumed.") { IsEmptyByDefault = true };

    private static readonly TextListField MissingFields = new("missing_fields", "Values that no record has.") { IsEmptyByDefault = true };

    /// <summary>Where the trace came from.</summary>
    public static ObjectContract<TraceProvenance> Provenance { get; } = new(
        "provenance",
        "Where the trace came from.",
        [SourceFormat, RawLogSha256, RawLogFilename, ToolVersion, ParsingAssumptions, MissingFields],
        values => new TraceProvenance
        {
            SourceFormat = values.Value(SourceFormat),
            RawLogSha256 = values.Value(RawLogSha256),
            RawLogFilename = values.Value(RawLogFilename),
            ToolVersion = values.Value(ToolVersion),
            ParsingAssumptions = values.Value(ParsingAssumptions),
            MissingFields = values.Value(MissingFields),
        });

    private static readonly TextField MissionFile = Note("mission_file", "Path of the mission.");

    private static readonly TextField MissionSha256 = new("mission_sha256", "SHA-256 of the mission.") { HexDigits = HashDigits };

    private static readonly TextField VehicleFile = new("vehicle_file", "Path of the vehicle.");

    private static readonly TextField VehicleSha256 = new("vehicle_sha256", "SHA-256 of the vehicle.") { HexDigits = HashDigits };

    /// <summary>The files that the trace is a flight of.</summary>
    public static ObjectContract<MissionReference> Mission { get; } = new(
        "mission reference",
        "The files that the trace is a flight of.",
        [MissionFile, MissionSha256, VehicleFile, VehicleSha256],
        values => new MissionReference(
            values.Value(MissionFile), values.Optional(MissionSha256), values.Optional(VehicleFile), values.Optional(VehicleSha256)));

    private static readonly WordField SchemaVersion =
        new("schema_version", [Version], "Version of the contract.") { IsLiteral = true, IsRequired = true };

    private static readonly TextField TraceId = new("trace_id", "Identifier.") { IsIdentifier = true, IsRequired = true };

    private static readonly ObjectField<TraceProvenance> ProvenanceField =
        new("provenance", Provenance, "Where the trace came from.") { IsRequired = true };

    private static readonly ObjectField<MissionReference> MissionField =
        new("mission_ref", Mission, "The files that the trace is a flight of.");

    private static readonly ObjectListField<TraceRecord> Records =
        new("records", TraceRecordContract.Contract, "The records, in order of time.") { IsEmptyByDefault = true };

    /// <summary>The contract.</summary>
    public static DocumentContract<FlightTrace> Contract { get; } = new(
        Version,
        "flight_trace",
        new ObjectContract<FlightTrace>(
            "flight trace",
            "What was flown.",
            [SchemaVersion, TraceId, ProvenanceField, MissionField, Records],
            values => new FlightTrace
            {
                TraceId = values.Value(TraceId),
                Provenance = values.Value(ProvenanceField),
                Mission = values.Optional(MissionField),
                Records = values.Value(Records),
            },
            new Rule<FlightTrace>(
                "the times of the records increase",
                (trace, node) => TraceCheck.FirstUnordered(trace.Records) is { } index
                    ? new Violation(
                        TraceCheck.Unordered(trace.Records, index).Message + " Sort the records, and keep one of each time.",
                        node.Find(Records.Name)!.Items[index])
                    : null)));

    private static TextField Note(string name, string documentation) => new(name, documentation) { IsNotEmpty = true, IsRequired = true };
}
