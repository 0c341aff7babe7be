using System.Text;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Tests.DataFlash;

/// <summary>What damage costs, and what it must not.</summary>
public class DamageTests
{
    private const int MostDamagedBytes = 12;

    private enum Damage
    {
        Overwrite,
        Remove,
        Insert,
    }

    [Fact]
    public void A_binary_log_cut_at_any_byte_gives_a_prefix_of_its_rows()
    {
        byte[] bytes = Logs.Flight(steps: 12).ToArray();
        LogRows whole = Logs.Read(bytes).Rows;
        for (int length = 3; length < bytes.Length; length++)
            AssertPrefix(whole, Logs.Read(bytes.AsSpan(0, length)).Rows);
    }

    [Fact]
    public void A_text_log_cut_at_any_byte_gives_a_prefix_of_its_rows()
    {
        var text = new StringBuilder("FMT, 15, 45, GPS, QBLLeff, TimeUS,Status,Lat,Lng,Alt,Spd,GCrs,U\n");
        for (int i = 0; i < 15; i++)
            text.Append($"GPS, {1_000_000 + (i * 200_000)}, 3, 47.{123456 + i}, 8.{654321 + i}, 500.25, 11.5, 180.75, 1\n");
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        LogRows whole = Logs.Read(bytes, "a.log").Rows;
        for (int length = 0; length < bytes.Length; length++)
            AssertPrefix(whole, Logs.Read(bytes.AsSpan(0, length), "a.log").Rows);
    }

    [Fact]
    public void One_damaged_message_costs_no_other()
    {
        DataFlashWriter log = Logs.Flight();
        byte[] bytes = log.ToArray();
        LogRows whole = Logs.Read(bytes).Rows;
        (string Name, int Start, int Length)[] messages = [.. log.Messages.Where(m => m.Name != "FMT")];
        var random = new Random(7);
        byte[] noise = new byte[MostDamagedBytes];
        for (int i = 0; i < 2000; i++)
        {
            int index = random.Next(messages.Length);
            (string name, int start, int length) = messages[index];
            random.NextBytes(noise);
            byte[] damaged = Damaged(bytes, start, length, (Damage)random.Next(3), random.Next(length), random.Next(MostDamagedBytes) + 1, noise);
            LogRows rows = Logs.Read(damaged).Rows;
            AssertOthersKept(whole.Gps, rows.Gps, RowOf(messages, index, "GPS"), i);
            AssertOthersKept(whole.Battery, rows.Battery, RowOf(messages, index, "BAT"), i);
            AssertOthersKept(whole.Modes, rows.Modes, RowOf(messages, index, "MODE"), i);
            AssertOthersKept(whole.Wind, rows.Wind, name == "NKF6" ? RowOf(messages, index, "NKF6") / 2 : -1, i);
        }
    }

    [Fact]
    public void A_message_with_values_that_cannot_be_is_flagged_and_left_out()
    {
        FlightLog log = Logs.Read(Logs.Definitions().Gps(1_000_000).Gps(2_000_000, speed: 6e23f).Gps(3_000_000, 1_900_000_000).Gps(4_000_000).ToArray());
        Assert.Equal([1_000_000, 4_000_000], log.Rows.Gps.Select(g => g.TimeUs));
        Assert.Equal(2 * 51, log.Inventory.SkippedBytesTotal);
        Assert.Equal(LogCompleteness.Damaged, log.Inventory.Completeness);
    }

    [Fact]
    public void A_message_with_a_stray_time_is_flagged_and_left_out()
    {
        DataFlashWriter writer = Logs.Definitions();
        for (int i = 0; i < 60; i++)
            writer.Gps(i == 12 ? 1 : i == 20 ? 999_000_000_000 : 10_000_000 + (i * 200_000));
        FlightLog log = Logs.Read(writer.ToArray());
        Assert.Equal((58, 2L), (log.Rows.Gps.Length, log.Inventory.SkippedCount));
        Assert.All(log.Rows.Gps, g => Assert.InRange(g.TimeUs!.Value, 10_000_000, 21_800_000));
        Assert.All(log.Rows.Gps, g => Assert.Equal(0, g.Boot));
        Assert.Equal((10_000_000L, 21_800_000L), (log.Inventory.FirstTimeUs, log.Inventory.LastTimeUs));
    }

