using System.Runtime.InteropServices;

namespace BvlosSim.Reliability.Running;

/// <summary>Who runs the suite, and what only the superuser can prepare.</summary>
internal static partial class User
{
    public static bool IsSuperuser => EffectiveUser() == 0;

    /// <summary>Gives a file to somebody else.</summary>
    public static void Give(string path, uint user) => _ = ChangeOwner(path, user, user);

    /// <summary>The owner of a file.</summary>
    public static string OwnerOf(string path) => Tool.Run("stat", "-c", "%u", path).Text.Trim();

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint user, uint group);
}
