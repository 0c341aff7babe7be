using BvlosSim.AtomicFiles.Destinations;
using BvlosSim.AtomicFiles.Naming;
using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles.Permissions;

/// <summary>The permissions that the user takes away from new files, found out without changing them for a moment.</summary>
internal static class Umask
{
    private const int EveryBit = 0x1FF;
    private const int Attempts = 16;

    /// <summary>The mask. Where the kernel does not tell it, an empty folder beside the destination shows what is left of its bits.</summary>
    public static int Read(OutputContext context, Destination destination)
    {
        int mask = context.Files.ReadUmask();
        for (int attempt = 0; mask < 0 && attempt < Attempts; attempt++)
            mask = Probe(context, destination);
        return mask < 0 ? throw Failures.OfWriting(destination, -mask) : mask;
    }

    // A folder and not a file: nobody can hold it open and wait for content. It has no lock, so another run may take it for abandoned and
    // remove it before it was looked at: hence the attempts.
    private static int Probe(OutputContext context, Destination destination)
    {
        var probe = new PendingName(context, destination.Sibling(TemporaryName.For(destination.Name)), isFolder: true);
        try
        {
            int result = probe.Make(path => context.Files.MakeFolder(path, EveryBit));
            FileStatus status = default;
            if (result >= 0)
                result = context.Files.StatusAt(probe.Path, out status);
            return result < 0 ? result : EveryBit & ~status.Permissions;
        }
        finally
        {
            probe.Remove();
        }
    }
}
