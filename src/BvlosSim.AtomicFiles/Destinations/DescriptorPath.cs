using System.Globalization;

namespace BvlosSim.AtomicFiles.Destinations;

/// <summary>Paths that name an open descriptor of this process, not a file.</summary>
/// <remarks>
/// What they lead to may be a pipe that has no path, a file that was deleted, or a file that the shell has opened to append to: replacing
/// "the file" would be wrong for each, so the descriptor itself is written to.
/// </remarks>
internal static class DescriptorPath
{
    private static readonly string[] Folders = ["/dev/fd/", "/proc/self/fd/", "/proc/thread-self/fd/"];

    /// <summary>The number of the descriptor, or -1.</summary>
    public static int Parse(string path)
    {
        if (OperatingSystem.IsWindows())
            return -1;
        if (string.Equals(path, "/dev/stdout", StringComparison.Ordinal))
            return 1;
        if (string.Equals(path, "/dev/stderr", StringComparison.Ordinal))
            return 2;
        foreach (string folder in Folders)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal))
                return Number(path.AsSpan(folder.Length));
        }

        string own = string.Create(CultureInfo.InvariantCulture, $"/proc/{Environment.ProcessId}/fd/");
        return path.StartsWith(own, StringComparison.Ordinal) ? Number(path.AsSpan(own.Length)) : -1;
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
}
