using System.Collections.Immutable;
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
    /// <summary>Applies a profile.</summary>
    /// <param name="calibration">The profile. Without parameters the vehicle is unchanged.</param>
    /// <param name="vehicle">The vehicle, whose identity the result keeps.</param>
    /// <returns>The calibrated vehicle, or why the profile does not suit it.</returns>
    public static LoadResult<BoundVehicle> Apply(BoundCalibration calibration, BoundVehicle vehicle)
    {
        if (!string.Equals(calibration.Profile.BaseVehicleId, vehicle.Vehicle.VehicleId, StringComparison.Ordinal))
            return OtherVehicle(calibration, vehicle.Vehicle);
        if (calibration.Profile.Parameters.IsEmpty)
            return vehicle;

        DocumentNode calibrated = WithFittedValues(vehicle.Document.Root, calibration);
        LoadResult<Vehicle> bound = VehicleContract.Contract.Bind(calibrated, calibration.Document, CalibrationContract.Contract.InputName);
        return bound.Error is { } error ? error : new BoundVehicle(bound.Value!, vehicle.Document with { Root = calibrated });
    }

    private static DocumentNode WithFittedValues(DocumentNode vehicle, BoundCalibration calibration)
    {
        DocumentNode parameters = calibration.Document.Root.Find(CalibrationContract.ParametersKey)!;
        DocumentNode performance = vehicle.Find(VehicleContract.PerformanceKey)!;
        ImmutableArray<DocumentMember> members = performance.Members;
        for (int i = 0; i < calibration.Profile.Parameters.Length; i++)
        {
            FittedParameter fitted = calibration.Profile.Parameters[i];
            DocumentNode written = parameters.Items[i].Find(FittedParameterContract.ValueKey)!;
            string key = CalibrationTokens.Parameters.NameOf(fitted.Parameter);
            members = With(members, key, DocumentNode.FromFloat(fitted.FittedValue, written.Line, written.Column));
        }

        string status = VehicleTokens.CalibrationStatuses.NameOf(CalibrationStatus.LogCalibrated);
        members = With(
            vehicle.Members, VehicleContract.PerformanceKey, DocumentNode.FromMembers(members, parameters.Line, parameters.Column));
        members = With(members, VehicleContract.StatusKey, DocumentNode.FromString(status, parameters.Line, parameters.Column));
        return DocumentNode.FromMembers(members, parameters.Line, parameters.Column);
    }

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
