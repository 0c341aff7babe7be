using System.Collections.Immutable;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Calibration;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Missions;
using BvlosSim.Documents.Vehicles;
using BvlosSim.Missions;
using BvlosSim.Vehicles;

namespace BvlosSim.Documents.Tests.Binding;

/// <summary>What binding a tree gives.</summary>
internal static class Outcome
{
    public static Mission BindMission(DocumentNode root) => Sound(MissionReader.Bind(Tree.Document(root))).Mission;

    public static Vehicle BindVehicle(DocumentNode root) => Sound(VehicleReader.Bind(Tree.Document(root))).Vehicle;

    public static CalibrationProfile BindCalibration(DocumentNode root) => Sound(CalibrationReader.Bind(Tree.Document(root))).Profile;

    public static LoadError MissionError(DocumentNode root) => Refused(MissionReader.Bind(Tree.Document(root)));

    public static LoadError VehicleError(DocumentNode root) => Refused(VehicleReader.Bind(Tree.Document(root)));

    public static LoadError CalibrationError(DocumentNode root) => Refused(CalibrationReader.Bind(Tree.Document(root)));

    /// <summary>The problems of a tree, as <c>path type</c> each; none when it is valid.</summary>
    public static IReadOnlyList<string> Problems(DocumentContract contract, DocumentNode root) => [.. Errors(contract, root).Select(Short)];

    public static ImmutableArray<Problem> Errors(DocumentContract contract, DocumentNode root)
    {
        LoadedDocument document = Tree.Document(root);
        LoadError? error = contract.InputName switch
        {
            "mission" => MissionReader.Bind(document).Error,
            "vehicle" => VehicleReader.Bind(document).Error,
            _ => CalibrationReader.Bind(document).Error,
        };
        return error is null ? [] : error.Problems;
    }

    public static string Short(Problem problem) => $"{problem.Path ?? "(root)"} {problem.Type}";

    public static T Sound<T>(LoadResult<T> result)
        where T : class
    {
        Assert.True(result.Error is null, result.Error?.Message);
        return result.Value!;
    }

    public static LoadError Refused<T>(LoadResult<T> result)
        where T : class
    {
        Assert.Null(result.Value);
        LoadError error = result.Error!;
        Assert.Equal(LoadStage.SchemaValidation, error.Stage);
        Assert.All(error.Problems, p => Assert.True(p.Line > 0 && p.Column > 0 && p.Message.Length > 20, p.ToString()));
        return error;
    }

    /// <summary>Asserts that a tree has exactly one problem.</summary>
    public static Problem One(LoadError error, string? path, string type)
    {
        Assert.Equal([$"{path ?? "(root)"} {type}"], error.Problems.Select(Short));
        return error.Problems[0];
    }
}
