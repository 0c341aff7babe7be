using BvlosSim.Environment.Wind;

namespace BvlosSim.Estimation.WindCoverage;

/// <summary>A query that a wind grid answered from its edge, and by how much it lay beyond.</summary>
/// <param name="Amount">
/// How far: in the area a measure that only compares (degrees of latitude), in altitude metres and in time seconds, negative before the
/// first.
/// </param>
/// <param name="Query">The query.</param>
/// <param name="Answered">The query that was answered in its place.</param>
internal readonly record struct EdgeAnswer(double Amount, WindQuery Query, WindQuery Answered);

/// <summary>Where a path left its wind grid farthest, by dimension. Immutable.</summary>
internal sealed record WindOvershoot
{
    /// <summary>Nothing beyond any grid.</summary>
    public static WindOvershoot None { get; } = new();

    /// <summary>Farthest out of the area; null = never.</summary>
    public EdgeAnswer? Area { get; private init; }

    /// <summary>Farthest above the highest level (positive) or below the lowest (negative); null = never.</summary>
    public EdgeAnswer? Altitude { get; private init; }

    /// <summary>Farthest after the last time (positive) or before the first (negative); null = never.</summary>
    public EdgeAnswer? Time { get; private init; }

    /// <summary>Whether the path stayed within its grid.</summary>
    public bool IsNone => Area is null && Altitude is null && Time is null;

    /// <summary>Takes a query into account; of equally bad ones the first stays.</summary>
    /// <param name="grid">The grid that answers it; null = none does.</param>
    /// <param name="query">The query.</param>
    public WindOvershoot With(WindGrid? grid, in WindQuery query)
    {
        if (grid is null || grid.Extent.Holds(query))
            return this;
        WindGridExtent extent = grid.Extent;
        WindQuery answered = extent.Answered(query);
        return new WindOvershoot
        {
            Area = extent.HoldsArea(query) ? Area : Worse(Area, AreaAmount(query, answered), query, answered),
            Altitude = extent.HoldsAltitude(query.AltitudeAmslM)
                ? Altitude
                : Worse(Altitude, query.AltitudeAmslM - answered.AltitudeAmslM, query, answered),
            Time = extent.HoldsTime(query.ElapsedS) ? Time : Worse(Time, query.ElapsedS - answered.ElapsedS, query, answered),
        };
    }

    private static double AreaAmount(in WindQuery query, in WindQuery answered)
    {
        double north = query.LatDeg - answered.LatDeg;
        double east = WindGridExtent.EastwardDeg(answered.LonDeg, query.LonDeg) * Math.Cos(query.LatDeg * (Math.PI / 180.0));
        return Math.Sqrt((north * north) + (east * east));
    }

    private static EdgeAnswer Worse(EdgeAnswer? known, double amount, in WindQuery query, in WindQuery answered) =>
        known is { } worst && !(Math.Abs(amount) > Math.Abs(worst.Amount)) ? worst : new EdgeAnswer(amount, query, answered);
}
