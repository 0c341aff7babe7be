using BvlosSim.AtomicFiles.Destinations;
using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles.Permissions;

/// <summary>Gives finished output, still under its temporary name, the owner and the permissions that it will have under its own.</summary>
/// <remarks>
/// Always by the descriptor and before the rename: afterwards the name might lead elsewhere. Until then only its owner can read it.
/// The set-user and set-group bits are not kept, as the kernel drops them from any file whose content changes.
/// </remarks>
internal static class KeptPermissions
{
    private const int EveryBitOfFile = 0x1B6;
    private const int EveryBitOfFolder = 0x1FF;

    /// <summary>Those of the earlier file or folder, or the usual ones of a new file.</summary>
    public static void ApplyToFile(
        OutputContext context,
        int descriptor,
        Destination destination,
        FileStatus? earlier,
        ICollection<AtomicWriteWarning> warnings) =>
        Apply(context, descriptor, destination, earlier, EveryBitOfFile, warnings);

    /// <summary>Those of the earlier folder, or the usual ones of a new folder.</summary>
    public static void ApplyToFolder(
        OutputContext context,
        int descriptor,
        Destination destination,
        FileStatus? earlier,
        ICollection<AtomicWriteWarning> warnings) =>
        Apply(context, descriptor, destination, earlier, EveryBitOfFolder, warnings);

    private static void Apply(
        OutputContext context,
        int descriptor,
        Destination destination,
        FileStatus? earlier,
        int everyBit,
        ICollection<AtomicWriteWarning> warnings)
    {
        IFileOperations files = context.Files;
        int result = files.StatusOf(descriptor, out FileStatus ours);
        if (result < 0)
            throw Failures.OfWriting(destination, -result);
        if (earlier is { } kept)
            KeepOwner(files, descriptor, destination, kept, ours, warnings);
        int wanted = earlier?.Permissions ?? (everyBit & ~Umask.Read(context, destination));
        SetPermissions(files, descriptor, destination, wanted & FileStatus.PermissionMask, ours, warnings);
    }

    private static void KeepOwner(
        IFileOperations files,
        int descriptor,
        Destination destination,
        FileStatus kept,
        FileStatus ours,
        ICollection<AtomicWriteWarning> warnings)
    {
        if (kept.User == ours.User && kept.Group == ours.Group)
            return;
        int result = files.ChangeOwner(descriptor, kept.User, kept.Group);

        // Only the superuser gives files away, but everybody may choose among their own groups.
        if (IsRefusal(result) && kept.User != ours.User && kept.Group != ours.Group)
            files.ChangeOwner(descriptor, ours.User, kept.Group);
        if (result >= 0)
            return;
        if (!IsRefusal(result))
            throw Failures.OfWriting(destination, -result);
        warnings.Add(new AtomicWriteWarning(
            AtomicWriteWarningKind.OwnerNotKept,
            -result,
            $"'{destination.Path}' belongs to the writing user now: its earlier owner could not be kept ({Failures.Text(-result)})"));
    }

    private static void SetPermissions(
        IFileOperations files,
        int descriptor,
        Destination destination,
        int wanted,
        FileStatus ours,
        ICollection<AtomicWriteWarning> warnings)
    {
        if (wanted == (ours.Permissions & FileStatus.PermissionMask))
            return;
        int result = files.ChangeMode(descriptor, wanted);
        if (result >= 0)
            return;
        if (!IsRefusal(result))
            throw Failures.OfWriting(destination, -result);
        warnings.Add(new AtomicWriteWarning(
            AtomicWriteWarningKind.PermissionsNotKept,
            -result,
            $"'{destination.Path}' has the file system's own permissions: the intended ones were refused ({Failures.Text(-result)})"));
    }

    private static bool IsRefusal(int result) => result is -Errno.NotPermitted or -Errno.AccessDenied || Errno.IsUnsupported(-result);
}
