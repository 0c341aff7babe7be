using System.Numerics;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;
using BvlosSim.Environment.Population;

namespace BvlosSim.Documents.Environment;

/// <summary>Reads what makes a population grid evidence: its <c>metadata</c>.</summary>
internal sealed class PopulationEvidenceReader
{
    private const string Parent = "metadata.";
    private const string Source = "source";
    private const string Year = "population_year";
    private const string NativeResolution = "native_resolution_m";
    private const string EffectiveResolution = "effective_resolution_m";
    private const string Semantics = "value_semantics";
    private const string ConservativeMaximum = "conservative_cell_maximum";
    private const string Assessment = "authority_assessment_reference";
    private const string From = "valid_from";
    private const string Until = "valid_until";
    private const string TransientAssessment = "transient_population_assessment_reference";
    private const string Assemblies = "operational_footprint_assemblies_present";
    private const int FirstYear = 1900;

    private static readonly string[] Known =
        [Source, Year, NativeResolution, EffectiveResolution, Semantics, Assessment, From, Until, TransientAssessment, Assemblies];

    private readonly DocumentNode _metadata;
    private readonly GridFields _fields;
    private readonly GridProblems _problems;

    public PopulationEvidenceReader(DocumentNode metadata, GridFields fields, GridProblems problems)
    {
        _metadata = metadata;
        _fields = fields;
        _problems = problems;
    }

    /// <summary>Reads the evidence.</summary>
    /// <returns>The evidence; null after a problem.</returns>
    public PopulationEvidence? Read()
    {
        long before = _problems.Count;
        string? source = ReadText(Source);
        int? year = ReadYear();
        double? native = ReadResolution(NativeResolution);
        double? effective = ReadResolution(EffectiveResolution);
        CheckSemantics();
        string? assessment = ReadText(Assessment);
        DateTimeOffset? from = ReadTime(From);
        DateTimeOffset? until = ReadTime(Until);
        if (until <= from)
            Refuse(Until, ProblemTypes.ValueError, _metadata.Find(Until)!, $"It must be later than `{From}`.");
        string? transient = ReadText(TransientAssessment);
        bool? assemblies = ReadBoolean(Assemblies);
        return _problems.Count > before
            ? null
            : new PopulationEvidence
            {
                Source = source!,
                PopulationYear = year!.Value,
                NativeResolutionM = native!.Value,
                EffectiveResolutionM = effective!.Value,
                AuthorityAssessmentReference = assessment!,
                ValidFrom = from!.Value,
                ValidUntil = until!.Value,
                TransientPopulationAssessmentReference = transient!,
                AssembliesPresent = assemblies!.Value,
            };
    }

    private DocumentNode? Require(string name) => _fields.Require(_metadata, Parent, name, Known);

    private void Refuse(string name, string type, DocumentNode node, string message) => _problems.Add(type, Parent + name, node, message);

    private string? ReadText(string name)
    {
        if (Require(name) is not { } node)
            return null;
        if (node.Kind == DocumentNodeKind.String && node.Text.Trim() is { Length: > 0 } text)
            return text;
        Refuse(name, ProblemTypes.StringType, node, $"It must be a text that is not blank, not {FoundValue.Describe(node)}.");
        return null;
    }

    private int? ReadYear()
    {
        if (Require(Year) is not { } node)
            return null;
        if (node.Kind == DocumentNodeKind.Integer && node.MisleadingText is null)
        {
            BigInteger year = node.Integer;
            if (year >= FirstYear && year <= int.MaxValue)
                return (int)year;
        }

        Refuse(Year, ProblemTypes.IntType, node, $"It must be a whole number, {FirstYear} or later, not {FoundValue.Describe(node)}.");
        return null;
    }

    private double? ReadResolution(string name)
    {
        double? value = _fields.RequireNumber(_metadata, Parent, name, Known);
        _fields.CheckPositive(_metadata, Parent, name, value);
        return value;
    }

    private void CheckSemantics()
    {
        if (Require(Semantics) is not { } node || (node.Kind == DocumentNodeKind.String && node.Text.Trim() == ConservativeMaximum))
            return;
        string message = $"It must be {ConservativeMaximum}, not {FoundValue.Describe(node)}: nothing else is evidence.";
        Refuse(Semantics, ProblemTypes.LiteralError, node, message);
    }

    private DateTimeOffset? ReadTime(string name)
    {
        if (Require(name) is not { } node)
            return null;
        DateTimeOffset? time = node.Kind switch
        {
            DocumentNodeKind.String => ZonedTime.Parse(node.Text),
            DocumentNodeKind.DateTime => ZonedTime.Of(node.Time.Local, node.Time.Offset),
            _ => null,
        };
        if (time is not null)
            return time;
        string message = $"It must be a date-time with its offset from UTC, such as 2026-06-01T00:00:00Z, not {FoundValue.Describe(node)}.";
        Refuse(name, ProblemTypes.DateTimeType, node, message);
        return null;
    }

    private bool? ReadBoolean(string name)
    {
        if (Require(name) is not { } node)
            return null;
        if (node.Kind == DocumentNodeKind.Boolean)
            return node.Boolean;
        string hint = TokenHint.ForBoolean(node) is { } text ? ": " + text : "";
        Refuse(name, ProblemTypes.BoolType, node, $"It must be true or false, not {FoundValue.Describe(node)}{hint}.");
        return null;
    }
}
