using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>
/// Unknown properties mean nothing. One that looks like a known property which is absent probably should: a ceiling under a wrong name would
/// be no ceiling.
/// </summary>
internal sealed class PropertyNames
{
    private const string Properties = "properties";

    // Ends of a name that only say in what unit, or from where, it counts.
    private static readonly string[] Units = ["m", "ft", "fl", "km", "metre", "metres", "meter", "meters", "feet", "amsl", "msl", "agl"];

    // The features of a file share their names: each is compared once.
    private readonly Dictionary<string, string[]> _similar = [];

    /// <summary>Notes the suspicious names of a feature.</summary>
    public void Check(Feature feature, FeatureProblems problems)
    {
        if (feature.IsBare)
            return;
        if (feature.Properties is { } properties)
        {
            foreach (DocumentMember member in properties.Members)
            {
                string name = member.Key.Text;
                if (Meant(feature, name) is { } meant)
                    Refuse(problems, member.Key, NumberProperty.PathOf(name), $"the property {FoundValue.Quote(name)} means nothing: is `{meant}` meant?");
            }
        }

        bool hasProperties = feature.Node.Find(Properties) is not null;
        foreach (DocumentMember member in feature.Node.Members)
        {
            string name = member.Key.Text;
            if (feature.Asset.Properties.Contains(name) && feature.Property(name) is null)
                Refuse(problems, member.Key, name, $"`{name}` means nothing beside the `{Properties}`: is it meant to be one of them?");
            else if (!hasProperties && EditDistance.Nearest(name, [Properties]) is not null)
                Refuse(problems, member.Key, FoundValue.Printable(name), $"the member {FoundValue.Quote(name)} means nothing: is `{Properties}` meant?");
        }
    }

    private static void Refuse(FeatureProblems problems, DocumentNode key, string path, string question) => problems.Ambiguity(
        VectorLoadStage.Feature, "misspelt_property", key, path, question + " Rename or remove it.", ("property", key.Text));

    private string? Meant(Feature feature, string name)
    {
        if (!_similar.TryGetValue(name, out string[]? similar))
        {
            similar = Similar(feature.Asset, name);
            _similar.Add(name, similar);
        }

        return Array.Find(similar, known => feature.Property(known) is null);
    }

    private static string[] Similar(VectorAsset asset, string name) => asset.Properties.Contains(name)
        ? []
        : [.. asset.Properties.Where(known => EditDistance.Nearest(name, [known]) is not null || StemOf(name) == StemOf(known))];

    // floor_ft and floor_m are both the floor.
    private static string StemOf(string name)
    {
        string stem = EditDistance.Normal(name);
        while (stem.LastIndexOf('_') is var end and > 0 && Array.IndexOf(Units, stem[(end + 1)..]) >= 0)
            stem = stem[..end];
        return stem;
    }
}
