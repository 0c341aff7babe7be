using BvlosSim.Environment.Terrain;
using BvlosSim.Environment.Wind;
using BvlosSim.Estimation;
using BvlosSim.Missions;
using BvlosSim.Vehicles;

namespace BvlosSim.Tests;

/// <summary>Shorthands for running estimates.</summary>
internal static class Estimates
{
    public static EstimateResult Run(
        Mission mission, Vehicle vehicle, WindProvider? wind = null, EstimationOptions? options = null, TerrainProvider? terrain = null) =>
        MissionEstimator.Estimate(new EstimationInput
        {
            Mission = mission,
            Vehicle = vehicle,
            Wind = wind,
            Options = options,
            Terrain = terrain,
        });

    /// <summary>Runs an estimate that must succeed.</summary>
    public static EstimateResult Success(
        Mission mission, Vehicle vehicle, WindProvider? wind = null, EstimationOptions? options = null, TerrainProvider? terrain = null)
    {
        EstimateResult result = Run(mission, vehicle, wind, options, terrain);
        Assert.Null(result.Failure);
        Assert.Equal(EstimateStatus.Success, result.Status);
        Assert.False(result.TotalsArePartial);
        return result;
    }

    /// <summary>The settings of a run that can start.</summary>
    public static FlightSettings Settings(Mission mission, Vehicle vehicle, WindProvider? wind = null, EstimationOptions? options = null)
    {
        Assert.Null(FlightSettings.Resolve(mission, vehicle, options, wind, out FlightSettings? settings));
        return settings!;
    }

    /// <summary>A calm wind until a moment, then a constant one.</summary>
    public static TimeVaryingWind CalmUntil(double timeS, double eastMps, double northMps) =>
        new(ConstantWind.Calm, [new WindChange(timeS, Constant(eastMps, northMps))]);

    public static ConstantWind Constant(double eastMps, double northMps) => new(new WindVector(eastMps, northMps));
}

/// <summary>A wind given by a formula.</summary>
internal sealed class FormulaWind(Func<double, double, double, double, WindVector> formula) : WindProvider
{
    public override WindVector At(double latDeg, double lonDeg, double altitudeAmslM, double elapsedS) =>
        formula(latDeg, lonDeg, altitudeAmslM, elapsedS);

    /// <summary>A wind that depends on time alone.</summary>
    public static FormulaWind OfTime(Func<double, WindVector> formula) => new((_, _, _, timeS) => formula(timeS));
}
