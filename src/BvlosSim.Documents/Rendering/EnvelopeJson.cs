using BvlosSim.Documents.Envelopes;
using BvlosSim.Documents.Json;
using BvlosSim.Estimation;
using BvlosSim.Readiness;

namespace BvlosSim.Documents.Rendering;

/// <summary>The canonical JSON of an <see cref="EstimatorEnvelope"/>.</summary>
public static class EnvelopeJson
{
    /// <summary>Constant text naming the calculation in provenance.</summary>
    public const string EstimatorApi = "BvlosSim.Estimation.MissionEstimator.Estimate";

    /// <summary>Renders the envelope.</summary>
    /// <exception cref="NonFiniteNumberException">The result holds a number that JSON cannot carry.</exception>
    public static byte[] Render(EstimatorEnvelope envelope)
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();
        json.Texts("assumptions", Assumptions.All);
        WriteDeterminism(json);
        WriteDiagnostics(json, envelope);
        json.StartObject("input_schema_versions");
        foreach (ContractVersion contract in ContractVersions.EstimateInputs)
            json.Text(contract.Name, contract.Version);
        json.EndObject();
        WriteReadiness(json, envelope.Readiness);
        WriteProvenance(json, EstimatorApi, envelope.Inputs);
        if (envelope.Result is { } result)
            ResultJson.Write(json, "result", result);
        else
            json.Null("result");
        WriteValidity(json, envelope.Validity);
        json.Text("schema_version", ContractVersions.EstimatorEnvelope);
        json.Text("status", EstimateStatusTokens.Set.NameOf(envelope.Status));
        json.Text("tool_version", envelope.ToolVersion);
        json.EndObject();
        return json.Finish();
    }

    /// <summary>Writes what every report says of how it came about.</summary>
    internal static void WriteDeterminism(CanonicalJsonWriter json)
    {
        json.StartObject("determinism_metadata");
        json.Boolean("canonical_json", true);
        json.Boolean("canonical_json_sort_keys", true);
        json.Boolean("deterministic", true);
        json.Boolean("external_network_access_used", false);
        json.Boolean("randomness_used", false);
        json.EndObject();
    }

    private static void WriteDiagnostics(CanonicalJsonWriter json, EstimatorEnvelope envelope)
    {
        json.StartArray("diagnostics");
        foreach (Diagnostic diagnostic in envelope.Diagnostics)
        {
            json.StartObject();
            json.Text("code", diagnostic.Code);
            json.Map("context", diagnostic.Context);
            json.Text("kind", diagnostic.Kind);
            json.Integer("leg_index", diagnostic.Place.LegIndex);
            json.Text("level", diagnostic.Level);
            json.Text("message", diagnostic.Message);
            json.Text("route_item_id", diagnostic.Place.RouteItemId);
            json.Integer("route_item_index", diagnostic.Place.RouteItemIndex);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteReadiness(CanonicalJsonWriter json, OperationalReadiness readiness)
    {
        json.StartObject("operational_readiness");
        if (!readiness.AcknowledgedWarnings.IsEmpty)
            json.Texts("acknowledged_warning_codes", readiness.AcknowledgedWarnings);
        json.Texts("failed_checks", readiness.FailedChecks);
        json.Boolean("is_go", readiness.IsGo);
        json.Texts("missing_evidence", readiness.MissingEvidence);
        json.Text("verdict", readiness.IsGo ? "go" : "no_go");
        json.Texts("warning_codes", readiness.Warnings.Select(WarningCodes.Set.NameOf));
        json.EndObject();
    }

    /// <summary>Writes which calculation a report comes from, and from which inputs.</summary>
    internal static void WriteProvenance(CanonicalJsonWriter json, string api, IEnumerable<InputDocument> inputs)
    {
        json.StartObject("provenance");
        json.Text("estimator_api", api);
        json.StartObject("inputs");
        foreach (InputDocument input in inputs.OrderBy(i => i.Name, StringComparer.Ordinal))
        {
            json.StartObject(input.Name);
            json.Text("format", input.Identity.Format);
            json.Text("sha256", input.Identity.Sha256);
            json.EndObject();
        }

        json.EndObject();
        json.EndObject();
    }

    private static void WriteValidity(CanonicalJsonWriter json, ResultValidity validity)
    {
        json.StartObject("result_validity");
        json.Texts("invalidated_fields", validity.InvalidatedFields);
        json.Boolean("is_complete", validity.IsComplete);
        json.Boolean("is_partial", validity.IsPartial);
        json.Boolean("is_valid_for_full_mission", validity.IsValidForFullMission);
        json.Text("scope", ResultScopeTokens.Set.NameOf(validity.Scope));
        json.Texts("unavailable_fields", validity.UnavailableFields);
        json.EndObject();
    }
}
