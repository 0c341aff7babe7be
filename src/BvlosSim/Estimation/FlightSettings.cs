using BvlosSim.Environment.Wind;
using BvlosSim.Missions;
using BvlosSim.Values;
using BvlosSim.Vehicles;

namespace BvlosSim.Estimation;

/// <summary>Which supplier decided the settings of a run.</summary>
public enum OptionsSource
{
    /// <summary>The caller gave options, even if all of them inherit.</summary>
    RuntimeOptions,

    /// <summary>The mission has an <c>estimation</c> block.</summary>
    MissionEstimation,

    /// <summary>Neither.</summary>
    LibraryDefaults,
}

/// <summary>The settings of a run after every precedence rule, together with the wind they select.</summary>
public sealed record FlightSettings
{
    /// <summary>Ground speed below which a leg is refused, m/s, when nobody says otherwise.</summary>
    public const double DefaultMinGroundspeedMps = 3.0;

    /// <summary>Longest integrated piece of a leg, metres, when nobody says otherwise.</summary>
    public const double DefaultMaxSegmentLengthM = 500.0;

    /// <summary>Greatest crab angle, degrees, when the vehicle states none.</summary>
    public const double DefaultMaxCrabAngleDeg = 35.0;

    /// <summary>Least acceptable ground speed, m/s.</summary>
    public required double MinGroundspeedMps { get; init; }

    /// <summary>Longest integrated piece of a leg, metres.</summary>
    public required double MaxSegmentLengthM { get; init; }

    /// <summary>Greatest crab angle, degrees.</summary>
    public required double MaxCrabAngleDeg { get; init; }

    /// <summary>How corners are flown.</summary>
    public required Fidelity Fidelity { get; init; }

    /// <summary>Whether the vehicle hovers.</summary>
    public required bool CanHover { get; init; }

    /// <summary>Whether the vehicle flies horizontal distances.</summary>
    public required bool CanFlyForward { get; init; }

    /// <summary>The wind of the run.</summary>
    public required WindProvider Wind { get; init; }

    /// <summary>Which supplier decided.</summary>
    public required OptionsSource OptionsSource { get; init; }

    /// <summary>Whether <see cref="CanHover"/> and <see cref="CanFlyForward"/> are stated by the vehicle, not derived from its class.</summary>
    public required bool CapabilitiesAreExplicit { get; init; }

    /// <summary>Resolves the settings of a run.</summary>
    /// <param name="mission">The mission.</param>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="options">What the caller overrides; null = nothing.</param>
    /// <param name="wind">A wind that takes precedence over the mission's; null = none.</param>
    /// <param name="settings">The settings; null when there is a failure.</param>
    /// <returns>Why there are none, or null: the selected wind layers are empty or share an altitude.</returns>
    public static MissionFailure? Resolve(
        Mission mission, Vehicle vehicle, EstimationOptions? options, WindProvider? wind, out FlightSettings? settings)
    {
        settings = null;
        EstimationSettings? estimation = mission.Estimation;
        if (wind is null)
        {
            MissionFailure? failure = MissionWind(estimation, options, out wind);
            if (failure is not null)
                return failure;
        }

        VehicleCapabilities capabilities = vehicle.EffectiveCapabilities;
        settings = new FlightSettings
        {
            MinGroundspeedMps = options?.MinGroundspeedMps ?? estimation?.MinGroundspeedMps ?? DefaultMinGroundspeedMps,
            MaxSegmentLengthM = options?.MaxSegmentLengthM ?? estimation?.MaxSegmentLengthM ?? DefaultMaxSegmentLengthM,
            MaxCrabAngleDeg = vehicle.Performance.MaxCrabAngleDeg ?? DefaultMaxCrabAngleDeg,
            Fidelity = options?.Fidelity ?? estimation?.Fidelity ?? Fidelity.V1,
            CanHover = capabilities.Hover,
            CanFlyForward = capabilities.ForwardFlight,
            Wind = wind!,
            OptionsSource = options is not null ? OptionsSource.RuntimeOptions
                : estimation is not null ? OptionsSource.MissionEstimation
                : OptionsSource.LibraryDefaults,
            CapabilitiesAreExplicit = vehicle.Capabilities is not null,
        };
        return null;
    }

    private static MissionFailure? MissionWind(EstimationSettings? estimation, EstimationOptions? options, out WindProvider? wind)
    {
        bool scalarOverride = options is { WindEastMps: not null } or { WindNorthMps: not null };
        if (estimation?.WindLayers is not { } layers || scalarOverride)
        {
            wind = new ConstantWind(new WindVector(
                options?.WindEastMps ?? estimation?.WindEastMps ?? 0.0,
                options?.WindNorthMps ?? estimation?.WindNorthMps ?? 0.0));
            return null;
        }

        bool sound = LayeredWind.TryCreate(layers, out LayeredWind? layered, out string? problem);
        wind = layered;
        return sound
            ? null
            : new MissionFailure(
                FailureKind.InvalidInput, FailureCode.InvalidWindLayers, "estimation.wind_layers: " + problem, FlightPlace.Mission, ScalarMap.Empty);
    }
}
