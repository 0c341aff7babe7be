using System.Text.RegularExpressions;

namespace BvlosSim.Reliability.Running;

/// <summary>What a look at the destination finds.</summary>
internal enum Content
{
    /// <summary>The file that was there before; or none, if there was none.</summary>
    Earlier,

    /// <summary>The complete new file.</summary>
    New,

    /// <summary>Anything else. Never allowed.</summary>
    Broken,
}

/// <summary>A fresh folder with one destination in it, <c>out.json</c>, and how to judge what a run has left there.</summary>
internal sealed partial class OutputFolder
{
    public const string FileName = "out.json";

    private readonly byte[]? _earlier;

    private OutputFolder(string path, byte[]? earlier)
    {
        Path = path;
        _earlier = earlier;
    }

    public static byte[] EarlierContent { get; } = "{\"earlier\": \"the result of another day\"}\n"u8.ToArray();

    public string Path { get; }

    public string Destination => System.IO.Path.Combine(Path, FileName);

    /// <summary>Makes the folder.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="hasEarlier">Whether a file is there already.</param>
    public static OutputFolder Create(string path, bool hasEarlier)
    {
        Directory.CreateDirectory(path);
        var folder = new OutputFolder(path, hasEarlier ? EarlierContent : null);
        if (hasEarlier)
            File.WriteAllBytes(folder.Destination, EarlierContent);
        return folder;
    }

    public Content Look(byte[] complete)
    {
        if (!File.Exists(Destination))
            return _earlier is null ? Content.Earlier : Content.Broken;
        byte[] found = File.ReadAllBytes(Destination);
        if (found.AsSpan().SequenceEqual(complete))
            return Content.New;
        return _earlier is not null && found.AsSpan().SequenceEqual(_earlier) ? Content.Earlier : Content.Broken;
    }

    /// <summary>Every other name in the folder.</summary>
    public IReadOnlyList<string> Others() =>
    [
        .. Directory.EnumerateFileSystemEntries(Path)
            .Select(entry => System.IO.Path.GetFileName(entry))
            .Where(name => name != FileName)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a name is one that the program gives to a file that is not finished.</summary>
    public static bool IsTemporary(string name) => TemporaryName().IsMatch(name);

    /// <summary>The shape of such a name.</summary>
    [GeneratedRegex(@"^\.out\.json\.[0-9a-f]{40}\.tmp$", RegexOptions.CultureInvariant)]
    private static partial Regex TemporaryName();
}
