using System.Runtime.CompilerServices;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Tests.Rows;

/// <summary>A flight of many hours has a million rows: what one takes is what the program takes.</summary>
public sealed class RowSizeTests
{
    [Fact]
    public void RowsTakeNoMoreRoomThanTheirValues() =>
        Assert.Equal((64, 40, 32), (Unsafe.SizeOf<GpsRow>(), Unsafe.SizeOf<BatteryRow>(), Unsafe.SizeOf<WindRow>()));
}
