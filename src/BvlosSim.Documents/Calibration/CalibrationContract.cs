using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Calibration;

/// <summary>The contract <c>calibration-profile.v1</c>.</summary>
public static class CalibrationContract
{
    /// <summary>The version.</summary>
    public const string Version = "calibration-profile.v1";

    /// <summary>The key of the version.</summary>
    internal const string VersionKey = "schema_version";

    private static readonly TextField ToolVersion = Note("tool_version", "Version of the tool.");

    private static readonly TextField DatasetVersion = Note("calibration_dataset_version", "Version of the data set.");

    private static readonly TextListField SourceTraceIds = new("source_trace_ids", "Flight traces.") { IsEmptyByDefault = true };

    private static readonly TextListField ValidationReportIds = new("validation_report_ids", "Validation reports.") { IsEmptyByDefault = true };

    /// <summary>What the profile was made of.</summary>
    public static ObjectContract<CalibrationProvenance> Provenance { get; } = new(
        "provenance",
        "What the profile was made of.",
        [ToolVersion, DatasetVersion, SourceTraceIds, ValidationReportIds],
        values => new CalibrationProvenance
        {
            ToolVersion = values.Value(ToolVersion),
            CalibrationDatasetVersion = values.Value(DatasetVersion),
            SourceTraceIds = values.Value(SourceTraceIds),
            ValidationReportIds = values.Value(ValidationReportIds),
        });

    private static readonly WordField SchemaVersion =
        new(VersionKey, [Version], "Version of the contract.")
        {
            IsLiteral = true,
            IsRequired = true,
            // A profile that names neither version is held to this one.
            Remedy = $"write the profile again with `calibrate`, as `{Version}`, or with --energy as `{CalibrationV2Contract.Version}`",
        };

    private static readonly TextField CalibrationId = new("calibration_id", "Identifier.") { IsIdentifier = true, IsRequired = true };

    private static readonly TextField BaseVehicleId =
        new("base_vehicle_id", "`vehicle_id` of the vehicle that the values were fitted for.") { IsIdentifier = true, IsRequired = true };

    private static readonly ObjectField<CalibrationProvenance> ProvenanceField =
        new("provenance", Provenance, "What the profile was made of.") { IsRequired = true };

    private static readonly ObjectListField<FittedParameter> Parameters =
        new("parameters", FittedParameterContract.Contract, "The fitted values; of a repeated one the last counts.") { IsEmptyByDefault = true };

    private static readonly TextListField Notes = new("notes", "Notes for people.") { IsEmptyByDefault = true };

    /// <summary>The contract.</summary>
    public static DocumentContract<CalibrationProfile> Contract { get; } = new(
        Version,
        "calibration",
        new ObjectContract<CalibrationProfile>(
            "calibration profile",
            "Performance values fitted to flight logs.",
            [SchemaVersion, CalibrationId, BaseVehicleId, ProvenanceField, Parameters, Notes],
            values => new CalibrationProfile
            {
                CalibrationId = values.Value(CalibrationId),
                BaseVehicleId = values.Value(BaseVehicleId),
                Provenance = values.Value(ProvenanceField),
                Parameters = values.Value(Parameters),
                Notes = values.Value(Notes),
            }));

    /// <summary>The key of the list of fitted values.</summary>
    internal static string ParametersKey => Parameters.Name;

    private static TextField Note(string name, string documentation) => new(name, documentation) { IsNotEmpty = true, IsRequired = true };
}
