using BvlosSim.Documents.Page;
using BvlosSim.Documents.Rendering;
using BvlosSim.FlightLogs.Segmentation;
using BvlosSim.FlightLogs.Validation.Flown;
using BvlosSim.FlightLogs.Validation.Terms;

namespace BvlosSim.FlightLogs.Validation.Page;

/// <summary>The figures behind the drawings, each table behind a fold.</summary>
internal static class DetailTables
{
    /// <summary>Writes the tables that have rows.</summary>
    public static void Write(Markup html, PageContent content, FlightPair pair)
    {
        html.Open("section");
        html.Element("h2", "What the reader of the log assumed");
        WriteAssumptions(html, content);
        html.Element("h2", "Details");
        WriteMotion(html, pair);
        PageTables.Table(
            html, "Legs and flight modes, phase by phase",
            ["Phase", "Predicted (s)", "Flown (s)", "Predicted (m/s)", "Flown (m/s)", "Legs", "Segments"],
            content.Phases.Select(p => (string[])
            [
                p.Name, ReportText.Fixed(p.TimeS.Predicted), ReportText.Fixed(p.TimeS.Observed), ReportText.Fixed(p.MeanGroundspeedMps.Predicted),
                ReportText.Fixed(p.MeanGroundspeedMps.Observed), PageText.Count(p.PredictedLegCount), PageText.Count(p.ObservedSegmentCount),
            ]));
        if (content.Alignment is { } alignment)
            WriteAlignment(html, alignment);
        WriteInputs(html, content);
        html.Close();
        html.Element("footer", $"bvlos-sim {content.ToolVersion} · {content.Version} · the same inputs give the same bytes");
    }

    private static void WriteAssumptions(Markup html, PageContent content)
    {
        if (content.Provenance.ParsingAssumptions.IsEmpty)
        {
            html.Element("p", "The trace does not say.", ("class", "note"));
            return;
        }

        html.Open("ul", ("class", "assumptions"));
        foreach (string assumption in content.Provenance.ParsingAssumptions)
            html.Element("li", assumption);
        html.Close();
    }

    /// <summary>What the arithmetic of the errors starts from.</summary>
    private static void WriteMotion(Markup html, FlightPair pair)
    {
        FlightPhase[] phases = [.. new[] { pair.PredictedProfile, pair.ObservedProfile }.OfType<MotionProfile>().SelectMany(p => p.Totals).Select(t => t.Phase).Distinct().Order()];
        PageTables.Table(
            html, "Phases by motion, predicted and flown",
            [
                "Phase", "Predicted (s)", "Flown (s)", "Predicted (m)", "Flown (m)", "Predicted (m/s)", "Flown (m/s)", "Predicted TAS (m/s)", "Flown TAS (m/s)",
                "Predicted (W)", "Flown (W)", "Predicted (points)", "Flown (points)",
            ],
            phases.Select(phase =>
            {
                (PhaseTotals? p, PhaseTotals? o) = (pair.PredictedProfile?.In(phase), pair.ObservedProfile?.In(phase));
                return (string[])
                [
                    TermText.Phase(phase), Fixed(p?.TimeS, 1), Fixed(o?.TimeS, 1), Fixed(p?.WayM, 0), Fixed(o?.WayM, 0), ReportText.Fixed(Speed(p)), ReportText.Fixed(Speed(o)),
                    ReportText.Fixed(p?.AirspeedMps), ReportText.Fixed(o?.AirspeedMps), Fixed(Power(p), 0), Fixed(Power(o), 0), Fixed(p?.UsedPoints, 1), Fixed(o?.UsedPoints, 1),
                ];
            }));
    }

    private static string Fixed(double? value, int decimals) => value is { } number ? ReportText.Fixed(number, decimals) : ReportText.None;

    private static double? Speed(PhaseTotals? totals) => totals is { TimeS: > 0.0 } ? totals.WayM / totals.TimeS : null;

    private static double? Power(PhaseTotals? totals) => totals is { TimeS: > 0.0 } ? totals.EnergyWh * 3600.0 / totals.TimeS : null;

    private static void WriteAlignment(Markup html, FlightAlignment alignment)
    {
        PageTables.Table(
            html, "Errors after the same distance", ["Flown less predicted", "Mean", "RMS", "Largest", "At distance (m)"],
            [
                Row("Time (s)", alignment.ByWay.TimeS), Row("Altitude (m)", alignment.ByWay.AltitudeM), Row("Battery (points)", alignment.ByWay.BatteryPoints),
                Row("Off the track (m)", alignment.ByWay.CrossTrackM),
            ]);
        PageTables.Table(
            html, "Errors after the same time", ["Flown less predicted", "Mean", "RMS", "Largest", "At time (s)"],
            [
                Row("Distance (m)", alignment.ByTime.WayM), Row("Altitude (m)", alignment.ByTime.AltitudeM), Row("Battery (points)", alignment.ByTime.BatteryPoints),
                Row("Position (m)", alignment.ByTime.PositionM),
            ]);
    }

    private static string[] Row(string name, ErrorStatistics? errors) =>
        [name, ReportText.Fixed(errors?.Mean), ReportText.Fixed(errors?.Rms), ReportText.Fixed(errors?.MaxAbs), ReportText.Fixed(errors?.MaxAt)];

    private static void WriteInputs(Markup html, PageContent content) => PageTables.Table(
        html, "Inputs", ["Input", "Name", "SHA-256"],
        [
            ["trace", content.TraceId, ReportText.None],
            [$"log ({content.Provenance.SourceFormat})", content.Provenance.RawLogFilename, content.Provenance.RawLogSha256],
            ["mission", content.Mission.MissionFile, content.Mission.MissionSha256 ?? ReportText.None],
            ["vehicle", content.Mission.VehicleFile ?? ReportText.None, content.Mission.VehicleSha256 ?? ReportText.None],
        ]);
}
