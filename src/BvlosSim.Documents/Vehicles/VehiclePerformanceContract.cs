using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Vehicles;

/// <summary>The keys of <c>performance</c>.</summary>
public static class VehiclePerformanceContract
{
    private static readonly NumberField CruiseSpeed =
        new("cruise_speed_mps", "m/s", "Cruise true airspeed.") { IsRequired = true, Range = NumberRange.Positive };

    private static readonly NumberField HoverSpeed =
        new("hover_speed_mps", "m/s", "Speed that the aircraft can hold in hover; required for `multirotor` and `vtol`.")
        {
            Range = NumberRange.Positive,
        };

    private static readonly NumberField MaxSpeed = new("max_speed_mps", "m/s", "Greatest speed.") { IsRequired = true, Range = NumberRange.Positive };

    private static readonly NumberField ClimbRate = new("climb_rate_mps", "m/s", "Climb rate.") { IsRequired = true, Range = NumberRange.Positive };

    private static readonly NumberField DescentRate =
        new("descent_rate_mps", "m/s", "Descent rate.") { IsRequired = true, Range = NumberRange.Positive };

    private static readonly NumberField TurnRadius =
        new("turn_radius_m", "m", "Turn radius; required for `fixed_wing` and `vtol`.") { Range = NumberRange.Positive };

    private static readonly NumberField MaxWind = new("max_wind_mps", "m/s", "Advisory wind limit.") { Range = NumberRange.NonNegative };

    private static readonly NumberField MaxCrabAngle =
        new("max_crab_angle_deg", "deg", "Greatest crab angle; absent = 35.") { Range = NumberRange.Inside(0.0, 90.0) };

    private static readonly NumberField MaxStationKeepWind =
        new("max_station_keep_wind_mps", "m/s", "Greatest wind in which the aircraft keeps its station; absent = the hover speed.")
        {
            Range = NumberRange.NonNegative,
        };

    /// <summary>The object.</summary>
    public static ObjectContract<VehiclePerformance> Contract { get; } = new(
        "performance",
        "Speeds and limits.",
        [CruiseSpeed, HoverSpeed, MaxSpeed, ClimbRate, DescentRate, TurnRadius, MaxWind, MaxCrabAngle, MaxStationKeepWind],
        values => new VehiclePerformance
        {
            CruiseSpeedMps = values.Value(CruiseSpeed),
            HoverSpeedMps = values.Optional(HoverSpeed),
            MaxSpeedMps = values.Value(MaxSpeed),
            ClimbRateMps = values.Value(ClimbRate),
            DescentRateMps = values.Value(DescentRate),
            TurnRadiusM = values.Optional(TurnRadius),
            MaxWindMps = values.Optional(MaxWind),
            MaxCrabAngleDeg = values.Optional(MaxCrabAngle),
            MaxStationKeepWindMps = values.Optional(MaxStationKeepWind),
        },
        Rule.That<VehiclePerformance>(
            "`max_speed_mps` is at least `cruise_speed_mps`",
            p => p.MaxSpeedMps >= p.CruiseSpeedMps,
            "Raise the greatest speed or lower the cruise speed."),
        Rule.That<VehiclePerformance>(
            "`max_speed_mps` is at least `hover_speed_mps`",
            p => p.HoverSpeedMps is null || p.MaxSpeedMps >= p.HoverSpeedMps,
            "Raise the greatest speed or lower the hover speed."));
}
