using System.Numerics;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Tests.Binding;

/// <summary>Every field of every contract, tried with the ends of its range and with values of every other type.</summary>
public class FieldTests
{
    public static TheoryData<string, string> Numbers => FieldCatalog.Where(f => f.Kind is FieldKind.Number or FieldKind.LenientNumber);

    public static TheoryData<string, string> Tokens => FieldCatalog.Where(f => f.Kind == FieldKind.Token);

    public static TheoryData<string, string> Texts => FieldCatalog.Where(f => f.Kind is FieldKind.Text or FieldKind.Identifier or FieldKind.Path);

    public static TheoryData<string, string> Booleans => FieldCatalog.Where(f => f.Kind is FieldKind.Boolean or FieldKind.LenientBoolean);

    public static TheoryData<string, string> Integers => FieldCatalog.Where(f => f.Kind == FieldKind.LenientInteger);

    public static TheoryData<string, string> Nested => FieldCatalog.Where(f => f.Kind is FieldKind.Object or FieldKind.List or FieldKind.Map);

    public static TheoryData<string, string> Everything => FieldCatalog.Where(_ => true);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void NumbersKeepTheirRange(string input, string path)
    {
        var field = (NumberField)FieldCatalog.Field(input, path);
        NumberRange range = field.Range;
        if (double.IsFinite(range.Min))
        {
            string type = range.IsMinExclusive ? "greater_than" : "greater_than_equal";
            Refused(input, path, Tree.Number(Math.BitDecrement(range.Min)), type);
            Accepted(input, path, Tree.Number(Math.BitIncrement(range.Min)));
            Ended(input, path, range.Min, range.IsMinExclusive, type);
        }

        if (double.IsFinite(range.Max))
        {
            string type = range.IsMaxExclusive ? "less_than" : "less_than_equal";
            Refused(input, path, Tree.Number(Math.BitIncrement(range.Max)), type);
            Accepted(input, path, Tree.Number(Math.BitDecrement(range.Max)));
            Ended(input, path, range.Max, range.IsMaxExclusive, type);
        }

        if (range == NumberRange.Any)
        {
            Accepted(input, path, Tree.Number(double.MaxValue));
            Accepted(input, path, Tree.Number(double.MinValue));
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void NumbersAreNothingElse(string input, string path)
    {
        var field = (NumberField)FieldCatalog.Field(input, path);
        string other = field.IsLenient ? "float_type" : "value_error";
        Refused(input, path, Tree.EmptyMapping(), other);
        Refused(input, path, Tree.List(), other);
        Refused(input, path, Tree.Date(2026, 1, 2), other);
        Refused(input, path, Tree.Text("x"), field.IsLenient ? "float_parsing" : "value_error");
        Refused(input, path, Tree.Integer(64, "0100"), "value_error");
        Refused(input, path, Tree.Integer(BigInteger.Pow(10, 400)), other);
        RefusedUnlessNullable(input, path, other);
        if (field.IsLenient)
            return;
        Refused(input, path, Tree.Text("5"), "value_error");
        Refused(input, path, Tree.Boolean(true), "value_error");
        Refused(input, path, Tree.Number(double.NaN), "value_error");
        Refused(input, path, Tree.Number(double.PositiveInfinity), "value_error");
        Refused(input, path, Tree.Number(double.NegativeInfinity), "value_error");
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void TokensAreExact(string input, string path)
    {
        var field = (TokenField)FieldCatalog.Field(input, path);
        string type = field.IsLiteral ? "literal_error" : "enum";
        foreach (string token in field.Tokens)
        {
            Accepted(input, path, Tree.Text(token));
            Refused(input, path, Tree.Text(token + " "), type);
            string swapped = token.Any(char.IsLower) ? token.ToUpperInvariant() : token.ToLowerInvariant();
            if (token.Any(char.IsLetter))
                Refused(input, path, Tree.Text(swapped), type);
        }

        Refused(input, path, Tree.Text(""), type);
        Refused(input, path, Tree.Number(2.5), type);
        Refused(input, path, Tree.Boolean(true), type);
        Refused(input, path, Tree.List(), type);
        Refused(input, path, Tree.EmptyMapping(), type);
        RefusedUnlessNullable(input, path, type);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void TextsAreTexts(string input, string path)
    {
        Field field = FieldCatalog.Field(input, path);
        string type = field.Kind == FieldKind.Path ? "path_type" : "string_type";
        Refused(input, path, Tree.Integer(2026), type);
        Refused(input, path, Tree.Boolean(true), type);
        Refused(input, path, Tree.Date(2026, 1, 2), type);
        Refused(input, path, Tree.List(), type);
        Refused(input, path, Tree.EmptyMapping(), type);
        Refused(input, path, Tree.Text("\ud800"), "string_unicode");
        RefusedUnlessNullable(input, path, type);
        if (field is TextField { IsNotEmpty: true } or TextField { IsIdentifier: true })
            Refused(input, path, Tree.Text(""), "string_too_short");
        else
            Accepted(input, path, Tree.Text(""));
        if (field.Kind == FieldKind.Identifier)
        {
            foreach (string wrong in new[] { "_a", "-a", "a b", "a\n", "é", "a.b" })
                Refused(input, path, Tree.Text(wrong), "string_pattern_mismatch");
            Accepted(input, path, Tree.Text("0_a-B"));
        }
        else
        {
            Accepted(input, path, Tree.Text(" any text \U0001F681"));
        }
    }

    [Theory]
    [MemberData(nameof(Booleans))]
    public void BooleansAreBooleans(string input, string path)
    {
        Field field = FieldCatalog.Field(input, path);
        Accepted(input, path, Tree.Boolean(true));
        Accepted(input, path, Tree.Boolean(false));
        Refused(input, path, Tree.List(), "bool_type");
        Refused(input, path, Tree.EmptyMapping(), "bool_type");
        RefusedUnlessNullable(input, path, "bool_type");
        if (field.Kind == FieldKind.LenientBoolean)
            return;
        Refused(input, path, Tree.Integer(1), "bool_type");
        Refused(input, path, Tree.Text("true"), "bool_type");
    }

    [Theory]
    [MemberData(nameof(Integers))]
    public void WholeNumbersKeepTheirRange(string input, string path)
    {
        var field = (IntegerField)FieldCatalog.Field(input, path);
        Accepted(input, path, Tree.Integer(field.Min));
        Accepted(input, path, Tree.Integer(long.MaxValue));
        Refused(input, path, Tree.Integer(field.Min - 1), "greater_than_equal");
        Refused(input, path, Tree.Integer(-BigInteger.Pow(10, 30)), "greater_than_equal");
        Refused(input, path, Tree.Integer(new BigInteger(long.MaxValue) + 1), "int_parsing_size");
        Refused(input, path, Tree.Integer(64, "0100"), "value_error");
        Refused(input, path, Tree.List(), "int_type");
        RefusedUnlessNullable(input, path, "int_type");
    }

    [Theory]
    [MemberData(nameof(Nested))]
    public void NestedValuesHaveTheirKind(string input, string path)
    {
        Field field = FieldCatalog.Field(input, path);
        string type = field.Kind switch
        {
            FieldKind.Object => "model_type",
            FieldKind.List => "list_type",
            _ => "dict_type",
        };
        Refused(input, path, Tree.Integer(1), type);
        Refused(input, path, Tree.Text("x"), type);
        Refused(input, path, field.Kind == FieldKind.List ? Tree.EmptyMapping() : Tree.List(), type);
        RefusedUnlessNullable(input, path, type);
        if (field.Kind == FieldKind.List)
            Refused(input, path, Tree.List(Tree.Integer(1)), $"{path}.0", field.Content is null ? "string_type" : "model_type");
        if (field.Kind != FieldKind.Map)
            return;
        DocumentNode map = DocumentNode.FromMembers([new(Tree.Integer(1), Tree.Null()), new(Tree.Text("a"), Tree.Integer(64, "0100"))], 7, 3);
        Refused(input, path, map, $"{path}.1.[key]", "string_type");
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void AnAbsentKeyIsMissingOrTheDefault(string input, string path)
    {
        Field field = FieldCatalog.Field(input, path);
        DocumentNode without = FieldCatalog.Sample(input).At(ParentOf(path)).Find(field.Name) is null
            ? FieldCatalog.Sample(input)
            : FieldCatalog.Sample(input).Without(path);
        IReadOnlyList<string> problems = Outcome.Problems(FieldCatalog.Contract(input), without);
        if (field.IsRequired && path != "schema_version")
            Assert.Equal([$"{path} missing"], problems);
        else if (path != "schema_version")
            Assert.DoesNotContain(problems, p => p.StartsWith(path + " ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void ARenamedKeyIsUnknownWithItsPlace(string input, string path)
    {
        if (FieldCatalog.Sample(input).At(ParentOf(path)).Find(path.Split('.')[^1]) is null)
            return;
        DocumentNode renamed = FieldCatalog.Sample(input).Renamed(path, Tree.Text("x_" + path.Split('.')[^1]));
        string expected = ParentOf(path) is "" ? "x_" + path : $"{ParentOf(path)}.x_{path.Split('.')[^1]}";
        Problem? unknown = Outcome.Errors(FieldCatalog.Contract(input), renamed).FirstOrDefault(p => p.Path == expected);
        if (input == "mission" && path == "schema_version")
            return;
        Assert.Equal("extra_forbidden", unknown?.Type);
        Assert.True(unknown!.Line > 0 && unknown.Column > 0);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void EveryFieldIsDocumented(string input, string path)
    {
        Field field = FieldCatalog.Field(input, path);
        Assert.EndsWith(".", field.Documentation, StringComparison.Ordinal);
        Assert.NotEmpty(field.Expectation);
        Assert.Equal(field.IsNullable, !field.IsRequired && field.DefaultText is null);
    }

    private static string ParentOf(string path) => path.Contains('.', StringComparison.Ordinal) ? path[..path.LastIndexOf('.')] : "";

    private static void Ended(string input, string path, double end, bool isExclusive, string type)
    {
        if (isExclusive)
            Refused(input, path, Tree.Number(end), type);
        else
            Accepted(input, path, Tree.Number(end));
    }

    private static void Accepted(string input, string path, DocumentNode value)
    {
        DocumentNode changed = FieldCatalog.Sample(input).With(path, value);
        Assert.DoesNotContain(Outcome.Problems(FieldCatalog.Contract(input), changed), p => p.StartsWith(path + " ", StringComparison.Ordinal));
    }

    private static void Refused(string input, string path, DocumentNode value, string type) => Refused(input, path, value, path, type);

    private static void Refused(string input, string path, DocumentNode value, string problemPath, string type)
    {
        DocumentNode changed = FieldCatalog.Sample(input).With(path, value);
        Problem problem = Assert.Single(Outcome.Errors(FieldCatalog.Contract(input), changed));
        Assert.Equal($"{problemPath} {type}", Outcome.Short(problem));
        Assert.Equal((7, 3), (problem.Line, problem.Column));
    }

    private static void RefusedUnlessNullable(string input, string path, string type)
    {
        if (FieldCatalog.Field(input, path).IsNullable)
            Accepted(input, path, Tree.Null());
        else
            Refused(input, path, Tree.Null(), type);
    }
}
