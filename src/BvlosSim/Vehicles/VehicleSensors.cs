namespace BvlosSim.Vehicles;

/// <summary>Sensors for uncertainty studies; each null when not described.</summary>
/// <param name="Gps">Satellite receiver.</param>
/// <param name="BatteryMeter">Battery meter.</param>
/// <param name="Airspeed">Airspeed sensor.</param>
public sealed record VehicleSensors(GpsSensor? Gps, BatteryMeter? BatteryMeter, AirspeedSensor? Airspeed);

/// <summary>Satellite receiver.</summary>
/// <param name="HorizontalAccuracyM">Horizontal accuracy in metres, &gt; 0.</param>
/// <param name="VerticalAccuracyM">Vertical accuracy in metres, &gt; 0.</param>
/// <param name="FixRateHz">Fix rate in Hz, &gt; 0.</param>
/// <param name="Availability">Availability, 0…1.</param>
public sealed record GpsSensor(double HorizontalAccuracyM, double VerticalAccuracyM, double FixRateHz, double Availability);

/// <summary>Battery meter.</summary>
/// <param name="CurrentSensorNoisePct">Noise of the current in percent, ≥ 0.</param>
/// <param name="VoltageNoiseMv">Noise of the voltage in mV, ≥ 0.</param>
/// <param name="UpdateRateHz">Rate in Hz, &gt; 0.</param>
public sealed record BatteryMeter(double CurrentSensorNoisePct, double VoltageNoiseMv, double UpdateRateHz);

/// <summary>Airspeed sensor.</summary>
/// <param name="BiasMps">Bias in m/s.</param>
/// <param name="NoiseStdMps">Standard deviation in m/s, ≥ 0.</param>
/// <param name="UpdateRateHz">Rate in Hz, &gt; 0.</param>
public sealed record AirspeedSensor(double BiasMps, double NoiseStdMps, double UpdateRateHz);

/// <summary>Path controller, all ≥ 0.</summary>
/// <param name="KpCrossTrack">Gain on the cross-track error.</param>
/// <param name="KpAlongTrack">Gain on the along-track error.</param>
/// <param name="MaxHeadingCorrectionRad">Greatest heading correction in radians.</param>
/// <param name="MaxSpeedCorrectionMps">Greatest speed correction in m/s.</param>
public sealed record PathController(double KpCrossTrack, double KpAlongTrack, double MaxHeadingCorrectionRad, double MaxSpeedCorrectionMps);
