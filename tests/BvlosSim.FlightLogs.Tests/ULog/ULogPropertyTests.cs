using BvlosSim.FlightLogs.Rows;
using CsCheck;

namespace BvlosSim.FlightLogs.Tests.ULog;

/// <summary>What holds for any log.</summary>
public class ULogPropertyTests
{
    private const string Seed = "0000KOIPZrv4";

    private enum Kind
    {
        Fix,
        Battery,
        Mode,
        Wind,
        Unasked,
        Text,
        Sync,
        Parameter,
        Unknown,
    }

    private static readonly Gen<(Kind, uint)[]> Contents = Gen.Select(Gen.Enum<Kind>(), Gen.UInt).Array[1, 40];

    [Fact]
    public void What_was_written_is_read() => Contents.Sample(
        contents =>
        {
            FlightLog log = ULogs.Read(Write(contents, out _));
            Assert.Equal(contents.Count(c => c.Item1 == Kind.Fix), log.Rows.Gps.Length);
            int index = 0;
            foreach ((Kind kind, uint value) in contents)
            {
                if (kind != Kind.Fix)
                    continue;
                GpsRow row = log.Rows.Gps[index++];
                Assert.Equal(Latitude(value) / 1e7, row.LatitudeDeg);
                Assert.Equal(-Latitude(value) / 1e7, row.LongitudeDeg);
                Assert.Equal((value % 500_000) / 1000.0, row.AltitudeAmslM);
                Assert.Equal(value % 30, row.GroundspeedMps);
            }

            Assert.Equal(contents.Where(c => c.Item1 == Kind.Battery).Select(c => (double?)(c.Item2 % 100)), log.Rows.Battery.Select(b => b.CurrentA));
            Assert.Equal(contents.Count(c => c.Item1 == Kind.Mode), log.Rows.Modes.Length);
            Assert.Equal(contents.Where(c => c.Item1 == Kind.Wind).Select(c => (double?)(c.Item2 % 20)), log.Rows.Wind.Select(w => w.NorthMps));
            Assert.Empty(log.Inventory.Skipped);
        },
        iter: 300,
        seed: Seed);

    [Fact]
    public void A_log_that_is_cut_anywhere_gives_the_first_of_its_records() => Gen.Select(Contents, Gen.UInt).Sample(
        (contents, cut) =>
        {
            byte[] bytes = Write(contents, out _);
            Lists all = new(ULogs.Read(bytes));
            int length = 16 + (int)(cut % (uint)(bytes.Length - 16));
            FlightLog log = ULogs.Read(bytes[..length]);
            Lists some = new(log);
            Assert.Equal(all.Gps.Take(some.Gps.Count), some.Gps);
            Assert.Equal(all.Battery.Take(some.Battery.Count), some.Battery);
            Assert.Equal(all.Modes.Take(some.Modes.Count), some.Modes);
            Assert.Equal(all.Wind.Take(some.Wind.Count), some.Wind);
        },
        iter: 500,
        seed: Seed);

    [Fact]
    public void A_log_that_is_cut_at_every_byte_loses_only_the_message_it_is_cut_in()
    {
        byte[] bytes = ULogs.Write(w =>
        {
            w.DefineGps();
            for (int second = 1; second <= 5; second++)
                w.Fix(second);
        });
        int start = bytes.Length - (5 * 42);
        for (int length = start; length <= bytes.Length; length++)
            Assert.Equal((length - start) / 42, ULogs.Read(bytes[..length]).Rows.Gps.Length);
    }

    [Fact]
    public void A_damaged_message_costs_no_other_one() => Gen.Select(Contents, Gen.UInt, Gen.Byte.Array[1, 12]).Sample(
        (contents, place, garbage) =>
        {
            byte[] bytes = Write(contents, out List<(int Start, int End)> messages);
            FlightLog whole = ULogs.Read(bytes);
            (int start, int end) = messages[(int)(place % (uint)messages.Count)];
            int at = start + (int)((place >> 8) % (uint)(end - start));
            for (int i = 0; i < garbage.Length && at + i < end; i++)
                bytes[at + i] = garbage[i];
            FlightLog damaged = ULogs.Read(bytes);
            AssertOneLost(whole.Rows.Gps, damaged.Rows.Gps);
            AssertOneLost(whole.Rows.Battery, damaged.Rows.Battery);
            AssertOneLost(whole.Rows.Modes, damaged.Rows.Modes);
            AssertOneLost(whole.Rows.Wind, damaged.Rows.Wind);
        },
        iter: 1000,
        seed: Seed);

    [Fact]
    public void Bytes_that_are_missing_or_too_many_cost_no_other_message() => Gen.Select(Contents, Gen.UInt, Gen.Int[1, 30], Gen.Bool).Sample(
        (contents, place, count, isMissing) =>
        {
            byte[] bytes = Write(contents, out List<(int Start, int End)> messages);
            FlightLog whole = ULogs.Read(bytes);
            (int start, int end) = messages[(int)(place % (uint)messages.Count)];
            int at = start + (int)((place >> 8) % (uint)(end - start));
            int until = isMissing ? Math.Min(end, at + count) : at;
            byte[] damagedBytes = [.. bytes[..at], .. isMissing ? [] : new byte[count], .. bytes[until..]];
            FlightLog damaged = ULogs.Read(damagedBytes);
            AssertOneLost(whole.Rows.Gps, damaged.Rows.Gps);
            AssertOneLost(whole.Rows.Battery, damaged.Rows.Battery);
            AssertOneLost(whole.Rows.Modes, damaged.Rows.Modes);
            AssertOneLost(whole.Rows.Wind, damaged.Rows.Wind);
        },
        iter: 1000,
        seed: Seed);

