using System.Globalization;
using System.Text;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Environment.Terrain;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Documents.Rendering;

/// <summary>The altitude profile of a flight: a table of its legs, beside the terrain under their ends where a grid is loaded.</summary>
public static class ProfileText
{
    /// <summary>Renders the profile of an envelope with a result.</summary>
    public static byte[] Render(EstimatorEnvelope envelope)
    {
        var text = new StringBuilder();
        text.Append("# Altitude profile: ").Append(envelope.Subject).Append("\n\n");
        if (envelope.Result is not { Legs: { IsEmpty: false } legs })
        {
            text.Append("No leg was flown.\n");
            return Encoding.UTF8.GetBytes(text.ToString());
        }

        var table = new MarkdownTable(Columns(envelope.Terrain is not null));
        foreach (Leg leg in legs)
            table.Add(Cells(leg, envelope.Terrain));
        table.AppendTo(text);
        text.Append(envelope.Terrain is null
            ? "\nNo terrain grid is loaded: heights above ground are not known.\n"
            : "\nTerrain is looked up under the ends of each leg only; `—` = outside the grid.\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string[] Columns(bool withTerrain) => withTerrain
        ? ["Leg", "Item", "Phase", "Path (m)", "Start AMSL (m)", "End AMSL (m)", "Terrain (m)", "Clearance (m)"]
        : ["Leg", "Item", "Phase", "Path (m)", "Start AMSL (m)", "End AMSL (m)"];

    private static string[] Cells(Leg leg, TerrainProvider? terrain)
    {
        string[] cells =
        [
            leg.LegIndex.ToString(CultureInfo.InvariantCulture),
            leg.Item.Id,
            LegTokens.Phases.NameOf(leg.Phase),
            ReportText.Fixed(leg.PathDistanceM),
            ReportText.Fixed(leg.Start.AltitudeAmslM),
            ReportText.Fixed(leg.End.AltitudeAmslM),
        ];
        if (terrain is null)
            return cells;
        double? underStart = terrain.ElevationAt(leg.Start.LatDeg, leg.Start.LonDeg);
        double? underEnd = terrain.ElevationAt(leg.End.LatDeg, leg.End.LonDeg);
        double? clearance = Least(leg.Start.AltitudeAmslM - underStart, leg.End.AltitudeAmslM - underEnd);
        return [.. cells, ReportText.Fixed(Least(underStart, underEnd)), ReportText.Fixed(clearance)];
    }

    private static double? Least(double? a, double? b) => a is { } x && b is { } y ? Math.Min(x, y) : a ?? b;
}
