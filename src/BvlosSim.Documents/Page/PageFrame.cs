namespace BvlosSim.Documents.Page;

/// <summary>What every page has around its content: a head that lets it load and run nothing, and figures with their headings.</summary>
internal static class PageFrame
{
    private const string ContentPolicy = "default-src 'none'; style-src 'unsafe-inline'";

    /// <summary>Renders a page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="sheet">Its style sheet.</param>
    /// <param name="write">Writes its content.</param>
    /// <returns>UTF-8, ending in a newline.</returns>
    public static byte[] Render(string title, string sheet, Action<Markup> write)
    {
        var html = new Markup();
        html.Doctype();
        html.Open("html", ("xmlns", "http://www.w3.org/1999/xhtml"), ("lang", "en"));
        WriteHead(html, title, sheet);
        html.Open("body");
        html.Open("main");
        write(html);
        html.Close();
        html.Close();
        html.Close();
        return html.Finish();
    }

    /// <summary>A drawing with its heading.</summary>
    public static void Figure(Markup html, string title, Action draw)
    {
        html.Open("section", ("class", "figure"));
        html.Element("h2", title);
        draw();
        html.Close();
    }

    /// <summary>Opens a drawing that a screen reader can read out; <see cref="Markup.Close"/> ends it.</summary>
    /// <param name="svg">The page.</param>
    /// <param name="id">Name of the drawing on the page.</param>
    /// <param name="viewBox">Its view box.</param>
    /// <param name="title">What it is.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="css">Class of the drawing; null = none.</param>
    public static void OpenDrawing(Markup svg, string id, string viewBox, string title, string description, string? css = null)
    {
        svg.Open(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", viewBox), .. css is null ? [] : (ReadOnlySpan<(string, string)>)[("class", css)],
                ("role", "img"), ("aria-labelledby", $"{id}-title {id}-desc"),
            ]);
        svg.Element("title", title, ("id", id + "-title"));
        svg.Element("desc", description, ("id", id + "-desc"));
    }

    private static void WriteHead(Markup html, string title, string sheet)
    {
        html.Open("head");
        html.Empty("meta", ("charset", "utf-8"));
        html.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", ContentPolicy));
        html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Element("title", title);
        html.Style(sheet);
        html.Close();
    }
}