    [Fact]
    public void Two_logs_in_one_file_are_the_records_of_both() => Gen.Select(Contents, Contents).Sample(
        (first, second) =>
        {
            byte[] a = Write(first, out _);
            byte[] b = Write(second, out _);
            FlightLog both = ULogs.Read([.. a, .. b]);
            FlightLog one = ULogs.Read(a);
            FlightLog two = ULogs.Read(b);
            int boot = one.Inventory.FirstTimeUs is null ? 0 : 1;
            Assert.Equal([.. one.Rows.Gps, .. two.Rows.Gps.Select(r => r with { Boot = boot })], both.Rows.Gps.AsEnumerable());
            Assert.Equal([.. one.Rows.Modes, .. two.Rows.Modes.Select(r => r with { Boot = boot })], both.Rows.Modes.AsEnumerable());
        },
        iter: 100,
        seed: Seed);

    [Fact]
    public void No_bytes_whatever_break_the_reader() => Gen.Select(Contents, Gen.Select(Gen.UInt, Gen.Byte, Gen.Int[0, 5]).Array[1, 20]).Sample(
        (contents, mutations) =>
        {
            List<byte> bytes = [.. Write(contents, out _)];
            foreach ((uint place, byte value, int how) in mutations)
                Mutate(bytes, place, value, how);
            long before = GC.GetAllocatedBytesForCurrentThread();
            FlightLog? log = ULogs.TryRead([.. bytes], out LogRefusal? refusal);
            Assert.True((log is null) == (refusal is not null));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16_000_000);
            if (log is not null)
                Assert.InRange(log.Inventory.SkippedBytesTotal, 0, bytes.Count);
        },
        iter: 3000,
        seed: Seed);

    private static void Mutate(List<byte> bytes, uint place, byte value, int how)
    {
        int at = 16 + (int)(place % (uint)Math.Max(1, bytes.Count - 16));
        if (at >= bytes.Count)
            return;
        switch (how)
        {
            case 0:
                bytes[at] = value;
                break;
            case 1:
                bytes[at] ^= (byte)(1 << (value % 8));
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(value, bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(at, new byte[value]);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange((int)((place >> 4) % (uint)bytes.Count), Math.Min(value, bytes.Count - (int)((place >> 4) % (uint)bytes.Count))));
                break;
            default:
                bytes.InsertRange(at, [0xFF, 0xFF, (byte)"FADPIB"[value % 6]]);
                break;
        }
    }

    /// <summary>All rows but one are there and in order, and at most one is there that was not.</summary>
    private static void AssertOneLost<T>(IReadOnlyList<T> whole, IReadOnlyList<T> damaged)
    {
        List<T> lost = [.. whole];
        foreach (T row in damaged)
            lost.Remove(row);
        List<T> strange = [.. damaged];
        foreach (T row in whole)
            strange.Remove(row);
        Assert.InRange(lost.Count, 0, 1);
        Assert.InRange(strange.Count, 0, 1);
    }

    private static int Latitude(uint value) => (int)(value % 900_000_000);

    private static byte[] Write((Kind Kind, uint Value)[] contents, out List<(int Start, int End)> messages)
    {
        using var stream = new MemoryStream();
        var log = new ULogWriter(stream);
        log.DefineGps();
        log.Format(ULogs.BatteryFormat);
        log.Format(ULogs.StatusFormat);
        log.Format(ULogs.WindFormat);
        log.Format("pair:double x;int16_t[2] y;");
        log.Format("unasked:uint64_t timestamp;pair[2] p;char[5] text;");
        log.Subscribe(0, 1, "battery_status");
        log.Subscribe(0, 2, "vehicle_status");
        log.Subscribe(0, 3, "wind");
        log.Subscribe(0, 600, "unasked");
        messages = [];
        for (int i = 0; i < contents.Length; i++)
        {
            int start = (int)log.Position;
            Write(log, contents[i].Kind, contents[i].Value, (ulong)(1_000_000 + (i * 100_000)));
            messages.Add((start, (int)log.Position));
        }

        return stream.ToArray();
    }

    private static void Write(ULogWriter log, Kind kind, uint value, ulong timeUs)
    {
        ULogBody body = new ULogBody().U64(timeUs);
        switch (kind)
        {
            case Kind.Fix:
                body.I32(Latitude(value)).I32(-Latitude(value)).I32((int)(value % 500_000)).F32(value % 30).F32(0).F32(0).F32(0).U8(3);
                log.Data(0, body.Bytes);
                break;
            case Kind.Battery:
                log.Data(1, body.F32(24).F32(value % 100).F32(0.5f).Bytes);
                break;
            case Kind.Mode:
                log.Data(2, body.U8((byte)(value % 23)).Bytes);
                break;
            case Kind.Wind:
                log.Data(3, body.F32(value % 20).F32(1).Bytes);
                break;
            case Kind.Unasked:
                log.Data(600, body.Zeros(24).I8(-1).U32(value).Bytes);
                break;
            case Kind.Text:
                log.Text(timeUs, "Takeoff detected " + value);
                break;
            case Kind.Sync:
                log.Sync();
                break;
            case Kind.Parameter:
                log.Parameter("P" + (value % 3), (int)(value % 5));
                break;
            default:
                log.Message('X', body.U32(value).Bytes);
                break;
        }
    }

    private sealed record Lists(IReadOnlyList<GpsRow> Gps, IReadOnlyList<BatteryRow> Battery, IReadOnlyList<ModeRow> Modes, IReadOnlyList<WindRow> Wind)
    {
        public Lists(FlightLog log)
            : this(log.Rows.Gps, log.Rows.Battery, log.Rows.Modes, log.Rows.Wind)
        {
        }
    }
}
