using System.Globalization;
using BvlosSim.Values;

namespace BvlosSim.FlightLogs;

/// <summary>Why a flight log was refused.</summary>
public enum LogRefusalReason
{
    /// <summary>It cannot be opened or read.</summary>
    ReadError,

    /// <summary>It is a folder, a pipe or a device.</summary>
    NonRegularFile,

    /// <summary>It is larger than the caller allows.</summary>
    FileTooLarge,

    /// <summary>It is none of the known formats.</summary>
    UnsupportedFormat,

    /// <summary>A text log is not UTF-8.</summary>
    EncodingError,

    /// <summary>Its structure cannot be followed at all.</summary>
    ParseError,

    /// <summary>It holds no usable position.</summary>
    NoGpsRecords,
}

/// <summary>The contract tokens of <see cref="LogRefusalReason"/>.</summary>
public static class LogRefusalTokens
{
    /// <summary>Tokens of <see cref="LogRefusalReason"/>.</summary>
    public static ClosedSet<LogRefusalReason> Set { get; } = new(
        (LogRefusalReason.ReadError, "read_error"),
        (LogRefusalReason.NonRegularFile, "non_regular_file"),
        (LogRefusalReason.FileTooLarge, "file_too_large"),
        (LogRefusalReason.UnsupportedFormat, "unsupported_format"),
        (LogRefusalReason.EncodingError, "encoding_error"),
        (LogRefusalReason.ParseError, "parse_error"),
        (LogRefusalReason.NoGpsRecords, "no_gps_records"));
}

/// <summary>A refusal of a flight log.</summary>
/// <param name="Reason">The contract's reason; null where it has none, as for an option that does not suit the log.</param>
/// <param name="Message">One line: what is wrong and what to do.</param>
/// <param name="OffsetBytes">Where in the file, bytes from its start; null when no place helps.</param>
public sealed record LogRefusal(LogRefusalReason? Reason, string Message, long? OffsetBytes = null)
{
    /// <summary>The message with its place.</summary>
    public string Description =>
        OffsetBytes is { } offset ? string.Create(CultureInfo.InvariantCulture, $"at byte {offset}: {Message}") : Message;
}
