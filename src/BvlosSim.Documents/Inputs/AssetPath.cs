namespace BvlosSim.Documents.Inputs;

/// <summary>Paths of assets as missions write them.</summary>
public static class AssetPath
{
    /// <summary>The path to open: absolute as it is, relative to the mission's folder otherwise; an empty text is that folder.</summary>
    public static string Resolve(string missionFolder, string written) => Normalise(Path.Combine(missionFolder, written));

    /// <summary>Drops <c>.</c> segments and repeated separators; <c>..</c> segments stay, since links may make them mean something else.</summary>
    public static string Normalise(string path)
    {
        string[] segments = [.. path.Split('/').Where(s => s.Length > 0 && s != ".")];
        string joined = string.Join('/', segments);
        if (path.StartsWith('/'))
            return "/" + joined;
        return joined.Length == 0 ? "." : joined;
    }
}
