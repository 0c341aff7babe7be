using System.Runtime.InteropServices;
using System.Text;

namespace BvlosSim.Cli.Running;

/// <summary>Paths of the command line: absolute, with symbolic links resolved as far as they lead somewhere.</summary>
internal static partial class ResolvedPath
{
    private const int MaxPath = 4097;

    /// <summary>Resolves a path. A path that does not exist keeps its last parts as they are.</summary>
    public static string Of(string path)
    {
        // The loader refuses such a path with a place and a reason.
        if (path.Contains('\0', StringComparison.Ordinal))
            return path;
        string absolute = Path.GetFullPath(path.Length == 0 ? "." : path);
        if (OperatingSystem.IsWindows())
            return absolute;

        string missing = "";
        string existing = absolute;
        while (true)
        {
            string? real = RealPath(existing);
            if (real is not null)
                return missing.Length == 0 ? real : Path.Combine(real, missing);
            string? parent = Path.GetDirectoryName(existing);
            if (parent is null)
                return absolute;
            missing = missing.Length == 0 ? Path.GetFileName(existing) : Path.Combine(Path.GetFileName(existing), missing);
            existing = parent;
        }
    }

    private static string? RealPath(string path)
    {
        Span<byte> buffer = stackalloc byte[MaxPath];
        return RealPath(path, ref MemoryMarshal.GetReference(buffer)) == 0
            ? null
            : Encoding.UTF8.GetString(buffer[..buffer.IndexOf((byte)0)]);
    }

    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint RealPath(string path, ref byte resolved);
}
