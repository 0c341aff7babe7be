using BvlosSim.Documents.Envelopes;
using BvlosSim.Documents.Json;

namespace BvlosSim.Documents.Preflight;

/// <summary>The canonical JSON of <c>--validate-only</c>: <c>preflight-validation.v1</c>.</summary>
public static class PreflightJson
{
    /// <summary>Renders the report.</summary>
    /// <param name="command">Name of the command.</param>
    /// <param name="checks">The checks in contract order.</param>
    public static byte[] Render(string command, IReadOnlyCollection<FileCheck> checks)
    {
        using var json = new CanonicalJsonWriter();
        json.StartObject();
        json.Text("command", command);
        json.StartArray("files");
        foreach (FileCheck check in checks)
            Write(json, check);
        json.EndArray();
        json.Null("generated_at");
        json.Boolean("ok", checks.All(c => c.IsOk));
        json.Text("schema_version", ContractVersions.PreflightValidation);
        json.EndObject();
        return json.Finish();
    }

    private static void Write(CanonicalJsonWriter json, FileCheck check)
    {
        json.StartObject();
        if (check.Failure is { } failure)
        {
            json.StartObject("error");
            json.Text("code", failure.Code);
            if (failure.Detail.Count > 0)
                json.Map("detail", failure.Detail);
            else
                json.Null("detail");
            json.Text("message", failure.Message);
            json.EndObject();
        }
        else
        {
            json.Null("error");
        }

        if (check is { IsOk: true, Note: { } note })
            json.Texts("notes", [note]);
        json.Boolean("ok", check.IsOk);
        json.Text("path", check.Path);
        json.Text("role", check.Role);
        json.Text("stage", check.Failure?.Stage);
        json.EndObject();
    }
}
