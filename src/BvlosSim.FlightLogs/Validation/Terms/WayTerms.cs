using System.Collections.Immutable;
using BvlosSim.FlightLogs.Validation.Flown;

namespace BvlosSim.FlightLogs.Validation.Terms;

/// <summary>Where an error of distance comes from: from wandering about the planned line, from another route, or from what was not flown.</summary>
internal static class WayTerms
{
    /// <summary>Within this distance of the planned line the aircraft is taken to fly it: the room of a corner or of a track controller.</summary>
    public const double CorridorM = 50.0;

    /// <summary>The parts; they add up to the difference of the lengths.</summary>
    public static ImmutableArray<ErrorShare> Of(FlightTrack predicted, FlightTrack observed, CancellationToken cancellation)
    {
        var match = TrackMatch.Of(predicted, observed, cancellation);
        (double wandering, double elsewhere) = (0.0, 0.0);
        foreach (TrackMatch.Step step in match.Steps)
        {
            if (step.OffsetM <= CorridorM)
                wandering += step.ObservedM - step.PlannedM;
            else
                elsewhere += step.ObservedM - step.PlannedM;
        }

        return
        [
            new(ErrorTerm.Wandering, null, wandering),
            new(ErrorTerm.OtherRoute, null, elsewhere),
            new(ErrorTerm.NotFlown, null, -match.FirstM - (predicted.LengthM - match.LastM)),
        ];
    }
}
