namespace BvlosSim.FlightLogs.Validation.Page;

/// <summary>What the page of a validation adds to the style sheet of all pages.</summary>
internal static class ValidationPageStyle
{
    /// <summary>The sheet. It holds no character that XML would need escaped.</summary>
    public const string Sheet = """
        h3{font-size:1rem;margin:18px 0 4px}
        .band{margin-top:10px;padding:8px 14px;border-left:5px solid var(--good);background:var(--soft);border-radius:0 6px 6px 0;font-weight:600;overflow-wrap:anywhere}
        .band.warn{border-left-color:var(--low)}
        .gate th:not(:first-child),.gate td{text-align:right}
        .gate .heading{display:none}
        .gate .outcome{width:6em}
        .terms th{font-weight:400;width:38%}
        .terms .number{width:7em;white-space:nowrap}
        .terms .bar{width:170px;padding-top:8px}
        .terms .bar svg{display:block;width:100%;height:16px}
        .terms .model{color:var(--muted)}
        .terms .sum th,.terms .sum td{font-weight:700;border-bottom:2px solid var(--line)}
        .more{fill:var(--ink)}
        .less{fill:var(--blue);fill-opacity:.55}
        .axis{stroke:var(--muted);stroke-width:1}
        .assumptions{padding-left:1.3em;font-size:.9rem;overflow-wrap:anywhere}
        .planned,.flown{fill:none;stroke-linejoin:round;stroke-linecap:round}
        .planned{stroke:var(--blue);stroke-width:6;stroke-opacity:.5}
        .flown{stroke:var(--ink);stroke-width:1.8}
        .planned-dot{fill:var(--blue)}
        .flown-dot,.flown-end{fill:var(--ink)}
        .flown-end{stroke:var(--halo);stroke-width:1.5}
        .start{fill:var(--bg);stroke:var(--ink);stroke-width:2}
        .patterns{position:absolute;width:0;height:0}
        .hatch{fill:none;stroke:var(--muted);stroke-width:1.2}
        .hatch.hover{stroke-width:2}
        .tint{fill:var(--blue);fill-opacity:.22}
        .tint.steep-up{fill-opacity:.45}
        .tint.down,.tint.steep-down{fill:var(--low)}
        .tint.steep-down{fill-opacity:.45}
        .tint.hover{fill:var(--muted)}
        .phase{stroke:var(--muted);stroke-width:.6}
        .phase.behind{stroke:none;opacity:.4}
        .phase.level{fill:var(--bg)}
        .phase.steep-up{fill:url(#hatch-steep-up)}
        .phase.up{fill:url(#hatch-up)}
        .phase.hover{fill:url(#hatch-hover)}
        .phase.down{fill:url(#hatch-down)}
        .phase.steep-down{fill:url(#hatch-steep-down)}
        .gap{fill:var(--bg);stroke:var(--low);stroke-width:1;stroke-dasharray:3 3}
        @media (max-width:600px){
        .gate thead{display:none}
        .gate tr{display:grid;grid-template-columns:1fr 1fr 1fr;border-bottom:1px solid var(--line);padding:8px 0}
        .gate th,.gate td{border:0;padding:2px 4px}
        .gate th{grid-column:1/3}
        .gate .outcome{grid-column:3;grid-row:1;width:auto}
        .gate .number{text-align:left}
        .gate .heading{display:block;font-size:.75rem;color:var(--muted)}
        .terms tr{display:grid;grid-template-columns:1fr 7.6em;border-bottom:1px solid var(--line);padding:5px 0}
        .terms th,.terms td,.terms .number,.terms .bar{border:0;padding:1px 4px;width:auto}
        .terms .bar,.terms .model{grid-column:1/3}
        .terms .sum th,.terms .sum td{border-bottom:0}
        .terms .sum .bar,.terms .sum .model{display:none}
        .figure svg .planned{stroke-width:9}
        .figure svg .flown{stroke-width:3.5}
        }

        """;
}
