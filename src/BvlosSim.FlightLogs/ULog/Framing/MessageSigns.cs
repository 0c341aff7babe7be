using System.Buffers;

namespace BvlosSim.FlightLogs.ULog.Framing;

/// <summary>The constants of the container, and what tells its messages from other bytes.</summary>
internal static class MessageSigns
{
    /// <summary>Size and type in front of every payload.</summary>
    public const int HeaderBytes = 3;

    /// <summary>Size, type and message id in front of every body of data.</summary>
    public const int DataHeaderBytes = 5;

    /// <summary>The file header: magic, version, start time.</summary>
    public const int FileHeaderBytes = 16;

    /// <summary>Where in that header the start of the recording is, microseconds since the autopilot started.</summary>
    public const int StartTimeOffset = 8;

    /// <summary>How many bytes of a payload are looked at, at most.</summary>
    public const int LookedAtBytes = 260;

    private const int FlagBytes = 40;
    private const int LevelAndTimeBytes = 9;
    private const int TaggedLevelAndTimeBytes = 11;

    /// <summary>The bytes that a log begins with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x55, 0x4C, 0x6F, 0x67, 0x01, 0x12, 0x35];

    /// <summary>The payload of a sync message, written for readers that have lost the thread.</summary>
    public static ReadOnlySpan<byte> Sync => [0x2F, 0x73, 0x13, 0x20, 0x25, 0x0C, 0xBB, 0x12];

    /// <summary>The third byte of all that can be found again: the known types, and that of the sync bytes and of the magic.</summary>
    public static readonly SearchValues<byte> ThirdBytes = SearchValues.Create("BFIMPQARDLCSO\u0013o"u8);

    /// <summary>What a message of any type but data looks like.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="size">Size of its payload as stated.</param>
    /// <param name="payload">The payload, or as much of it as is looked at.</param>
    public static Likelihood Of(byte type, int size, ReadOnlySpan<byte> payload)
    {
        bool isSound = type switch
        {
            (byte)'F' => IsFormat(payload),
            (byte)'I' or (byte)'P' => IsKeyed(size, payload),
            (byte)'M' or (byte)'Q' => payload.Length > 1 && IsKeyed(size - 1, payload[1..]),
            (byte)'A' => size is > HeaderBytes and <= LookedAtBytes && payload.Length == size && IsPrintable(payload[HeaderBytes..], 0x21),
            (byte)'L' => size >= LevelAndTimeBytes && payload.Length > 0 && IsLevel(payload[0]),
            (byte)'C' => size >= TaggedLevelAndTimeBytes && payload.Length > 0 && IsLevel(payload[0]),
            (byte)'O' or (byte)'R' => size == sizeof(ushort),
            (byte)'S' => payload.SequenceEqual(Sync),
            (byte)'B' => size == FlagBytes,
            _ => false,
        };
        return isSound ? Likelihood.Sound : Likelihood.Possible;
    }

    private static bool IsFormat(ReadOnlySpan<byte> payload)
    {
        int colon = payload.IndexOf((byte)':');
        return colon > 0 && IsPrintable(payload[..colon], 0x21);
    }

    private static bool IsKeyed(int size, ReadOnlySpan<byte> payload)
    {
        if (payload.IsEmpty || payload[0] + 1 > Math.Min(size, payload.Length))
            return false;
        ReadOnlySpan<byte> key = payload.Slice(1, payload[0]);
        int blank = key.IndexOf((byte)' ');
        return blank > 0 && blank < key.Length - 1 && IsPrintable(key, 0x20);
    }

    private static bool IsLevel(byte level) => level is >= (byte)'0' and <= (byte)'7';

    private static bool IsPrintable(ReadOnlySpan<byte> text, byte least) => text.IndexOfAnyExceptInRange(least, (byte)0x7E) < 0;
}
