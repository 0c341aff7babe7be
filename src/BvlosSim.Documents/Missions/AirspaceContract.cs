using System.Collections.Immutable;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Missions;

/// <summary>The keys of <c>airspace</c>.</summary>
public static class AirspaceContract
{
    /// <summary>500 ft: at or below it, uncontrolled airspace needs the urban area declared.</summary>
    private const double LowHeightM = 152.4;

    private const string NoCredit = "Credit for it is not supported: write false or remove the key.";

    private static readonly TokenField<AirspaceClass> Class =
        new("class", AirspaceTokens.Classes, "Class of airspace.") { AlternateName = "airspace_class", IsRequired = true };

    private static readonly NumberField MaxAltitudeAgl =
        new("max_altitude_agl_m", "m", "Greatest height above ground.") { IsRequired = true, Range = NumberRange.Positive };

    private static readonly TextField Reference = new(
        "operational_and_contingency_volume_assessment_reference",
        "Where the assessment of the operational and contingency volume is to be found.")
    {
        IsRequired = true,
        IsNotEmpty = true,
    };

    private static readonly BooleanField WorstCaseArcDeclared =
        new("worst_case_arc_declared", "The declared air-risk class is the worst of the volume.") { IsRequired = true };

    private static readonly BooleanField AerodromeEnvironment =
        new("aerodrome_environment", "In the environment of an aerodrome.") { IsRequired = true };

    private static readonly BooleanField AtypicalOrSegregated =
        new("atypical_or_segregated", "Atypical or segregated airspace.") { DefaultValue = false };

    private static readonly BooleanField OverUrbanArea = new("over_urban_area", "Over an urban area.");

    private static readonly BooleanField TransponderMandatoryZone =
        new("transponder_mandatory_zone", "In a transponder mandatory zone.") { IsRequired = true };

    private static readonly BooleanField EntirelyAboveFlightLevel600 =
        new("entirely_above_flight_level_600", "Entirely above flight level 600.") { DefaultValue = false };

    private static readonly BooleanField StrategicMitigation =
        new("strategic_mitigation", "Strategic mitigation of the air risk.") { DefaultValue = false };

    /// <summary>The object.</summary>
    public static ObjectContract<AirspaceDeclaration> Contract { get; } = new(
        "airspace",
        "What the operator declares about the airspace.",
        [
            Class, MaxAltitudeAgl, Reference, WorstCaseArcDeclared, AerodromeEnvironment, AtypicalOrSegregated, OverUrbanArea,
            TransponderMandatoryZone, EntirelyAboveFlightLevel600, StrategicMitigation,
        ],
        Build,
        Rule.That<AirspaceDeclaration>(
            $"`{Reference.Name}` is not blank",
            a => !string.IsNullOrWhiteSpace(a.VolumeAssessmentReference),
            "Name the document that holds the assessment."),
        Rule.That<AirspaceDeclaration>(
            "`worst_case_arc_declared` is true",
            a => a.WorstCaseArcDeclared,
            "Assess the whole volume and declare its worst air-risk class."),
        Rule.That<AirspaceDeclaration>("`atypical_or_segregated` is false", a => !a.AtypicalOrSegregated, NoCredit),
        Rule.That<AirspaceDeclaration>("`entirely_above_flight_level_600` is false", a => !a.EntirelyAboveFlightLevel600, NoCredit),
        Rule.That<AirspaceDeclaration>("`strategic_mitigation` is false", a => !a.StrategicMitigation, NoCredit),
        Rule.That<AirspaceDeclaration>(
            "A transponder mandatory zone in classes A to E is declared in the environment of an aerodrome",
            a => !(a.TransponderMandatoryZone && a.Class <= AirspaceClass.E && !a.AerodromeEnvironment),
            "The air risk of the combination is not defined: check `transponder_mandatory_zone` and `aerodrome_environment`."),
        Rule.That<AirspaceDeclaration>(
            $"Class F or G up to {LowHeightM} m, outside of an aerodrome environment and a transponder mandatory zone, has `over_urban_area`",
            a => a.OverUrbanArea is not null || a.Class < AirspaceClass.F || a.MaxAltitudeAglM > LowHeightM || a.AerodromeEnvironment
                || a.TransponderMandatoryZone,
            "Write `over_urban_area: true` or `over_urban_area: false`."))
    {
        RetiredKeys = ImmutableDictionary<string, string>.Empty
            .Add("near_aerodrome", "It was renamed to `aerodrome_environment` in mission.v7; `bvlos-sim migrate` rewrites the file.")
            .Add(
                "above_flight_level_600",
                "It was replaced by `entirely_above_flight_level_600` in mission.v7; `bvlos-sim migrate` rewrites the file."),
    };

    private static AirspaceDeclaration Build(FieldValues values) => new()
    {
        Class = values.Value(Class),
        MaxAltitudeAglM = values.Value(MaxAltitudeAgl),
        VolumeAssessmentReference = values.Value(Reference),
        WorstCaseArcDeclared = values.Value(WorstCaseArcDeclared),
        AerodromeEnvironment = values.Value(AerodromeEnvironment),
        AtypicalOrSegregated = values.Value(AtypicalOrSegregated),
        OverUrbanArea = values.Optional(OverUrbanArea),
        TransponderMandatoryZone = values.Value(TransponderMandatoryZone),
        EntirelyAboveFlightLevel600 = values.Value(EntirelyAboveFlightLevel600),
        StrategicMitigation = values.Value(StrategicMitigation),
    };
}
