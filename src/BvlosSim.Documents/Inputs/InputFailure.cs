using System.Collections.Immutable;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Documents.Environment;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Inputs;

/// <summary>
/// Why the inputs of an estimate did not load: the refusal of a document or a grid, or the refusal of a vector asset, which the contract
/// reports in another shape.
/// </summary>
public sealed record InputFailure
{
    private readonly LoadError? _error;

    /// <summary>The refusal of a document or a grid.</summary>
    /// <param name="error">The refusal.</param>
    /// <param name="loaded">The files that the error envelope lists besides the refused one: mission and vehicle, once loaded.</param>
    public InputFailure(LoadError error, ImmutableArray<InputDocument> loaded)
    {
        _error = error;
        Loaded = loaded;
    }

    /// <summary>The refusal of a vector asset.</summary>
    /// <param name="error">The refusal.</param>
    /// <param name="missionId">Identifier of the mission.</param>
    /// <param name="loaded">The files that the error envelope lists besides the refused one: mission, vehicle and the assets before it.</param>
    public InputFailure(VectorLoadError error, string missionId, ImmutableArray<InputDocument> loaded)
    {
        VectorError = error;
        MissionId = missionId;
        Loaded = loaded;
    }

    /// <summary>The refusal of a document or a grid; only when <see cref="VectorError"/> is null.</summary>
    /// <exception cref="InvalidOperationException">A vector asset was refused.</exception>
    public LoadError Error => _error ?? throw new InvalidOperationException("A vector asset was refused, not a document.");

    /// <summary>The refusal of a vector asset; null when a document or a grid was refused.</summary>
    public VectorLoadError? VectorError { get; }

    /// <summary>Identifier of the mission of a refused vector asset; null otherwise.</summary>
    public string? MissionId { get; }

    /// <summary>The files that the error envelope lists besides the refused one.</summary>
    public ImmutableArray<InputDocument> Loaded { get; }

    /// <summary>The envelope of the run that ended here.</summary>
    /// <param name="toolVersion">Version of the program.</param>
    public EstimatorEnvelope ToEnvelope(string toolVersion) => VectorError is { } vector
        ? EstimatorEnvelope.Of(toolVersion, MissionId, vector, Loaded)
        : EstimatorEnvelope.Of(toolVersion, Error, Loaded);
}
