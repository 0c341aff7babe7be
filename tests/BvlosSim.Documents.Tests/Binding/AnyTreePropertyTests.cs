using System.Collections.Immutable;
using System.Numerics;
using BvlosSim.Documents.Loading;
using CsCheck;

namespace BvlosSim.Documents.Tests.Binding;

/// <summary>Whatever stands in a document, binding gives a value or located problems; it never throws.</summary>
public class AnyTreePropertyTests
{
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.String,
        Among(
            "1e3", "0x10", "2026-01-02T03:04:05Z", "5 m", "nan", "-.5", "\ud800", "", "t", "rtl", "class", "metadata", "1_0", "+", "-", "9e999", "3.0"));

    private static readonly Gen<DocumentNode> Leaf = Gen.OneOf(
        Gen.Const(Tree.Null()),
        Gen.Bool.Select(Tree.Boolean),
        Gen.Double.Select(Tree.Number),
        Among(double.NaN, double.PositiveInfinity, -0.0, 1e300, 2e10, 0.5).Select(Tree.Number),
        Gen.Long.Select(l => Tree.Integer(l)),
        Gen.Int[0, 1400].Select(e => Tree.Integer(-BigInteger.Pow(2, e))),
        Gen.Const(Tree.Integer(64, "0100")),
        Words.Select(Tree.Text),
        Gen.Const(Tree.Date(1, 1, 1)),
        Gen.Int[-1439, 1439].Select(m => Tree.Time(DateTime.MaxValue, TimeSpan.FromMinutes(m))),
        Gen.Byte.Array[0, 4].Select(b => DocumentNode.FromBytes(b, 7, 3)));

    private static readonly Gen<DocumentNode> Any = Gen.Recursive<DocumentNode>((depth, self) =>
    {
        if (depth == 3)
            return Leaf;
        Gen<ImmutableArray<DocumentNode>> items = self.Array[0, 3].Select(a => a.ToImmutableArray());
        return Gen.Frequency(
            (3, Leaf),
            (1, items.Select(a => DocumentNode.FromItems(DocumentNodeKind.List, a, 7, 3))),
            (1, items.Select(a => DocumentNode.FromItems(DocumentNodeKind.Set, a, 7, 3))),
            (1, items.Select(a => DocumentNode.FromItems(DocumentNodeKind.Pairs, a, 7, 3))),
            (2, Gen.Select(Leaf, self).Array[0, 3].Select(m =>
                DocumentNode.FromMembers([.. m.Select(p => new DocumentMember(p.Item1, p.Item2))], 7, 3))));
    });

    [Theory]
    [InlineData("mission")]
    [InlineData("vehicle")]
    [InlineData("calibration")]
    public void AnyValueAtAnyFieldIsBoundOrRefused(string input)
    {
        string[] paths = [.. FieldCatalog.All.Where(f => f.Contract.InputName == input).Select(f => f.Path)];
        Gen.Select(Gen.Int[0, paths.Length - 1], Any).Sample(
            (index, value) => IsSound(input, FieldCatalog.Sample(input).With(paths[index], value)),
            iter: 3000);
    }

    [Theory]
    [InlineData("mission")]
    [InlineData("vehicle")]
    [InlineData("calibration")]
    public void AnyMemberAddedAtTheRootIsBoundOrRefused(string input) => Gen.Select(Leaf, Any).Sample(
        (key, value) =>
        {
            DocumentNode sample = FieldCatalog.Sample(input);
            return IsSound(input, DocumentNode.FromMembers(sample.Members.Add(new DocumentMember(key, value)), 1, 1));
        },
        iter: 1000);

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static bool IsSound(string input, DocumentNode root) => Outcome.Errors(FieldCatalog.Contract(input), root).All(p =>
        p.Line > 0 && p.Column > 0 && p.Message.Length > 20 && !p.Message.Contains('\n', StringComparison.Ordinal));
}
