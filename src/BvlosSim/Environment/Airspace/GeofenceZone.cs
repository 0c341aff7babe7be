using System.Collections.Immutable;
using BvlosSim.Values;

namespace BvlosSim.Environment.Airspace;

/// <summary>What a zone asks of the flight.</summary>
public enum GeofenceKind
{
    /// <summary>Stay out.</summary>
    Forbidden,

    /// <summary>Stay in.</summary>
    Required,
}

/// <summary>On which days the times of an activation window repeat.</summary>
public enum Recurrence
{
    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Monday to Friday, in UTC.</summary>
    Weekdays,
}

/// <summary>The contract tokens of geofences.</summary>
public static class GeofenceTokens
{
    /// <summary>Tokens of <see cref="GeofenceKind"/>.</summary>
    public static ClosedSet<GeofenceKind> Kinds { get; } = new((GeofenceKind.Forbidden, "forbidden"), (GeofenceKind.Required, "required"));

    /// <summary>Tokens of <see cref="Recurrence"/>.</summary>
    public static ClosedSet<Recurrence> Recurrences { get; } = new((Recurrence.Daily, "daily"), (Recurrence.Weekdays, "weekdays"));
}

/// <summary>A zone of airspace that a flight must stay out of, or in.</summary>
public sealed record GeofenceZone
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>What it asks.</summary>
    public required GeofenceKind Kind { get; init; }

    /// <summary>Its polygons in file order; at least one.</summary>
    public required ImmutableArray<GeoPolygon> Polygons { get; init; }

    /// <summary>Lower edge in metres AMSL, inclusive; null = unbounded.</summary>
    public double? FloorM { get; init; }

    /// <summary>Upper edge in metres AMSL, inclusive, above the floor; null = unbounded.</summary>
    public double? CeilingM { get; init; }

    /// <summary>Begin of the activation, inclusive; null = open.</summary>
    public DateTimeOffset? ActiveFrom { get; init; }

    /// <summary>End of the activation, inclusive; null = open.</summary>
    public DateTimeOffset? ActiveUntil { get; init; }

    /// <summary>Days on which only the times of day of the window count; null = the window is one interval.</summary>
    public Recurrence? Recurrence { get; init; }

    /// <summary>Whether the zone is active at some times only.</summary>
    public bool HasTimeWindow => ActiveFrom is not null || ActiveUntil is not null || Recurrence is not null;
}
