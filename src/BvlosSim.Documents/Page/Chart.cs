using BvlosSim.Documents.Rendering;

namespace BvlosSim.Documents.Page;

/// <summary>The frame of a line chart: scales, axes, grid.</summary>
internal sealed class Chart
{
    /// <summary>Width of the drawing.</summary>
    public const double Width = 800.0;

    /// <summary>Height of the drawing.</summary>
    public const double Height = 344.0;

    private const double Left = 70.0;
    private const double Right = 18.0;
    private const double Top = 48.0;
    private const double Bottom = 66.0;

    private readonly double _xMax;
    private readonly double _yMin;
    private readonly double _yMax;
    private readonly double _yStep;

    /// <summary>Scales a chart so that its values fit.</summary>
    public Chart(double xMax, double yLeast, double yGreatest)
    {
        _xMax = xMax > 0.0 ? xMax : 1.0;
        _yStep = NiceStep(Math.Max(1e-6, yGreatest - yLeast) / 4.0);
        _yMin = Math.Floor(yLeast / _yStep) * _yStep;
        _yMax = Math.Ceiling(yGreatest / _yStep) * _yStep;
        if (_yMax <= _yMin)
            _yMax = _yMin + _yStep;
    }

    /// <summary>Lower edge of the plot on the drawing.</summary>
    public static double Floor => Height - Bottom;

    /// <summary>Upper edge of the plot on the drawing.</summary>
    public static double Ceiling => Top;

    /// <summary>Left and right edge of the plot on the drawing.</summary>
    public static (double Left, double Right) Sides => (Left, Width - Right);

    /// <summary>The drawing's view box.</summary>
    public static string ViewBox => $"0 0 {PageText.At(Width)} {PageText.At(Height)}";

    /// <summary>Place of a value of the horizontal axis.</summary>
    public double X(double value) => Left + (value / _xMax * (Width - Left - Right));

    /// <summary>Place of a value of the vertical axis.</summary>
    public double Y(double value) => Top + ((_yMax - value) / (_yMax - _yMin) * (Height - Top - Bottom));

    /// <summary>A point in path data.</summary>
    public string At(double x, double y) => $"{PageText.At(X(x))} {PageText.At(Y(y))}";

    /// <summary>The path data of a line.</summary>
    public string Line(IEnumerable<(double X, double Y)> points) => "M" + string.Join('L', points.Select(p => At(p.X, p.Y)));

    /// <summary>Draws grid, numbers and units.</summary>
    public void Axes(Markup svg, string xUnit, string yUnit)
    {
        int steps = (int)Math.Round((_yMax - _yMin) / _yStep);
        for (int i = 0; i <= steps; i++)
        {
            double value = _yMin + (i * _yStep);
            string y = PageText.At(Y(value));
            svg.Empty("line", ("class", "grid"), ("x1", PageText.At(Left)), ("x2", PageText.At(Width - Right)), ("y1", y), ("y2", y));
            svg.Element("text", Number(value, _yStep), ("class", "tick end"), ("x", PageText.At(Left - 8.0)), ("y", PageText.At(Y(value) + 5.0)));
        }

        double xStep = NiceStep(_xMax / 5.0);
        for (int i = 0; i * xStep <= _xMax * (1.0 + 1e-9); i++)
        {
            string x = PageText.At(X(i * xStep));
            svg.Empty("line", ("class", "grid"), ("x1", x), ("x2", x), ("y1", PageText.At(Floor)), ("y2", PageText.At(Floor + 5.0)));
            svg.Element("text", Number(i * xStep, xStep), ("class", "tick middle"), ("x", x), ("y", PageText.At(Floor + 24.0)));
        }

        svg.Element("text", xUnit, ("class", "tick end"), ("x", PageText.At(Width - Right)), ("y", PageText.At(Height - 6.0)));
        svg.Element("text", yUnit, ("class", "tick"), ("x", "6"), ("y", "18"));
    }

    /// <summary>1, 2 or 5 times a power of ten, at least as large as asked.</summary>
    internal static double NiceStep(double least)
    {
        double power = Math.Pow(10.0, Math.Floor(Math.Log10(least)));
        foreach (double factor in (double[])[1.0, 2.0, 5.0])
        {
            if (factor * power >= least)
                return factor * power;
        }

        return 10.0 * power;
    }

    private static string Number(double value, double step) =>
        ReportText.Fixed(value + 0.0, Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 4));
}
