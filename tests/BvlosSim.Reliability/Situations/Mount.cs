using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.Situations;

/// <summary>A mount of the suite's own, undone with it.</summary>
internal sealed class Mount : IDisposable
{
    private readonly string _at;

    private Mount(string at) => _at = at;

    /// <summary>Mounts something; null if that is not permitted here.</summary>
    public static Mount? Try(string at, params string[] arguments) =>
        User.IsSuperuser && Tool.Run("mount", [.. arguments, at]).ExitCode == 0 ? new Mount(at) : null;

    /// <summary>Changes what is mounted.</summary>
    public void Remount(string options) => Tool.Run("mount", "-o", "remount," + options, _at);

    public void Dispose() => Tool.Run("umount", "-l", _at);
}
