using BvlosSim.Estimation.LandingZones;

namespace BvlosSim.Scale.Measuring;

/// <summary>The input of the landing-zone check.</summary>
internal static class LandingInput
{
    /// <summary>The input for a flight.</summary>
    public static LandingZoneInput Of(Flight flight, LandingSites sites) => new()
    {
        Mission = flight.Mission,
        Vehicle = flight.Vehicle,
        Settings = flight.Settings,
        Path = flight.Path,
        Energy = flight.Energy,
        Sites = sites,
    };

    /// <summary>The worst case: a limit that no way to any zone keeps, so that from every state every zone must be tried.</summary>
    public static LandingZoneInput WithoutAnyWay(LandingZoneInput input) =>
        input with { Settings = input.Settings with { MaxCrabAngleDeg = 1e-9 } };
}
