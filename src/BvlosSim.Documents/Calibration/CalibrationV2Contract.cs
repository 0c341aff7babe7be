using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Calibration;

/// <summary>The contract <c>calibration-profile.v2</c>: all of version 1, and the energy model.</summary>
public static class CalibrationV2Contract
{
    /// <summary>The version.</summary>
    public const string Version = "calibration-profile.v2";

    private static readonly WordField SchemaVersion =
        new(CalibrationContract.VersionKey, [Version], "Version of the contract.") { IsLiteral = true, IsRequired = true };

    private static readonly TextField CalibrationId = new("calibration_id", "Identifier.") { IsIdentifier = true, IsRequired = true };

    private static readonly TextField BaseVehicleId =
        new("base_vehicle_id", "`vehicle_id` of the vehicle that the values were fitted for.") { IsIdentifier = true, IsRequired = true };

    private static readonly ObjectField<CalibrationProvenance> Provenance =
        new("provenance", CalibrationV2Provenance.Contract, "What the profile was made of.") { IsRequired = true };

    private static readonly ObjectListField<FittedParameter> Parameters =
        new(CalibrationContract.ParametersKey, FittedParameterContract.Contract, "The fitted performance values; of a repeated one the last counts.")
        {
            IsEmptyByDefault = true,
        };

    private static readonly ObjectField<EnergyCalibration> Energy =
        new("energy", EnergyCalibrationContract.Contract, "The energy model; null = not fitted.");

    private static readonly ObjectField<HoldoutReport> Holdout =
        new("holdout", HoldoutContract.Contract, "The fit tried on flights it has not seen; null = not tried.");

    private static readonly TextListField Notes = new("notes", "Notes for people.") { IsEmptyByDefault = true };

    /// <summary>The contract.</summary>
    public static DocumentContract<CalibrationProfile> Contract { get; } = new(
        Version,
        CalibrationContract.Contract.InputName,
        new ObjectContract<CalibrationProfile>(
            "calibration profile",
            "Performance values and an energy model fitted to flight logs.",
            [SchemaVersion, CalibrationId, BaseVehicleId, Provenance, Parameters, Energy, Holdout, Notes],
            values => new CalibrationProfile
            {
                CalibrationId = values.Value(CalibrationId),
                BaseVehicleId = values.Value(BaseVehicleId),
                Provenance = values.Value(Provenance),
                Parameters = values.Value(Parameters),
                Energy = values.Optional(Energy),
                Holdout = values.Optional(Holdout),
                Notes = values.Value(Notes),
            }));

    /// <summary>The key of the energy model.</summary>
    internal static string EnergyKey => Energy.Name;
}