    [Fact]
    public void A_lying_length_is_seen_through()
    {
        DataFlashWriter writer = new DataFlashWriter()
            .Define(2, "GPS", Logs.GpsCodes, Logs.GpsColumns, length: 44)
            .Define(9, "ODD", "Qf", "TimeUS,X", length: 0);
        writer.Gps(1_000_000).Write("ODD", 1_100_000, 1f).Gps(1_200_000).Write("ODD", 1_300_000, 1f);
        FlightLog log = Logs.Read(writer.ToArray());
        Assert.Equal(2, log.Rows.Gps.Length);
        Assert.Equal([new MessageCount("FMT", 2), new MessageCount("GPS", 2), new MessageCount("ODD", 2)], log.Inventory.Messages.AsEnumerable());
        Assert.Equal(LogCompleteness.Complete, log.Inventory.Completeness);
    }

    [Fact]
    public void Messages_before_their_definition_are_read()
    {
        DataFlashWriter writer = new DataFlashWriter().Define(8, "IMU", "Qf", "TimeUS,GyrX").Know(2, "GPS", Logs.GpsCodes)
            .Gps(1_000_000).Write("IMU", 1_100_000, 1f).Gps(1_200_000).Define(2, "GPS", Logs.GpsCodes, Logs.GpsColumns).Gps(1_400_000);
        FlightLog log = Logs.Read(writer.ToArray());
        Assert.Equal([1_000_000, 1_200_000, 1_400_000], log.Rows.Gps.Select(g => g.TimeUs));
        Assert.Equal(LogCompleteness.Complete, log.Inventory.Completeness);
    }

