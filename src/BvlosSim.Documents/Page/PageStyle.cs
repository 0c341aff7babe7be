namespace BvlosSim.Documents.Page;

/// <summary>The style sheet of the page: light and dark, for screens of any width and for paper.</summary>
internal static class PageStyle
{
    /// <summary>The sheet. It holds no character that XML would need escaped.</summary>
    public const string Sheet = """
        :root{color-scheme:light dark;--bg:#fff;--soft:#f5f7f9;--ink:#1b1f24;--muted:#525c66;--line:#d3d9df;--good:#1a7f37;--low:#9a6700;--bad:#c4202c;--blue:#0860c4;--terrain:#c9b391;--terrain-line:#8a6d3b;--map:#f2f4ef;--halo:#fff}
        @media (prefers-color-scheme:dark){:root{--bg:#101418;--soft:#191f26;--ink:#e7ecf1;--muted:#a5afb9;--line:#38424c;--good:#46c05f;--low:#e0a93a;--bad:#ff6b62;--blue:#6cb0ff;--terrain:#57492f;--terrain-line:#b79a64;--map:#171d1d;--halo:#101418}}
        @media print{:root{color-scheme:light;--bg:#fff;--soft:#f5f7f9;--ink:#000;--muted:#444;--line:#bbb;--good:#1a7f37;--low:#9a6700;--bad:#c4202c;--blue:#0860c4;--terrain:#c9b391;--terrain-line:#8a6d3b;--map:#f7f8f5;--halo:#fff}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
        main{max-width:960px;margin:0 auto;padding:20px}
        h1,h2,p,dl,dd,ol,ul{margin:0;padding:0}
        h1{font-size:1.25rem;overflow-wrap:anywhere}
        h2{font-size:1.1rem;margin:28px 0 10px}
        .verdict{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center;padding:16px 22px;border-radius:10px;color:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}
        .verdict div{flex:1 1 260px;min-width:0}
        .verdict.go{background:#1a7f37}
        .verdict.no-go{background:#b51d28}
        .word{font-size:2.3rem;font-weight:800;letter-spacing:.02em;white-space:nowrap;line-height:1.1}
        .figures{display:flex;flex-wrap:wrap;gap:1px;margin-top:14px;background:var(--line);border:1px solid var(--line);border-radius:8px;overflow:hidden}
        .figures div{background:var(--bg);padding:8px 14px;flex:1 1 185px}
        .figures .bad,.alert{color:var(--bad)}
        .alert{font-weight:600}
        dt{color:var(--muted);font-size:.82rem}
        dd{font-weight:600;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
        .blockers ol{list-style-position:inside}
        .blockers li{padding:8px 14px;border-left:5px solid var(--bad);background:var(--soft);margin-bottom:6px;border-radius:0 6px 6px 0;overflow-wrap:anywhere}
        .blockers li.open{border-left-color:var(--low)}
        .blockers li p{color:var(--muted);padding-left:1.4em}
        .kind{font-size:.78rem;color:var(--muted);border:1px solid var(--line);border-radius:9px;padding:0 7px;white-space:nowrap}
        table{border-collapse:collapse;width:100%;font-size:.9rem}
        th,td{text-align:left;vertical-align:top;padding:5px 10px;border-bottom:1px solid var(--line)}
        td{overflow-wrap:anywhere}
        .scroll{overflow-x:auto}
        .scroll th,.scroll td{white-space:nowrap}
        .number{text-align:right;font-variant-numeric:tabular-nums}
        .checklist th{font-weight:600;width:15.5em}
        .outcome{font-weight:700;white-space:nowrap;width:5.5em}
        .pass .outcome{color:var(--good)}
        .fail .outcome{color:var(--bad)}
        .none .outcome{color:var(--low)}
        .info .outcome{color:var(--muted)}
        details{border:1px solid var(--line);border-radius:6px;margin-bottom:6px}
        summary{cursor:pointer;padding:8px 14px;font-weight:600}
        .figure svg{display:block;width:100%;height:auto}
        .note,footer{color:var(--muted);font-size:.85rem}
        footer{margin-top:28px;border-top:1px solid var(--line);padding-top:10px;overflow-wrap:anywhere}
        .legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px;margin:8px 0 4px;font-size:.9rem}
        .legend li{display:flex;align-items:center;gap:8px}
        .figure .swatch{width:28px;height:14px;flex:none}
        svg text{fill:var(--ink);font-size:14px;font-family:inherit}
        .tick{fill:var(--muted);font-variant-numeric:tabular-nums}
        .end{text-anchor:end}
        .middle{text-anchor:middle}
        .grid{stroke:var(--line);stroke-width:1}
        .mark{stroke:var(--muted);stroke-width:1;stroke-dasharray:2 4}
        .label{font-weight:600;paint-order:stroke;stroke:var(--halo);stroke-width:3.5px;stroke-linejoin:round}
        .label.minor{font-weight:400}
        .label.blue,.label.required{fill:var(--blue)}
        .label.red,.label.forbidden{fill:var(--bad)}
        .map{border:1px solid var(--line);border-radius:6px}
        .ground{fill:var(--map)}
        .strip{fill:var(--bg)}
        .casing,.route,.flight,.left,.demand,.reserve,.unflown,.conflict-leg,.required-height,.scale,.cross{fill:none;stroke-linejoin:round;stroke-linecap:round}
        .casing{stroke:var(--halo);stroke-width:8}
        .route{stroke-width:4.5}
        .route.good{stroke:var(--good)}
        .route.low{stroke:var(--low);stroke-dasharray:14 7}
        .route.bad{stroke:var(--bad);stroke-dasharray:3 7}
        .route.unknown{stroke:var(--muted)}
        .unflown{stroke:var(--muted);stroke-width:2.5;stroke-dasharray:7 7}
        .conflict-leg{stroke:var(--bad);stroke-width:18;stroke-opacity:.25}
        .zone{fill-rule:evenodd;stroke-width:1.5}
        .zone.forbidden{fill:var(--bad);fill-opacity:.13;stroke:var(--bad)}
        .zone.forbidden.conflict{fill-opacity:.3;stroke-width:3}
        .zone.required{fill:var(--blue);fill-opacity:.05;stroke:var(--blue);stroke-dasharray:8 5}
        .zone.required.conflict{stroke-width:3.5}
        .landing-area{fill-rule:evenodd;fill:var(--blue);fill-opacity:.2;stroke:var(--blue)}
        .landing{fill:var(--bg);stroke:var(--blue);stroke-width:2}
        .landing.used{fill:var(--blue)}
        .landing-letter{fill:var(--blue);font-size:11px;font-weight:700;text-anchor:middle;pointer-events:none}
        .landing-letter.used{fill:var(--bg)}
        .obstacle{fill:var(--muted);stroke:var(--bg);stroke-width:1}
        .obstacle.wire{fill:none;stroke:var(--muted);stroke-width:2.5}
        .obstacle.violated{fill:var(--bad)}
        .obstacle.wire.violated{fill:none;stroke:var(--bad)}
        .reach{fill:var(--muted);fill-opacity:.18}
        .home{fill:var(--ink);stroke:var(--halo);stroke-width:2}
        .waypoint{fill:var(--bg);stroke:var(--ink);stroke-width:2}
        .stranded{fill:var(--bad);stroke:var(--halo)}
        .cross{stroke:var(--bad);stroke-width:3.5}
        .scale{stroke:var(--ink);stroke-width:2}
        .north{fill:var(--ink)}
        .terrain{fill:var(--terrain);stroke:var(--terrain-line);stroke-width:1.5}
        .required-height{stroke:var(--terrain-line);stroke-width:1.5;stroke-dasharray:5 5}
        .flight,.left{stroke:var(--blue);stroke-width:3}
        .below{fill:none;stroke:var(--bad);stroke-width:5;stroke-linecap:round}
        .demand{stroke:var(--low);stroke-width:2.5;stroke-dasharray:9 5}
        .demand-dot{fill:var(--low)}
        .reserve{stroke:var(--bad);stroke-width:2}
        .reserve-band{fill:var(--bad);fill-opacity:.1}
        @media (max-width:600px){
        main{padding:12px}
        .figures div{flex-basis:140px}
        .checklist tr{display:grid;grid-template-columns:5.2em 1fr;border-bottom:1px solid var(--line);padding:5px 0}
        .checklist th,.checklist td{border:0;padding:1px 4px;width:auto}
        .checklist td:last-child{grid-column:2;color:var(--muted)}
        .figure svg text{font-size:24px}
        .figure svg .label.minor{display:none}
        .figure svg .landing-letter{font-size:11px}
        .figure svg .route,.figure svg .flight,.figure svg .left{stroke-width:6}
        }
        @media print{
        body{font-size:11pt}
        main{max-width:none;padding:0}
        .figure,.blockers li,tr{break-inside:avoid}
        h2{break-after:avoid}
        details{border:0}
        details::details-content{content-visibility:visible;block-size:auto}
        .scroll{overflow:visible}
        .scroll th,.scroll td{white-space:normal;padding:2px 4px;font-size:8pt}
        svg,.verdict,.blockers li{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        }

        """;
}
