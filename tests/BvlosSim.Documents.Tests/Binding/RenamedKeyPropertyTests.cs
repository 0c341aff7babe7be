using BvlosSim.Documents.Loading;
using CsCheck;

namespace BvlosSim.Documents.Tests.Binding;

/// <summary>No misspelt key is ever overlooked.</summary>
public class RenamedKeyPropertyTests
{
    private static readonly Gen<string> NewName = Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz_ABC-9"], 1, 12];

    [Theory]
    [InlineData("mission")]
    [InlineData("vehicle")]
    [InlineData("calibration")]
    public void AnyRenamedKeyGivesAProblemAtItsPlace(string input)
    {
        string[] paths = [.. KeyPaths(FieldCatalog.Sample(input), "").Where(p => p != "schema_version")];
        Gen.Select(Gen.Int[0, paths.Length - 1], NewName).Sample(
            (index, name) =>
            {
                string path = paths[index];
                string parent = path.Contains('.', StringComparison.Ordinal) ? path[..path.LastIndexOf('.')] : "";
                DocumentNode mapping = FieldCatalog.Sample(input).At(parent);
                if (mapping.Find(name) is not null || name == "airspace_class")
                    return true;
                DocumentMember renamed = mapping.Members.Single(m => m.Key.Text == path.Split('.')[^1]);
                DocumentNode root = FieldCatalog.Sample(input).Renamed(path, Tree.Text(name));
                string expected = parent.Length == 0 ? name : $"{parent}.{name}";
                return Outcome.Errors(FieldCatalog.Contract(input), root).Any(p =>
                    p.Path == expected && p.Type == "extra_forbidden" && p.Line == renamed.Key.Line && p.Column == renamed.Key.Column
                    && p.Message.Length > 0);
            },
            iter: 2000);
    }

    /// <summary>The paths of all keys of closed objects.</summary>
    private static IEnumerable<string> KeyPaths(DocumentNode node, string prefix)
    {
        if (node.Kind == DocumentNodeKind.List)
            return node.Items.SelectMany((item, i) => KeyPaths(item, $"{prefix}{i}."));
        return node.Kind == DocumentNodeKind.Mapping
            ? node.Members.SelectMany(m => m.Key.Text == "metadata"
                ? [prefix + m.Key.Text]
                : KeyPaths(m.Value, $"{prefix}{m.Key.Text}.").Prepend(prefix + m.Key.Text))
            : [];
    }
}
