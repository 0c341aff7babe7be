using System.Text;
using BvlosSim.FlightLogs.DataFlash;

namespace BvlosSim.FlightLogs.Reading;

/// <summary>Tells the format of a log from its first bytes (spec 08 §3.3). The suffix counts only for text.</summary>
internal static class FormatDetection
{
    /// <summary>How many bytes decide whether a file is text.</summary>
    public const int TextBytes = 4096;

    /// <summary>How far into a file a first definition is looked for, where the file does not start with a message.</summary>
    public const int DamagedStartBytes = 65536;

    private const char ByteOrderMark = '\uFEFF';

    private static ReadOnlySpan<byte> ULogMagic => [0x55, 0x4C, 0x6F, 0x67, 0x01, 0x12, 0x35];

    private static ReadOnlySpan<byte> MessageStart => [0xA3, 0x95];

    private static ReadOnlySpan<byte> DefinitionStart => [0xA3, 0x95, BinaryLayout.DefinitionType];

    /// <summary>The format.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="start">Its first <see cref="DamagedStartBytes"/> bytes, or all of it.</param>
    /// <param name="purpose">What it is read for: a text that is not UTF-8 throughout makes no trace.</param>
    /// <param name="refusal">Why there is none; null on success.</param>
    public static LogFormat? Detect(string path, ReadOnlySpan<byte> start, ReadingPurpose purpose, out LogRefusal? refusal)
    {
        refusal = null;
        if (start.StartsWith(ULogMagic))
            return LogFormat.ULog;
        if (start.StartsWith(MessageStart))
            return LogFormat.DataFlashBinary;
        ReadOnlySpan<byte> textStart = start[..Math.Min(start.Length, TextBytes)];
        bool isZeros = start.Length > 0 && !start.ContainsAnyExcept((byte)0);
        int invalid = FirstInvalid(textStart, isCut: start.Length > TextBytes);
        if (invalid < 0 && !isZeros && IsLogText(path, textStart))
            return LogFormat.DataFlashText;
        if (HasDefinition(start))
            return LogFormat.DataFlashBinary;
        if (purpose == ReadingPurpose.Summary && StartsWithDefinition(textStart))
            return LogFormat.DataFlashText;
        refusal = Refuse(path, start.Length, isZeros, invalid);
        return null;
    }

    /// <summary>The first byte that is not UTF-8.</summary>
    /// <param name="text">The bytes.</param>
    /// <param name="isCut">Whether they may end inside a character.</param>
    /// <returns>Its index; -1 = there is none.</returns>
    public static int FirstInvalid(ReadOnlySpan<byte> text, bool isCut)
    {
        for (int i = 0; i < text.Length;)
        {
            System.Buffers.OperationStatus status = Rune.DecodeFromUtf8(text[i..], out _, out int length);
            if (status == System.Buffers.OperationStatus.NeedMoreData && isCut)
                return -1;
            if (status != System.Buffers.OperationStatus.Done)
                return i;
            i += length;
        }

        return -1;
    }

    private static bool IsLogText(string path, ReadOnlySpan<byte> start)
    {
        if (path.EndsWith(".log", StringComparison.OrdinalIgnoreCase))
            return true;
        return StartsWithDefinition(start) || start.IndexOf("\nGPS,"u8) >= 0;
    }

    private static bool StartsWithDefinition(ReadOnlySpan<byte> start) => Encoding.UTF8.GetString(start)
        .TrimStart(ByteOrderMark, '\r', '\n', '\t', ' ').StartsWith("FMT,", StringComparison.Ordinal);

    // The definition of FMT itself may be lost with the first bytes: any other one tells as well, with a message behind it.
    private static bool HasDefinition(ReadOnlySpan<byte> start)
    {
        int length = BinaryLayout.Definition().Bytes;
        for (int at = 0, step; (step = start[at..].IndexOf(DefinitionStart)) >= 0; at++)
        {
            at += step;
            ReadOnlySpan<byte> rest = start[at..];
            if (rest.Length >= length && BinaryLayout.OfDefinition(rest[..length]) is not null && rest[length..].StartsWith(MessageStart))
                return true;
        }

        return false;
    }

    private static LogRefusal Refuse(string path, int bytes, bool isZeros, int invalid)
    {
        const string Known = "ArduPilot DataFlash (.bin, or .log as text) and PX4 ULog (.ulg) are read.";
        string message = bytes == 0
            ? $"{path} is empty. Copy the log from the autopilot once more."
            : isZeros
                ? $"{path} starts with {bytes} zero bytes: it was never written, or the card is bad. Copy the log once more, or try another one."
                : invalid >= 0
                    ? $"{path} is no flight log that is known here: neither a message nor text at its start. {Known}"
                    : $"{path} is text, but no flight log: no line 'FMT,' at its start and no line 'GPS,' near it. {Known}";
        return new LogRefusal(LogRefusalReason.UnsupportedFormat, message, invalid >= 0 && !isZeros ? invalid : 0);
    }
}
