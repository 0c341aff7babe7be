using BvlosSim.Environment.Airspace;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.Geofence.Readings;

/// <summary>What the zones ask of a leg.</summary>
internal sealed class ReadingQuestions
{
    private readonly GeofenceZones _zones;
    private readonly Leg _leg;
    private readonly TimeSpanUtc? _span;
    private readonly AltitudeBand _band;

    /// <summary>Prepares the questions of a leg.</summary>
    /// <param name="zones">The zones.</param>
    /// <param name="leg">The leg.</param>
    /// <param name="span">When it is flown; null = not known, all zones are active.</param>
    public ReadingQuestions(GeofenceZones zones, Leg leg, TimeSpanUtc? span)
    {
        _zones = zones;
        _leg = leg;
        _span = span;
        _band = AltitudeBand.Of(leg);
    }

    /// <summary>The required zone that alone is active; null when several are.</summary>
    public int? OnlyRequired
    {
        get
        {
            int[] active = [.. _zones.Required.Where(MustHold).Take(2)];
            return active.Length == 1 ? active[0] : null;
        }
    }

    /// <summary>Whether a zone is one of those that together must hold the leg.</summary>
    public bool MustHold(int zone) => _zones.Zones[zone] is { Kind: GeofenceKind.Required } required && ZoneActivation.IsActive(required, _span);

    /// <summary>Whether the leg conflicts as soon as it meets a zone: a forbidden one, or a required one at other altitudes.</summary>
    public bool MustNotMeet(int zone)
    {
        GeofenceZone asked = _zones.Zones[zone];
        bool conflicts = asked.Kind == GeofenceKind.Forbidden ? _band.Overlaps(asked) : !_band.IsWithin(asked);
        return conflicts && ZoneActivation.IsActive(asked, _span);
    }

    /// <summary>A conflict of the leg under another reading.</summary>
    public ReadingConflict Conflict(OtherReading reading, int? zone, bool meets, double distanceM, double deviationM) => new(
        reading,
        _leg,
        meets ? _zones.Zones[zone!.Value].Kind : GeofenceKind.Required,
        zone is { } known ? _zones.Zones[known].Id : null,
        distanceM,
        deviationM);
}
