using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Calibration;

/// <summary>What a profile of version 2 was made of: as in version 1, and the logs of its flights. A trace can be renamed, a log cannot.</summary>
internal static class CalibrationV2Provenance
{
    private const int HashDigits = 64;

    private static readonly TextField ToolVersion = Note("tool_version", "Version of the tool.");

    private static readonly TextField DatasetVersion = Note("calibration_dataset_version", "Version of the data set.");

    private static readonly TextListField SourceLogSha256s =
        new("source_log_sha256s", "SHA-256 of the logs of the flight traces.") { IsEmptyByDefault = true, HexDigits = HashDigits };

    private static readonly TextListField SourceTraceIds = new("source_trace_ids", "Flight traces.") { IsEmptyByDefault = true };

    private static readonly TextListField ValidationReportIds = new("validation_report_ids", "Validation reports.") { IsEmptyByDefault = true };

    /// <summary>The keys.</summary>
    public static ObjectContract<CalibrationProvenance> Contract { get; } = new(
        "provenance",
        "What the profile was made of.",
        [ToolVersion, DatasetVersion, SourceLogSha256s, SourceTraceIds, ValidationReportIds],
        values => new CalibrationProvenance
        {
            ToolVersion = values.Value(ToolVersion),
            CalibrationDatasetVersion = values.Value(DatasetVersion),
            SourceLogSha256s = values.Value(SourceLogSha256s),
            SourceTraceIds = values.Value(SourceTraceIds),
            ValidationReportIds = values.Value(ValidationReportIds),
        });

    private static TextField Note(string name, string documentation) => new(name, documentation) { IsNotEmpty = true, IsRequired = true };
}
