namespace BvlosSim.Documents.Page;

/// <summary>The legend of a drawing, as text beside it that grows with the reader's font.</summary>
internal static class Legend
{
    /// <summary>Writes the entries: the classes of the swatch, and what it stands for.</summary>
    public static void Write(Markup html, IEnumerable<(string Swatch, string Text)> entries)
    {
        html.Open("ul", ("class", "legend"));
        foreach ((string swatch, string text) in entries)
        {
            html.Open("li");
            html.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 28 14"), ("class", "swatch"), ("aria-hidden", "true"));
            WriteSwatch(html, swatch);
            html.Close();
            html.Inline("span", text);
            html.Close();
        }

        html.Close();
    }

    private static void WriteSwatch(Markup svg, string swatch)
    {
        (string kind, string rest) = swatch.Split(' ', 2) is [var first, var second] ? (first, second) : (swatch, "");
        switch (kind)
        {
            case "line":
                svg.Empty("path", ("class", rest is "unflown" or "demand" or "reserve" or "left" or "flight" or "below" or "conflict-leg" or "required-height" or "planned" or "flown" ? rest : "route " + rest), ("d", "M2 7H26"));
                break;
            case "cross":
                svg.Empty("path", ("class", "cross"), ("d", Symbols.Cross(14.0, 7.0, 5.0)));
                break;
            case "landing":
                svg.Empty("circle", ("class", swatch), ("cx", "14"), ("cy", "7"), ("r", "6"));
                break;
            case "obstacle":
                svg.Empty("path", ("class", swatch), ("d", Symbols.Triangle(14.0, 8.0)));
                break;
            default:
                svg.Empty("rect", ("class", swatch), ("x", "3"), ("y", "2"), ("width", "22"), ("height", "10"));
                break;
        }
    }
}
