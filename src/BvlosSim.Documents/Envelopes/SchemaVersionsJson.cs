using BvlosSim.Documents.Json;

namespace BvlosSim.Documents.Envelopes;

/// <summary>The document of <c>schema-versions</c>: every contract that this version reads and writes.</summary>
public static class SchemaVersionsJson
{
    /// <summary>Renders the document.</summary>
    public static byte[] Render(string toolVersion)
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();
        Write(json, "input_schemas", ContractVersions.Inputs);
        Write(json, "output_envelopes", ContractVersions.Outputs);
        json.Text("tool_version", toolVersion);
        json.EndObject();
        return json.Finish();
    }

    private static void Write(CanonicalJsonWriter json, string key, IReadOnlyList<ContractVersion> contracts)
    {
        json.StartObject(key);
        foreach (ContractVersion contract in contracts)
            json.Text(contract.Name, contract.Version);
        json.EndObject();
    }
}
