using BvlosSim.FlightLogs.Flights;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Tests.Flights;

public class BatteryChoiceTests
{
    [Fact]
    public void A_battery_that_never_has_a_voltage_is_passed_over()
    {
        BatteryChoice choice = BatteryChoice.Of(Rows((0, 0.0), (0, null), (2, 22.0), (3, 24.0)), null)!.Value;

        Assert.Equal(new InstanceChoice(2, 2), choice.Choice);
        Assert.Equal("Battery 0 never has a voltage and is passed over.", choice.Remark);
    }

    [Fact]
    public void The_one_that_is_asked_for_is_taken_whatever_it_says() =>
        Assert.Equal(new BatteryChoice(new InstanceChoice(0, 1), null), BatteryChoice.Of(Rows((0, 0.0), (1, 22.0)), 0));

    [Fact]
    public void Without_any_voltage_and_without_numbers_the_rule_is_as_ever()
    {
        Assert.Equal(new BatteryChoice(new InstanceChoice(0, 1), null), BatteryChoice.Of(Rows((1, 0.0), (0, null)), null));
        Assert.Equal(new BatteryChoice(new InstanceChoice(null, 0), null), BatteryChoice.Of([ReadLogs.Battery(1, 0.0)], null));
        Assert.Equal(new BatteryChoice(new InstanceChoice(null, 0), null), BatteryChoice.Of([], null));
        Assert.Null(BatteryChoice.Of(Rows((0, 22.0)), 5));
    }

    private static IEnumerable<BatteryRow> Rows(params (long Instance, double? VoltageV)[] rows) =>
        rows.Select((r, i) => ReadLogs.Battery(i, 0.0, r.Instance) with { VoltageV = r.VoltageV });
}
