namespace BvlosSim.Estimation.Planar;

/// <summary>A rectangle with sides along the axes, closed: x = longitude, y = latitude, degrees.</summary>
internal readonly record struct PlanarBox(double MinX, double MinY, double MaxX, double MaxY)
{
    /// <summary>The box that holds nothing, so that a union begins with it.</summary>
    public static PlanarBox Empty { get; } =
        new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    /// <summary>The box of a segment.</summary>
    public static PlanarBox Of(double x1, double y1, double x2, double y2) =>
        new(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));

    /// <summary>The least box around this one and another.</summary>
    public PlanarBox Union(in PlanarBox other) =>
        new(Math.Min(MinX, other.MinX), Math.Min(MinY, other.MinY), Math.Max(MaxX, other.MaxX), Math.Max(MaxY, other.MaxY));

    /// <summary>This box, moved along x.</summary>
    public PlanarBox Shifted(double dx) => new(MinX + dx, MinY, MaxX + dx, MaxY);

    /// <summary>This box with every side moved outward.</summary>
    public PlanarBox Grown(double by) => new(MinX - by, MinY - by, MaxX + by, MaxY + by);

    /// <summary>Whether the boxes share a point.</summary>
    public bool Meets(in PlanarBox other) =>
        MinX <= other.MaxX && other.MinX <= MaxX && MinY <= other.MaxY && other.MinY <= MaxY;
}
