using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Tests.ULog;

/// <summary>Logs that differ from the plain one in one thing each.</summary>
public class ULogVariationTests
{
    [Fact]
    public void A_body_is_read_with_and_without_the_padding_at_its_end()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Fix(1, padding: 3);
            w.Fix(2);
        });
        Assert.Equal([1.0, 2.0], log.Seconds());
        Assert.Equal(LogCompleteness.Complete, log.Inventory.Completeness);
    }

    [Fact]
    public void A_body_of_another_length_is_skipped_and_told()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Fix(1, padding: 1);
            w.Fix(2);
        });
        Assert.Equal([2.0], log.Seconds());
        Assert.Contains("length", Assert.Single(log.Inventory.Skipped).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Stray_bytes_at_the_end_cost_nothing(int count)
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Fix(1);
            w.Raw(new byte[count]);
        });
        Assert.Equal([1.0], log.Seconds());
        Assert.Equal(LogCompleteness.Truncated, log.Inventory.Completeness);
        Assert.Equal(count, log.Inventory.SkippedBytesTotal);
    }

    [Fact]
    public void A_log_that_ends_inside_its_definitions_holds_nothing()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.Format(ULogs.GpsFormat);
            w.Raw([7]);
        });
        Assert.Empty(log.Rows.Gps);
        Assert.Equal(LogCompleteness.Truncated, log.Inventory.Completeness);
    }

    [Fact]
    public void A_log_that_ends_inside_its_header_is_refused()
    {
        Assert.Null(ULogs.TryRead(ULogs.Write(_ => { })[..12], out LogRefusal? refusal));
        Assert.Equal(LogRefusalReason.ParseError, refusal!.Reason);
    }

    [Fact]
    public void A_header_alone_is_a_complete_log_without_rows()
    {
        FlightLog log = ULogs.Read(_ => { });
        Assert.Empty(log.Rows.Gps);
        Assert.Empty(log.Inventory.Messages);
        Assert.Equal(LogCompleteness.Complete, log.Inventory.Completeness);
    }

    [Fact]
    public void A_topic_without_format_costs_only_its_own_messages()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Subscribe(0, 9, "lost");
            w.Fix(1);
            w.Data(9, new byte[20]);
            w.Fix(2);
        });
        Assert.Equal([1.0, 2.0], log.Seconds());
        Assert.Contains("format", Assert.Single(log.Inventory.Skipped).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_may_come_after_its_subscription()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.Subscribe(0, 0, "vehicle_gps_position");
            w.Fix(1);
            w.Format(ULogs.GpsFormat);
            w.Fix(2);
        });
        Assert.Equal([2.0], log.Seconds());
    }

    [Fact]
    public void A_dropout_is_a_loss_that_the_log_states()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Fix(1);
            w.Dropout(30);
            w.Fix(2);
        });
        Assert.Equal([1.0, 2.0], log.Seconds());
        SkippedBytes loss = Assert.Single(log.Inventory.Skipped);
        Assert.Equal((0L, "dropout of 30 ms"), (loss.Bytes, loss.Why));
        Assert.Equal(LogCompleteness.Complete, log.Inventory.Completeness);
    }

    [Fact]
    public void Short_dropouts_are_summed_up_and_long_ones_are_damage()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Fix(1);
            w.Dropout(30);
            w.Dropout(1000);
            w.Fix(3);
        });
        Assert.Equal(LogCompleteness.Damaged, log.Inventory.Completeness);
        Assert.Contains("Dropouts of the logger: 2, 1030 ms in all, 1000 ms at most.", log.Assumptions);
    }

    [Fact]
    public void Many_short_dropouts_are_damage_together()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Fix(1);
            for (int i = 0; i < 20; i++)
                w.Dropout(100);
            w.Fix(61);
        });
        Assert.Equal(LogCompleteness.Damaged, log.Inventory.Completeness);
        Assert.Contains(log.Inventory.Skipped, s => s.Why == "dropouts of 2000 ms in all");
    }

    [Fact]
    public void A_malformed_dropout_ends_nothing()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Fix(1);
            w.Message('O', [1]);
            w.Fix(2);
        });
        Assert.Equal([1.0, 2.0], log.Seconds());
        Assert.Equal(LogCompleteness.Damaged, log.Inventory.Completeness);
    }

    [Fact]
    public void An_unknown_type_ends_nothing_and_is_no_damage()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Fix(1);
            w.Message('X', [1, 2, 3]);
            w.Fix(2);
        });
        Assert.Equal([1.0, 2.0], log.Seconds());
        Assert.Equal(LogCompleteness.Complete, log.Inventory.Completeness);
        Assert.Contains("1 messages of unknown type 0x58 were skipped.", log.Assumptions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Zeros_between_messages_cost_only_themselves(bool hasSync)
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Fix(1);
            w.Raw(new byte[20]);
            w.Fix(2);
            if (hasSync)
                w.Sync();
            w.Fix(3);
        });
        Assert.Equal([1.0, 2.0, 3.0], log.Seconds());
        Assert.Equal(20, Assert.Single(log.Inventory.Skipped).Bytes);
    }

    [Fact]
    public void The_sync_bytes_are_found_where_their_message_is_damaged()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Fix(1);
            w.Raw([0, 0, 0, 0x2F, 0x73, 0x13, 0x20, 0x25, 0x0C, 0xBB, 0x12]);
            w.Fix(2);
        });
        Assert.Equal([1.0, 2.0], log.Seconds());
        Assert.Equal(11, Assert.Single(log.Inventory.Skipped).Bytes);
    }

    [Fact]
    public void Bytes_missing_inside_a_message_cost_that_message()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Fix(1);
            w.Message('D', (ushort)(ULogs.FixBody(2).Length + 2), [0, 0, .. ULogs.FixBody(2)[..20]]);
            w.Fix(3);
            w.Fix(4);
        });
        Assert.Equal([1.0, 3.0, 4.0], log.Seconds());
    }

    [Fact]
    public void A_length_that_lies_costs_that_message()
    {
        foreach (ushort lie in (ushort[])[1, 30, 38, 40, 100, 300, 20_000, 65_535])
        {
            FlightLog log = ULogs.Read(w =>
            {
                w.DefineGps();
                w.Fix(1);
                w.Message('D', lie, [0, 0, .. ULogs.FixBody(2)]);
                for (int second = 3; second < 30; second++)
                    w.Fix(second);
            });
            Assert.Equal([1.0, .. Enumerable.Range(3, 27).Select(s => (double)s)], log.Seconds());
        }
    }

    [Fact]
    public void Data_without_subscription_are_skipped_and_told()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Data(5, new byte[30]);
            w.Fix(1);
        });
        Assert.Equal([1.0], log.Seconds());
        Assert.Equal(35, Assert.Single(log.Inventory.Skipped).Bytes);
    }

    [Fact]
    public void Two_ids_of_one_instance_are_both_read()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps(1);
            w.Subscribe(0, 2, "vehicle_gps_position");
            w.Fix(1, id: 1);
            w.Fix(2, id: 2);
            w.Fix(3, id: 2);
        });
        Assert.Equal([1.0, 2.0, 3.0], log.Seconds());
        Assert.Equal(3, Assert.Single(log.Inventory.Messages).Count);
    }

    [Fact]
    public void An_id_that_is_subscribed_again_keeps_what_it_brought()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Fix(1);
            w.Subscribe(0, 0, "vehicle_gps_position");
            w.Fix(2);
        });
        Assert.Equal([1.0, 2.0], log.Seconds());
    }

    [Fact]
    public void Every_receiver_is_read_with_its_number()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps(0, 3);
            w.Subscribe(2, 1, "vehicle_gps_position");
            w.Fix(1, id: 0);
            w.Fix(1, id: 1);
        });
        Assert.Equal([3L, 2L], log.Rows.Gps.Select(r => r.Instance!.Value));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(0, 1)]
    [InlineData(128, 0)]
    public void A_log_that_states_an_unknown_incompatibility_is_refused(byte incompatible, byte incompatible1)
    {
        byte[] bytes = ULogs.Write(w =>
        {
            w.Flags(incompatible, incompatible1);
            w.DefineGps();
            w.Fix(1);
        });
        Assert.Null(ULogs.TryRead(bytes, out LogRefusal? refusal));
        Assert.Equal((LogRefusalReason.ParseError, 16L), (refusal!.Reason, refusal.OffsetBytes));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Appended_data_go_on_where_the_log_was_cut_off(bool hasSubscription)
    {
        byte[] main = ULogs.Write(w =>
        {
            w.Flags(1);
            w.DefineGps();
            w.Fix(1);
            w.Message('D', 41, [0, 0, .. ULogs.FixBody(2)[..25]]);
        });
        BitConverter.GetBytes((long)main.Length).CopyTo(main, 16 + 3 + 16);
        byte[] appended = ULogs.Write(w =>
        {
            if (hasSubscription)
                w.Subscribe(0, 0, "vehicle_gps_position");
            w.Fix(3);
            w.Fix(4);
        })[16..];
        FlightLog log = ULogs.Read([.. main, .. appended]);
        Assert.Equal([1.0, 3.0, 4.0], log.Seconds());
        Assert.Equal(LogCompleteness.Truncated, log.Inventory.Completeness);
        Assert.Equal(30, log.Inventory.SkippedBytesTotal);
    }

    [Fact]
    public void A_place_of_appended_data_that_is_wrong_is_not_believed()
    {
        byte[] bytes = ULogs.Write(w =>
        {
            w.Flags(1, 0, 300, 301, 5_000_000);
            w.DefineGps();
            for (int second = 1; second < 20; second++)
                w.Fix(second);
        });
        Assert.Equal(Enumerable.Range(1, 19).Select(s => (double)s), ULogs.Read(bytes).Seconds());
    }

    [Fact]
    public void A_whole_number_counts_in_its_declared_unit_however_small_it_is()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.DefineGps();
            w.Data(0, new ULogBody().U64(1_000_000).I32(50).I32(-150).I32(0).Zeros(16).U8(3).Bytes);
        });
        GpsRow row = Assert.Single(log.Rows.Gps);
        Assert.Equal((5e-6, -1.5e-5), (row.LatitudeDeg!.Value, row.LongitudeDeg!.Value));
    }

    [Fact]
    public void A_speed_that_is_no_number_is_absent_and_one_below_zero_is_as_logged()
    {
        FlightLog log = ULogs.Read(w =>
        {
            w.Format("vehicle_gps_position:uint64_t timestamp;int32_t lat;int32_t lon;float vel_m_s;");
            w.Subscribe(0, 0, "vehicle_gps_position");
            w.Data(0, new ULogBody().U64(1_000_000).I32(1).I32(1).F32(float.NaN).Bytes);
            w.Data(0, new ULogBody().U64(2_000_000).I32(1).I32(1).F32(-1f).Bytes);
        });
        Assert.Equal([null, -1.0], log.Rows.Gps.Select(r => r.GroundspeedMps));
        Assert.Null(log.Rows.Gps[0].Status);
    }
}
