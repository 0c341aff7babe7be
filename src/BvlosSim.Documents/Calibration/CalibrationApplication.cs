using System.Collections.Immutable;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Vehicles;
using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Calibration;

/// <summary>
/// Puts the fitted values of a calibration profile into a vehicle. The values are written into the vehicle's own
/// document tree at the place they were read from, and the whole is bound again: so every bound and rule of the
/// vehicle holds for the result, and a problem points into the profile.
/// </summary>
public static class CalibrationApplication
{
    /// <summary>
    /// Applies a profile. Only one that fitted every power the vehicle draws, each well enough to be relied on at the mass it has now
    /// (<see cref="EnergyCoverage.DoubtAbout"/>), changes where the vehicle says its numbers come from: the rest is as uncertain as before.
    /// </summary>
    /// <param name="calibration">The profile. Without fitted values the vehicle is unchanged.</param>
    /// <param name="vehicle">The vehicle, whose identity the result keeps.</param>
    /// <returns>The calibrated vehicle, or why the profile does not suit it.</returns>
    public static LoadResult<BoundVehicle> Apply(BoundCalibration calibration, BoundVehicle vehicle)
    {
        CalibrationProfile profile = calibration.Profile;
        if (!string.Equals(profile.BaseVehicleId, vehicle.Vehicle.VehicleId, StringComparison.Ordinal))
            return OtherVehicle(calibration, vehicle.Vehicle);
        if (profile.Parameters.IsEmpty && profile.Energy is not { Coefficients.IsEmpty: false })
            return vehicle;
        if (CalibrationFit.ProblemsOf(calibration, vehicle.Vehicle) is { IsEmpty: false } problems)
            return ContractRefusal.Of(problems, calibration.Document, CalibrationContract.Contract.InputName);

        DocumentNode calibrated = WithPerformance(vehicle.Document.Root, calibration, vehicle.Vehicle);
        calibrated = WithEnergy(calibrated, calibration, vehicle.Vehicle);
        if (EnergyCoverage.IsComplete(profile.Energy, vehicle.Vehicle))
            calibrated = WithStatus(calibrated, calibration);
        LoadResult<Vehicle> bound = VehicleContract.Contract.Bind(calibrated, calibration.Document, CalibrationContract.Contract.InputName);
        return bound.Error is { } error ? error : new BoundVehicle(bound.Value!, vehicle.Document with { Root = calibrated });
    }

    private static DocumentNode WithPerformance(DocumentNode vehicle, BoundCalibration calibration, Vehicle uncalibrated)
    {
        ImmutableArray<FittedParameter> fitted = calibration.Profile.Parameters;
        if (fitted.IsEmpty)
            return vehicle;
        DocumentNode list = calibration.Document.Root.Find(CalibrationContract.ParametersKey)!;
        ImmutableArray<DocumentMember> members = vehicle.Find(VehicleContract.PerformanceKey)!.Members;
        for (int i = 0; i < fitted.Length; i++)
        {
            if (calibration.IsSecondVersion && Raises(fitted[i], uncalibrated))
                continue;
            DocumentNode written = list.Items[i].Find(FittedParameterContract.ValueKey)!;
            string key = CalibrationTokens.Parameters.NameOf(fitted[i].Parameter);
            members = With(members, key, DocumentNode.FromFloat(fitted[i].FittedValue, written.Line, written.Column));
        }

        return WithMember(vehicle, VehicleContract.PerformanceKey, DocumentNode.FromMembers(members, list.Line, list.Column));
    }

    /// <summary>Whether a value would let the aircraft keep its station in more wind than the vehicle file does; flights are no licence for that.</summary>
    private static bool Raises(FittedParameter fitted, Vehicle vehicle) =>
        fitted.Parameter == CalibratedParameter.MaxStationKeepWindMps && fitted.FittedValue > vehicle.Performance.StationKeepWindMps;

    private static DocumentNode WithEnergy(DocumentNode vehicle, BoundCalibration calibration, Vehicle uncalibrated)
    {
        if (calibration.Profile.Energy is not { Coefficients: { IsEmpty: false } fitted } energy)
            return vehicle;
        DocumentNode block = calibration.Document.Root.Find(CalibrationV2Contract.EnergyKey)!;
        DocumentNode list = block.Find(EnergyCalibrationContract.CoefficientsKey)!;
        ImmutableArray<DocumentMember> members = vehicle.Find(VehicleContract.EnergyKey)!.Members;
        for (int i = 0; i < fitted.Length; i++)
        {
            if (EnergyCoverage.KeyOf(fitted[i].Parameter) is not { } key)
                continue;
            DocumentNode written = list.Items[i].Find(EnergyCoefficientContract.ValueKey)!;
            members = With(members, key, DocumentNode.FromFloat(fitted[i].FittedValue, written.Line, written.Column));
        }

        // The fitted powers hold at these conditions, and those of the vehicle file at others or at none: only with every power fitted do
        // the conditions go in. Else the file's stand (where it states any, the profile has the same), and the warning about them.
        bool isWhole = EnergyCoverage.HasEveryPower(energy, uncalibrated);
        if (isWhole && energy.ReferenceMassKg is { } massKg)
            members = With(members, VehicleEnergyContract.ReferenceMassKey, DocumentNode.FromFloat(massKg, block.Line, block.Column));
        if (isWhole && energy.ReferenceDensityKgm3 is { } densityKgm3)
            members = With(members, VehicleEnergyContract.ReferenceDensityKey, DocumentNode.FromFloat(densityKgm3, block.Line, block.Column));
        return WithMember(vehicle, VehicleContract.EnergyKey, DocumentNode.FromMembers(members, block.Line, block.Column));
    }

    private static DocumentNode WithStatus(DocumentNode vehicle, BoundCalibration calibration)
    {
        string status = VehicleTokens.CalibrationStatuses.NameOf(CalibrationStatus.LogCalibrated);
        DocumentNode block = calibration.Document.Root.Find(CalibrationV2Contract.EnergyKey)!;
        return WithMember(vehicle, VehicleContract.StatusKey, DocumentNode.FromString(status, block.Line, block.Column));
    }

    private static DocumentNode WithMember(DocumentNode vehicle, string key, DocumentNode value) =>
        DocumentNode.FromMembers(With(vehicle.Members, key, value), value.Line, value.Column);

    private static ImmutableArray<DocumentMember> With(ImmutableArray<DocumentMember> members, string key, DocumentNode value)
    {
        for (int i = 0; i < members.Length; i++)
        {
            if (members[i].Key.Kind == DocumentNodeKind.String && string.Equals(members[i].Key.Text, key, StringComparison.Ordinal))
                return members.SetItem(i, members[i] with { Value = value });
        }

        return members.Add(new DocumentMember(DocumentNode.FromString(key, value.Line, value.Column), value));
    }

    private static LoadError OtherVehicle(BoundCalibration calibration, Vehicle vehicle) => new()
    {
        InputName = CalibrationContract.Contract.InputName,
        Path = calibration.Document.Path,
        Stage = LoadStage.SchemaValidation,
        Identity = calibration.Document.Identity,
        Details = ScalarMap.Of(("base_vehicle_id", vehicle.VehicleId), ("calibration_vehicle_id", calibration.Profile.BaseVehicleId)),
        Message = $"The calibration profile was fitted for vehicle `{calibration.Profile.BaseVehicleId}`, not for `{vehicle.VehicleId}`:"
            + " pass the profile of this vehicle.",
    };
}
