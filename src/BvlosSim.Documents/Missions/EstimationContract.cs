using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Environment.Wind;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Missions;

/// <summary>The keys of <c>estimation</c> and of its wind layers.</summary>
public static class EstimationContract
{
    private static readonly NumberField LayerAltitudeM = new("altitude_m", "m AMSL", "Lower edge of the layer.") { IsRequired = true };

    private static readonly NumberField LayerEast = new("wind_east_mps", "m/s", "Motion of the air towards east.") { DefaultValue = 0.0 };

    private static readonly NumberField LayerNorth = new("wind_north_mps", "m/s", "Motion of the air towards north.") { DefaultValue = 0.0 };

    /// <summary>A wind layer.</summary>
    public static ObjectContract<WindLayer> WindLayer { get; } = new(
        "wind layer",
        "Wind from an altitude upward to the next layer.",
        [LayerAltitudeM, LayerEast, LayerNorth],
        values => new WindLayer(values.Value(LayerAltitudeM), values.Value(LayerEast), values.Value(LayerNorth)));

    private static readonly NumberField East = new("wind_east_mps", "m/s", "Motion of the air towards east.") { DefaultValue = 0.0 };

    private static readonly NumberField North = new("wind_north_mps", "m/s", "Motion of the air towards north.") { DefaultValue = 0.0 };

    private static readonly ObjectListField<WindLayer> Layers = new("wind_layers", WindLayer, "Wind by altitude, in place of the scalar wind.");

    private static readonly NumberField MinGroundspeed =
        new("min_groundspeed_mps", "m/s", "Least acceptable ground speed; absent = 3. A run refuses 0 and less.");

    private static readonly NumberField MaxSegmentLength =
        new("max_segment_length_m", "m", "Longest piece of a leg that is integrated at once; absent = 500.") { Range = NumberRange.Positive };

    private static readonly TokenField<Fidelity> FidelityLevel =
        new("fidelity", FidelityTokens.Set, "How corners are flown.") { IsLiteral = true, DefaultValue = Fidelity.V1 };

    /// <summary>The object.</summary>
    public static ObjectContract<EstimationSettings> Contract { get; } = new(
        "estimation",
        "Settings of the estimation.",
        [East, North, Layers, MinGroundspeed, MaxSegmentLength, FidelityLevel],
        values => new EstimationSettings
        {
            WindEastMps = values.Value(East),
            WindNorthMps = values.Value(North),
            WindLayers = values.Optional(Layers),
            MinGroundspeedMps = values.Optional(MinGroundspeed),
            MaxSegmentLengthM = values.Optional(MaxSegmentLength),
            Fidelity = values.Value(FidelityLevel),
        });
}
