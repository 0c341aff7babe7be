using BvlosSim.Environment.Terrain;
using BvlosSim.Environment.Wind;
using BvlosSim.Estimation.Energy;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.LandingZones;

/// <summary>A zone as seen from a state.</summary>
/// <param name="Site">The zone.</param>
/// <param name="Point">Where the aircraft would go.</param>
/// <param name="AltitudeAmslM">Altitude of the surface there, metres.</param>
/// <param name="DistanceM">Length of the ground path to it in metres.</param>
internal readonly record struct SiteTarget(LandingSite Site, GeoPoint Point, double AltitudeAmslM, double DistanceM);

/// <summary>What the search from a state found.</summary>
/// <param name="Nearest">The nearest target; null when there is none.</param>
/// <param name="Best">The target in range that takes least energy; null when none can be reached.</param>
/// <param name="BestCost">What the flight to it takes.</param>
/// <param name="FirstFailure">
/// When no target in range can be reached: why not the first of them in the order of the file; null when none is in range.
/// </param>
internal readonly record struct SiteSearchResult(SiteTarget? Nearest, SiteTarget? Best, EmergencyCost BestCost, MissionFailure? FirstFailure);

/// <summary>What a search needs to know besides the zones.</summary>
/// <param name="Flight">Costs the emergency flights.</param>
/// <param name="Wind">The wind they fly through.</param>
/// <param name="Terrain">Terrain, where a zone states no altitude; null = none.</param>
/// <param name="TasMps">Their true airspeed, m/s.</param>
/// <param name="TurnRadiusM">Their turn radius; null = the aircraft turns on the spot.</param>
/// <param name="MaxDistanceM">Greatest tolerated distance to a zone; null = not limited.</param>
internal sealed record SearchTerms(
    EmergencyFlight Flight, WindProvider Wind, TerrainProvider? Terrain, double TasMps, double? TurnRadiusM, double? MaxDistanceM);

/// <summary>
/// Finds the nearest zone and the one that takes least energy from a state, as if all zones were tried in the order of the file, but from
/// near to far and only as far as a zone can still matter. Not safe across threads.
/// </summary>
/// <remarks>
/// <para>What is left out is provably not the answer:</para>
/// <list type="bullet">
/// <item><description>A ground path is at least as long as the straight line through space to the box of the zone, or to the point of its
/// boundary, or as the turn and the straight line to that point (<see cref="PathBound"/>).</description></item>
/// <item><description>A ground speed is at most the airspeed plus the greatest wind speed (<see cref="WindProvider.SpeedBoundMps"/>), so a
/// path of length L takes at least L/(V + W) seconds at cruise power.</description></item>
/// </list>
/// <para>Bounds are widened by more than the rounding of what they bound; ties are decided by the order of the file.</para>
/// </remarks>
internal sealed class SiteSearch
{
    private const double SecondsPerHour = 3600.0;

    // Pieces of a path up to 1e-9 m are not flown, of the 5 mm and more that pieces are long.
    private const double RelativeSlack = 1e-6;
    private const double AbsoluteSlackM = 1e-4;

    // A turn shorter than this against a full circle is not flown (see EmergencyPath).
    private const double TurnSlackRad = 2e-6;

    private readonly SearchTerms _terms;
    private readonly SiteTree.Walk _walk;
    private readonly bool?[] _hasElevation;
    private readonly double[] _leastM = new double[BoundaryPoints.Most];
    private readonly double _slackM;

    private EmergencyStart _start;
    private EarthPoint _place;
    private PathBound _bound;
    private double _halfGapM;
    private double _secondsPerMetre;
    private double _cruisePowerW;
    private SiteTarget? _nearest;
    private SiteTarget? _best;
    private EmergencyCost _bestCost;
    private SiteTarget? _firstFailed;
    private MissionFailure? _firstFailure;

    /// <summary>Prepares searches.</summary>
    /// <param name="sites">The zones.</param>
    /// <param name="terms">What else matters.</param>
    public SiteSearch(LandingSites sites, SearchTerms terms)
    {
        _terms = terms;
        _walk = new SiteTree.Walk(sites.Tree);
        _hasElevation = new bool?[sites.All.Length];
        _slackM = AbsoluteSlackM + (TurnSlackRad * (terms.TurnRadiusM ?? 0.0));
    }

