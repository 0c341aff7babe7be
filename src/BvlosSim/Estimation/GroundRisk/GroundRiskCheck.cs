using System.Collections.Immutable;
using BvlosSim.Environment.Population;
using BvlosSim.Estimation.Checks;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Sampling;
using BvlosSim.Geodesy;
using BvlosSim.Missions;
using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation.GroundRisk;

/// <summary>The ground risk of a leg.</summary>
/// <param name="Leg">The leg.</param>
/// <param name="MaxDensityPplKm2">Greatest density within the buffer, people per km².</param>
/// <param name="Class">Intrinsic ground risk class.</param>
public sealed record LegGroundRisk(Leg Leg, double MaxDensityPplKm2, int Class);

/// <summary>The intrinsic ground risk of a flight (SORA 2.5), before any mitigation.</summary>
public sealed record GroundRiskResult
{
    /// <summary>Characteristic dimension in metres; null only for light aircraft.</summary>
    public double? CharacteristicDimensionM { get; init; }

    /// <summary>Mass in kg.</summary>
    public required double AircraftMassKg { get; init; }

    /// <summary>Greatest speed in m/s.</summary>
    public required double MaxSpeedMps { get; init; }

    /// <summary>1-based column of the table; null for light aircraft.</summary>
    public int? AircraftColumn { get; init; }

    /// <summary>Class over controlled ground, for reference.</summary>
    public required int ControlledGroundClass { get; init; }

    /// <summary>Declared buffer around the path in metres; 0 = the centre line only.</summary>
    public required double BufferM { get; init; }

    /// <summary>What the spacing of the samples adds to the buffer, metres.</summary>
    public required double NumericalDilationM { get; init; }

    /// <summary>The legs.</summary>
    public required ImmutableArray<LegGroundRisk> Legs { get; init; }

    /// <summary>Class of the mission: the greatest of its legs.</summary>
    public int MissionClass => Legs.Max(l => l.Class);
}

/// <summary>Evaluates the intrinsic ground risk over a population grid.</summary>
internal sealed class GroundRiskCheck
{
    private readonly PopulationGrid _population;
    private readonly double _bufferM;
    private readonly int? _column;
    private double _dilationM;

    private GroundRiskCheck(PopulationGrid population, double bufferM, int? column)
    {
        _population = population;
        _bufferM = bufferM;
        _column = column;
    }

    /// <summary>Whether the aircraft's dimension is missing and it is not light: then the check cannot run.</summary>
    public static bool DimensionIsMissing(Vehicle vehicle) =>
        vehicle.CharacteristicDimensionM is null && !GroundRiskTable.IsLight(MassOf(vehicle), vehicle.Performance.MaxSpeedMps);

    /// <summary>Evaluates the ground risk.</summary>
    public static CheckOutcome<GroundRiskResult> Evaluate(
        Mission mission, Vehicle vehicle, PopulationGrid population, FlownPath path, CancellationToken cancellation)
    {
        double speedMps = vehicle.Performance.MaxSpeedMps;
        bool light = GroundRiskTable.IsLight(MassOf(vehicle), speedMps);
        int? column = light ? null : GroundRiskTable.Column(vehicle.CharacteristicDimensionM!.Value, speedMps);
        if (!light && column is null)
            return Failed(Unsupported(FailureKind.InvalidInput, FlightPlace.Mission, ScalarMap.Empty));
        MissionFailure? failure = path.Sample(out ImmutableArray<ImmutableArray<RouteSample>> samples, population.SamplingIntervalM);
        if (failure is not null)
            return Failed(failure);

        double bufferM = mission.Sora?.GroundRiskFootprint is { } footprint
            ? footprint.OperationalVolumeMarginM + footprint.GroundRiskBufferM
            : 0.0;
        var check = new GroundRiskCheck(population, bufferM, column);
        failure = check.EvaluateLegs(path.Legs, samples, out ImmutableArray<LegGroundRisk> legs, cancellation);
        if (failure is not null)
            return Failed(failure);
        return new CheckOutcome<GroundRiskResult>(
            new GroundRiskResult
            {
                CharacteristicDimensionM = vehicle.CharacteristicDimensionM,
                AircraftMassKg = MassOf(vehicle),
                MaxSpeedMps = speedMps,
                AircraftColumn = column,
                ControlledGroundClass = GroundRiskTable.ControlledGroundClass(column),
                BufferM = bufferM,
                NumericalDilationM = check._dilationM,
                Legs = legs,
            },
            null);
    }

    private MissionFailure? EvaluateLegs(
        ImmutableArray<Leg> legs, ImmutableArray<ImmutableArray<RouteSample>> samples, out ImmutableArray<LegGroundRisk> risks, CancellationToken cancellation)
    {
        risks = [];
        ImmutableArray<LegGroundRisk>.Builder builder = ImmutableArray.CreateBuilder<LegGroundRisk>(legs.Length);
        for (int i = 0; i < legs.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            MissionFailure? failure = GreatestDensity(legs[i], samples[i], out double density);
            if (failure is not null)
                return failure;
            int? risk = _column is { } column ? GroundRiskTable.Class(column, density) : 1;
            if (risk is not { } known)
                return Unsupported(FailureKind.Unsupported, legs[i].Place, ScalarMap.Of(("max_density_ppl_km2", density)));
            builder.Add(new LegGroundRisk(legs[i], density, known));
        }

        risks = builder.DrainToImmutable();
        return null;
    }

    private MissionFailure? GreatestDensity(Leg leg, ImmutableArray<RouteSample> samples, out double greatest)
    {
        greatest = double.NegativeInfinity;
        double gapBeforeM = 0.0;
        for (int i = 0; i < samples.Length; i++)
        {
            RouteSample sample = samples[i];
            double gapAfterM = i + 1 < samples.Length ? Distance(sample, samples[i + 1]) : 0.0;
            double radiusM = _bufferM + (0.5 * Math.Max(gapBeforeM, gapAfterM));
            gapBeforeM = gapAfterM;
            _dilationM = Math.Max(_dilationM, radiusM - _bufferM);
            if (_population.GreatestDensityWithin(sample.LatDeg, sample.LonDeg, radiusM) is not { } density)
                return NotCovered(leg, sample);
            greatest = Math.Max(greatest, density);
        }

        return null;
    }

    private static double Distance(in RouteSample a, in RouteSample b) => Geodesic.Inverse(a.LatDeg, a.LonDeg, b.LatDeg, b.LonDeg).DistanceM;

    private static double MassOf(Vehicle vehicle) => vehicle.Mass.OperatingMassKg ?? vehicle.Mass.MaxTakeoffKg;

    private static CheckOutcome<GroundRiskResult> Failed(MissionFailure failure) => new(null, failure);

    private static MissionFailure NotCovered(Leg leg, in RouteSample sample) => new(
        FailureKind.InvalidInput,
        FailureCode.PopulationCoverageMissing,
        "The population grid does not cover the route and its buffer.",
        leg.Place,
        ScalarMap.Of(("sample_lat", sample.LatDeg), ("sample_lon", sample.LonDeg)));

    private static MissionFailure Unsupported(FailureKind kind, FlightPlace place, ScalarMap context) => new(
        kind,
        FailureCode.SoraInputUnsupported,
        "The ground-risk table of SORA 2.5 has no entry for this aircraft and density.",
        place,
        context);
}