    [Fact]
    public void Messages_that_are_never_defined_are_skipped_and_named()
    {
        DataFlashWriter writer = Logs.Definitions().Know(99, "XXX", "Qf").Gps(1_000_000).Write("XXX", 1_100_000, 1f).Gps(1_200_000);
        FlightLog log = Logs.Read(writer.ToArray());
        Assert.Equal(2, log.Rows.Gps.Length);
        SkippedBytes skipped = Assert.Single(log.Inventory.Skipped);
        Assert.Equal(15, skipped.Bytes);
        Assert.Contains("type 99", skipped.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_that_does_not_fit_its_messages_changes_nothing()
    {
        DataFlashWriter writer = Logs.Definitions().Gps(1_000_000).Define(2, "BAT", "Qf", "TimeUS,Volt").Know(2, "GPS", Logs.GpsCodes).Gps(1_200_000).Gps(1_400_000);
        Assert.Equal(3, Logs.Read(writer.ToArray()).Rows.Gps.Length);
    }

    [Fact]
    public void Appended_logs_are_two_boots_each_by_its_own_definitions()
    {
        DataFlashWriter writer = Logs.Flight(startUs: 20_000_000);
        writer.Define(2, "GPS", "BIHBcLLeeEefI", "Status,TimeMS,Week,NSats,HDop,Lat,Lng,RelAlt,Alt,Spd,GCrs,VZ,T");
        for (int i = 0; i < 10; i++)
            writer.Write("GPS", 3, 379_000_000 + (i * 200), 1813, 5, 200, 428534680, -26844167, 0, 51424, 13, 0, 0f, 5000 + (i * 200));
        FlightLog log = Logs.Read(writer.ToArray());
        Assert.Equal(60, log.Rows.Gps.Count(g => g.Boot == 0));
        GpsRow[] second = [.. log.Rows.Gps.Where(g => g.Boot == 1)];
        Assert.Equal(10, second.Length);
        Assert.Equal((5_000_000L, 42.853468, 0.13), (second[0].TimeUs, second[0].LatitudeDeg, second[0].GroundspeedMps));
        Assert.Equal(new GpsClock(1813, 379_000_000), second[0].Clock);
    }

    [Fact]
    public void The_same_log_twice_is_two_boots()
    {
        byte[] once = Logs.Flight(startUs: 10_000_000, steps: 40).ToArray();
        FlightLog log = Logs.Read([.. once, .. once]);
        Assert.Equal([40, 40], log.Rows.Gps.GroupBy(g => g.Boot).Select(g => g.Count()));
        Assert.Equal([0, 1], log.Rows.Battery.Select(b => b.Boot).Distinct());
        Assert.Equal(LogCompleteness.Complete, log.Inventory.Completeness);
    }

    [Fact]
    public void Mutants_of_any_kind_end_without_a_fault_and_within_bounds()
    {
        byte[] binary = Logs.Flight(Logs.Flight(steps: 12), startUs: 3_000_000, steps: 12).ToArray();
        byte[] text = Encoding.UTF8.GetBytes("FMT, 15, 45, GPS, Q, TimeUS,Status,Lat,Lng,Alt,Spd,GCrs\nMSG, 1, ArduCopter V4.3.0\n"
            + string.Concat(Enumerable.Range(1, 40).Select(i => $"GPS, {i}000000, 3, 47.1, 8.1, 500.0, 3.0, 7.25\nMODE, {i}000000, {i}\n")));
        var random = new Random(11);
        for (int i = 0; i < 3000; i++)
        {
            bool isText = i % 3 == 0;
            byte[] bytes = [.. isText ? text : binary];
            for (int changes = random.Next(24); changes >= 0; changes--)
                bytes[random.Next(bytes.Length)] = isText && random.Next(20) > 0 ? (byte)random.Next(128) : (byte)random.Next(256);
            int cut = random.Next(bytes.Length * 2);
            long before = GC.GetAllocatedBytesForCurrentThread();
            FlightLog? log = Logs.TryRead(bytes.AsSpan(0, Math.Min(cut, bytes.Length)), isText ? "a.log" : "a.bin", out LogRefusal? refusal);
            Assert.NotEqual(log is null, refusal is null);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000_000);
            Assert.True(log is null || log.Inventory.SkippedBytesTotal <= bytes.Length);
        }
    }

    private static byte[] Damaged(byte[] bytes, int start, int length, Damage damage, int at, int count, byte[] noise)
    {
        int from = start + at;
        int within = Math.Min(count, length - at);
        return damage switch
        {
            Damage.Overwrite => [.. bytes[..from], .. noise[..within], .. bytes[(from + within)..]],
            Damage.Remove => [.. bytes[..from], .. bytes[(from + within)..]],
            _ => [.. bytes[..from], .. noise[..count], .. bytes[from..]],
        };
    }

    private static int RowOf((string Name, int Start, int Length)[] messages, int index, string name) =>
        messages[index].Name == name ? messages.Take(index).Count(m => m.Name == name) : -1;

    // What the damaged message gave may be gone, changed, or become a row of another kind; all others stay, in their order.
    private static void AssertOthersKept<T>(IReadOnlyList<T> whole, IReadOnlyList<T> read, int damaged, int round)
    {
        T[] others = [.. whole.Where((_, i) => i != damaged)];
        bool isKept = read.SequenceEqual(whole) || read.SequenceEqual(others)
            || Enumerable.Range(0, read.Count).Any(i => read.Where((_, j) => j != i).SequenceEqual(others));
        Assert.True(isKept, $"Round {round}: row {damaged} of {whole.Count} was damaged, {read.Count} were read.");
    }

    private static void AssertPrefix(LogRows whole, LogRows read)
    {
        Assert.Equal(whole.Gps.Take(read.Gps.Length), read.Gps);
        Assert.Equal(whole.Battery.Take(read.Battery.Length), read.Battery);
        Assert.Equal(whole.Modes.Take(read.Modes.Length), read.Modes);
        Assert.Equal(whole.Wind.Take(read.Wind.Length), read.Wind);
    }
}
