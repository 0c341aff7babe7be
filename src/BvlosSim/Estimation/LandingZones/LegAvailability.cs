namespace BvlosSim.Estimation.LandingZones;

/// <summary>Which zones are available on a leg.</summary>
/// <param name="LegIndex">The leg; null = any.</param>
/// <param name="Count">Number of available zones.</param>
/// <param name="Flags">Whether each zone is available; empty = all are.</param>
internal readonly record struct LegAvailability(int? LegIndex, int Count, bool[] Flags)
{
    /// <summary>All zones, on any leg.</summary>
    public static LegAvailability All(LandingSites sites) => new(null, sites.All.Length, []);

    /// <summary>The zones whose identifier is not among those that are unavailable.</summary>
    public static LegAvailability On(int legIndex, LandingSites sites, IReadOnlySet<string>? unavailable)
    {
        if (unavailable is null || unavailable.Count == 0)
            return All(sites) with { LegIndex = legIndex };
        bool[] flags = new bool[sites.All.Length];
        for (int i = 0; i < flags.Length; i++)
            flags[i] = !unavailable.Contains(sites.All[i].Id);
        return new LegAvailability(legIndex, flags.Count(flag => flag), flags);
    }

    /// <summary>The first available zone in the order of the file; null when there is none.</summary>
    public LandingSite? FirstOf(LandingSites sites)
    {
        foreach (LandingSite site in sites.All)
        {
            if (Flags.Length == 0 || Flags[site.Index])
                return site;
        }

        return null;
    }
}
