using System.Text;

namespace BvlosSim.AtomicFiles.Platform.Posix;

/// <summary>A path as the kernel wants it: UTF-8 with a zero at its end.</summary>
internal static class Utf8Path
{
    /// <summary>Converts a path.</summary>
    public static byte[] From(string path)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetByteCount(path) + 1];
        Encoding.UTF8.GetBytes(path, bytes);
        return bytes;
    }
}
