using System.Collections.Immutable;
using BvlosSim.Estimation.Clearance;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Geofence;
using BvlosSim.Estimation.GroundRisk;
using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Estimation.Links;
using BvlosSim.Estimation.Resources;
using BvlosSim.Estimation.Weather;
using BvlosSim.Values;

namespace BvlosSim.Estimation;

/// <summary>How an estimate ended.</summary>
public enum EstimateStatus
{
    /// <summary>Every step of the estimate passed.</summary>
    Success,

    /// <summary>The aircraft cannot fly the mission within its limits.</summary>
    Infeasible,

    /// <summary>The inputs contradict themselves or ask for something unsupported.</summary>
    Error,
}

/// <summary>The contract tokens of <see cref="EstimateStatus"/>.</summary>
public static class EstimateStatusTokens
{
    /// <summary>Tokens of <see cref="EstimateStatus"/>.</summary>
    public static ClosedSet<EstimateStatus> Set { get; } = new(
        (EstimateStatus.Success, "success"),
        (EstimateStatus.Infeasible, "infeasible"),
        (EstimateStatus.Error, "error"));
}

/// <summary>Sums over the returned legs.</summary>
/// <param name="HorizontalDistanceM">Horizontal distances, metres; arcs count their chord.</param>
/// <param name="VerticalDistanceM">Changes of altitude, metres, up and down alike.</param>
/// <param name="PathDistanceM">Lengths flown, metres.</param>
/// <param name="TimeS">Durations, seconds.</param>
public readonly record struct FlightTotals(double HorizontalDistanceM, double VerticalDistanceM, double PathDistanceM, double TimeS)
{
    /// <summary>Whether all sums are finite; then so are all lengths and times of the legs, which are never negative.</summary>
    public bool AreFinite =>
        double.IsFinite(HorizontalDistanceM) && double.IsFinite(VerticalDistanceM) && double.IsFinite(PathDistanceM) && double.IsFinite(TimeS);

    /// <summary>Sums the legs of a flight.</summary>
    public static FlightTotals Of(ImmutableArray<Leg> legs)
    {
        double horizontal = 0.0;
        double vertical = 0.0;
        double path = 0.0;
        double time = 0.0;
        foreach (Leg leg in legs)
        {
            horizontal += leg.HorizontalDistanceM;
            vertical += Math.Abs(leg.VerticalDeltaM);
            path += leg.PathDistanceM;
            time += leg.TimeS;
        }

        return new FlightTotals(horizontal, vertical, path, time);
    }
}

/// <summary>What an estimate found. Blocks of steps that were not reached are null.</summary>
public sealed record EstimateResult
{
    /// <summary>The flown legs.</summary>
    public ImmutableArray<Leg> Legs { get; init; } = [];

    /// <summary>Sums over <see cref="Legs"/>.</summary>
    public FlightTotals Totals { get; init; }

    /// <summary>True when the flight ended early, so that the totals are those of its beginning.</summary>
    public bool TotalsArePartial { get; init; }

    /// <summary>Energy; null when it could not be computed.</summary>
    public EnergyResult? Energy { get; init; }

    /// <summary>Energy resources; null when the vehicle declares none, or the step was not reached.</summary>
    public ResourceResult? Resource { get; init; }

    /// <summary>Command-and-control links; null when the mission declares none, or the step was not reached.</summary>
    public LinkResult? Link { get; init; }

    /// <summary>Geofences; null when the mission has no geofence file, or the step was not reached.</summary>
    public GeofenceResult? Geofence { get; init; }

    /// <summary>Landing zones; null when the mission has no landing-zone file, or the step was not reached.</summary>
    public LandingZoneResult? LandingZone { get; init; }

    /// <summary>Clearance from obstacles and terrain; null when neither is asked for, or the step was not reached.</summary>
    public ClearanceResult? Obstacle { get; init; }

    /// <summary>Weather limits; null when none is set, or the step was not reached.</summary>
    public WeatherResult? Weather { get; init; }

    /// <summary>Intrinsic ground risk; null without a population grid, or when the step was not reached.</summary>
    public GroundRiskResult? GroundRisk { get; init; }

    /// <summary>Warnings in order of emission.</summary>
    public ImmutableArray<MissionWarning> Warnings { get; init; } = [];

    /// <summary>Why the estimate did not succeed; null on success.</summary>
    public MissionFailure? Failure { get; init; }

    /// <summary>Facts about the run itself.</summary>
    public ScalarMap Metadata { get; init; } = ScalarMap.Empty;

    /// <summary>How the estimate ended.</summary>
    public EstimateStatus Status => Failure?.Kind switch
    {
        null => EstimateStatus.Success,
        FailureKind.Infeasible => EstimateStatus.Infeasible,
        _ => EstimateStatus.Error,
    };

    /// <summary>Whether a return home is possible from the end of every leg; null when that was not evaluated.</summary>
    public bool? RthIsFeasible => Resource is { } resource ? Energy is null ? null : resource.RthIsFeasible : Energy?.RthIsFeasible;
}