    private double BestWh => _best is null ? double.PositiveInfinity : _bestCost.EnergyWh;

    private double NearestM => _nearest?.DistanceM ?? double.PositiveInfinity;

    /// <summary>Searches from a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="available">Whether each zone is available; empty = all are.</param>
    /// <param name="cancellation">Ends a long search.</param>
    public SiteSearchResult From(in RouteState state, ReadOnlySpan<bool> available, CancellationToken cancellation)
    {
        Begin(state);
        while (_walk.Next(Widened(RelevantM())) is { } site)
        {
            if ((available.IsEmpty || available[site.Index]) && TargetOf(site, RelevantM()) is { } target)
                Consider(target, cancellation);
        }

        return new SiteSearchResult(_nearest, _best, _bestCost, _best is null ? _firstFailure : null);
    }

    /// <summary>
    /// The zones in range of a state that a flight may reach with so much energy, from near to far by the straight distance of their boxes.
    /// The search must not be used otherwise before it ends.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="withinWh">The energy.</param>
    /// <param name="isWanted">Whether a zone is worth a look.</param>
    /// <param name="cancellation">Ends a long search.</param>
    public IEnumerable<SiteTarget> InReach(
        RouteState state, double withinWh, Predicate<LandingSite> isWanted, CancellationToken cancellation)
    {
        Begin(state);
        double reachM = Widened(Widened(ReachM(withinWh)));
        while (_walk.Next(Widened(reachM)) is { } site)
        {
            cancellation.ThrowIfCancellationRequested();
            if (isWanted(site) && TargetOf(site, reachM) is { } target && IsInRange(target))
                yield return target;
        }
    }

    private void Begin(in RouteState state)
    {
        _start = new EmergencyStart(state.Leg.Place, state.Position, state.HeadingDeg, state.ClockS);
        _place = EarthPoint.Of(state.Position.LatDeg, state.Position.LonDeg);
        _bound = new PathBound(state.Position.Position, state.HeadingDeg, _terms.TurnRadiusM);
        _halfGapM = state.HalfGapM;
        _secondsPerMetre = 1.0 / (_terms.TasMps + _terms.Wind.SpeedBoundMps(state.Position.AltitudeAmslM));
        _cruisePowerW = _terms.Flight.CruisePowerAt(state.Position.AltitudeAmslM);
        _nearest = null;
        _best = null;
        _firstFailed = null;
        _firstFailure = null;
        _walk.Begin(_place);
    }

    /// <summary>The distance up to which a zone may still be the nearest, or in range and the cheapest.</summary>
    private double RelevantM() => Math.Max(NearestM, Widened(Widened(ReachM(BestWh))));

    /// <summary>The distance up to which a zone may be in range and reached with so much energy.</summary>
    private double ReachM(double withinWh)
    {
        double reachM = withinWh * SecondsPerHour / (_cruisePowerW * _secondsPerMetre);
        // Where no bound is known the reach is not a number, or infinite: then nothing is left out.
        if (double.IsNaN(reachM))
            reachM = double.PositiveInfinity;
        return _terms.MaxDistanceM is { } limitM ? Math.Min(reachM, limitM - _halfGapM) : reachM;
    }

    private bool IsInRange(in SiteTarget target) => _terms.MaxDistanceM is not { } limitM || target.DistanceM + _halfGapM <= limitM;

    private double Widened(double distanceM) => (distanceM * (1.0 + RelativeSlack)) + _slackM;

    /// <summary>The target of a zone; null when it is too far to matter, or its altitude is unknown.</summary>
    private SiteTarget? TargetOf(LandingSite site, double withinM)
    {
        GeoPoint position = _start.Position.Position;
        if (site.Covers(position))
            return WithAltitude(site, position, 0.0);
        return MayHaveAltitude(site) && FindTarget(site, withinM, out double distanceM) is { } target
            ? WithAltitude(site, target, distanceM)
            : null;
    }

