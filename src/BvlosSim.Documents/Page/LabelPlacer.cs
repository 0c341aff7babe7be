namespace BvlosSim.Documents.Page;

/// <summary>Puts names beside their points so that none covers another; a name without room is left out.</summary>
internal sealed class LabelPlacer(double width, double height)
{
    private const double CharacterWidth = 9.2;
    private const double LineHeight = 18.0;
    private const double Gap = 11.0;
    private const double Clear = 3.0;

    private readonly List<(double X, double Y, double W, double H)> _taken = [];
    private readonly List<(double X, double Y)> _avoided = [];

    /// <summary>Keeps names off a spot.</summary>
    public void Reserve(double x, double y, double radius) => _taken.Add((x - radius, y - radius, 2.0 * radius, 2.0 * radius));

    /// <summary>Keeps names off a spot where there is other room.</summary>
    public void Avoid(double x, double y) => _avoided.Add((x, y));

    /// <summary>Writes a name beside a point.</summary>
    public void Write(Markup svg, string text, double x, double y, string kind)
    {
        string label = PageText.Label(text);
        double w = label.Length * CharacterWidth;
        (double Left, double Top)[] places =
        [
            (x + Gap, y - (LineHeight / 2.0)), (x - Gap - w, y - (LineHeight / 2.0)), (x - (w / 2.0), y - Gap - LineHeight), (x - (w / 2.0), y + Gap),
            (x + Gap, y - Gap - LineHeight), (x + Gap, y + Gap), (x - Gap - w, y + Gap), (x - Gap - w, y - Gap - LineHeight),
        ];
        (double Left, double Top)[] free = [.. places.Where(p => IsOn(p.Left, p.Top, w) && !IsTaken(p.Left, p.Top, w))];
        if (free.Length == 0)
            return;
        (double left, double top) = free.MinBy(p => _avoided.Count(a =>
            a.X > p.Left - Clear && a.X < p.Left + w + Clear && a.Y > p.Top && a.Y < p.Top + LineHeight));
        _taken.Add((left, top, w, LineHeight));
        // The width is a guess: the side that faces the point is the one that must be exact.
        (string anchor, double at) = left + w <= x ? (" end", left + w) : left < x ? (" middle", x) : ("", left);
        svg.Element("text", label, ("class", "label " + kind + anchor), ("x", PageText.At(at)), ("y", PageText.At(top + 14.0)));
    }

    private bool IsOn(double left, double top, double w) =>
        left >= 2.0 && top >= 2.0 && left + w <= width - 2.0 && top + LineHeight <= height - 2.0;

    private bool IsTaken(double left, double top, double w) =>
        _taken.Exists(t => left < t.X + t.W && t.X < left + w && top < t.Y + t.H && t.Y < top + LineHeight);
}
