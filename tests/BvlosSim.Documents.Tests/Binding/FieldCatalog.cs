using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Documents.Calibration;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Missions;
using BvlosSim.Documents.Vehicles;

namespace BvlosSim.Documents.Tests.Binding;

/// <summary>Every field of every contract with its path in a document that uses all keys.</summary>
internal static class FieldCatalog
{
    public static IReadOnlyList<DocumentContract> Contracts { get; } = [MissionContract.Contract, VehicleContract.Contract, CalibrationContract.Contract];

    public static IEnumerable<(DocumentContract Contract, string Path, Field Field)> All =>
        from contract in Contracts
        from place in contract.Places
        from one in place.Contract.Fields
        select (contract, PathOf(place.Path, one), one);

    public static DocumentContract Contract(string inputName) => Contracts.Single(c => c.InputName == inputName);

    public static Field Field(string inputName, string path) => All.Single(f => f.Contract.InputName == inputName && f.Path == path).Field;

    public static DocumentNode Sample(string inputName) => inputName switch
    {
        "mission" => Samples.FullMission,
        "vehicle" => Samples.FullVehicle,
        _ => Samples.FullCalibration,
    };

    public static TheoryData<string, string> Where(Func<Field, bool> wanted)
    {
        var data = new TheoryData<string, string>();
        foreach ((DocumentContract contract, string path, Field field) in All)
        {
            if (wanted(field))
                data.Add(contract.InputName, path);
        }

        return data;
    }

    private static string PathOf(string place, Field field) =>
        place.Length == 0 ? field.Name : $"{place.Replace("[]", ".0", StringComparison.Ordinal)}.{field.Name}";
}
