using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles.Destinations;

/// <summary>How bytes get to a destination.</summary>
internal enum Route
{
    /// <summary>A file or folder that appears under its name, or replaces what has it.</summary>
    Replace,

    /// <summary>A FIFO or a character device, opened by name and written to.</summary>
    Stream,

    /// <summary>A descriptor that this process already has, named by a path such as <c>/dev/stdout</c>.</summary>
    Descriptor,
}

/// <summary>Where output goes, all links resolved.</summary>
/// <param name="Route">How it gets there.</param>
/// <param name="Path">The absolute path of the real file.</param>
/// <param name="Existing">What has the name now, if anything has.</param>
/// <param name="Descriptor">The descriptor, on that route.</param>
internal sealed record Destination(Route Route, string Path, FileStatus? Existing, int Descriptor = -1)
{
    /// <summary>Whether the name is taken; a link to nothing is not counted.</summary>
    public bool Exists => Existing is not null || Route == Route.Descriptor;

    /// <summary>The folder of the real file.</summary>
    public string Folder => FolderOf(Path);

    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The path of another name in the same folder.</summary>
    public string Sibling(string name) => Path[..(Path.LastIndexOf('/') + 1)] + name;

    /// <summary>The folder of a path that has a slash.</summary>
    public static string FolderOf(string path)
    {
        int slash = path.LastIndexOf('/');
        return slash == 0 ? "/" : path[..slash];
    }
}
