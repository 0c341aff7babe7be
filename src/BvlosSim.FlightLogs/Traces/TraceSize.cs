using System.Globalization;
using BvlosSim.Documents.Loading;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>
/// Counts the bytes of a trace while it is written. A document is read as a whole, so there is a limit to it; a trace is written piece by
/// piece, so there is none.
/// </summary>
/// <param name="mostBytes">The most that the commands which read traces take.</param>
public sealed class TraceSize(long mostBytes = FileReader.MaxBytes)
{
    /// <summary>What was written so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>What a person should know of the size; null = nothing.</summary>
    public string? Warning => Bytes > mostBytes
        ? string.Create(CultureInfo.InvariantCulture, $"The trace has {Bytes} bytes; segment, validate and calibrate read {mostBytes} at most.")
        : null;

    /// <summary>Renders a trace piece by piece, and counts it.</summary>
    /// <param name="built">The trace; every number is finite.</param>
    /// <param name="receiver">Gets the pieces of the UTF-8 bytes, in order.</param>
    public void Render(BuiltTrace built, Action<ReadOnlySpan<byte>> receiver) => FlightTraceJson.Render(built, piece =>
    {
        receiver(piece);
        Bytes += piece.Length;
    });
}
