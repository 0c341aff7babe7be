using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Vehicles;

/// <summary>The keys of <c>sensors</c> and <c>controller</c>.</summary>
public static class VehicleSensorsContract
{
    private static readonly NumberField HorizontalAccuracy = Positive("horizontal_accuracy_m", "m", 2.5, "Horizontal accuracy.");

    private static readonly NumberField VerticalAccuracy = Positive("vertical_accuracy_m", "m", 4.0, "Vertical accuracy.");

    private static readonly NumberField FixRate = Positive("fix_rate_hz", "Hz", 5.0, "Rate of fixes.");

    private static readonly NumberField Availability =
        new("availability", null, "Fraction of the time with a fix.") { DefaultValue = 1.0, Range = NumberRange.Fraction };

    private static readonly NumberField CurrentNoise = NonNegative("current_sensor_noise_pct", "%", 1.0, "Noise of the current.");

    private static readonly NumberField VoltageNoise = NonNegative("voltage_noise_mv", "mV", 10.0, "Noise of the voltage.");

    private static readonly NumberField BatteryRate = Positive("update_rate_hz", "Hz", 10.0, "Rate of readings.");

    private static readonly NumberField Bias = new("bias_mps", "m/s", "Bias.") { DefaultValue = 0.0 };

    private static readonly NumberField NoiseStd = NonNegative("noise_std_mps", "m/s", 0.3, "Standard deviation of the noise.");

    private static readonly NumberField AirspeedRate = Positive("update_rate_hz", "Hz", 10.0, "Rate of readings.");

    /// <summary>Satellite receiver.</summary>
    public static ObjectContract<GpsSensor> GpsSensor { get; } = new(
        "gps",
        "Satellite receiver.",
        [HorizontalAccuracy, VerticalAccuracy, FixRate, Availability],
        values => new GpsSensor(
            values.Value(HorizontalAccuracy), values.Value(VerticalAccuracy), values.Value(FixRate), values.Value(Availability)));

    /// <summary>Battery meter.</summary>
    public static ObjectContract<BatteryMeter> BatteryMeter { get; } = new(
        "battery_meter",
        "Battery meter.",
        [CurrentNoise, VoltageNoise, BatteryRate],
        values => new BatteryMeter(values.Value(CurrentNoise), values.Value(VoltageNoise), values.Value(BatteryRate)));

    /// <summary>Airspeed sensor.</summary>
    public static ObjectContract<AirspeedSensor> AirspeedSensor { get; } = new(
        "airspeed",
        "Airspeed sensor.",
        [Bias, NoiseStd, AirspeedRate],
        values => new AirspeedSensor(values.Value(Bias), values.Value(NoiseStd), values.Value(AirspeedRate)));

    private static readonly ObjectField<GpsSensor> Gps = new("gps", GpsSensor, "Satellite receiver.");

    private static readonly ObjectField<BatteryMeter> Meter = new("battery_meter", BatteryMeter, "Battery meter.");

    private static readonly ObjectField<AirspeedSensor> Airspeed = new("airspeed", AirspeedSensor, "Airspeed sensor.");

    /// <summary>The sensors.</summary>
    public static ObjectContract<VehicleSensors> Sensors { get; } = new(
        "sensors",
        "Sensors, for uncertainty studies.",
        [Gps, Meter, Airspeed],
        values => new VehicleSensors(values.Optional(Gps), values.Optional(Meter), values.Optional(Airspeed)));

    private static NumberField Positive(string name, string unit, double value, string documentation) =>
        new(name, unit, documentation) { DefaultValue = value, Range = NumberRange.Positive };

    private static NumberField NonNegative(string name, string unit, double value, string documentation) =>
        new(name, unit, documentation) { DefaultValue = value, Range = NumberRange.NonNegative };
}
