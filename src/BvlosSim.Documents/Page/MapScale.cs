namespace BvlosSim.Documents.Page;

/// <summary>The strip below a map: its scale, and where north is.</summary>
internal static class MapScale
{
    /// <summary>Height of the strip.</summary>
    public const double Height = 36.0;

    /// <summary>Draws the strip below the map.</summary>
    public static void Write(Markup svg, MapFrame frame)
    {
        double lengthM = Chart.NiceStep(MapFrame.Width / 8.0 * frame.MetresPerUnit);
        double units = lengthM / frame.MetresPerUnit;
        double y = frame.Height + 24.0;
        svg.Empty("rect", ("class", "strip"), ("y", PageText.At(frame.Height)), ("width", PageText.At(MapFrame.Width)), ("height", PageText.At(Height)));
        svg.Empty(
            "path", ("class", "scale"),
            ("d", $"M20 {PageText.At(y - 6.0)}V{PageText.At(y)}H{PageText.At(20.0 + units)}V{PageText.At(y - 6.0)}"));
        svg.Element("text", PageText.Length(lengthM), ("class", "label"), ("x", PageText.At(30.0 + units)), ("y", PageText.At(y + 2.0)));
        string tip = PageText.At(frame.Height + 6.0);
        svg.Empty("path", ("class", "north"), ("d", $"M776 {tip}l8 24l-8 -6l-8 6Z"));
        svg.Element("text", "N", ("class", "label end"), ("x", "762"), ("y", PageText.At(y + 2.0)));
    }
}
