using System.Collections.Immutable;
using BvlosSim.Documents.Json;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Calibration;

/// <summary>The canonical JSON of a calibration profile of version 2.</summary>
public static class CalibrationV2Json
{
    /// <summary>Renders a profile.</summary>
    /// <returns>UTF-8 bytes with a final newline.</returns>
    /// <exception cref="NonFiniteNumberException">The profile holds a number that JSON cannot carry.</exception>
    public static byte[] Render(CalibrationProfile profile)
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();
        json.Text("base_vehicle_id", profile.BaseVehicleId);
        json.Text("calibration_id", profile.CalibrationId);
        if (profile.Energy is { } energy)
            Write(json, energy);
        else
            json.Null("energy");
        if (profile.Holdout is { } holdout)
            Write(json, holdout);
        else
            json.Null("holdout");
        json.Texts("notes", profile.Notes);
        WriteParameters(json, profile.Parameters);
        Write(json, profile.Provenance);
        json.Text("schema_version", CalibrationV2Contract.Version);
        json.EndObject();
        return json.Finish();
    }

    private static void Write(CanonicalJsonWriter json, CalibrationProvenance provenance)
    {
        json.StartObject("provenance");
        json.Text("calibration_dataset_version", provenance.CalibrationDatasetVersion);
        json.Texts("source_log_sha256s", provenance.SourceLogSha256s);
        json.Texts("source_trace_ids", provenance.SourceTraceIds);
        json.Text("tool_version", provenance.ToolVersion);
        json.Texts("validation_report_ids", provenance.ValidationReportIds);
        json.EndObject();
    }

    private static void WriteParameters(CanonicalJsonWriter json, ImmutableArray<FittedParameter> parameters)
    {
        json.StartArray("parameters");
        foreach (FittedParameter fitted in parameters)
        {
            json.StartObject();
            json.Texts("applicable_conditions", fitted.ApplicableConditions);
            json.Text("calibration_dataset_version", fitted.CalibrationDatasetVersion);
            json.Number("confidence_high", fitted.ConfidenceHigh);
            json.Number("confidence_low", fitted.ConfidenceLow);
            json.Text("derivation", fitted.Derivation);
            json.Number("fitted_value", fitted.FittedValue);
            json.Text("parameter", CalibrationTokens.Parameters.NameOf(fitted.Parameter));
            json.Integer("sample_count", fitted.SampleCount);
            json.Number("spread", fitted.Spread);
            json.Text("unit", fitted.Unit);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void Write(CanonicalJsonWriter json, EnergyCalibration energy)
    {
        json.StartObject("energy");
        json.StartArray("coefficients");
        foreach (EnergyCoefficient coefficient in energy.Coefficients)
            Write(json, coefficient);
        json.EndArray();
        if (energy.FlightError is { } error)
        {
            json.StartObject("flight_error");
            json.Number("confidence_level", error.ConfidenceLevel);
            json.Integer("flight_count", error.FlightCount);
            json.Number("interval_percent", error.IntervalPercent);
            json.Number("rms_percent", error.RmsPercent);
            json.EndObject();
        }
        else
        {
            json.Null("flight_error");
        }

        json.StartArray("flights");
        foreach (EnergyFlight flight in energy.Flights)
            Write(json, flight);
        json.EndArray();
        json.StartArray("not_identified");
        foreach (UnidentifiedCoefficient missing in energy.NotIdentified)
        {
            json.StartObject();
            json.Text("identifying_flight", missing.IdentifyingFlight);
            json.Text("parameter", EnergyCalibrationTokens.Parameters.NameOf(missing.Parameter));
            json.Text("reason", missing.Reason);
            json.EndObject();
        }

        json.EndArray();
        json.Number("reference_density_kgm3", energy.ReferenceDensityKgm3);
        json.Number("reference_mass_kg", energy.ReferenceMassKg);
        json.EndObject();
    }

    private static void Write(CanonicalJsonWriter json, EnergyCoefficient coefficient)
    {
        json.StartObject();
        json.Texts("applicable_conditions", coefficient.ApplicableConditions);
        json.Number("confidence_high", coefficient.ConfidenceHigh);
        json.Number("confidence_level", coefficient.ConfidenceLevel);
        json.Number("confidence_low", coefficient.ConfidenceLow);
        json.Text("derivation", coefficient.Derivation);
        json.Number("fitted_value", coefficient.FittedValue);
        json.Integer("flight_count", coefficient.FlightCount);
        json.Text("interval_basis", EnergyCalibrationTokens.Bases.NameOf(coefficient.Basis));
        json.Number("mass_high_kg", coefficient.MassHighKg);
        json.Number("mass_low_kg", coefficient.MassLowKg);
        json.Text("parameter", EnergyCalibrationTokens.Parameters.NameOf(coefficient.Parameter));
        json.StartObject("residuals");
        json.Number("mad_percent", coefficient.Residuals.MadPercent);
        json.Number("max_percent", coefficient.Residuals.MaxPercent);
        json.Number("rms_percent", coefficient.Residuals.RmsPercent);
        json.EndObject();
        json.Integer("sample_count", coefficient.SampleCount);
        json.Number("standard_error", coefficient.StandardError);
        json.Text("unit", coefficient.Unit);
        json.EndObject();
    }

    private static void Write(CanonicalJsonWriter json, EnergyFlight flight)
    {
        json.StartObject();
        json.Number("absent_s", flight.AbsentS);
        json.Number("airborne_s", flight.AirborneS);
        json.Number("energy_wh", flight.EnergyWh);
        json.Integer("gap_count", flight.GapCount);
        json.Number("gap_s", flight.GapS);
        json.Number("mass_kg", flight.MassKg);
        json.Number("modelled_s", flight.ModelledS);
        json.Text("trace_id", flight.TraceId);
        json.Integer("window_count", flight.WindowCount);
        json.EndObject();
    }

    private static void Write(CanonicalJsonWriter json, HoldoutReport holdout)
    {
        json.StartObject("holdout");
        json.Number("confidence_level", holdout.ConfidenceLevel);
        json.Number("energy_share_inside", holdout.EnergyShareInside);
        json.StartArray("flights");
        foreach (HoldoutFlight flight in holdout.Flights)
        {
            json.StartObject();
            Write(json, "energy_wh", flight.EnergyWh);
            json.Number("predicted_share", flight.PredictedShare);
            Write(json, "time_s", flight.TimeS);
            json.Text("trace_id", flight.TraceId);
            json.EndObject();
        }

        json.EndArray();
        json.Text("method", EnergyCalibrationTokens.Holdouts.NameOf(holdout.Method));
        json.Number("time_share_inside", holdout.TimeShareInside);
        json.EndObject();
    }

    private static void Write(CanonicalJsonWriter json, string key, Prediction? prediction)
    {
        if (prediction is null)
        {
            json.Null(key);
            return;
        }

        json.StartObject(key);
        json.Number("error_percent", prediction.ErrorPercent);
        json.Number("high", prediction.High);
        json.Boolean("inside", prediction.IsInside);
        json.Number("low", prediction.Low);
        json.Number("observed", prediction.Observed);
        json.Number("predicted", prediction.Predicted);
        json.EndObject();
    }
}
