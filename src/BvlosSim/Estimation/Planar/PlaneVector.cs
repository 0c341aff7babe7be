namespace BvlosSim.Estimation.Planar;

/// <summary>A point or a displacement in a plane.</summary>
/// <param name="X">Towards east.</param>
/// <param name="Y">Towards north.</param>
internal readonly record struct PlaneVector(double X, double Y)
{
    /// <summary>Length.</summary>
    public double Length => Math.Sqrt((X * X) + (Y * Y));

    /// <summary>This displacement turned a quarter to the left.</summary>
    public PlaneVector Left => new(-Y, X);

    /// <summary>The sum of two displacements.</summary>
    public static PlaneVector operator +(PlaneVector a, PlaneVector b) => new(a.X + b.X, a.Y + b.Y);

    /// <summary>The displacement from b to a.</summary>
    public static PlaneVector operator -(PlaneVector a, PlaneVector b) => new(a.X - b.X, a.Y - b.Y);

    /// <summary>A displacement, times a factor.</summary>
    public static PlaneVector operator *(PlaneVector a, double factor) => new(a.X * factor, a.Y * factor);

    /// <summary>A displacement in polar form.</summary>
    /// <param name="angleRad">Angle from east, counter-clockwise.</param>
    /// <param name="length">Length.</param>
    public static PlaneVector Polar(double angleRad, double length)
    {
        (double sin, double cos) = Math.SinCos(angleRad);
        return new PlaneVector(length * cos, length * sin);
    }

    /// <summary>Scalar product.</summary>
    public double Dot(PlaneVector other) => (X * other.X) + (Y * other.Y);

    /// <summary>Signed area of the parallelogram; positive when the other lies to the left.</summary>
    public double Cross(PlaneVector other) => (X * other.Y) - (Y * other.X);

    /// <summary>Distance to a segment, which may have no length.</summary>
    public double DistanceTo(PlaneVector start, PlaneVector end)
    {
        PlaneVector run = end - start;
        PlaneVector here = this - start;
        double squared = run.Dot(run);
        if (squared == 0.0)
            return here.Length;
        double share = here.Dot(run) / squared;
        if (share <= 0.0)
            return here.Length;
        return share >= 1.0 ? (this - end).Length : Math.Abs(run.Cross(here)) / Math.Sqrt(squared);
    }
}
