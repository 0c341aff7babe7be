using BvlosSim.Estimation.Energy;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation.Sizing;

/// <summary>What an estimate says of a capacity.</summary>
/// <param name="CapacityWh">The capacity.</param>
/// <param name="IsFeasible">Whether it is enough.</param>
/// <param name="Energy">The energy of the mission with it.</param>
internal sealed record CapacityEstimate(double CapacityWh, bool IsFeasible, EnergyResult Energy);

/// <summary>Estimates a mission with batteries of any capacity.</summary>
internal sealed class CapacityProbe
{
    private readonly EstimationInput _input;
    private readonly SizedVehicle _vehicle;
    private readonly CancellationToken _cancellation;
    private CapacityEstimate? _current;

    /// <summary>Prepares the estimates.</summary>
    public CapacityProbe(EstimationInput input, SizedVehicle vehicle, CancellationToken cancellation)
    {
        _input = input;
        _vehicle = vehicle;
        _cancellation = cancellation;
    }

    /// <summary>Why the last estimate was refused; null = none was.</summary>
    public SizingRefusal? Refusal { get; private set; }

    /// <summary>Number of estimates made.</summary>
    public int Count { get; private set; }

    /// <summary>Estimates a capacity. The outcome of the vehicle's own is kept.</summary>
    /// <returns>Null when the capacity or the mission is refused: <see cref="Refusal"/>.</returns>
    public CapacityEstimate? At(double capacityWh)
    {
        if (capacityWh != _vehicle.CapacityWh)
            return Estimate(capacityWh);
        return _current ??= Estimate(capacityWh);
    }

    private CapacityEstimate? Estimate(double capacityWh)
    {
        _cancellation.ThrowIfCancellationRequested();
        Refusal = _vehicle.With(capacityWh, out Vehicle vehicle);
        if (Refusal is not null)
            return null;
        Count++;
        EstimateResult result = MissionEstimator.Estimate(_input with { Vehicle = vehicle }, _cancellation);
        if (result.Failure is { } failure && !IsOfBattery(failure.Code))
        {
            Refusal = new($"{FailureTokens.Codes.NameOf(failure.Code)}: {failure.Message} No battery helps against that.", failure);
            return null;
        }

        return new CapacityEstimate(capacityWh, result.Failure is null, result.Energy!);
    }

    private static bool IsOfBattery(FailureCode code) =>
        code is FailureCode.InsufficientEnergy
            or FailureCode.ReserveBelowThreshold
            or FailureCode.RthReserveBelowThreshold
            or FailureCode.LandingZoneReachableButBelowReserve;
}
