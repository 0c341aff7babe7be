using System.Collections.Immutable;
using BvlosSim.FlightLogs.Traces;
using BvlosSim.Geodesy;
using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Tests.Calibration.Energy;

/// <summary>A fixed stream of numbers (SplitMix64), the same on every machine.</summary>
internal sealed class Noise(ulong seed)
{
    private ulong _state = seed;

    public double Uniform()
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15UL);
        ulong z = _state;
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public double Normal() => Math.Sqrt(-2.0 * Math.Log(1.0 - Uniform())) * Math.Cos(2.0 * Math.PI * Uniform());
}

/// <summary>A flight of a vehicle whose energy model is known: start, hover, out, climb, out, descent, back, hover, landing.</summary>
internal sealed record SyntheticFlight
{
    private const double GroundPowerW = 40.0;
    private const double VoltageV = 22.2;

    public string TraceId { get; init; } = "f1";

    public ulong Seed { get; init; } = 1;

    public double MassKg { get; init; } = 5.0;

    public double GroundM { get; init; } = 200.0;

    public double WindEastMps { get; init; } = 3.0;

    public double WindNorthMps { get; init; } = -2.0;

    /// <summary>Scatter of a record, as a share of its power.</summary>
    public double RecordNoise { get; init; } = 0.05;

    /// <summary>Scatter of whole flights, as a share of the power.</summary>
    public double FlightNoise { get; init; } = 0.02;

    /// <summary>Share of the records that are off by a factor of three.</summary>
    public double OutlierShare { get; init; }

    public double CurrentSign { get; init; } = 1.0;

    public double DensityExponent { get; init; } = 0.5;

    public bool Hovers { get; init; } = true;

    public bool LogsWind { get; init; } = true;

    public string? VehicleSha256 { get; init; }

    /// <summary>The vehicle as it is; its powers hold at 5 kg and 1.225 kg/m³.</summary>
    public static Vehicle Truth { get; } = new()
    {
        VehicleId = "q",
        Class = VehicleClass.Vtol,
        Mass = new VehicleMass { EmptyKg = 4.0, MaxTakeoffKg = 8.0, OperatingMassKg = 5.0 },
        Performance = new VehiclePerformance
        {
            CruiseSpeedMps = 16.0,
            HoverSpeedMps = 6.0,
            MaxSpeedMps = 25.0,
            ClimbRateMps = 2.5,
            DescentRateMps = 2.0,
            TurnRadiusM = 40.0,
        },
        Energy = new VehicleEnergy
        {
            BatteryCapacityWh = 600.0,
            ReservePercentDefault = 20.0,
            HoverPowerW = 900.0,
            ClimbPowerW = 1100.0,
            CruisePowerW = 350.0,
            DescentPowerW = 600.0,
            ReferenceMassKg = 5.0,
            ReferenceDensityKgm3 = 1.225,
            InducedPowerMassExponent = 1.4,
            CruisePowerMassExponent = 0.7,
        },
    };

    /// <summary>What its file says: powers that are guessed.</summary>
    public static Vehicle Guess { get; } = Truth with
    {
        CalibrationStatus = CalibrationStatus.PlaceholderValues,
        Energy = Truth.Energy with
        {
            HoverPowerW = 700.0,
            ClimbPowerW = 700.0,
            CruisePowerW = 500.0,
            DescentPowerW = 500.0,
            InducedPowerMassExponent = 1.5,
            CruisePowerMassExponent = 0.5,
        },
    };

