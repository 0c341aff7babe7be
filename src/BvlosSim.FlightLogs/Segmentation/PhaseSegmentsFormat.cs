using BvlosSim.Values;

namespace BvlosSim.FlightLogs.Segmentation;

/// <summary>How the phases of a flight are shown.</summary>
public enum PhaseSegmentsFormat
{
    /// <summary>Canonical JSON.</summary>
    Json,

    /// <summary>A table for people.</summary>
    Markdown,
}

/// <summary>The formats of phases: tokens and renderers.</summary>
public static class PhaseSegmentsFormats
{
    /// <summary>Tokens of <see cref="PhaseSegmentsFormat"/>, the default first.</summary>
    public static ClosedSet<PhaseSegmentsFormat> Set { get; } = new((PhaseSegmentsFormat.Json, "json"), (PhaseSegmentsFormat.Markdown, "markdown"));

    /// <summary>Renders phases.</summary>
    /// <param name="phases">The phases.</param>
    /// <param name="format">The format.</param>
    /// <returns>UTF-8 bytes with a final newline.</returns>
    public static byte[] Render(PhaseSegments phases, PhaseSegmentsFormat format) =>
        format == PhaseSegmentsFormat.Json ? PhaseSegmentsJson.Render(phases) : PhaseSegmentsText.Markdown(phases);
}
