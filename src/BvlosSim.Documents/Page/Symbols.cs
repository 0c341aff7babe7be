namespace BvlosSim.Documents.Page;

/// <summary>Path data of the symbols that several drawings share.</summary>
internal static class Symbols
{
    /// <summary>A cross around a point.</summary>
    public static string Cross(double x, double y, double size) =>
        $"M{PageText.At(x - size)} {PageText.At(y - size)}L{PageText.At(x + size)} {PageText.At(y + size)}" +
        $"M{PageText.At(x + size)} {PageText.At(y - size)}L{PageText.At(x - size)} {PageText.At(y + size)}";

    /// <summary>A triangle around a point.</summary>
    public static string Triangle(double x, double y) =>
        $"M{PageText.At(x)} {PageText.At(y - 7.0)}L{PageText.At(x + 7.0)} {PageText.At(y + 5.0)}H{PageText.At(x - 7.0)}Z";
}
