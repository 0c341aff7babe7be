using BvlosSim.Documents.Binding.Fields;

namespace BvlosSim.Documents.Binding.Hints;

/// <summary>Tells what an unknown key was probably meant to be.</summary>
internal static class KeyHint
{
    private const int MaxPlaces = 3;

    /// <summary>The message for a key that an object does not know.</summary>
    /// <param name="document">The contract of the document; null = unknown.</param>
    /// <param name="contract">The object.</param>
    /// <param name="key">The key.</param>
    public static string Unknown(DocumentContract? document, ObjectContract contract, string key) =>
        $"{FoundValue.Quote(key)} is no key of {contract.Name}. {Advice(document, contract, key)}";

    private static string Advice(DocumentContract? document, ObjectContract contract, string key)
    {
        if (contract.RetiredKeys.TryGetValue(key, out string? instead))
            return instead;
        if (SameLetters(contract, key) is { } same)
            return $"Did you mean `{same}`?";
        if (Elsewhere(document, contract, key) is { } places)
            return $"It belongs in {places}.";
        if (OtherUnit(contract, key) is { } converted)
            return converted;
        if (EditDistance.Nearest(key, contract.Fields.Select(f => f.Name)) is { } near)
            return $"Did you mean `{near}`?";
        return $"Remove it; the keys here are {string.Join(", ", contract.Fields.Select(f => f.Name))}.";
    }

    private static string? SameLetters(ObjectContract contract, string key)
    {
        string wanted = EditDistance.Normal(key);
        return contract.Fields.FirstOrDefault(f => EditDistance.Normal(f.Name) == wanted)?.Name;
    }

    private static string? Elsewhere(DocumentContract? document, ObjectContract contract, string key)
    {
        if (document is null)
            return null;
        string[] places = [.. document.Places
            .Where(p => p.Contract != contract && p.Contract.Fields.Any(f => f.Name == key))
            .Select(p => p.Path.Length == 0 ? "the root of the document" : $"`{p.Path}`")];
        return places.Length is 0 or > MaxPlaces ? null : string.Join(" or ", places);
    }

    // altitude_ft or altitude for altitude_m: the same quantity, with another unit at its end or none.
    private static string? OtherUnit(ObjectContract contract, string key)
    {
        string wanted = EditDistance.Normal(key);
        foreach (Field field in contract.Fields)
        {
            int end = field.Unit is null ? -1 : field.Name.LastIndexOf('_');
            if (end < 0)
                continue;
            string stem = field.Name[..end];
            if (wanted == stem)
                return $"Did you mean `{field.Name}`, in {field.Unit}?";
            if (wanted.StartsWith(stem + "_", StringComparison.Ordinal) && wanted.IndexOf('_', stem.Length + 1) < 0)
                return $"Did you mean `{field.Name}`? Its value is in {field.Unit}: convert it.";
        }

        return null;
    }
}
