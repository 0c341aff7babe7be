using System.Collections.Immutable;
using BvlosSim.Values;

namespace BvlosSim.FlightLogs.Reading;

/// <summary>Whether a log holds all that was written into it.</summary>
public enum LogCompleteness
{
    /// <summary>Every byte was understood, up to the last one.</summary>
    Complete,

    /// <summary>The log ends inside a message; all before was understood.</summary>
    Truncated,

    /// <summary>Bytes in the log were skipped, or it says itself that it lost some.</summary>
    Damaged,
}

/// <summary>The tokens of <see cref="LogCompleteness"/>.</summary>
public static class LogCompletenessTokens
{
    /// <summary>Tokens of <see cref="LogCompleteness"/>.</summary>
    public static ClosedSet<LogCompleteness> Set { get; } = new(
        (LogCompleteness.Complete, "complete"),
        (LogCompleteness.Truncated, "truncated"),
        (LogCompleteness.Damaged, "damaged"));
}

/// <summary>A stretch of a log that could not be used.</summary>
/// <param name="OffsetBytes">Where it starts, bytes from the start of the log.</param>
/// <param name="Bytes">How long it is; 0 where the log says that it lost something there.</param>
/// <param name="Why">One line for a person.</param>
public readonly record struct SkippedBytes(long OffsetBytes, long Bytes, string Why);

/// <summary>How often a message occurs.</summary>
/// <param name="Name">DataFlash: its name; ULog: <c>topic[instance]</c>.</param>
/// <param name="Count">How many were decoded or could be.</param>
public readonly record struct MessageCount(string Name, long Count);

/// <summary>A parameter of the autopilot that changed after the start.</summary>
/// <param name="TimeUs">Microseconds since the autopilot started; null = the log does not tell.</param>
/// <param name="Name">Name of the parameter.</param>
/// <param name="OldValue">Value before.</param>
/// <param name="NewValue">Value after.</param>
public readonly record struct ParameterChange(long? TimeUs, string Name, double OldValue, double NewValue);

/// <summary>What kind of vehicle wrote a log.</summary>
public enum VehicleKind
{
    /// <summary>The log does not tell.</summary>
    Unknown,

    /// <summary>Multicopter or helicopter.</summary>
    Copter,

    /// <summary>Fixed wing.</summary>
    Plane,

    /// <summary>Fixed wing with lifting rotors, or a tail-sitter.</summary>
    Quadplane,

    /// <summary>Ground vehicle or boat.</summary>
    Rover,

    /// <summary>Underwater vehicle.</summary>
    Sub,

    /// <summary>Airship.</summary>
    Blimp,

    /// <summary>Antenna tracker: it turns and does not go anywhere.</summary>
    Tracker,
}

/// <summary>The tokens of <see cref="VehicleKind"/>.</summary>
public static class VehicleKindTokens
{
    /// <summary>Tokens of <see cref="VehicleKind"/>.</summary>
    public static ClosedSet<VehicleKind> Set { get; } = new(
        (VehicleKind.Unknown, "unknown"),
        (VehicleKind.Copter, "copter"),
        (VehicleKind.Plane, "plane"),
        (VehicleKind.Quadplane, "quadplane"),
        (VehicleKind.Rover, "rover"),
        (VehicleKind.Sub, "sub"),
        (VehicleKind.Blimp, "blimp"),
        (VehicleKind.Tracker, "tracker"));
}

/// <summary>What a log holds, whether or not a trace can be made of it.</summary>
public sealed record LogInventory
{
    /// <summary>Messages by name, in ordinal order.</summary>
    public required ImmutableArray<MessageCount> Messages { get; init; }

    /// <summary>The least time of any message, microseconds since the autopilot started; null = none has a time.</summary>
    public long? FirstTimeUs { get; init; }

    /// <summary>The greatest time of any message, microseconds.</summary>
    public long? LastTimeUs { get; init; }

    /// <summary>Whether all is there.</summary>
    public required LogCompleteness Completeness { get; init; }

    /// <summary>What was skipped, in file order: the first of them, see <see cref="SkippedCount"/>.</summary>
    public ImmutableArray<SkippedBytes> Skipped { get; init; } = [];

    /// <summary>How many stretches were skipped in all.</summary>
    public long SkippedCount { get; init; }

    /// <summary>How many bytes were skipped in all.</summary>
    public long SkippedBytesTotal { get; init; }

    /// <summary>Firmware and version as the log states it; null = it does not.</summary>
    public string? Firmware { get; init; }

    /// <summary>The kind of vehicle.</summary>
    public VehicleKind Vehicle { get; init; }

    /// <summary>Parameters that changed after they were first logged, in file order.</summary>
    public ImmutableArray<ParameterChange> ParameterChanges { get; init; } = [];
}