    private SiteTarget? WithAltitude(LandingSite site, GeoPoint point, double distanceM) =>
        (site.AltitudeAmslM ?? ElevationAt(point)) is { } altitudeM ? new SiteTarget(site, point, altitudeM, distanceM) : null;

    private double? ElevationAt(GeoPoint point) => _terms.Terrain?.ElevationAt(point.LatDeg, point.LonDeg);

    /// <summary>Whether the altitude of a zone is known at an entry point at least.</summary>
    private bool MayHaveAltitude(LandingSite site)
    {
        if (site.AltitudeAmslM is not null || _terms.Terrain is null)
            return site.AltitudeAmslM is not null;
        return _hasElevation[site.Index] ??= site.Targets.Any(target => ElevationAt(target) is not null);
    }

    /// <summary>The entry point with the shortest ground path, the first of equals; null when all paths are longer than asked.</summary>
    private GeoPoint? FindTarget(LandingSite site, double withinM, out double distanceM)
    {
        distanceM = double.PositiveInfinity;
        Span<double> leastM = _leastM.AsSpan(0, site.Places.Length);
        for (int i = 0; i < leastM.Length; i++)
            leastM[i] = _place.ChordM(site.Places[i]);
        if (leastM[Least(leastM)] > Widened(withinM))
            return null;

        for (int i = 0; i < leastM.Length; i++)
            leastM[i] = _bound.LeastM(site.Places[i], leastM[i]);
        // The one that looks closest first, so that most others need no closer look.
        int closest = Least(leastM);
        int found = closest;
        if (leastM[closest] <= Widened(withinM))
            distanceM = PathM(site.Targets[closest]);
        for (int i = 0; i < leastM.Length; i++)
        {
            if (i == closest || leastM[i] > Widened(Math.Min(distanceM, withinM)))
                continue;
            double pathM = PathM(site.Targets[i]);
            if (pathM < distanceM || (pathM == distanceM && i < found))
                (distanceM, found) = (pathM, i);
        }

        return distanceM <= withinM && double.IsFinite(distanceM) ? site.Targets[found] : null;
    }

    private static int Least(ReadOnlySpan<double> values)
    {
        int least = 0;
        for (int i = 1; i < values.Length; i++)
            least = values[i] < values[least] ? i : least;
        return least;
    }

    private double PathM(GeoPoint target) =>
        EmergencyPath.Length(_start.Position.Position, _start.TrackDeg, _terms.TurnRadiusM, target);

    private void Consider(in SiteTarget target, CancellationToken cancellation)
    {
        if (Precedes(target.DistanceM, target.Site, NearestM, _nearest?.Site))
            _nearest = target;
        if (!IsInRange(target) || (_best is not null && LeastEnergyWh(target) > BestWh * (1.0 + RelativeSlack)))
            return;

        var goal = new FlightPoint(target.Point.LatDeg, target.Point.LonDeg, target.AltitudeAmslM);
        MissionFailure? failure = _terms.Flight.Cost(_start, goal, out EmergencyCost cost, cancellation);
        if (failure is not null)
        {
            if (_firstFailed is not { } first || target.Site.Index < first.Site.Index)
                (_firstFailed, _firstFailure) = (target, failure);
        }
        else if (Precedes(cost.EnergyWh, target.Site, BestWh, _best?.Site))
        {
            (_best, _bestCost) = (target, cost);
        }
    }

    /// <summary>Energy that the flight takes at least.</summary>
    private double LeastEnergyWh(in SiteTarget target)
    {
        double distanceM = Math.Max(0.0, (target.DistanceM * (1.0 - RelativeSlack)) - AbsoluteSlackM);
        double cruiseWh = _cruisePowerW * distanceM * _secondsPerMetre / SecondsPerHour;
        MissionFailure? failure = _terms.Flight.VerticalEnergy(_start, target.AltitudeAmslM, out double verticalWh);
        return failure is null ? cruiseWh + verticalWh : cruiseWh;
    }

    private static bool Precedes(double value, LandingSite site, double otherValue, LandingSite? other) =>
        other is null || value < otherValue || (value == otherValue && site.Index < other.Index);
}
