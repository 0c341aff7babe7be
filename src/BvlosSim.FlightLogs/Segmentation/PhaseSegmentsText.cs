using System.Globalization;
using System.Text;
using BvlosSim.Documents.Rendering;

namespace BvlosSim.FlightLogs.Segmentation;

/// <summary><see cref="PhaseSegments"/> as Markdown.</summary>
internal static class PhaseSegmentsText
{
    /// <summary>Renders the phases.</summary>
    public static byte[] Markdown(PhaseSegments phases)
    {
        var text = new StringBuilder();
        text.Append("# Phases: ").Append(phases.TraceId).Append("\n\n");
        text.Append("- Told by: ").Append(phases.SourceFieldsUsed.IsEmpty ? "nothing" : string.Join(", ", phases.SourceFieldsUsed)).Append('\n');
        text.Append("- Records of unknown phase: ").Append(phases.UnknownRecordCount).Append("\n\n");
        var table = new MarkdownTable("Phase", "From s", "To s", "Duration s", "Records");
        foreach (PhaseSegment segment in phases.Segments)
        {
            table.Add(
                FlightPhases.Set.NameOf(segment.Phase),
                Seconds(segment.StartTimeS),
                Seconds(segment.EndTimeS),
                Seconds(segment.DurationS),
                segment.RecordCount.ToString(CultureInfo.InvariantCulture));
        }

        table.AppendTo(text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Seconds(double seconds) => seconds.ToString("F1", CultureInfo.InvariantCulture);
}
