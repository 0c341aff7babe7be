using BvlosSim.Documents.Calibration;
using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration;

/// <summary>How a calibration is shown.</summary>
public enum CalibrationFormat
{
    /// <summary>The report.</summary>
    Markdown,

    /// <summary>Canonical JSON: the form that <c>--calibration</c> reads.</summary>
    Json,
}

/// <summary>The formats of a calibration: tokens and renderers.</summary>
public static class CalibrationFormats
{
    /// <summary>Tokens of <see cref="CalibrationFormat"/>, the default first.</summary>
    public static ClosedSet<CalibrationFormat> Set { get; } = new((CalibrationFormat.Markdown, "markdown"), (CalibrationFormat.Json, "json"));

    /// <summary>Renders a profile.</summary>
    /// <param name="profile">The profile; one with an energy model is of version 2.</param>
    /// <param name="format">The format.</param>
    /// <returns>UTF-8 bytes with a final newline.</returns>
    public static byte[] Render(CalibrationProfile profile, CalibrationFormat format) =>
        format != CalibrationFormat.Json ? CalibrationText.Markdown(profile)
        : profile.Energy is null ? CalibrationJson.Render(profile)
        : CalibrationV2Json.Render(profile);
}
