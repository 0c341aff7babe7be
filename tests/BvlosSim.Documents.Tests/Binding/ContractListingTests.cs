using System.Globalization;
using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Binding.Fields;

namespace BvlosSim.Documents.Tests.Binding;

/// <summary>The fields of every contract, one a line, so that no change of a contract goes unseen.</summary>
public class ContractListingTests
{
    [Theory]
    [InlineData("mission", ContractListings.Mission)]
    [InlineData("vehicle", ContractListings.Vehicle)]
    [InlineData("calibration", ContractListings.Calibration)]
    public void TheContractIsAsListed(string input, string listing) =>
        Assert.Equal(listing.ReplaceLineEndings("\n"), List(FieldCatalog.Contract(input)));

    private static string List(DocumentContract contract)
    {
        var lines = new List<string>();
        foreach (ContractPlace place in contract.Places)
        {
            foreach (Field one in place.Contract.Fields)
                lines.Add(Line(place.Path, one));
        }

        return string.Join('\n', lines);
    }

    private static string Line(string place, Field one)
    {
        string presence = one.IsRequired ? "required" : one.DefaultText is null ? "nullable" : $"= {one.DefaultText}";
        string[] details =
        [
            one.Kind.ToString(),
            presence,
            one.Unit ?? "",
            one is NumberField number ? number.Range.Describe() : "",
            one.Kind == FieldKind.List ? one.Expectation : "",
            one is IntegerField integer ? $"{integer.Min.ToString(CultureInfo.InvariantCulture)} or more" : "",
            one is TextField { IsNotEmpty: true } ? "not empty" : "",
            one is TokenField token ? $"{(token.IsLiteral ? "literal" : "enum")} {string.Join(' ', token.Tokens)}" : "",
            one.AlternateName is null ? "" : $"or {one.AlternateName}",
        ];
        string path = place.Length == 0 ? one.Name : $"{place}.{one.Name}";
        return $"{path}: {string.Join("; ", details.Where(d => d.Length > 0))}";
    }
}
