namespace BvlosSim.FlightLogs.ULog.Definitions;

/// <summary>How the bodies of a topic are laid out.</summary>
/// <param name="formats">Where nested formats are found.</param>
/// <param name="format">The format of the topic.</param>
/// <param name="bodyBytes">Length of a body without the padding at its end, as PX4 writes it.</param>
/// <param name="paddedBytes">Length of a body with it, as some other loggers do.</param>
internal sealed class ULogLayout(ULogFormats formats, ULogFormat format, int bodyBytes, int paddedBytes)
{
    /// <summary>Length of a body without the padding at its end, bytes.</summary>
    public int BodyBytes => bodyBytes;

    /// <summary>Length of a body with it, bytes.</summary>
    public int PaddedBytes => paddedBytes;

    /// <summary>Where a value is, by its full name: <c>x</c>, <c>q[2]</c>, <c>esc[3].rpm</c>. Ask before the formats change.</summary>
    /// <returns>Null when every body lacks it.</returns>
    public ULogField? Find(string fullName) =>
        formats.Find(format, fullName) is { } field && field.OffsetBytes + field.Type.Bytes() <= bodyBytes ? field : null;
}
