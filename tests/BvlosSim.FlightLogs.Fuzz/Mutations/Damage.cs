using System.Buffers.Binary;
using BvlosSim.FlightLogs.Fuzz.Seeds;

namespace BvlosSim.FlightLogs.Fuzz.Mutations;

/// <summary>What can happen to a log: on a bad card, in a bad cable, in a converter, or by malice.</summary>
internal static class Damage
{
    /// <summary>Most bytes of a log that is made larger on purpose.</summary>
    public const int LargestBytes = 1 << 20;

    private const int MostSteps = 8;
    private const int LongestBlock = 300;
    private const int OneLargeLogIn = 20_000;

    private static readonly Action<List<byte>, Dice>[] Kinds =
    [
        FlipBits, FlipBits, SetByte, SetByte, Delete, Insert, Duplicate, Zero, Truncate, Swap, LengthByte, WideNumber, Splice, Token, TextNumber,
    ];

    private static readonly long[] Extremes =
    [
        0, 1, -1, 127, 128, 255, 256, 32767, 32768, 65535, 65536, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue,
        1L << 52, (1L << 52) + 1, 604_800_000, -604_800_000, 0x7FF0000000000000, 0x7FF8000000000000, 0x7F800000, 0x7FC00000,
    ];

    private static readonly string[] Tokens =
    [
        "FMT", "GPS", "BAT", "MODE", "PARM", "\n", "\r\n", ",", ",,", "\u2028", "\u0085", "nan", "-inf", "1e308", "-1e-320", "9223372036854775807",
        "-9223372036854775808", "99999999999999999999999", "0.0", "-0", "_", "1_0", "\uFEFF", "ULog\u0001\u00125", "uint64_t timestamp;",
        "float[65535] x;", "uint8_t[-1] x;", "a:a b;", "TimeUS", "QBIHBcLLeffffB",
    ];

    /// <summary>The log of an index: a seed with some damage.</summary>
    public static List<byte> LogOf(ulong seed, long index)
    {
        var dice = new Dice(seed, index);
        var log = new List<byte>(dice.Of<byte[]>(SeedLogs.All));
        for (int steps = 1 + dice.Below(MostSteps); steps > 0; steps--)
            dice.Of<Action<List<byte>, Dice>>(Kinds)(log, dice);
        if (dice.OneIn(OneLargeLogIn))
            Enlarge(log, dice);
        return log;
    }

    private static void FlipBits(List<byte> log, Dice dice)
    {
        for (int bits = 1 + dice.Below(4); bits > 0 && log.Count > 0; bits--)
            log[dice.Below(log.Count)] ^= (byte)(1 << dice.Below(8));
    }

    private static void SetByte(List<byte> log, Dice dice)
    {
        if (log.Count > 0)
            log[dice.Below(log.Count)] = dice.OneIn(2) ? dice.Byte() : dice.Of<byte>([0, 1, 0x7F, 0x80, 0xA3, 0x95, 0xFE, 0xFF]);
    }

    private static void Delete(List<byte> log, Dice dice)
    {
        (int start, int length) = Block(log, dice);
        log.RemoveRange(start, length);
    }

    private static void Insert(List<byte> log, Dice dice)
    {
        int at = dice.Below(log.Count + 1);
        byte[] bytes = new byte[1 + dice.Below(dice.OneIn(8) ? LongestBlock : 8)];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = dice.Byte();
        log.InsertRange(at, bytes);
    }

    private static void Duplicate(List<byte> log, Dice dice)
    {
        (int start, int length) = Block(log, dice);
        log.InsertRange(dice.OneIn(2) ? start : dice.Below(log.Count + 1), log.GetRange(start, length));
    }

    private static void Zero(List<byte> log, Dice dice)
    {
        (int start, int length) = Block(log, dice);
        byte value = dice.OneIn(2) ? (byte)0 : (byte)0xFF;
        for (int i = start; i < start + length; i++)
            log[i] = value;
    }

    private static void Truncate(List<byte> log, Dice dice)
    {
        int kept = dice.OneIn(4) ? dice.Below(log.Count + 1) : log.Count - Math.Min(log.Count, dice.Below(100));
        log.RemoveRange(kept, log.Count - kept);
    }

    private static void Swap(List<byte> log, Dice dice)
    {
        (int start, int length) = Block(log, dice);
        List<byte> block = log.GetRange(start, length);
        log.RemoveRange(start, length);
        log.InsertRange(dice.Below(log.Count + 1), block);
    }

    // The byte behind a message's sync bytes and type, or the first two of a ULog message: places where a length may be.
    private static void LengthByte(List<byte> log, Dice dice)
    {
        for (int tries = 16; tries > 0 && log.Count > 4; tries--)
        {
            int at = dice.Below(log.Count - 4);
            bool isStart = (log[at] == 0xA3 && log[at + 1] == 0x95) || (log[at + 1] == 0 && log[at + 2] is >= (byte)'A' and <= (byte)'S');
            if (!isStart && tries > 1)
                continue;
            log[at + dice.Below(5)] = dice.Byte();
            return;
        }
    }

    private static void WideNumber(List<byte> log, Dice dice)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(number, dice.Of<long>(Extremes));
        int width = dice.Of<int>([2, 4, 8]);
        int at = dice.Below(log.Count - width);
        for (int i = 0; i < width && at + i < log.Count; i++)
            log[at + i] = number[i];
    }

    private static void Splice(List<byte> log, Dice dice)
    {
        byte[] other = dice.Of<byte[]>(SeedLogs.All);
        int kept = dice.OneIn(3) ? log.Count : dice.Below(log.Count + 1);
        int from = dice.OneIn(3) ? 0 : dice.Below(other.Length);
        log.RemoveRange(kept, log.Count - kept);
        log.AddRange(other.AsSpan(from));
    }

    private static void Token(List<byte> log, Dice dice)
    {
        byte[] token = System.Text.Encoding.UTF8.GetBytes(dice.Of<string>(Tokens));
        int at = dice.Below(log.Count + 1);
        if (dice.OneIn(2))
            log.RemoveRange(at, Math.Min(token.Length, log.Count - at));
        log.InsertRange(at, token);
    }

    private static void TextNumber(List<byte> log, Dice dice)
    {
        int start = log.IndexOf((byte)',', dice.Below(log.Count)) + 1;
        if (start <= 0)
            return;
        int end = start;
        while (end < log.Count && log[end] is not ((byte)',' or (byte)'\n' or (byte)'\r') && end - start < LongestBlock)
            end++;
        log.RemoveRange(start, end - start);
        log.InsertRange(start, System.Text.Encoding.ASCII.GetBytes(
            dice.OneIn(2) ? dice.Of<string>(["", "nan", "inf", "-1", "1e999", "1e17", "-9223372036854775808", "9223372036854775807", "90.5", "0"])
                : dice.Of<long>(Extremes).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    // Cost that grows faster than the log shows only in a long one.
    private static void Enlarge(List<byte> log, Dice dice)
    {
        if (log.Count == 0)
            return;
        int from = dice.OneIn(2) ? 0 : dice.Below(log.Count);
        List<byte> block = log.GetRange(from, 1 + dice.Below(log.Count - from));
        int size = LargestBytes >> dice.Below(5);
        while (log.Count < size)
            log.AddRange(block);
    }

    private static (int Start, int Length) Block(List<byte> log, Dice dice)
    {
        int start = dice.Below(log.Count);
        int longest = dice.OneIn(4) ? LongestBlock : 12;
        return (start, Math.Min(log.Count - start, 1 + dice.Below(longest)));
    }
}
