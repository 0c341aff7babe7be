using System.Text.Json;
using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.FaultMatrix;

/// <summary>What a run with a fault has left.</summary>
/// <param name="Outcome">Its end and its words.</param>
/// <param name="Content">What has the name.</param>
/// <param name="Others">Other names in the folder, without that of the earlier run that was killed.</param>
/// <param name="AbandonedIsLeft">The file of the earlier run that was killed is still there.</param>
/// <param name="Latency">From the signal to the end, where a signal came from outside.</param>
internal sealed record Observation(Outcome Outcome, Content Content, IReadOnlyList<string> Others, bool AbandonedIsLeft, TimeSpan? Latency)
{
    public int ExitCode => Outcome.ExitCode;

    /// <summary>What the table shows.</summary>
    public string Summary
    {
        get
        {
            string end = ExitCode == Promise.KilledBySignal + (int)Signal.KILL ? "killed" : $"exit {ExitCode}";
            string content = Content switch { Content.Earlier => "kept", Content.New => "new", _ => "BROKEN" };
            return $"{content}, {end}{(Others.Count > 0 ? ", temp" : "")}";
        }
    }

    /// <summary>Standard output holds nothing, or the whole document that says why nothing was written.</summary>
    public string? OutputProblem()
    {
        if (ExitCode != Promise.NotWritten)
            return Outcome.Output.Length == 0 ? null : $"{Outcome.Output.Length} bytes on standard output";
        try
        {
            using var document = JsonDocument.Parse(Outcome.Output);
            JsonElement root = document.RootElement;
            bool isEnvelope = root.GetProperty("status").GetString() == "error"
                && root.GetProperty("diagnostics")[0].GetProperty("kind").GetString() == "internal_error";
            return isEnvelope ? null : "standard output is not the error envelope";
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "standard output is not the error envelope: " + broken.Message;
        }
    }
}
