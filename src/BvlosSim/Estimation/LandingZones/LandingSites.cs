using System.Collections.Immutable;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Values;

namespace BvlosSim.Estimation.LandingZones;

/// <summary>
/// The landing zones of a mission, made ready once and asked for every state of every run over them. Immutable, safe across threads.
/// </summary>
internal sealed class LandingSites
{
    private LandingSites(ImmutableArray<LandingSite> all, MissionFailure? failure)
    {
        All = all;
        Failure = failure;
        Tree = new SiteTree(all);
    }

    /// <summary>The zones in the order of the file.</summary>
    public ImmutableArray<LandingSite> All { get; }

    /// <summary>The zones by place.</summary>
    public SiteTree Tree { get; }

    /// <summary>Why the zones cannot be used; null when they can.</summary>
    public MissionFailure? Failure { get; }

    /// <summary>Makes the zones of a file ready.</summary>
    /// <param name="zones">The zones in the order of the file.</param>
    /// <param name="cancellation">Ends long work.</param>
    public static LandingSites Compile(ImmutableArray<LandingZone> zones, CancellationToken cancellation)
    {
        ImmutableArray<LandingSite>.Builder sites = ImmutableArray.CreateBuilder<LandingSite>(zones.Length);
        foreach (LandingZone zone in zones)
        {
            cancellation.ThrowIfCancellationRequested();
            if (LandingSite.TryCompile(sites.Count, zone, out LandingSite? site) is { } defect)
                return new LandingSites([], Invalid(zone, defect));
            sites.Add(site!);
        }

        return new LandingSites(sites.DrainToImmutable(), null);
    }

    private static MissionFailure Invalid(LandingZone zone, string defect) => new(
        FailureKind.InvalidInput,
        FailureCode.InvalidGeometry,
        $"Landing zone '{zone.Id}' is not a valid area: {defect}.",
        FlightPlace.Mission,
        ScalarMap.Of(("zone_id", zone.Id), ("reason", defect)));
}
