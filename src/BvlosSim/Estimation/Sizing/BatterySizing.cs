using System.Globalization;

namespace BvlosSim.Estimation.Sizing;

/// <summary>Sizes the battery of a vehicle for a mission, with the battery's own weight taken into account.</summary>
public static class BatterySizing
{
    private const double MaxCapacities = 1_000_000.0;

    /// <summary>Sizes the battery. A pure function of its input.</summary>
    /// <param name="input">Mission, vehicle and assets. The vehicle's operating mass is ignored.</param>
    /// <param name="size">The size; null when there is none.</param>
    /// <param name="cancellation">Ends a long search.</param>
    /// <returns>Why there is none, or null.</returns>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static SizingRefusal? Size(EstimationInput input, out BatterySize? size, CancellationToken cancellation = default)
    {
        size = null;
        SizingRefusal? refusal = SizedVehicle.Create(input.Vehicle, out SizedVehicle? vehicle);
        if (refusal is not null)
            return refusal;
        var probe = new CapacityProbe(input, vehicle!, cancellation);
        if (probe.At(vehicle!.CapacityWh) is not { } current)
            return probe.Refusal;

        refusal = CheckRange(vehicle);
        if (refusal is not null)
            return refusal;
        var search = new BatterySearch(probe, new CapacityScale(vehicle.LeastWh, vehicle.GreatestWh), input);
        if (!search.Find(out double minimumWh, out double maximumWh))
            return probe.Refusal ?? new("No battery that the maximum take-off mass allows is enough for the mission.");
        if (probe.At(minimumWh) is not { IsFeasible: true } least)
            return probe.Refusal ?? new("The least capacity of the search is not enough for the mission.");
        size = new BatterySize
        {
            CurrentCapacityWh = vehicle.CapacityWh,
            Current = current.Energy,
            IsCurrentFeasible = current.IsFeasible,
            MinimumCapacityWh = minimumWh,
            AtMinimum = least.Energy,
            MaximumFeasibleCapacityWh = maximumWh,
            MaximumCapacityAtTakeoffMassWh = vehicle.GreatestWh,
        };
        return null;
    }

    private static SizingRefusal? CheckRange(SizedVehicle vehicle)
    {
        if (!(vehicle.GreatestWh >= vehicle.LeastWh))
            return new("The maximum take-off mass leaves no room for a battery.");
        double count = new CapacityScale(vehicle.LeastWh, vehicle.GreatestWh).StepCount + 1.0;
        return count <= MaxCapacities
            ? null
            : new(string.Create(
                CultureInfo.InvariantCulture,
                $"The maximum take-off mass allows a battery of {vehicle.GreatestWh} Wh, more than the {MaxCapacities} Wh that are searched."));
    }
}