    public FlightTrace Fly()
    {
        var noise = new Noise(Seed);
        double flightFactor = 1.0 + (FlightNoise * noise.Normal());
        ImmutableArray<TraceRecord>.Builder records = ImmutableArray.CreateBuilder<TraceRecord>();
        double altitudeM = GroundM;
        foreach ((double seconds, double rateMps, double trackDeg, EnergyParameter? power) in Plan())
        {
            for (int i = 0; i < seconds; i++)
            {
                double powerW = power is { } source
                    ? PowerW(source, altitudeM) * flightFactor * (1.0 + (RecordNoise * noise.Normal()))
                    : GroundPowerW;
                if (power is not null && noise.Uniform() < OutlierShare)
                    powerW *= 3.0;
                bool moves = trackDeg >= 0.0;
                records.Add(new TraceRecord
                {
                    TimeS = records.Count,
                    LatitudeDeg = 47.0,
                    LongitudeDeg = 8.0,
                    AltitudeAmslM = altitudeM,
                    GroundspeedMps = moves ? GroundspeedMps(trackDeg) : 0.2,
                    TrackDeg = moves ? trackDeg : 0.0,
                    BatteryVoltageV = VoltageV,
                    BatteryCurrentA = CurrentSign * powerW / VoltageV,
                    FlightMode = "AUTO",
                    WindEastMps = LogsWind ? WindEastMps : null,
                    WindNorthMps = LogsWind ? WindNorthMps : null,
                });
                altitudeM += rateMps;
            }
        }

        return new FlightTrace
        {
            TraceId = TraceId,
            Provenance = new TraceProvenance
            {
                SourceFormat = "px4_ulog",
                RawLogSha256 = Seed.ToString("x64", null),
                RawLogFilename = "log.ulg",
                ToolVersion = "test",
            },
            Mission = VehicleSha256 is null ? null : new MissionReference("m.yaml", null, "v.yaml", VehicleSha256),
            Records = records.ToImmutable(),
        };
    }

    private IEnumerable<(double Seconds, double RateMps, double TrackDeg, EnergyParameter? Power)> Plan()
    {
        double hoverS = Hovers ? 60.0 : 0.0;
        yield return (20, 0.0, -1.0, null);
        yield return (60, 2.5, -1.0, EnergyParameter.ClimbPowerW);
        yield return (hoverS, 0.0, -1.0, EnergyParameter.HoverPowerW);
        yield return (200, 0.0, 90.0, EnergyParameter.CruisePowerW);
        yield return (60, 2.5, 60.0, EnergyParameter.ClimbPowerW);
        yield return (120, 0.0, 200.0, EnergyParameter.CruisePowerW);
        yield return (75, -2.0, 240.0, EnergyParameter.DescentPowerW);
        yield return (200, 0.0, 270.0, EnergyParameter.CruisePowerW);
        yield return (hoverS, 0.0, -1.0, EnergyParameter.HoverPowerW);
        yield return (75, -2.0, -1.0, EnergyParameter.DescentPowerW);
        yield return (20, 0.0, -1.0, null);
    }

    private double PowerW(EnergyParameter source, double altitudeM)
    {
        VehicleEnergy energy = Truth.Energy;
        double ratio = energy.ReferenceDensityKgm3!.Value / StandardAtmosphere.DensityKgPerM3(altitudeM);
        double mass = MassKg / energy.ReferenceMassKg!.Value;
        if (source == EnergyParameter.CruisePowerW)
            return energy.CruisePowerW * Math.Pow(mass, energy.CruisePowerMassExponent) * Math.Max(ratio, 1.0 / ratio);
        double baseW = source switch
        {
            EnergyParameter.HoverPowerW => energy.HoverPowerW!.Value,
            EnergyParameter.ClimbPowerW => energy.ClimbPowerW!.Value,
            _ => energy.DescentPowerW!.Value,
        };
        return baseW * Math.Pow(mass, energy.InducedPowerMassExponent) * Math.Pow(ratio, DensityExponent);
    }

    private double GroundspeedMps(double trackDeg)
    {
        double track = double.DegreesToRadians(trackDeg);
        double tailMps = (WindEastMps * Math.Sin(track)) + (WindNorthMps * Math.Cos(track));
        double acrossSquared = (WindEastMps * WindEastMps) + (WindNorthMps * WindNorthMps) - (tailMps * tailMps);
        return tailMps + Math.Sqrt(256.0 - acrossSquared);
    }
}
