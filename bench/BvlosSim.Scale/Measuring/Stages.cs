using System.Collections.Immutable;
using BvlosSim.Documents.Environment;
using BvlosSim.Environment.Airspace;
using BvlosSim.Environment.LandingZones;
using BvlosSim.Environment.Obstacles;
using BvlosSim.Estimation.Checks;
using BvlosSim.Estimation.Clearance;
using BvlosSim.Estimation.Geofence;
using BvlosSim.Estimation.Geofence.Emergencies;
using BvlosSim.Estimation.LandingZones;
using BvlosSim.Estimation.Planar;
using BvlosSim.Estimation.Sampling;
using BvlosSim.Scale.Generation;

namespace BvlosSim.Scale.Measuring;

/// <summary>The stages of a run over a folder, each done once, in a process that has done nothing else.</summary>
internal sealed class Stages(string folder)
{
    private readonly List<Stage> _stages = [];

    /// <summary>Runs all stages.</summary>
    public static IReadOnlyList<Stage> Run(string folder)
    {
        var stages = new Stages(folder);
        stages.RunAirspace();
        stages.RunObstacles();
        stages.RunLandingZones();
        return stages._stages;
    }

    private void RunAirspace()
    {
        ImmutableArray<GeofenceZone> zones = Do("airspace: load", () => Load(ScaleFolder.Airspace, GeofenceReader.Load), z => Counts(z));
        Flight flight = Do("fly 300 km", () => Flight.Of(folder, MissionFiles.Long), f => $"{f.LengthKm:0} km, {f.Path.Legs.Length} legs");
        GeofenceZones compiled = Do("airspace: compile", () => GeofenceZones.Compile(zones, CancellationToken.None), z => $"{Near(z, flight.Path)} zones near the route");
        Do(
            "airspace: check",
            () => GeofenceCheck.Evaluate(compiled, flight.Path, flight.Mission.DepartureTime?.Value, out _, CancellationToken.None),
            o => Found(o, o.Block?.Conflicts.Length));
        RunEmergencies(compiled);
    }

    /// <summary>The whole airspace together with landing zones: all of them, and the first alone, which lies at home.</summary>
    private void RunEmergencies(GeofenceZones compiled)
    {
        ImmutableArray<LandingZone> zones = Load(ScaleFolder.LandingZones, LandingZoneReader.Load);
        RunEmergencies("all landing zones", compiled, LandingSites.Compile(zones, CancellationToken.None));
        RunEmergencies("one landing zone at home", compiled, LandingSites.Compile([zones[0]], CancellationToken.None));
    }

    private void RunEmergencies(string name, GeofenceZones compiled, LandingSites sites)
    {
        Flight flight = Flight.Of(folder, MissionFiles.Long);
        LandingZoneInput input = LandingInput.Of(flight, sites);
        CheckOutcome<LandingZoneResult> landing = Do($"300 km, {name}: check", () => LandingZoneCheck.Evaluate(input, CancellationToken.None), Reached);
        Do(
            $"300 km, {name}: emergency flights in the airspace",
            () => EmergencyZoneCheck.Evaluate(
                new EmergencyZoneInput
                {
                    Flights = new EmergencyFlightInZones(compiled, flight.Mission.DepartureTime?.Value, flight.Vehicle.Performance.TurnRadiusM),
                    Energy = flight.Energy,
                    Returns = flight.Returns,
                    Path = flight.Path,
                    Diversions = landing.Block!.States,
                    Alternatives = LandingZoneCheck.Alternatives(input),
                },
                CancellationToken.None),
            w => $"{w.Length} warnings");
    }

    private void RunObstacles()
    {
        ImmutableArray<Obstacle> obstacles = Do("obstacles: load", () => Load(ScaleFolder.Obstacles, ObstacleReader.Load), o => $"{o.Length} obstacles");
        Flight flight = Flight.Of(folder, MissionFiles.Long);
        double clearanceM = flight.Mission.Constraints.MinObstacleClearanceM ?? 0.0;
        ObstacleSet set = Do("obstacles: compile", () => ObstacleSet.Compile(obstacles, clearanceM, CancellationToken.None), _ => "");
        Do(
            "obstacles: check",
            () => ClearanceCheck.Evaluate(set, null, flight.Mission.Constraints, flight.Path, CancellationToken.None),
            o => Found(o, o.Block?.Violations.Length));
    }

    private void RunLandingZones()
    {
        ImmutableArray<LandingZone> zones = Do("landing zones: load", () => Load(ScaleFolder.LandingZones, LandingZoneReader.Load), z => $"{z.Length} zones");
        LandingSites sites = Do("landing zones: compile", () => LandingSites.Compile(zones, CancellationToken.None), _ => "");
        LandingZoneInput input = LandingInput.Of(Flight.Of(folder, MissionFiles.Short), sites);
        Do("landing zones: check", () => LandingZoneCheck.Evaluate(input, CancellationToken.None), Reached);
        LandingZoneInput worst = LandingInput.WithoutAnyWay(LandingInput.Of(Flight.Of(folder, MissionFiles.Short), sites));
        Do("landing zones: check, no way to any", () => LandingZoneCheck.Evaluate(worst, CancellationToken.None), Reached);
    }

    private T Do<T>(string name, Func<T> work, Func<T, string> note)
    {
        (Stage stage, T value) = Stage.Of(name, work, note);
        _stages.Add(stage);
        return value;
    }

    private ImmutableArray<T> Load<T>(string file, Func<string, CancellationToken, VectorLoadResult<T>> load)
    {
        VectorLoadResult<T> loaded = load(Path.Combine(folder, file), CancellationToken.None);
        return loaded.Error is { } error ? throw new InvalidOperationException($"{file}: {error.Message}") : loaded.Items!.Value;
    }

    private static string Counts(ImmutableArray<GeofenceZone> zones) =>
        $"{zones.Length} zones, {zones.Sum(z => z.Polygons.Sum(p => p.Rings.Sum(r => r.Length)))} positions";

    /// <summary>How many zones have a box that meets the box of a leg.</summary>
    private static int Near(GeofenceZones zones, FlownPath path)
    {
        path.Sample(out ImmutableArray<ImmutableArray<RouteSample>> samples);
        ImmutableArray<SegmentTree> legs = [.. samples.Select(LegPath.Of)];
        ImmutableArray<double> shiftsDeg = LegPath.ShiftsDeg(legs);
        return legs.SelectMany(leg => zones.Near(leg.Box, shiftsDeg)).Distinct().Count();
    }

    private static string Found<T>(CheckOutcome<T> outcome, int? count)
        where T : class => outcome.Block is null ? outcome.Failure!.Message : $"{count} found";

    private static string Reached(CheckOutcome<LandingZoneResult> outcome) =>
        $"{outcome.Block!.States.Count(s => s.IsReachable)} of {outcome.Block.States.Length} states reach a zone";
}
