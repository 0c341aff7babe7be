using System.Text;

namespace BvlosSim.AtomicFiles.Tests.Support;

/// <summary>A folder of a test's own, removed with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "bvlos-atomic-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>All names in the folder that look like temporary ones.</summary>
    public IReadOnlyList<string> Litter => LitterIn(Path);

    public static IReadOnlyList<string> LitterIn(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder, "*.tmp", new EnumerationOptions { AttributesToSkip = FileAttributes.None, RecurseSubdirectories = true })];

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public string WithFile(string name, string content)
    {
        string path = At(name);
        File.WriteAllText(path, content);
        return path;
    }

    public string WithFolder(string name)
    {
        string path = At(name);
        Directory.CreateDirectory(path);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

internal static class Bytes
{
    public static byte[] Of(string text) => Encoding.UTF8.GetBytes(text);
}
