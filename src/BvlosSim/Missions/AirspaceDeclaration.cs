using BvlosSim.Values;

namespace BvlosSim.Missions;

/// <summary>Class of airspace after ICAO Annex 11.</summary>
public enum AirspaceClass
{
    /// <summary>Class A.</summary>
    A,

    /// <summary>Class B.</summary>
    B,

    /// <summary>Class C.</summary>
    C,

    /// <summary>Class D.</summary>
    D,

    /// <summary>Class E.</summary>
    E,

    /// <summary>Class F.</summary>
    F,

    /// <summary>Class G.</summary>
    G,
}

/// <summary>What the operator declares about the airspace of the operation.</summary>
public sealed record AirspaceDeclaration
{
    /// <summary>Class of airspace.</summary>
    public required AirspaceClass Class { get; init; }

    /// <summary>Greatest height above ground in metres, &gt; 0.</summary>
    public required double MaxAltitudeAglM { get; init; }

    /// <summary>Reference of the assessment of the operational and contingency volume; not blank.</summary>
    public required string VolumeAssessmentReference { get; init; }

    /// <summary>The declared air-risk class is the worst of the volume; always true.</summary>
    public required bool WorstCaseArcDeclared { get; init; }

    /// <summary>Operation in the environment of an aerodrome.</summary>
    public required bool AerodromeEnvironment { get; init; }

    /// <summary>Atypical or segregated airspace; always false, since credit for it is not supported.</summary>
    public bool AtypicalOrSegregated { get; init; }

    /// <summary>Over an urban area; null = not declared.</summary>
    public bool? OverUrbanArea { get; init; }

    /// <summary>Transponder mandatory zone.</summary>
    public required bool TransponderMandatoryZone { get; init; }

    /// <summary>Entirely above flight level 600; always false.</summary>
    public bool EntirelyAboveFlightLevel600 { get; init; }

    /// <summary>Strategic mitigation claimed; always false.</summary>
    public bool StrategicMitigation { get; init; }
}

/// <summary>The contract tokens of <see cref="AirspaceClass"/>.</summary>
public static class AirspaceTokens
{
    /// <summary>Tokens of <see cref="AirspaceClass"/>.</summary>
    public static ClosedSet<AirspaceClass> Classes { get; } = new(
        (AirspaceClass.A, "A"),
        (AirspaceClass.B, "B"),
        (AirspaceClass.C, "C"),
        (AirspaceClass.D, "D"),
        (AirspaceClass.E, "E"),
        (AirspaceClass.F, "F"),
        (AirspaceClass.G, "G"));
}
