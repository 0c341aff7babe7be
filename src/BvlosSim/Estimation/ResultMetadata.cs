using System.Globalization;
using BvlosSim.Environment.Population;
using BvlosSim.Missions;
using BvlosSim.Values;

namespace BvlosSim.Estimation;

/// <summary>The metadata of a result: which settings were in force and where they came from.</summary>
internal static class ResultMetadata
{
    private static readonly ClosedSet<OptionsSource> OptionsSources = new(
        (OptionsSource.RuntimeOptions, "runtime_options"),
        (OptionsSource.MissionEstimation, "mission_estimation"),
        (OptionsSource.LibraryDefaults, "library_defaults"));

    /// <summary>Describes a run.</summary>
    public static ScalarMap Of(EstimationInput input, FlightSettings settings)
    {
        var entries = new List<(string Key, Scalar Value)>(12)
        {
            ("estimator_version", FidelityTokens.Set.NameOf(settings.Fidelity)),
            ("options_source", OptionsSources.NameOf(settings.OptionsSource)),
            ("capabilities_source", settings.CapabilitiesAreExplicit ? "explicit" : "derived_from_vehicle_class"),
            ("wind_provider_id", settings.Wind.Id),
        };
        Mission mission = input.Mission;
        if (mission.DepartureTime is { } departure)
            entries.Add(("departure_time", Utc(departure.Value)));
        if (mission.Constraints.RequireRthReserve)
            entries.Add(("require_rth_reserve", true));
        if (mission.Constraints.AcceptedWarningCodes is { IsEmpty: false } accepted)
            entries.Add(("accepted_warning_codes", string.Join(',', accepted.Order(StringComparer.Ordinal))));
        if (input.Terrain is { } terrain)
            entries.Add(("terrain_provider_id", terrain.Id));
        if (input.Population is not null)
            entries.Add(("population_provider_id", PopulationGrid.ProviderId));
        if (input.Obstacles is not null)
            entries.Add(("obstacle_provider_id", "ListObstacleProvider"));
        AddDefaults(entries, input, settings);
        return ScalarMap.Of([.. entries]);
    }

    /// <summary>A default is in force when the number is the default's, also where somebody wrote just that number.</summary>
    private static void AddDefaults(List<(string Key, Scalar Value)> entries, EstimationInput input, FlightSettings settings)
    {
        if (settings.MinGroundspeedMps == FlightSettings.DefaultMinGroundspeedMps)
            entries.Add(("applied_default_min_groundspeed_mps", FlightSettings.DefaultMinGroundspeedMps));
        if (settings.MaxSegmentLengthM == FlightSettings.DefaultMaxSegmentLengthM)
            entries.Add(("applied_default_max_segment_length_m", FlightSettings.DefaultMaxSegmentLengthM));
        if (input.Vehicle.Performance.MaxCrabAngleDeg is null)
            entries.Add(("applied_default_max_crab_angle_deg", FlightSettings.DefaultMaxCrabAngleDeg));
    }

    private static string Utc(DateTimeOffset time)
    {
        bool hasFraction = time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond != 0;
        string format = hasFraction ? "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'" : "yyyy-MM-dd'T'HH:mm:ss'Z'";
        return time.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture);
    }
}
