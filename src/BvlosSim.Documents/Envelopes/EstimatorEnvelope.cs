using System.Collections.Immutable;
using BvlosSim.Documents.Environment;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Terrain;
using BvlosSim.Estimation;
using BvlosSim.Readiness;
using BvlosSim.Values;

namespace BvlosSim.Documents.Envelopes;

/// <summary>An input of a run, for provenance.</summary>
/// <param name="Name">Contract name: <c>mission</c>, <c>vehicle</c>, <c>terrain</c> …</param>
/// <param name="Identity">Format and hash.</param>
public sealed record InputDocument(string Name, DocumentIdentity Identity);

/// <summary>
/// The outcome of an estimate as a document: <c>estimator-envelope.v10</c>. Every format is rendered from it, so that
/// the verdict cannot depend on the format.
/// </summary>
public sealed record EstimatorEnvelope
{
    /// <summary>Version of the program.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>What the mission is called in reports; <c>mission</c> when it did not load.</summary>
    public string Subject { get; init; } = "mission";

    /// <summary>Warnings and the failure, in order.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>How far the numbers hold.</summary>
    public required ResultValidity Validity { get; init; }

    /// <summary>The inputs that were read.</summary>
    public required ImmutableArray<InputDocument> Inputs { get; init; }

    /// <summary>The verdict.</summary>
    public required OperationalReadiness Readiness { get; init; }

    /// <summary>The result; null when the run ended before there was one.</summary>
    public EstimateResult? Result { get; init; }

    /// <summary>Terrain of the run, for reports that show it; null = none.</summary>
    public TerrainProvider? Terrain { get; init; }

    /// <summary>Contract token of the status.</summary>
    public EstimateStatus Status => Result?.Status ?? EstimateStatus.Error;

    /// <summary>The envelope of a run with a result.</summary>
    /// <param name="toolVersion">Version of the program.</param>
    /// <param name="input">What was estimated.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="inputs">The inputs that were read.</param>
    public static EstimatorEnvelope Of(
        string toolVersion, EstimationInput input, EstimateResult result, ImmutableArray<InputDocument> inputs)
    {
        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (MissionWarning warning in result.Warnings)
            diagnostics.Add(Diagnostic.Of(warning));
        if (result.Failure is { } failure)
            diagnostics.Add(Diagnostic.Of(failure));
        return new EstimatorEnvelope
        {
            ToolVersion = toolVersion,
            Subject = input.Mission.MissionId,
            Diagnostics = diagnostics.ToImmutable(),
            Validity = ResultValidity.Of(result),
            Inputs = inputs,
            Readiness = OperationalReadiness.Judge(result, input.Mission.Constraints.AcceptedWarningCodes),
            Result = result,
            Terrain = input.Terrain,
        };
    }

    /// <summary>The envelope of a run whose input was refused.</summary>
    /// <param name="toolVersion">Version of the program.</param>
    /// <param name="error">Why.</param>
    /// <param name="loaded">The inputs to list besides the refused one.</param>
    public static EstimatorEnvelope Of(string toolVersion, LoadError error, ImmutableArray<InputDocument> loaded)
    {
        ImmutableArray<InputDocument> inputs = error.Identity is { } identity ? loaded.Add(new(error.InputName, identity)) : loaded;
        return WithoutResult(toolVersion, "invalid_input", "INPUT_LOAD_ERROR", error.Message, error.Context, inputs);
    }

    /// <summary>
    /// The envelope of a run whose geofences, landing zones or obstacles were refused: the failure of a mission of which nothing was flown.
    /// </summary>
    /// <param name="toolVersion">Version of the program.</param>
    /// <param name="missionId">Identifier of the mission; null = not known.</param>
    /// <param name="error">Why.</param>
    /// <param name="loaded">The inputs to list besides the refused one.</param>
    public static EstimatorEnvelope Of(
        string toolVersion, string? missionId, VectorLoadError error, ImmutableArray<InputDocument> loaded)
    {
        MissionFailure failure = error.ToFailure();
        var result = new EstimateResult { Failure = failure };
        var envelope = new EstimatorEnvelope
        {
            ToolVersion = toolVersion,
            Diagnostics = [Diagnostic.Of(failure)],
            Validity = ResultValidity.Of(result),
            Inputs = error.Identity is { } identity ? loaded.Add(new(error.InputName, identity)) : loaded,
            Readiness = OperationalReadiness.Judge(result, []),
            Result = result,
        };
        return missionId is null ? envelope : envelope with { Subject = missionId };
    }

    /// <summary>The envelope of a run that met a bug, or whose output could not be written.</summary>
    /// <param name="toolVersion">Version of the program.</param>
    /// <param name="errorType">A token for the kind of error.</param>
    /// <param name="message">Text for a person.</param>
    /// <param name="inputs">The inputs known to be read.</param>
    public static EstimatorEnvelope OfInternalError(
        string toolVersion, string errorType, string message, ImmutableArray<InputDocument> inputs) =>
        WithoutResult(toolVersion, "internal_error", "INTERNAL_ERROR", message, ScalarMap.Of(("error_type", errorType)), inputs);

    private static EstimatorEnvelope WithoutResult(
        string toolVersion, string kind, string code, string message, ScalarMap context, ImmutableArray<InputDocument> inputs) =>
        new()
        {
            ToolVersion = toolVersion,
            Diagnostics = [new Diagnostic(IsError: true, kind, code, message, FlightPlace.Mission, context)],
            Validity = ResultValidity.WithoutResult,
            Inputs = inputs,
            Readiness = OperationalReadiness.WithoutResult,
        };
}
