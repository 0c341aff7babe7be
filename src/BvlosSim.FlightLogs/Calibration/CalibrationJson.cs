using BvlosSim.Documents.Calibration;
using BvlosSim.Documents.Json;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration;

/// <summary>The canonical JSON of a <see cref="CalibrationProfile"/>: <c>calibration-profile.v1</c>.</summary>
internal static class CalibrationJson
{
    /// <summary>Renders the profile.</summary>
    public static byte[] Render(CalibrationProfile profile)
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();
        json.Text("base_vehicle_id", profile.BaseVehicleId);
        json.Text("calibration_id", profile.CalibrationId);
        json.Texts("notes", profile.Notes);
        json.StartArray("parameters");
        foreach (FittedParameter parameter in profile.Parameters)
            Write(json, parameter);
        json.EndArray();
        json.StartObject("provenance");
        json.Text("calibration_dataset_version", profile.Provenance.CalibrationDatasetVersion);
        json.Texts("source_trace_ids", profile.Provenance.SourceTraceIds);
        json.Text("tool_version", profile.Provenance.ToolVersion);
        json.Texts("validation_report_ids", profile.Provenance.ValidationReportIds);
        json.EndObject();
        json.Text("schema_version", CalibrationContract.Version);
        json.EndObject();
        return json.Finish();
    }

    private static void Write(CanonicalJsonWriter json, FittedParameter parameter)
    {
        json.StartObject();
        json.Texts("applicable_conditions", parameter.ApplicableConditions);
        json.Text("calibration_dataset_version", parameter.CalibrationDatasetVersion);
        json.Number("confidence_high", parameter.ConfidenceHigh);
        json.Number("confidence_low", parameter.ConfidenceLow);
        json.Text("derivation", parameter.Derivation);
        json.Number("fitted_value", parameter.FittedValue);
        json.Text("parameter", CalibrationTokens.Parameters.NameOf(parameter.Parameter));
        json.Integer("sample_count", parameter.SampleCount);
        json.Number("spread", parameter.Spread);
        json.Text("unit", parameter.Unit);
        json.EndObject();
    }
}
